//! A warm hand-off, in GraphQL.

use async_graphql::{Context, Object, Result};
use chrono::{DateTime, Utc};

use super::referral::case_row;
use crate::access::Class;
use crate::graphql::{answer, policy};
use crate::people::User;
use crate::referrals::entity::warm_hand_off;
use crate::referrals::hand_off::place;
use crate::referrals::model::IntroductionPreference;

/// That a young person was introduced to a service (rule 92).
pub struct WarmHandOff(pub warm_hand_off::Model);

/// That a young person was introduced to a service (rule 92).
#[Object]
impl WarmHandOff {
    /// When they spoke.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn called_at(&self) -> DateTime<Utc> {
        self.0.called_at
    }

    /// Who of us called.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn called_by(&self, ctx: &Context<'_>) -> Result<Option<User>> {
        User::load(ctx, self.0.called_by).await
    }

    /// With whom at the service, by name and what they do there.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn spoke_with(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let case = case_row(ctx, self.0.case_id).await?;
        let place = place("spoke_with", self.0.id);
        answer(
            ctx,
            case.permit
                .open(Class::Narrative, place, &self.0.spoke_with),
        )
    }

    /// Whether the young person was there, or on the call.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn youth_present(&self) -> bool {
        self.0.youth_present
    }

    /// How they wanted to meet the service.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn youth_preference(&self) -> IntroductionPreference {
        self.0.youth_preference
    }

    /// What they said to it, exactly (rule 10).
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn youth_words(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let case = case_row(ctx, self.0.case_id).await?;
        let (place, words) = (place("youth_words", self.0.id), self.0.youth_words.as_ref());
        answer(ctx, case.permit.open_some(Class::Narrative, place, words))
    }

    /// Who wrote it down.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn recorded_by(&self, ctx: &Context<'_>) -> Result<Option<User>> {
        User::load(ctx, self.0.recorded_by).await
    }

    /// When it was written down.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn recorded_at(&self) -> DateTime<Utc> {
        self.0.recorded_at
    }
}
