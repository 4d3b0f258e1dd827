//! Says of a service that waits what kind of help it is and where, so that it is found.
//! Curators do. It is not verified by that.

use std::collections::HashMap;

use serde_json::{Map, Value};
use uuid::Uuid;

use super::waiting;
use crate::access::{Act, Grant, Viewer};
use crate::cases::model::State;
use crate::directory::entity::{directory_organization, service};
use crate::directory::hsds::document::parsed;
use crate::directory::hsds::entity::{RecordKind, directory_record};
use crate::directory::hsds::evidence;
use crate::directory::hsds::promote::{self, Defaults};
use crate::directory::model::{Capacity, ServiceCategory, never_verified};
use crate::directory::record::{ServiceFacts, lists, set, text_of};
use crate::directory::search;
use crate::error::{FieldCode, Refusal, Wrong};
use crate::store::Tx;
use crate::store::prelude::*;

/// What was missing.
#[derive(Debug)]
pub(super) struct ServiceComplete {
    pub key: Uuid,
    pub id: Uuid,
    pub category: ServiceCategory,
    pub state: State,
    pub organization_name: Option<String>,
}

/// Completes it. Returns the service that it has become.
pub(super) async fn complete(viewer: &Viewer, input: ServiceComplete) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::ServiceRecord, input.key, &input).await?;
    let grant = tx.may()?;
    let this = waiting::condition().add(directory_record::Column::Id.eq(input.id));
    let found = tx.find_where::<directory_record::Entity>(this).await?;
    let record = found.ok_or(Refusal::NotFound)?;
    let document = parsed(&record.document)?;
    let organization = organization(&mut tx, &record).await?;
    let told = organization.as_ref().map(|row| row.name.clone());
    let name = told.or_else(|| input.organization_name.clone());
    let name = name.ok_or_else(|| {
        let message = "Its source does not say whose service it is.";
        Wrong::at("organizationName", FieldCode::Required, message)
    })?;
    let places = places(&tx, &record).await?;
    let there: Vec<_> = places.iter().collect();
    let known = Defaults {
        category: Some(input.category),
        state: Some(input.state),
    };
    let facts = promote::facts(&document, &name, &there, known).ok_or_else(|| {
        let message = "Its source does not say what it is called.";
        Wrong::at("id", FieldCode::NotAllowedHere, message)
    })?;
    let facts = said(facts, &input);
    let id = tx.new_id();
    let told = facts.capacity != Capacity::Unknown;
    let mut row = service::ActiveModel {
        id: Set(id),
        org_id: Set(grant.org()),
        version: Set(1),
        capacity_on: Set(promote::capacity_on(&document).filter(|_| told)),
        capacity_by_service: Set(false),
        verified_on: Set(never_verified()),
        verified_by: Set(None),
        created_at: Set(tx.now()),
        directory_organization_id: Set(organization.map(|row| row.id)),
        ..Default::default()
    };
    set(&mut row, &facts);
    tx.insert(&grant, row).await?;
    lists(&mut tx, &grant, id, &facts).await?;
    let rows = evidence::rows(id, &facts.capabilities, &document, &[], tx.now());
    let rows = rows
        .into_iter()
        .map(|row| row.into_active_model().reset_all());
    tx.insert_all(&grant, rows.collect()).await?;
    search::forget(&tx.reader(), vec![record.id]).await?;
    search::keep(&tx.reader(), grant.org(), &[text_of(id, &facts)]).await?;
    link(&mut tx, &grant, record, id).await?;
    tx.commit(id).await
}

/// What the curator says comes before what the source may have meant.
fn said(mut facts: ServiceFacts, input: &ServiceComplete) -> ServiceFacts {
    facts.category = input.category;
    facts.state = input.state;
    if !facts.states.contains(&input.state) {
        facts.states.push(input.state);
        facts.states.sort();
    }
    facts
}

async fn organization(
    tx: &mut Tx,
    record: &directory_record::Model,
) -> Result<Option<directory_organization::Model>, Refusal> {
    match record.directory_organization_id {
        Some(id) => Ok(Some(tx.find::<directory_organization::Entity>(id).await?)),
        None => Ok(None),
    }
}

/// The places where it is. What is confidential is in none of these records (rule 45).
async fn places(
    tx: &Tx,
    record: &directory_record::Model,
) -> Result<Vec<Map<String, Value>>, Refusal> {
    use directory_record::Column as R;
    let of = |kind| R::Source.eq(record.source.as_str()).and(R::Kind.eq(kind));
    let here = of(RecordKind::ServiceAtLocation).and(R::ServiceHsds.eq(record.hsds_id));
    let at = tx.find_all::<directory_record::Entity>(here).await?;
    let ids: Vec<Uuid> = at.iter().filter_map(|row| row.location_hsds).collect();
    let there = of(RecordKind::Location).and(R::HsdsId.is_in(ids.iter().copied()));
    let found = tx.find_all::<directory_record::Entity>(there).await?;
    let mut by_id: HashMap<Uuid, _> = HashMap::new();
    for row in found {
        by_id.insert(row.hsds_id, parsed(&row.document)?);
    }
    Ok(ids.iter().filter_map(|id| by_id.remove(id)).collect())
}

async fn link(
    tx: &mut Tx,
    grant: &Grant,
    record: directory_record::Model,
    service: Uuid,
) -> Result<(), Refusal> {
    let mut row = record.into_active_model();
    row.service_id = Set(Some(service));
    row.modified_at = Set(tx.now());
    tx.update(grant, row).await.map(drop)
}
