//! A move of a referral, in GraphQL.

use async_graphql::{Context, ID, Object, Result};
use chrono::{DateTime, Utc};

use crate::access::Class;
use crate::error::Refusal;
use crate::graphql::{Kind, Loaders, answer, id, policy};
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

    /// Who moved it.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn by(&self, ctx: &Context<'_>) -> Result<Option<User>> {
        User::load(ctx, self.0.by_user).await
    }

    /// Why, as a code.
    #[graphql(directive = policy::apply(Class::Health))]
    async fn reason(&self) -> Option<ReferralReason> {
        self.0.reason_code
    }

    /// Why, in words.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn text(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let case = ctx.data::<Loaders>()?.case(self.0.case_id).await;
        let case = answer(ctx, case.and_then(|case| case.ok_or(Refusal::NotFound)))?;
        let place = event_place(self.0.id);
        let text = self.0.text.as_ref();
        answer(ctx, case.permit.open_some(Class::Narrative, place, text))
    }
}
