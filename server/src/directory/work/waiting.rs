//! Services that a source tells of and that nobody finds yet: it does not say what kind of help
//! they are, or where.

use std::collections::HashMap;

use async_graphql::{Context, ID, Object, Result};
use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::access::{Act, Class, Viewer};
use crate::cases::model::State;
use crate::directory::entity::directory_organization;
use crate::directory::hsds::document::parsed;
use crate::directory::hsds::entity::{RecordKind, directory_record};
use crate::directory::hsds::promote;
use crate::directory::model::ServiceCategory;
use crate::error::Refusal;
use crate::graphql::{Kind, id, policy};
use crate::store::page::{Asked, Cursor, Keyset, Page};
use crate::store::prelude::*;

/// A record without a service, and whose it is.
pub(super) struct Waiting {
    pub record: directory_record::Model,
    pub organization_name: Option<String>,
    pub description: Option<String>,
    pub category: Option<ServiceCategory>,
    pub state: Option<State>,
}

/// Which records they are.
pub(super) fn condition() -> Condition {
    use directory_record::Column as R;
    Condition::all()
        .add(R::Kind.eq(RecordKind::Service))
        .add(R::ServiceId.is_null())
}

/// A page of them in the order in which they came.
pub(super) async fn page(
    viewer: &Viewer,
    order: &'static str,
    asked: Asked,
    after: Option<&Cursor>,
) -> std::result::Result<Page<Waiting>, Refusal> {
    let keyset = Keyset::by_id(order, directory_record::Column::Id, Order::Asc, asked)
        .after(after.map(Cursor::text));
    let found = viewer
        .select::<directory_record::Entity>()
        .filter(condition())
        .page::<directory_record::Model>(&keyset)
        .await?;
    Ok(Page {
        rows: named(viewer, found.rows).await?,
        more: found.more,
        before: found.before,
    })
}

/// Those of `ids` that wait, for who keeps the directory.
pub async fn by_ids(
    viewer: &Viewer,
    ids: &[Uuid],
) -> std::result::Result<Vec<(Uuid, WaitingService)>, Refusal> {
    if viewer.may(Act::ServiceRecord).is_err() {
        return Ok(Vec::new());
    }
    let records = viewer
        .select::<directory_record::Entity>()
        .by_ids(ids)
        .filter(condition())
        .all()
        .await?;
    let found = named(viewer, records).await?;
    let of = |waiting: Waiting| (waiting.record.id, WaitingService(waiting));
    Ok(found.into_iter().map(of).collect())
}

async fn named(
    viewer: &Viewer,
    records: Vec<directory_record::Model>,
) -> std::result::Result<Vec<Waiting>, Refusal> {
    let ids: Vec<Uuid> = records
        .iter()
        .filter_map(|record| record.directory_organization_id)
        .collect();
    let organizations = viewer
        .select::<directory_organization::Entity>()
        .by_ids(&ids)
        .all()
        .await?;
    let names: HashMap<Uuid, String> = organizations
        .into_iter()
        .map(|row| (row.id, row.name))
        .collect();
    let mut all = Vec::with_capacity(records.len());
    for record in records {
        let document = parsed(&record.document)?;
        let whose = record.directory_organization_id;
        all.push(Waiting {
            organization_name: whose.and_then(|id| names.get(&id).cloned()),
            description: promote::text(&document, "description"),
            category: promote::category(&document),
            state: promote::states(&document).first().copied(),
            record,
        });
    }
    Ok(all)
}

/// A service that a source tells of and that nobody finds yet.
pub struct WaitingService(pub(super) Waiting);

/// A service that a source tells of and that nobody finds yet: it does not say what kind of
/// help it is, or where.
#[Object]
impl WaitingService {
    /// Opaque id.
    #[graphql(directive = policy::apply(Class::Public))]
    pub async fn id(&self, ctx: &Context<'_>) -> Result<ID> {
        id::seal(ctx, Kind::WaitingService, self.0.record.id)
    }

    /// Its name.
    #[graphql(directive = policy::apply(Class::Public))]
    async fn name(&self) -> &str {
        &self.0.record.name
    }

    /// Whose service it is, where its source says so.
    #[graphql(directive = policy::apply(Class::Public))]
    async fn organization_name(&self) -> Option<&str> {
        self.0.organization_name.as_deref()
    }

    /// What it does.
    #[graphql(directive = policy::apply(Class::Public))]
    async fn description(&self) -> Option<&str> {
        self.0.description.as_deref()
    }

    /// What kind of help it is, where its source says so in our words.
    #[graphql(directive = policy::apply(Class::Public))]
    async fn category(&self) -> Option<ServiceCategory> {
        self.0.category
    }

    /// A state that it serves, where its source says so.
    #[graphql(directive = policy::apply(Class::Public))]
    async fn state(&self) -> Option<State> {
        self.0.state
    }

    /// What its source is called.
    #[graphql(directive = policy::apply(Class::Public))]
    async fn source(&self) -> &str {
        &self.0.record.source
    }

    /// When it was taken in last.
    #[graphql(directive = policy::apply(Class::Public))]
    async fn imported_at(&self) -> Option<DateTime<Utc>> {
        self.0.record.imported_at
    }
}
