//! A notice in GraphQL.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, Result};
use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::clock::back_dated;
use crate::access::{Class, Viewer};
use crate::cases::{CaseRow, cases_of};
use crate::clocks::entity::notice;
use crate::clocks::model::{NoticeMethod, NotifiedParty};
use crate::clocks::read;
use crate::error::Refusal;
use crate::graphql::{Case, Kind, answer, id, policy};
use crate::people::User;
use crate::vault::{Place, SealedBytes};

/// Those of the notices `ids` whose case is in reach.
pub async fn notices_by_ids(
    viewer: &Viewer,
    ids: &[Uuid],
) -> std::result::Result<Vec<(Uuid, Notice)>, Refusal> {
    let rows = read::notices_by_ids(viewer, ids).await?;
    let cases = cases_of(viewer, rows.iter().map(|row| row.case_id)).await?;
    let with = |row: notice::Model| {
        let case = cases.get(&row.case_id)?.clone();
        Some((row.id, Notice::of(row, case)))
    };
    Ok(rows.into_iter().filter_map(with).collect())
}

/// That somebody was told.
pub struct Notice {
    row: notice::Model,
    case: Arc<CaseRow>,
}

impl Notice {
    /// The notice of `row`, which is on `case`.
    pub fn of(row: notice::Model, case: Arc<CaseRow>) -> Self {
        Self { row, case }
    }

    /// The notice `id`, if its case is in reach.
    pub async fn load(viewer: &Viewer, id: Uuid) -> std::result::Result<Self, Refusal> {
        let found = notices_by_ids(viewer, &[id]).await?.pop();
        found.map(|(_, notice)| notice).ok_or(Refusal::NotFound)
    }

    fn told(
        &self,
        ctx: &Context<'_>,
        column: &'static str,
        sealed: &SealedBytes,
    ) -> Result<String> {
        let place = Place {
            table: "notice",
            column,
            row: self.row.id,
        };
        let told = self.case.permit.open(Class::Narrative, place, sealed);
        Ok(answer(ctx, told)?.unwrap_or_default())
    }
}

/// That somebody was told: who spoke to whom, when, and the number they gave (rule 49). It
/// is written once and never changed.
#[Object]
impl Notice {
    /// Opaque id.
    #[graphql(directive = policy::apply(Class::Pointer))]
    pub async fn id(&self, ctx: &Context<'_>) -> Result<ID> {
        id::seal(ctx, Kind::Notice, self.row.id)
    }

    /// The case.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn case(&self) -> Case {
        Case::of(self.case.clone())
    }

    /// Who was told.
    #[graphql(directive = policy::apply(Class::Work))]
    async fn party(&self) -> NotifiedParty {
        self.row.party
    }

    /// How.
    #[graphql(directive = policy::apply(Class::Work))]
    async fn method(&self) -> NoticeMethod {
        self.row.method
    }

    /// The agency.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn agency(&self, ctx: &Context<'_>) -> Result<String> {
        self.told(ctx, "agency", &self.row.agency)
    }

    /// The person spoken to.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn person_spoken_to(&self, ctx: &Context<'_>) -> Result<String> {
        self.told(ctx, "person", &self.row.person)
    }

    /// The number they gave.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn reference(&self, ctx: &Context<'_>) -> Result<String> {
        self.told(ctx, "reference", &self.row.reference)
    }

    /// When they were told.
    #[graphql(directive = policy::apply(Class::Work))]
    async fn at(&self) -> DateTime<Utc> {
        self.row.at
    }

    /// When it was written down.
    #[graphql(directive = policy::apply(Class::Work))]
    async fn recorded_at(&self) -> DateTime<Utc> {
        self.row.recorded_at
    }

    /// Whether it was written down some time after it was (rule 49).
    #[graphql(directive = policy::apply(Class::Work))]
    async fn back_dated(&self) -> bool {
        back_dated(self.row.at, self.row.recorded_at)
    }

    /// Whether they were asked not to reveal that the young person is in foster care (rule 53).
    #[graphql(directive = policy::apply(Class::Legal))]
    async fn asked_not_to_reveal_care(&self) -> bool {
        self.row.asked_not_to_reveal_care
    }

    /// Who wrote it down.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn recorded_by(&self, ctx: &Context<'_>) -> Result<Option<User>> {
        User::load(ctx, self.row.recorded_by).await
    }
}
