//! The support profile in GraphQL.

use std::sync::Arc;

use async_graphql::{Context, Object, Result};
use chrono::{DateTime, Utc};

use crate::access::Class;
use crate::cases::CaseRow;
use crate::error::Refusal;
use crate::graphql::policy;
use crate::people::User;
use crate::plans::support::{
    Calming, ContactWish, Profile, ToldTopic, Trigger, open_profile, support_profile,
};

/// What helps this young person.
pub struct SupportProfile {
    row: support_profile::Model,
    says: Profile,
}

impl SupportProfile {
    /// The profile of `row`, for those who may read what it says.
    pub fn of(
        row: support_profile::Model,
        case: &Arc<CaseRow>,
    ) -> std::result::Result<Option<Self>, Refusal> {
        let says = open_profile(&case.permit, &row)?;
        Ok(says.map(|says| Self { row, says }))
    }
}

/// What helps this young person: what sets off, what calms, what is not asked again.
#[Object]
impl SupportProfile {
    /// Send it back with a change.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn version(&self) -> i32 {
        self.row.version
    }

    /// What can set the young person off.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn triggers(&self) -> &[Trigger] {
        &self.says.triggers
    }

    /// What calms.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn calming(&self) -> &[Calming] {
        &self.says.calming
    }

    /// How the young person wants to be reached.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn contact(&self) -> &[ContactWish] {
        &self.says.contact
    }

    /// What was told already and is not asked again (rule 126).
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn do_not_ask(&self) -> &[ToldTopic] {
        &self.says.do_not_ask
    }

    /// What makes a welcome.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn welcome_items(&self) -> &[String] {
        &self.says.welcome_items
    }

    /// Who wrote it last.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn written_by(&self, ctx: &Context<'_>) -> Result<Option<User>> {
        User::load(ctx, self.row.written_by).await
    }

    /// When it was written last.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn written_at(&self) -> DateTime<Utc> {
        self.row.written_at
    }
}
