//! Services at locations. What is confidential is in none of these records (rule 45).

use std::collections::HashMap;

use sea_orm::ConnectionTrait;
use serde_json::{Value, json};
use uuid::Uuid;

use super::{Document, open, services};
use crate::directory::hsds::asked::Asked;
use crate::directory::hsds::document::parsed;
use crate::directory::hsds::entity::{RecordKind, directory_record};
use crate::directory::hsds::render::Told;
use crate::error::Refusal;
use crate::store::Store;
use crate::store::prelude::*;

/// Of services that everybody may see, and that are asked for.
pub(super) fn condition(org: Uuid, asked: &Asked, store: &Store) -> Condition {
    use directory_record::Column as R;
    // Two sources may tell of one id, and only one of them to everybody.
    let of = |id: R, condition: Condition| {
        let there = directory_record::Entity::find()
            .filter(condition)
            .select_only()
            .column(R::Source)
            .column(R::HsdsId);
        let column = |column: R| Expr::col((directory_record::Entity, column));
        Expr::tuple([column(R::Source), column(id)]).in_subquery(QueryTrait::into_query(there))
    };
    let all = open(org, RecordKind::ServiceAtLocation)
        .add(of(R::ServiceHsds, services(org, asked, store)));
    let Some(postcode) = &asked.postcode else {
        return all;
    };
    let code = json!({ "postal_code": postcode }).to_string();
    let code = code
        .trim_start_matches('{')
        .trim_end_matches('}')
        .to_owned();
    let there = open(org, RecordKind::Location).add(R::Document.contains(code.as_str()));
    all.add(of(R::LocationHsds, there))
}

/// Each with its service and its location.
pub(super) async fn documents<C: ConnectionTrait>(
    told: &Told<'_, C>,
    records: &[directory_record::Model],
    cut: impl Fn(Document) -> Document,
) -> Result<Vec<Document>, Refusal> {
    use directory_record::Column as R;
    let found = directory_record::Entity::find()
        .filter(open(told.org, RecordKind::Service))
        .filter(R::HsdsId.is_in(records.iter().filter_map(|record| record.service_hsds)))
        .all(told.connection)
        .await?;
    let whole = told.services(&found).await?;
    let mut services: HashMap<(&str, Uuid), Document> = HashMap::new();
    let mut places: HashMap<(&str, String), Value> = HashMap::new();
    for (record, mut document) in found.iter().zip(whole) {
        let source = record.source.as_str();
        let there = document.remove("service_at_locations");
        for place in there
            .as_ref()
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
        {
            if let (Some(id), Some(location)) = (place.get("id"), place.get("location")) {
                places.insert((source, id.to_string()), location.clone());
            }
        }
        services.insert((source, record.hsds_id), document);
    }
    let mut all = Vec::with_capacity(records.len());
    for record in records {
        let source = record.source.as_str();
        let mut document = parsed(&record.document)?;
        document.insert("id".to_owned(), json!(record.hsds_id));
        for (field, id) in [
            ("service_id", record.service_hsds),
            ("location_id", record.location_hsds),
        ] {
            if let Some(id) = id {
                document.insert(field.to_owned(), json!(id));
            }
        }
        let id = json!(record.hsds_id).to_string();
        if let Some(location) = places.get(&(source, id)) {
            document.insert("location".to_owned(), location.clone());
        }
        let service = record
            .service_hsds
            .and_then(|id| services.get(&(source, id)));
        if let Some(service) = service {
            document.insert("service".to_owned(), Value::Object(service.clone()));
        }
        all.push(document);
    }
    told.without_licensed(&mut all).await?;
    Ok(all.into_iter().map(cut).collect())
}
