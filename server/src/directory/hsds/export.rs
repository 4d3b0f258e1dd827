//! `trellis directory export`: the directory as JSON files, a list of each kind, or as tables
//! with their data package; in a folder, or in a ZIP archive. An import reads all of it again.

use std::io::{self, Write};
use std::path::Path;

use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::archive;
use super::document::parsed;
use super::entity::{RecordKind, directory_record};
use super::render::Told;
use super::tabular::Tables;
use crate::app::App;
use crate::error::{FieldCode, Refusal, Wrong};
use crate::people::entity::organization;
use crate::store::prelude::*;

/// Records that are read at once.
const PAGE: u64 = 200;

/// How a directory is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A list of each kind of record, as JSON.
    Json,
    /// Tables, as CSV files with a `datapackage.json`.
    Tables,
}

/// Writes what the directory of `organization` holds to `path`: into a ZIP archive where its
/// name ends so, into a folder otherwise. Returns how many records. Confidential locations and licensed taxonomies are not among them (rule 45), and,
/// `public`, neither is what is not for the public (rule 80).
///
/// # Errors
/// When the organisation is not there, the folder cannot be written or the database fails.
pub async fn export(
    app: &App,
    organization: &str,
    public: bool,
    form: Form,
    path: &Path,
) -> Result<u64, Refusal> {
    if !archive::is_one(path) {
        return write(app, organization, public, form, path).await;
    }
    let folder = tempfile::tempdir().map_err(unwritable)?;
    let written = write(app, organization, public, form, folder.path()).await?;
    archive::pack(folder.path(), path).map_err(unwritable)?;
    Ok(written)
}

async fn write(
    app: &App,
    organization: &str,
    public: bool,
    form: Form,
    path: &Path,
) -> Result<u64, Refusal> {
    let found = organization::Entity::find()
        .filter(organization::Column::Name.eq(organization))
        .one(&app.store().unscoped_reader())
        .await?;
    let org = found.ok_or(Refusal::NotFound)?.id;
    std::fs::create_dir_all(path).map_err(unwritable)?;
    let mut written = 0;
    let mut tables = Tables::default();
    for (kind, file) in [
        (RecordKind::Taxonomy, "taxonomies"),
        (RecordKind::TaxonomyTerm, "taxonomy_terms"),
        (RecordKind::Organization, "organizations"),
        (RecordKind::Location, "locations"),
        (RecordKind::Service, "services"),
        (RecordKind::ServiceAtLocation, "service_at_locations"),
    ] {
        let mut list = match form {
            Form::Json => Sink::list(&path.join(format!("{file}.json")))?,
            Form::Tables => Sink::Table(kind.table(), &mut tables),
        };
        written += records(app, org, public, kind, &mut list).await?;
        list.end()?;
    }
    if form == Form::Tables {
        tables.finish(path).map_err(unwritable)?;
    }
    Ok(written)
}

/// Where the records of a kind go.
enum Sink<'t> {
    List(io::BufWriter<std::fs::File>, bool),
    Table(&'static str, &'t mut Tables),
}

impl Sink<'_> {
    fn list(path: &Path) -> Result<Self, Refusal> {
        let file = std::fs::File::create(path).map_err(unwritable)?;
        let mut file = io::BufWriter::new(file);
        file.write_all(b"[").map_err(unwritable)?;
        Ok(Self::List(file, true))
    }

    fn add(&mut self, document: Map<String, Value>) -> Result<(), Refusal> {
        match self {
            Self::Table(table, tables) => tables.add(table, document).map_err(unwritable),
            Self::List(file, first) => {
                let between: &[u8] = if *first { b"\n" } else { b",\n" };
                *first = false;
                file.write_all(between).map_err(unwritable)?;
                serde_json::to_writer(file, &document).map_err(|error| unwritable(error.into()))
            }
        }
    }

    fn end(self) -> Result<(), Refusal> {
        match self {
            Self::Table(..) => Ok(()),
            Self::List(mut file, _) => {
                let ended = file.write_all(b"\n]\n").and_then(|()| file.flush());
                ended.map_err(unwritable)
            }
        }
    }
}

fn unwritable(error: io::Error) -> Refusal {
    Wrong::at("path", FieldCode::Malformed, error.to_string()).into()
}

async fn records(
    app: &App,
    org: Uuid,
    public: bool,
    kind: RecordKind,
    to: &mut Sink<'_>,
) -> Result<u64, Refusal> {
    use directory_record::Column as R;
    let (mut written, mut after) = (0, Uuid::nil());
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
            return Ok(written);
        };
        after = last.id;
        let told = Told {
            connection: &reader,
            store: app.store(),
            org,
        };
        for document in documents(&told, kind, &rows, public).await? {
            to.add(document)?;
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
