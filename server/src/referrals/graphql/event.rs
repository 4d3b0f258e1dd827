//! A move of a referral, in GraphQL.

use async_graphql::{Context, ID, Object, Result};
use chrono::{DateTime, Utc};

use super::referral::case_row;
use crate::access::Class;
use crate::graphql::{Kind, answer, id, policy};
use crate::people::User;
use crate::referrals::entity::referral_event;
use crate::referrals::make::event_place;
use crate::referrals::model::{ReferralReason, ReferralState};

/// A move of a referral.
pub struct ReferralEvent(pub referral_event::Model);

/// A move of a referral.
#[Object]
impl ReferralEvent {
    /// Opaque id.
    #[graphql(directive = policy::apply(Class::Pointer))]
    pub async fn id(&self, ctx: &Context<'_>) -> Result<ID> {
        id::seal(ctx, Kind::ReferralEvent, self.0.id)
    }

    /// From which state; null where it was made.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn from(&self) -> Option<ReferralState> {
        self.0.from_state
    }

    /// To which state.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn to(&self) -> ReferralState {
        self.0.to_state
    }

    /// When.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn at(&self) -> DateTime<Utc> {
        self.0.at
    }

    /// Who moved it; null where the service did, by its link.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn by(&self, ctx: &Context<'_>) -> Result<Option<User>> {
        match self.0.link_id {
            Some(_) => Ok(None),
            None => User::load(ctx, self.0.by_user).await,
        }
    }

    /// Whether the service itself moved it, by the link that it was sent.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn by_link(&self) -> bool {
        self.0.link_id.is_some()
    }

    /// Why, as a code.
    #[graphql(directive = policy::apply(Class::Health))]
    async fn reason(&self) -> Option<ReferralReason> {
        self.0.reason_code
    }

    /// Why, in words.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn text(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let case = case_row(ctx, self.0.case_id).await?;
        let place = event_place(self.0.id);
        let text = self.0.text.as_ref();
        answer(ctx, case.permit.open_some(Class::Narrative, place, text))
    }
}
