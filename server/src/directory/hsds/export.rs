//! `trellis directory export`: the directory as JSON files, a list of each kind, which an
//! import reads again.

use std::io::{self, Write};
use std::path::Path;

use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::batch::parsed;
use super::entity::{RecordKind, directory_record};
use super::render::Told;
use crate::app::App;
use crate::error::{FieldCode, Refusal, Wrong};
use crate::people::entity::organization;
use crate::store::prelude::*;

/// Records that are read at once.
const PAGE: u64 = 200;

/// Writes what the directory of `organization` holds into the folder `path`; returns how many
/// records. Confidential locations and licensed taxonomies are not among them (rule 45), and,
/// `public`, neither is what is not for the public (rule 80).
///
/// # Errors
/// When the organisation is not there, the folder cannot be written or the database fails.
pub async fn export(
    app: &App,
    organization: &str,
    public: bool,
    path: &Path,
) -> Result<u64, Refusal> {
    let found = organization::Entity::find()
        .filter(organization::Column::Name.eq(organization))
        .one(&app.store().unscoped_reader())
        .await?;
    let org = found.ok_or(Refusal::NotFound)?.id;
    std::fs::create_dir_all(path).map_err(unwritable)?;
    let mut written = 0;
    for (kind, file) in [
        (RecordKind::Organization, "organizations.json"),
        (RecordKind::Service, "services.json"),
        (RecordKind::Location, "locations.json"),
        (RecordKind::ServiceAtLocation, "service_at_locations.json"),
        (RecordKind::Taxonomy, "taxonomies.json"),
        (RecordKind::TaxonomyTerm, "taxonomy_terms.json"),
    ] {
        let file = std::fs::File::create(path.join(file)).map_err(unwritable)?;
        let mut file = io::BufWriter::new(file);
        written += list(app, org, public, kind, &mut file).await?;
        file.flush().map_err(unwritable)?;
    }
    Ok(written)
}

fn unwritable(error: io::Error) -> Refusal {
    Wrong::at("path", FieldCode::Malformed, error.to_string()).into()
}

async fn list(
    app: &App,
    org: Uuid,
    public: bool,
    kind: RecordKind,
    to: &mut impl Write,
) -> Result<u64, Refusal> {
    use directory_record::Column as R;
    let (mut written, mut after) = (0, Uuid::nil());
    to.write_all(b"[").map_err(unwritable)?;
    loop {
        let reader = app.store().unscoped_reader();
        let mut rows = directory_record::Entity::find()
            .filter(R::OrgId.eq(org))
            .filter(R::Kind.eq(kind))
            .filter(R::Licence.is_null())
            .filter(R::Id.gt(after))
            .order_by_asc(R::Id)
            .limit(PAGE);
        if public {
            rows = rows.filter(R::InternalOnly.eq(false));
        }
        let rows = rows.all(&reader).await?;
        let Some(last) = rows.last() else {
            to.write_all(b"\n]\n").map_err(unwritable)?;
            return Ok(written);
        };
        after = last.id;
        let told = Told {
            connection: &reader,
            org,
        };
        for document in documents(&told, kind, &rows, public).await? {
            let between: &[u8] = if written == 0 { b"\n" } else { b",\n" };
            to.write_all(between).map_err(unwritable)?;
            serde_json::to_writer(&mut *to, &document).map_err(|error| unwritable(error.into()))?;
            written += 1;
        }
    }
}

async fn documents<C: sea_orm::ConnectionTrait>(
    told: &Told<'_, C>,
    kind: RecordKind,
    rows: &[directory_record::Model],
    public: bool,
) -> Result<Vec<Map<String, Value>>, Refusal> {
    if kind == RecordKind::Service {
        let mut services = told.services(rows).await?;
        for (document, row) in services.iter_mut().zip(rows) {
            if row.internal_only && !public {
                document.insert("internal_only".to_owned(), json!(true));
            }
        }
        return Ok(services);
    }
    let mut all = Vec::with_capacity(rows.len());
    for row in rows {
        let mut document = parsed(&row.document)?;
        let links = [
            ("organization_id", row.organization_hsds),
            ("service_id", row.service_hsds),
            ("location_id", row.location_hsds),
        ];
        for (field, id) in links {
            if let Some(id) = id {
                document.entry(field).or_insert_with(|| json!(id));
            }
        }
        all.push(document);
    }
    match kind {
        RecordKind::TaxonomyTerm => told.unlicensed(all).await,
        _ => {
            told.without_licensed(&mut all).await?;
            Ok(all)
        }
    }
}
