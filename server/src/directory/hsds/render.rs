//! Puts the records of services together again, a fixed number of statements a page.

use std::collections::{HashMap, HashSet};

use sea_orm::ConnectionTrait;
use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::document::parsed;
use super::entity::{RecordKind, directory_record, directory_term};
use super::told;
use super::tree::link;
use crate::directory::entity::{directory_organization, service};
use crate::directory::row::{ServiceRow, shape};
use crate::directory::vetting::entity::capability_evidence;
use crate::error::Refusal;
use crate::store::Store;
use crate::store::prelude::*;

type Document = Map<String, Value>;

/// Whose records, and for whom.
pub(super) struct Told<'c, C> {
    pub connection: &'c C,
    pub store: &'c Store,
    pub org: Uuid,
}

impl<C: ConnectionTrait> Told<'_, C> {
    /// Services with all that is told of them, in the order of `records`. What is confidential
    /// is not among the records at all (rule 45); what is licensed is left out.
    pub(super) async fn services(
        &self,
        records: &[directory_record::Model],
    ) -> Result<Vec<Document>, Refusal> {
        use directory_record::Column as R;
        let ids = records.iter().map(|record| record.hsds_id);
        let at = self
            .records(RecordKind::ServiceAtLocation, R::ServiceHsds, ids)
            .await?;
        let ids = at.iter().filter_map(|record| record.location_hsds);
        let locations = self.records(RecordKind::Location, R::HsdsId, ids).await?;
        let ids = records.iter().filter_map(|record| record.organization_hsds);
        let organizations = self.organizations(ids.collect()).await?;
        let rows = self.rows(records).await?;
        let seen = self.evidence(rows.keys().copied()).await?;
        let mut places: HashMap<(&str, Uuid), Document> = HashMap::new();
        for location in &locations {
            let document = parsed(&location.document)?;
            places.insert((location.source.as_str(), location.hsds_id), document);
        }
        let mut offered: HashMap<(&str, Uuid), Vec<Value>> = HashMap::new();
        for record in &at {
            let mut document = parsed(&record.document)?;
            let source = record.source.as_str();
            let place = record
                .location_hsds
                .and_then(|id| places.get(&(source, id)));
            if let Some(place) = place {
                document.insert("location".to_owned(), Value::Object(place.clone()));
            }
            if let Some(service) = record.service_hsds {
                let there = offered.entry((source, service)).or_default();
                there.push(Value::Object(document));
            }
        }
        let mut services = Vec::with_capacity(records.len());
        for record in records {
            let row = record.service_id.and_then(|id| rows.get(&id));
            let seen = row.and_then(|row| seen.get(&row.service.id));
            let seen = seen.map_or(&[][..], Vec::as_slice);
            let mut document = told::service(record, parsed(&record.document)?, row, seen);
            let source = record.source.as_str();
            if let Some(there) = offered.remove(&(source, record.hsds_id)) {
                document.insert("service_at_locations".to_owned(), Value::Array(there));
            }
            let key = record.organization_hsds.map(|id| (source.to_owned(), id));
            if let Some(organization) = key.and_then(|key| organizations.get(&key)) {
                document.insert(
                    "organization".to_owned(),
                    Value::Object(organization.clone()),
                );
            }
            services.push(document);
        }
        self.without_licensed(&mut services).await?;
        Ok(services)
    }

    /// Those of `terms` that are not of a taxonomy that may not be passed on.
    pub(super) async fn unlicensed(&self, terms: Vec<Document>) -> Result<Vec<Document>, Refusal> {
        let named = terms.iter().filter_map(|term| link(term, "id")).collect();
        let licensed = self.licensed(named).await?;
        let open = |term: &Document| link(term, "id").is_none_or(|id| !licensed.contains(&id));
        Ok(terms.into_iter().filter(open).collect())
    }

    /// Takes out what is classified by a taxonomy that may not be passed on.
    pub(super) async fn without_licensed(&self, documents: &mut [Document]) -> Result<(), Refusal> {
        let mut named = HashSet::new();
        for document in documents.iter() {
            for value in document.values() {
                terms_in(value, &mut named);
            }
            attribute_terms(document, &mut named);
        }
        let licensed = self.licensed(named).await?;
        if !licensed.is_empty() {
            for document in documents {
                drop_terms(document, &licensed);
            }
        }
        Ok(())
    }

    async fn licensed(&self, named: HashSet<Uuid>) -> Result<HashSet<Uuid>, Refusal> {
        if named.is_empty() {
            return Ok(named);
        }
        let licensed = Query::select()
            .column(directory_record::Column::HsdsId)
            .from(directory_record::Entity)
            .and_where(directory_record::Column::OrgId.eq(self.org))
            .and_where(directory_record::Column::Kind.eq(RecordKind::Taxonomy))
            .and_where(directory_record::Column::Licence.is_not_null())
            .take();
        let found: Vec<Uuid> = directory_term::Entity::find()
            .select_only()
            .column(directory_term::Column::TermHsds)
            .distinct()
            .filter(directory_term::Column::TermHsds.is_in(named))
            .filter(directory_term::Column::TaxonomyHsds.in_subquery(licensed))
            .into_tuple()
            .all(self.connection)
            .await?;
        Ok(found.into_iter().collect())
    }

    async fn records(
        &self,
        kind: RecordKind,
        by: directory_record::Column,
        ids: impl Iterator<Item = Uuid>,
    ) -> Result<Vec<directory_record::Model>, Refusal> {
        use directory_record::Column as R;
        let ids: HashSet<Uuid> = ids.collect();
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let found = directory_record::Entity::find()
            .filter(R::OrgId.eq(self.org))
            .filter(R::Kind.eq(kind))
            .filter(by.is_in(ids))
            .order_by_asc(R::Id)
            .all(self.connection)
            .await?;
        Ok(found)
    }

    /// Organisations by their sources and ids, as they are told.
    pub(super) async fn organizations(
        &self,
        ids: HashSet<Uuid>,
    ) -> Result<HashMap<(String, Uuid), Document>, Refusal> {
        use directory_organization::Column as O;
        let told = self
            .records(
                RecordKind::Organization,
                directory_record::Column::HsdsId,
                ids.iter().copied(),
            )
            .await?;
        let mut found = HashMap::new();
        for record in told {
            let document = parsed(&record.document)?;
            found.insert((record.source, record.hsds_id), document);
        }
        // Those that curators recorded have a name and nothing else.
        let own = directory_organization::Entity::find()
            .filter(O::OrgId.eq(self.org))
            .filter(O::Source.eq(""))
            .filter(O::HsdsId.is_in(ids))
            .all(self.connection)
            .await?;
        for row in own {
            let own = json!({ "id": row.hsds_id, "name": row.name, "description": "" });
            if let Value::Object(document) = own {
                found.insert((String::new(), row.hsds_id), document);
            }
        }
        Ok(found)
    }

    async fn evidence(
        &self,
        services: impl Iterator<Item = Uuid>,
    ) -> Result<HashMap<Uuid, Vec<capability_evidence::Model>>, Refusal> {
        let found = capability_evidence::Entity::find()
            .filter(capability_evidence::Column::ServiceId.is_in(services))
            .all(self.connection)
            .await?;
        let mut by_service: HashMap<Uuid, Vec<_>> = HashMap::new();
        for row in found {
            by_service.entry(row.service_id).or_default().push(row);
        }
        Ok(by_service)
    }

    async fn rows(
        &self,
        records: &[directory_record::Model],
    ) -> Result<HashMap<Uuid, ServiceRow>, Refusal> {
        let ids = records.iter().filter_map(|record| record.service_id);
        let found = shape(service::Entity::find())
            .filter(service::Column::Id.is_in(ids))
            .into_model::<ServiceRow>()
            .all(self.connection)
            .await?;
        Ok(found.into_iter().map(|row| (row.service.id, row)).collect())
    }
}

fn attributes(document: &Document) -> impl Iterator<Item = &Value> {
    let attributes = document.get("attributes").and_then(Value::as_array);
    attributes.into_iter().flatten()
}

/// The term that an attribute names, by itself or within.
fn term(attribute: &Value) -> Option<Uuid> {
    let within = attribute
        .get("taxonomy_term")
        .and_then(|term| term.get("id"));
    let id = within.or_else(|| attribute.get("taxonomy_term_id"))?;
    id.as_str()?.parse().ok()
}

fn attribute_terms(document: &Document, named: &mut HashSet<Uuid>) {
    named.extend(attributes(document).filter_map(term));
}

fn terms_in(value: &Value, named: &mut HashSet<Uuid>) {
    match value {
        Value::Array(list) => list.iter().for_each(|one| terms_in(one, named)),
        Value::Object(document) => {
            attribute_terms(document, named);
            document.values().for_each(|one| terms_in(one, named));
        }
        _ => {}
    }
}

fn drop_terms(document: &mut Document, licensed: &HashSet<Uuid>) {
    if let Some(Value::Array(attributes)) = document.get_mut("attributes") {
        attributes.retain(|one| term(one).is_none_or(|term| !licensed.contains(&term)));
    }
    for value in document.values_mut() {
        drop_within(value, licensed);
    }
}

fn drop_within(value: &mut Value, licensed: &HashSet<Uuid>) {
    match value {
        Value::Array(list) => list.iter_mut().for_each(|one| drop_within(one, licensed)),
        Value::Object(document) => drop_terms(document, licensed),
        _ => {}
    }
}
