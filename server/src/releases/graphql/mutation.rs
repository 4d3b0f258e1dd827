//! Changes of releases.

use async_graphql::{Context, Object, Result};

use super::Release;
use super::inputs::{ReleaseDraftInput, ReleaseSignInput, ReleaseWithdrawInput};
use crate::access::{Act, Class};
use crate::graphql::{policy, settle, viewer};
use crate::outcome;
use crate::releases::{draft, sign, withdraw};

outcome!(ReleaseDraftResult, ReleaseDraftSuccess { release: Release });
outcome!(ReleaseSignResult, ReleaseSignSuccess { release: Release });
outcome!(
    ReleaseWithdrawResult,
    ReleaseWithdrawSuccess { release: Release }
);

/// Changes of releases.
#[derive(Default)]
pub struct ReleaseMutation;

#[Object]
impl ReleaseMutation {
    /// Drafts a release for one recipient; it permits nothing until it is signed.
    #[graphql(directive = policy::apply(Class::Legal))]
    async fn release_draft(
        &self,
        ctx: &Context<'_>,
        input: ReleaseDraftInput,
    ) -> Result<ReleaseDraftResult> {
        let viewer = viewer(ctx)?;
        let done = async { draft::draft(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::ReleaseRecord, done).await?;
        let load = async |id| Release::load(viewer, id).await;
        Ok(ReleaseDraftResult::of(settled.load(ctx, load).await?))
    }

    /// Puts a name under a release (rules 14, 15).
    #[graphql(directive = policy::apply(Class::Legal))]
    async fn release_sign(
        &self,
        ctx: &Context<'_>,
        input: ReleaseSignInput,
    ) -> Result<ReleaseSignResult> {
        let viewer = viewer(ctx)?;
        let done = async { sign::sign(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::ReleaseRecord, done).await?;
        let load = async |id| Release::load(viewer, id).await;
        Ok(ReleaseSignResult::of(settled.load(ctx, load).await?))
    }

    /// Withdraws a release, said or written, at once (rule 19).
    #[graphql(directive = policy::apply(Class::Legal))]
    async fn release_withdraw(
        &self,
        ctx: &Context<'_>,
        input: ReleaseWithdrawInput,
    ) -> Result<ReleaseWithdrawResult> {
        let viewer = viewer(ctx)?;
        let done = async { withdraw::withdraw(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::ReleaseWithdraw, done).await?;
        let load = async |id| Release::load(viewer, id).await;
        Ok(ReleaseWithdrawResult::of(settled.load(ctx, load).await?))
    }
}
