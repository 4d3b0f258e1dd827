//! Changes of referrals.

use async_graphql::{Context, Object, Result};

use super::Referral;
use crate::access::{Act, Class};
use crate::graphql::{policy, settle, settle_sharing, viewer};
use crate::referrals::inputs::{
    ReferralHandOffInput, ReferralMakeInput, ReferralMoveInput, ReferralShareInput,
};
use crate::referrals::read::one;
use crate::referrals::{hand_off, make, moved, share};
use crate::{outcome, sharing_outcome};

sharing_outcome!(
    ReferralMakeResult,
    ReferralMakeSuccess { referral: Referral }
);

sharing_outcome!(
    ReferralShareResult,
    ReferralShareSuccess { referral: Referral }
);

outcome!(
    ReferralMoveResult,
    ReferralMoveSuccess { referral: Referral }
);

outcome!(
    ReferralHandOffResult,
    ReferralHandOffSuccess { referral: Referral }
);

/// Changes of referrals.
#[derive(Default)]
pub struct ReferralMutation;

#[Object]
impl ReferralMutation {
    /// Puts a need to a service, or to several at once, of which the first is answered with; and tells the specialist on the case that something waits.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn referral_make(
        &self,
        ctx: &Context<'_>,
        input: ReferralMakeInput,
    ) -> Result<ReferralMakeResult> {
        let viewer = viewer(ctx)?;
        let done = async { make::make(viewer, input.parse(viewer)?).await }.await;
        let told = settle_sharing(ctx, Act::ReferralMake, done).await?;
        let load = async |id| one(viewer, id).await.map(Referral);
        ReferralMakeResult::of(ctx, told, load).await
    }

    /// Shares who a referral is about with the service that accepted it, exactly as it was shown
    /// before, if one release covers all of it now (rules 12, 28, 87). By `SECURE_PORTAL` the
    /// service is sent a link that opens it once.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn referral_share(
        &self,
        ctx: &Context<'_>,
        input: ReferralShareInput,
    ) -> Result<ReferralShareResult> {
        let viewer = viewer(ctx)?;
        let done = async { share::share(viewer, input.parse(viewer)?).await }.await;
        let told = settle_sharing(ctx, Act::ReferralShare, done).await?;
        let load = async |id| one(viewer, id).await.map(Referral);
        ReferralShareResult::of(ctx, told, load).await
    }

    /// Moves a referral to another state. Only the moves of the closed-loop referral
    /// exist; any other is a `MoveProblem` (rule 88).
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn referral_move(
        &self,
        ctx: &Context<'_>,
        input: ReferralMoveInput,
    ) -> Result<ReferralMoveResult> {
        let viewer = viewer(ctx)?;
        let done = async { moved::move_to(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::ReferralMove, done).await?;
        let load = async |id| one(viewer, id).await.map(Referral);
        Ok(ReferralMoveResult::of(settled.load(ctx, load).await?))
    }

    /// Writes down that the young person was introduced to the service (rule 92).
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn referral_hand_off(
        &self,
        ctx: &Context<'_>,
        input: ReferralHandOffInput,
    ) -> Result<ReferralHandOffResult> {
        let viewer = viewer(ctx)?;
        let done = async { hand_off::record(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::ReferralHandOff, done).await?;
        let load = async |id| one(viewer, id).await.map(Referral);
        Ok(ReferralHandOffResult::of(settled.load(ctx, load).await?))
    }
}
