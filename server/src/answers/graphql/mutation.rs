//! Questions to services, as changes.

use async_graphql::{Context, Object, Result};
use uuid::Uuid;

use super::CapacityEnquiry;
use crate::access::{Act, Class, Viewer};
use crate::answers::inputs::{CapacityAskInput, ReferralLinkSendInput};
use crate::answers::{again, enquire, read};
use crate::error::Refusal;
use crate::graphql::{policy, settle, viewer};
use crate::outcome;
use crate::referrals::{self, Referral};

outcome!(
    ReferralLinkSendResult,
    ReferralLinkSendSuccess { referral: Referral }
);

outcome!(
    CapacityAskResult,
    CapacityAskSuccess {
        enquiry: CapacityEnquiry
    }
);

/// Questions to services.
#[derive(Default)]
pub struct AnswerMutation;

#[Object]
impl AnswerMutation {
    /// Sends the service of a referral a new link by which it answers; the one before is worth
    /// nothing from then on.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn referral_link_send(
        &self,
        ctx: &Context<'_>,
        input: ReferralLinkSendInput,
    ) -> Result<ReferralLinkSendResult> {
        let viewer = viewer(ctx)?;
        let done = async { again::send(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::ReferralAsk, done).await?;
        let load = async |id| referral(viewer, id).await;
        Ok(ReferralLinkSendResult::of(settled.load(ctx, load).await?))
    }

    /// Asks services whether they have room, without anything of anybody (rule 86).
    #[graphql(directive = policy::apply(Class::Health))]
    async fn capacity_ask(
        &self,
        ctx: &Context<'_>,
        input: CapacityAskInput,
    ) -> Result<CapacityAskResult> {
        let viewer = viewer(ctx)?;
        let done = async { enquire::enquire(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::CapacityAsk, done).await?;
        let load = async |id| enquiry(viewer, id).await;
        Ok(CapacityAskResult::of(settled.load(ctx, load).await?))
    }
}

async fn referral(viewer: &Viewer, id: Uuid) -> std::result::Result<Referral, Refusal> {
    let found = referrals::by_ids(viewer, &[id]).await?.pop();
    found.map(Referral).ok_or(Refusal::NotFound)
}

async fn enquiry(viewer: &Viewer, id: Uuid) -> std::result::Result<CapacityEnquiry, Refusal> {
    let found = read::enquiries_by_id(viewer, &[id]).await?.pop();
    found.map(CapacityEnquiry).ok_or(Refusal::NotFound)
}
