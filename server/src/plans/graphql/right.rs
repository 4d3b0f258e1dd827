//! That the right not to engage was explained, in GraphQL.

use async_graphql::{Context, Object, Result};
use chrono::NaiveDate;
use uuid::Uuid;

use crate::access::Class;
use crate::graphql::{Day, policy};
use crate::people::User;

/// That the right not to engage was explained.
pub struct RightExplained {
    pub(super) on: NaiveDate,
    pub(super) by: Uuid,
}

/// That the right not to engage was explained to the young person (rule 74).
#[Object]
impl RightExplained {
    /// On which day.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn on(&self) -> Day {
        Day(self.on)
    }

    /// By whom.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn by(&self, ctx: &Context<'_>) -> Result<Option<User>> {
        User::load(ctx, self.by).await
    }
}
