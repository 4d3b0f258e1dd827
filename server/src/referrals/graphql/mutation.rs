//! Changes of referrals.

use async_graphql::{Context, Object, Result};

use super::Referral;
use crate::access::{Act, Class};
use crate::graphql::{policy, settle, viewer};
use crate::outcome;
use crate::referrals::inputs::{ReferralMakeInput, ReferralMoveInput};
use crate::referrals::read::one;
use crate::referrals::{make, moved};

outcome!(
    ReferralMakeResult,
    ReferralMakeSuccess { referral: Referral }
);

outcome!(
    ReferralMoveResult,
    ReferralMoveSuccess { referral: Referral }
);

/// Changes of referrals.
#[derive(Default)]
pub struct ReferralMutation;

#[Object]
impl ReferralMutation {
    /// Puts a need to a service, and tells the specialist on the case that something waits.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn referral_make(
        &self,
        ctx: &Context<'_>,
        input: ReferralMakeInput,
    ) -> Result<ReferralMakeResult> {
        let viewer = viewer(ctx)?;
        let done = async { make::make(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::ReferralMake, done).await?;
        let load = async |id| one(viewer, id).await.map(Referral);
        Ok(ReferralMakeResult::of(settled.load(ctx, load).await?))
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
}
