//! A frozen version of a plan in GraphQL.

use std::sync::Arc;

use async_graphql::{Context, Object, Result};
use chrono::{DateTime, Utc};

use crate::access::Class;
use crate::cases::CaseRow;
use crate::graphql::{answer, policy};
use crate::people::User;
use crate::plans::change::place;
use crate::plans::entity::plan_version;

/// A plan as it stood when it became active.
pub struct PlanVersion {
    row: plan_version::Model,
    case: Arc<CaseRow>,
}

impl PlanVersion {
    /// The version of `row`, whose plan is on `case`.
    pub(super) fn of(row: plan_version::Model, case: Arc<CaseRow>) -> Self {
        Self { row, case }
    }
}

/// A plan as it stood when it became active. It is frozen (rule 71).
#[Object]
impl PlanVersion {
    /// The version that the plan had then.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn number(&self) -> i32 {
        self.row.number
    }

    /// When it was frozen.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn frozen_at(&self) -> DateTime<Utc> {
        self.row.frozen_at
    }

    /// Who made the plan active.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn frozen_by(&self, ctx: &Context<'_>) -> Result<Option<User>> {
        User::load(ctx, self.row.by_user).await
    }

    /// Everything that was in it, as JSON text.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn content(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let place = place("plan_version", "snapshot", self.row.id);
        let permit = &self.case.permit;
        answer(
            ctx,
            permit.open(Class::Narrative, place, &self.row.snapshot),
        )
    }

    /// SHA-256 of the content, in hexadecimal digits.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn content_hash(&self) -> String {
        hex::encode(&self.row.content_hash)
    }
}
