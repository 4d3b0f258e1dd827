//! What curators record themselves is a part of the HSDS data as well: a record of the
//! source that has no name.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::entity::{RecordKind, directory_record};
use super::hidden::{self, Apart};
use crate::access::Grant;
use crate::directory::entity::directory_organization;
use crate::directory::model::Capability;
use crate::directory::record::ServiceFacts;
use crate::error::Refusal;
use crate::store::prelude::*;
use crate::store::{Tx, UnscopedTx};

/// The organisation whose service it is, among those recorded here; made when there is none
/// of that name.
pub(in crate::directory) async fn organization_named(
    tx: &mut Tx,
    grant: &Grant,
    facts: &ServiceFacts,
) -> Result<Uuid, Refusal> {
    use directory_organization::Column as O;
    let name = facts.organization_name.as_str();
    let same = O::Source.eq("").and(O::Name.eq(name));
    let found = tx.find_where::<directory_organization::Entity>(same);
    if let Some(found) = found.await? {
        return Ok(found.id);
    }
    let id = tx.new_id();
    let row = directory_organization::ActiveModel {
        id: Set(id),
        org_id: Set(grant.org()),
        version: Set(1),
        name: Set(name.to_owned()),
        source: Set(String::new()),
        hsds_id: Set(id),
        created_at: Set(tx.now()),
    };
    tx.insert(grant, row).await?;
    Ok(id)
}

/// Notes in a service's record what was said of it; makes the record of a new one.
/// `organization` is there when it is new or another one.
pub(in crate::directory) async fn note(
    tx: &mut Tx,
    grant: &Grant,
    service: Uuid,
    organization: Option<Uuid>,
    facts: &ServiceFacts,
) -> Result<(), Refusal> {
    let now = tx.now();
    if let Some(found) = of_service(tx, service).await? {
        if facts
            .capabilities
            .contains(&Capability::ConfidentialLocation)
        {
            let apart = Apart {
                app: tx.viewer().app(),
                tx: &tx.reader(),
                org: grant.org(),
                source: &found.source,
                now,
            };
            hidden::of_service(&apart, found.hsds_id).await?;
        }
        let own = found.source.is_empty();
        let mut row = found.into_active_model();
        if own && organization.is_some() {
            row.organization_hsds = Set(organization);
            row.directory_organization_id = Set(organization);
        }
        row.name = Set(facts.name.clone());
        row.internal_only = Set(facts.internal_only);
        row.modified_at = Set(now);
        return tx.update(grant, row).await.map(drop);
    }
    let row = directory_record::ActiveModel {
        id: Set(tx.new_id()),
        org_id: Set(grant.org()),
        source: Set(String::new()),
        kind: Set(RecordKind::Service),
        hsds_id: Set(service),
        organization_hsds: Set(organization),
        service_hsds: Set(None),
        location_hsds: Set(None),
        directory_organization_id: Set(organization),
        service_id: Set(Some(service)),
        name: Set(facts.name.clone()),
        document: Set("{}".to_owned()),
        licence: Set(None),
        internal_only: Set(facts.internal_only),
        modified_at: Set(now),
        imported_at: Set(None),
        source_version: Set(None),
    };
    tx.insert(grant, row).await.map(drop)
}

/// Says that something of a service has changed now.
pub(in crate::directory) async fn touch(
    tx: &mut Tx,
    grant: &Grant,
    service: Uuid,
) -> Result<(), Refusal> {
    let Some(found) = of_service(tx, service).await? else {
        return Ok(());
    };
    let mut row = found.into_active_model();
    row.modified_at = Set(tx.now());
    tx.update(grant, row).await.map(drop)
}

/// [`touch`] by what a service told of itself.
pub(in crate::directory) async fn told(
    tx: &UnscopedTx,
    service: Uuid,
    now: DateTime<Utc>,
) -> Result<(), Refusal> {
    use directory_record::Column as R;
    directory_record::Entity::update_many()
        .col_expr(R::ModifiedAt, Expr::value(now))
        .filter(R::ServiceId.eq(service))
        .exec(tx)
        .await?;
    Ok(())
}

async fn of_service(
    tx: &mut Tx,
    service: Uuid,
) -> Result<Option<directory_record::Model>, Refusal> {
    let of_it = directory_record::Column::ServiceId.eq(service);
    tx.find_where::<directory_record::Entity>(of_it).await
}
