//! The services of a batch as those who work with cases find them.

use std::collections::{BTreeSet, HashMap};

use serde_json::{Map, Value};
use uuid::Uuid;

use super::batch::{Batch, Known, ROWS};
use super::entity::RecordKind;
use super::evidence;
use super::promote::{self, Defaults, capacity_on};
use super::tree::Found;
use crate::directory::entity::{service, service_capability, service_language, service_state};
use crate::directory::model::{Capability, Capacity, never_verified};
use crate::directory::record::{ServiceFacts, set, text_of};
use crate::directory::search;
use crate::directory::vetting::entity::capability_evidence;
use crate::directory::work;
use crate::error::Refusal;
use crate::store::prelude::*;

/// A service to be written.
struct Promoted {
    id: Uuid,
    row: service::ActiveModel,
    facts: ServiceFacts,
    evidence: Vec<capability_evidence::Model>,
    known: bool,
}

/// The services of a batch.
pub(super) struct Services<'o> {
    places: HashMap<Uuid, Vec<&'o Map<String, Value>>>,
    rows: HashMap<Uuid, service::Model>,
    capabilities: HashMap<Uuid, BTreeSet<Capability>>,
    evidence: HashMap<Uuid, Vec<capability_evidence::Model>>,
    changed: Vec<(service::Model, Vec<String>)>,
    defaults: Defaults,
    ids: Vec<Uuid>,
    org: Uuid,
    now: chrono::DateTime<chrono::Utc>,
    promoted: Vec<Promoted>,
}

impl<'o> Services<'o> {
    /// With what is known of them. `open` is without what is told to nobody.
    pub(super) async fn of(
        batch: &Batch<'_>,
        open: &'o [Found],
        there: &Known,
    ) -> Result<Self, Refusal> {
        let locations: HashMap<Uuid, _> = open
            .iter()
            .filter(|found| found.kind == RecordKind::Location)
            .map(|found| (found.id, &found.document))
            .collect();
        let mut places: HashMap<Uuid, Vec<_>> = HashMap::new();
        for found in open {
            if let (RecordKind::ServiceAtLocation, Some(service), Some(location)) =
                (found.kind, found.service, found.location)
                && let Some(document) = locations.get(&location)
            {
                places.entry(service).or_default().push(*document);
            }
        }
        let known = there.values().filter_map(|(row, _)| row.service_id);
        let known: Vec<Uuid> = known.collect();
        let rows = service::Entity::find()
            .filter(service::Column::Id.is_in(known.iter().copied()))
            .all(batch.tx)
            .await?;
        let of_them = service_capability::Column::ServiceId.is_in(known);
        let able = service_capability::Entity::find()
            .filter(of_them)
            .all(batch.tx)
            .await?;
        let mut capabilities: HashMap<Uuid, BTreeSet<_>> = HashMap::new();
        for one in able {
            capabilities
                .entry(one.service_id)
                .or_default()
                .insert(one.capability);
        }
        let of_them = capability_evidence::Column::ServiceId.is_in(rows.iter().map(|row| row.id));
        let seen = capability_evidence::Entity::find()
            .filter(of_them)
            .all(batch.tx)
            .await?;
        let mut evidence: HashMap<Uuid, Vec<_>> = HashMap::new();
        for one in seen {
            evidence.entry(one.service_id).or_default().push(one);
        }
        let new = open.iter().filter(|one| one.kind == RecordKind::Service);
        Ok(Self {
            places,
            rows: rows.into_iter().map(|row| (row.id, row)).collect(),
            capabilities,
            evidence,
            changed: Vec::new(),
            defaults: batch.asked.defaults,
            ids: new.map(|_| batch.app.clock().new_id()).collect(),
            org: batch.org,
            now: batch.now,
            promoted: Vec::new(),
        })
    }

    /// Notes that the source of a service says something else now. What somebody has checked is
    /// for a curator to look at.
    pub(super) fn changed(&mut self, service: Option<Uuid>, told: Vec<String>) {
        let row = service.and_then(|id| self.rows.get(&id));
        let checked = row.filter(|row| row.verified_on > never_verified() && !row.closed);
        if let (Some(row), false) = (checked, told.is_empty()) {
            self.changed.push((row.clone(), told));
        }
    }

    /// Takes a service up. Returns its id, or none while it waits for a curator.
    pub(super) fn promote(
        &mut self,
        found: &Found,
        document: &Map<String, Value>,
        whose: Option<&(Uuid, String)>,
        known: Option<Uuid>,
    ) -> Option<Uuid> {
        let row = known.and_then(|id| self.rows.get(&id));
        let name = match (whose, row) {
            (Some((_, name)), _) => name.as_str(),
            (None, Some(row)) => row.organization_name.as_str(),
            (None, None) => return known,
        };
        let defaults = Defaults {
            category: row.map(|row| row.category).or(self.defaults.category),
            state: row.map(|row| row.state).or(self.defaults.state),
        };
        let places = self.places.get(&found.id).map_or(&[][..], Vec::as_slice);
        let Some(mut facts) = promote::facts(document, name, places, defaults) else {
            return known;
        };
        // What a curator has said it is able to do stays said, above all that nobody is told
        // where it is (rule 45).
        if let Some(said) = known.and_then(|id| self.capabilities.get(&id)) {
            let mut all = said.clone();
            all.extend(facts.capabilities);
            if all.contains(&Capability::ConfidentialLocation) {
                facts.city = None;
            }
            facts.capabilities = all.into_iter().collect();
        }
        let told = facts.capacity != Capacity::Unknown;
        let (id, mut model) = match row {
            Some(row) => {
                if !told {
                    facts.capacity = row.capacity;
                }
                // What must stay between colleagues stays so, whatever the source says.
                facts.internal_only |= row.internal_only;
                let mut model = row.clone().into_active_model();
                model.version = Set(row.version + 1);
                (row.id, model)
            }
            None => {
                let id = self.ids.pop()?;
                let model = service::ActiveModel {
                    id: Set(id),
                    org_id: Set(self.org),
                    version: Set(1),
                    capacity_on: Set(None),
                    capacity_by_service: Set(false),
                    // To import is not to verify.
                    verified_on: Set(never_verified()),
                    verified_by: Set(None),
                    created_at: Set(self.now),
                    ..Default::default()
                };
                (id, model)
            }
        };
        set(&mut model, &facts);
        if told {
            model.capacity_on = Set(capacity_on(document));
            model.capacity_by_service = Set(false);
        }
        if let Some((organization, _)) = whose {
            model.directory_organization_id = Set(Some(*organization));
        } else if row.is_none() {
            model.directory_organization_id = Set(None);
        }
        let known = self.evidence.get(&id).map_or(&[][..], Vec::as_slice);
        self.promoted.push(Promoted {
            id,
            evidence: evidence::rows(id, &facts.capabilities, document, known, self.now),
            row: model.reset_all(),
            facts,
            known: row.is_some(),
        });
        Some(id)
    }

    /// Writes what was taken up.
    pub(super) async fn write(self, batch: &Batch<'_>) -> Result<(), Refusal> {
        let (known, fresh): (Vec<_>, Vec<_>) = self.promoted.into_iter().partition(|one| one.known);
        for rows in fresh.chunks(ROWS) {
            let rows = rows.iter().map(|one| one.row.clone());
            service::Entity::insert_many(rows)
                .exec_without_returning(batch.tx)
                .await?;
        }
        let ids: Vec<Uuid> = known.iter().map(|one| one.id).collect();
        for one in &known {
            service::Entity::update(one.row.clone())
                .exec(batch.tx)
                .await?;
        }
        forget(batch, &ids).await?;
        let all: Vec<Promoted> = known.into_iter().chain(fresh).collect();
        lists(batch, &all).await?;
        work::source_changed(batch.tx, &self.changed, self.now).await?;
        let texts: Vec<_> = all.iter().map(|one| text_of(one.id, &one.facts)).collect();
        search::keep(batch.tx, batch.org, &texts).await
    }
}

async fn forget(batch: &Batch<'_>, ids: &[Uuid]) -> Result<(), Refusal> {
    if ids.is_empty() {
        return Ok(());
    }
    let states = service_state::Column::ServiceId.is_in(ids.iter().copied());
    let states = service_state::Entity::delete_many().filter(states);
    states.exec(batch.tx).await?;
    let able = service_capability::Column::ServiceId.is_in(ids.iter().copied());
    let able = service_capability::Entity::delete_many().filter(able);
    able.exec(batch.tx).await?;
    let languages = service_language::Column::ServiceId.is_in(ids.iter().copied());
    let languages = service_language::Entity::delete_many().filter(languages);
    languages.exec(batch.tx).await?;
    let seen = capability_evidence::Column::ServiceId.is_in(ids.iter().copied());
    let seen = capability_evidence::Entity::delete_many().filter(seen);
    seen.exec(batch.tx).await?;
    Ok(())
}

async fn lists(batch: &Batch<'_>, all: &[Promoted]) -> Result<(), Refusal> {
    let states = all.iter().flat_map(|one| {
        one.facts
            .states
            .iter()
            .map(|state| service_state::ActiveModel {
                service_id: Set(one.id),
                state: Set(*state),
            })
    });
    let states: Vec<_> = states.collect();
    for rows in states.chunks(ROWS) {
        let rows = service_state::Entity::insert_many(rows.to_vec());
        rows.exec_without_returning(batch.tx).await?;
    }
    let able = all.iter().flat_map(|one| {
        let able = one.facts.capabilities.iter();
        able.map(|capability| service_capability::ActiveModel {
            service_id: Set(one.id),
            capability: Set(*capability),
        })
    });
    let able: Vec<_> = able.collect();
    for rows in able.chunks(ROWS) {
        let rows = service_capability::Entity::insert_many(rows.to_vec());
        rows.exec_without_returning(batch.tx).await?;
    }
    let seen = all.iter().flat_map(|one| one.evidence.iter().cloned());
    let seen: Vec<_> = seen
        .map(|row| row.into_active_model().reset_all())
        .collect();
    for rows in seen.chunks(ROWS) {
        let rows = capability_evidence::Entity::insert_many(rows.to_vec());
        rows.exec_without_returning(batch.tx).await?;
    }
    let languages = all.iter().flat_map(|one| {
        let languages = one.facts.languages.iter();
        languages.map(|language| service_language::ActiveModel {
            service_id: Set(one.id),
            language: Set(language.clone()),
        })
    });
    let languages: Vec<_> = languages.collect();
    for rows in languages.chunks(ROWS) {
        let rows = service_language::Entity::insert_many(rows.to_vec());
        rows.exec_without_returning(batch.tx).await?;
    }
    Ok(())
}
