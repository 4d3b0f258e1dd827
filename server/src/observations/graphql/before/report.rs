//! What a report said before it was corrected, in GraphQL.

use std::sync::Arc;

use async_graphql::{Context, Object, Result};
use chrono::{DateTime, Utc};

use crate::access::Class;
use crate::cases::CaseRow;
use crate::clocks::model::NoticeMethod;
use crate::graphql::{answer, policy};
use crate::observations::entity::tip_past;
use crate::observations::graphql::{needed, opened};
use crate::observations::model::{ReportedTo, TipKind};
use crate::observations::report::past_place;
use crate::people::User;
use crate::vault::SealedBytes;

/// What a report said before it was corrected.
pub struct EarlierReport {
    row: tip_past::Model,
    case: Arc<CaseRow>,
}

impl EarlierReport {
    /// Of `row`, which is on `case`.
    pub(in crate::observations) fn of(row: tip_past::Model, case: Arc<CaseRow>) -> Self {
        Self { row, case }
    }

    fn told(
        &self,
        ctx: &Context<'_>,
        column: &'static str,
        sealed: Option<&SealedBytes>,
    ) -> Result<Option<String>> {
        let place = past_place(column, self.row.id);
        answer(ctx, opened(&self.case.permit, place, sealed))
    }

    fn needs(
        &self,
        ctx: &Context<'_>,
        column: &'static str,
        sealed: &SealedBytes,
    ) -> Result<String> {
        let place = past_place(column, self.row.id);
        answer(ctx, needed(&self.case.permit, place, sealed))
    }
}

/// What a report that was made said before it was corrected, and why it was.
#[Object]
impl EarlierReport {
    /// To whom.
    #[graphql(directive = policy::apply(Class::Observation))]
    async fn reported_to(&self) -> ReportedTo {
        self.row.reported_to
    }

    /// What it was about.
    #[graphql(directive = policy::apply(Class::Observation))]
    async fn kind(&self) -> Option<TipKind> {
        self.row.kind
    }

    /// When.
    #[graphql(directive = policy::apply(Class::Observation))]
    async fn filed_at(&self) -> DateTime<Utc> {
        self.row.filed_at
    }

    /// Who made it, when it was not the one who wrote it down.
    #[graphql(directive = policy::apply(Class::Observation))]
    async fn filed_by(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        self.told(ctx, "filed_by", self.row.filed_by.as_ref())
    }

    /// How.
    #[graphql(directive = policy::apply(Class::Observation))]
    async fn method(&self) -> NoticeMethod {
        self.row.method
    }

    /// The agency or office.
    #[graphql(directive = policy::apply(Class::Observation))]
    async fn agency(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        self.told(ctx, "agency", self.row.agency.as_ref())
    }

    /// The person there.
    #[graphql(directive = policy::apply(Class::Observation))]
    async fn person_spoken_to(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        self.told(ctx, "person", self.row.person.as_ref())
    }

    /// The number they gave.
    #[graphql(directive = policy::apply(Class::Observation))]
    async fn reference(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        self.told(ctx, "reference", self.row.reference.as_ref())
    }

    /// Who wrote it down.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn recorded_by(&self, ctx: &Context<'_>) -> Result<Option<User>> {
        User::load(ctx, self.row.recorded_by).await
    }

    /// When it was written down.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn recorded_at(&self) -> DateTime<Utc> {
        self.row.recorded_at
    }

    /// Why it was corrected.
    #[graphql(directive = policy::apply(Class::Observation))]
    async fn reason(&self, ctx: &Context<'_>) -> Result<String> {
        self.needs(ctx, "reason", &self.row.reason)
    }

    /// Who corrected it.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn corrected_by(&self, ctx: &Context<'_>) -> Result<Option<User>> {
        User::load(ctx, self.row.corrected_by).await
    }

    /// When.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn corrected_at(&self) -> DateTime<Utc> {
        self.row.corrected_at
    }
}
