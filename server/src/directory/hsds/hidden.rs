//! Locations that are told to nobody (rule 45): they, and what services have there, are kept
//! apart and sealed, and are in no other table.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use sea_orm::ConnectionTrait;
use sea_orm::sea_query::OnConflict;
use serde_json::{Value, json};
use uuid::Uuid;

use super::batch::ROWS;
use super::entity::{RecordKind, confidential_record, directory_record};
use super::promote::confidential;
use super::tree::Found;
use crate::app::{App, keys};
use crate::directory::entity::service_capability;
use crate::directory::model::Capability;
use crate::directory::places::service_place;
use crate::error::{Fault, Refusal};
use crate::store::prelude::*;
use crate::vault::{Place, seal};

/// Where to keep apart: the records of one source in one organisation.
pub(super) struct Apart<'a, C> {
    pub app: &'a App,
    pub tx: &'a C,
    pub org: Uuid,
    pub source: &'a str,
    pub now: DateTime<Utc>,
}

/// Keeps apart where a service is, of which a curator has said that it is told to nobody.
pub(super) async fn of_service<C: ConnectionTrait>(
    apart: &Apart<'_, C>,
    service: Uuid,
) -> Result<(), Refusal> {
    use directory_record::Column as R;
    let there: Vec<Option<Uuid>> = directory_record::Entity::find()
        .select_only()
        .column(R::LocationHsds)
        .filter(R::OrgId.eq(apart.org))
        .filter(R::Source.eq(apart.source))
        .filter(R::Kind.eq(RecordKind::ServiceAtLocation))
        .filter(R::ServiceHsds.eq(service))
        .into_tuple()
        .all(apart.tx)
        .await?;
    let hidden = Hidden {
        locations: there.into_iter().flatten().collect(),
        services: HashSet::from([service]),
    };
    hidden.seal(apart, Vec::new()).await.map(drop)
}

/// What of a batch is to be kept apart.
pub(super) struct Hidden {
    locations: HashSet<Uuid>,
    services: HashSet<Uuid>,
}

impl Hidden {
    /// What the objects say is confidential, and what is known to be: nothing becomes open by
    /// being told again without saying so.
    pub(super) async fn find<C: ConnectionTrait>(
        batch: &Apart<'_, C>,
        all: &[Found],
    ) -> Result<Self, Refusal> {
        let of = |kind| all.iter().filter(move |found| found.kind == kind);
        let at = || of(RecordKind::ServiceAtLocation);
        let mut services: HashSet<Uuid> = of(RecordKind::Service)
            .filter(|found| confidential(&found.document))
            .map(|found| found.id)
            .collect();
        let asked = of(RecordKind::Service).map(|found| found.id);
        let asked = asked.chain(at().filter_map(|found| found.service));
        services.extend(known_services(batch, asked.collect()).await?);
        let mut locations: HashSet<Uuid> = of(RecordKind::Location)
            .filter(|found| confidential(&found.document))
            .map(|found| found.id)
            .collect();
        for found in at() {
            let there = found
                .service
                .is_some_and(|service| services.contains(&service));
            if there || confidential(&found.document) {
                locations.extend(found.location);
            }
        }
        let asked = of(RecordKind::Location).map(|found| found.id);
        let asked = asked.chain(at().filter_map(|found| found.location));
        locations.extend(known_locations(batch, asked.collect()).await?);
        Ok(Self {
            locations,
            services,
        })
    }

    /// Whether an object is to be kept apart.
    pub(super) fn hides(&self, found: &Found) -> bool {
        let at = found
            .location
            .is_some_and(|id| self.locations.contains(&id));
        let of = found.service.is_some_and(|id| self.services.contains(&id));
        match found.kind {
            RecordKind::Location => self.locations.contains(&found.id),
            RecordKind::ServiceAtLocation => at || of || confidential(&found.document),
            _ => false,
        }
    }

    /// Seals what is to be kept apart, and what an earlier import had kept open of it. Returns
    /// how many objects of the batch were sealed.
    pub(super) async fn seal<C: ConnectionTrait>(
        &self,
        batch: &Apart<'_, C>,
        secret: Vec<Found>,
    ) -> Result<u64, Refusal> {
        self.forget_places(batch).await?;
        let open = self.open_until_now(batch).await?;
        if open.is_empty() && secret.is_empty() {
            return Ok(0);
        }
        let number = secret.len() as u64;
        // What is told now takes the place of what was open: one row of each in a statement.
        let mut rows = HashMap::with_capacity(open.len() + secret.len());
        for row in &open {
            let links = json!({ "service": row.service_hsds, "location": row.location_hsds,
                "organization": row.organization_hsds });
            let document = Value::from(row.document.as_str());
            rows.insert((row.kind, row.hsds_id), (links, document));
        }
        for found in secret {
            let links = json!({ "service": found.service, "location": found.location,
                "organization": found.organization });
            let document = Value::Object(found.document);
            rows.insert((found.kind, found.id), (links, document));
        }
        keep(batch, rows).await?;
        let ids: Vec<Uuid> = open.iter().map(|row| row.id).collect();
        if !ids.is_empty() {
            use super::entity::directory_term::{Column as T, Entity as Terms};
            let terms = T::RecordId.is_in(ids.iter().copied());
            Terms::delete_many().filter(terms).exec(batch.tx).await?;
            let rows = directory_record::Column::Id.is_in(ids);
            directory_record::Entity::delete_many()
                .filter(rows)
                .exec(batch.tx)
                .await?;
        }
        Ok(number)
    }

    /// No distance tells any more where they are.
    async fn forget_places<C: ConnectionTrait>(&self, batch: &Apart<'_, C>) -> Result<(), Refusal> {
        use service_place::Column as P;
        if !self.locations.is_empty() {
            service_place::Entity::delete_many()
                .filter(P::OrgId.eq(batch.org))
                .filter(P::LocationHsds.is_in(self.locations.iter().copied()))
                .exec(batch.tx)
                .await?;
        }
        Ok(())
    }

    async fn open_until_now<C: ConnectionTrait>(
        &self,
        batch: &Apart<'_, C>,
    ) -> Result<Vec<directory_record::Model>, Refusal> {
        use directory_record::Column as R;
        if self.locations.is_empty() && self.services.is_empty() {
            return Ok(Vec::new());
        }
        let location = R::Kind
            .eq(RecordKind::Location)
            .and(R::HsdsId.is_in(self.locations.iter().copied()));
        let there = R::LocationHsds.is_in(self.locations.iter().copied());
        let of = R::ServiceHsds.is_in(self.services.iter().copied());
        let at = R::Kind.eq(RecordKind::ServiceAtLocation).and(there.or(of));
        let found = directory_record::Entity::find()
            .filter(R::OrgId.eq(batch.org))
            .filter(R::Source.eq(batch.source))
            .filter(location.or(at))
            .all(batch.tx)
            .await?;
        Ok(found)
    }
}

async fn keep<C: ConnectionTrait>(
    batch: &Apart<'_, C>,
    rows: HashMap<(RecordKind, Uuid), (Value, Value)>,
) -> Result<(), Refusal> {
    use confidential_record::Column as C;
    let (app, org) = (batch.app, batch.org);
    keys::insert_if_absent(app, batch.tx, org, org, batch.now).await?;
    let key = keys::find(app, batch.tx, &[org]).await?.pop();
    let (_, key) = key.ok_or(Fault::Broken("an organisation without a key"))?;
    let mut sealed = Vec::with_capacity(rows.len());
    for ((kind, hsds_id), (links, document)) in rows {
        let id = app.clock().new_id();
        let place = Place {
            table: "confidential_record",
            column: "document",
            row: id,
        };
        let whole = json!({ "links": links, "document": document }).to_string();
        sealed.push(confidential_record::ActiveModel {
            id: Set(id),
            org_id: Set(org),
            source: Set(batch.source.to_owned()),
            kind: Set(kind),
            hsds_id: Set(hsds_id),
            document: Set(seal(&key, place, whole)?),
            created_at: Set(batch.now),
        });
    }
    // A value opens in its own row alone, so a newer one takes the row with it.
    let newer = OnConflict::columns([C::OrgId, C::Source, C::Kind, C::HsdsId])
        .update_columns([C::Id, C::Document, C::CreatedAt])
        .to_owned();
    for rows in sealed.chunks(ROWS) {
        confidential_record::Entity::insert_many(rows.to_vec())
            .on_conflict(newer.clone())
            .exec_without_returning(batch.tx)
            .await?;
    }
    Ok(())
}

/// The services among `asked` whose location a curator or an earlier import has hidden.
async fn known_services<C: ConnectionTrait>(
    batch: &Apart<'_, C>,
    asked: HashSet<Uuid>,
) -> Result<Vec<Uuid>, Refusal> {
    use directory_record::Column as R;
    let hidden = Query::select()
        .column(service_capability::Column::ServiceId)
        .from(service_capability::Entity)
        .and_where(service_capability::Column::Capability.eq(Capability::ConfidentialLocation))
        .take();
    let found = directory_record::Entity::find()
        .select_only()
        .column(R::HsdsId)
        .filter(R::OrgId.eq(batch.org))
        .filter(R::Source.eq(batch.source))
        .filter(R::Kind.eq(RecordKind::Service))
        .filter(R::HsdsId.is_in(asked))
        .filter(R::ServiceId.in_subquery(hidden))
        .into_tuple()
        .all(batch.tx)
        .await?;
    Ok(found)
}

async fn known_locations<C: ConnectionTrait>(
    batch: &Apart<'_, C>,
    asked: HashSet<Uuid>,
) -> Result<Vec<Uuid>, Refusal> {
    use confidential_record::Column as C;
    let found = confidential_record::Entity::find()
        .select_only()
        .column(C::HsdsId)
        .filter(C::OrgId.eq(batch.org))
        .filter(C::Source.eq(batch.source))
        .filter(C::Kind.eq(RecordKind::Location))
        .filter(C::HsdsId.is_in(asked))
        .into_tuple()
        .all(batch.tx)
        .await?;
    Ok(found)
}
