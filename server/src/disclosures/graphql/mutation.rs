//! Sharing something.

use async_graphql::{Context, Object, Result};

use super::Disclosure;
use super::inputs::{DisclosureCompelInput, DisclosureMakeInput};
use crate::access::{Act, Class};
use crate::disclosures::make;
use crate::graphql::{policy, settle_sharing, viewer};
use crate::sharing_outcome;

sharing_outcome!(
    DisclosureMakeResult,
    DisclosureMakeSuccess {
        disclosure: Disclosure
    }
);
sharing_outcome!(
    DisclosureCompelResult,
    DisclosureCompelSuccess {
        disclosure: Disclosure
    }
);

/// Sharing something.
#[derive(Default)]
pub struct DisclosureMutation;

#[Object]
impl DisclosureMutation {
    /// Shares by consent exactly what was shown before, if one release covers all of it now
    /// (rules 12, 28).
    #[graphql(directive = policy::apply(Class::Legal))]
    async fn disclosure_make(
        &self,
        ctx: &Context<'_>,
        input: DisclosureMakeInput,
    ) -> Result<DisclosureMakeResult> {
        let viewer = viewer(ctx)?;
        let done = async { make::make(viewer, input.parse(viewer)?).await }.await;
        let told = settle_sharing(ctx, Act::DisclosureMake, done).await?;
        let load = async |id| Disclosure::load(viewer, id).await;
        DisclosureMakeResult::of(ctx, told, load).await
    }

    /// Shares what a statute or a court demands, exactly as it was shown before (rules 22,
    /// 23).
    #[graphql(directive = policy::apply(Class::Legal))]
    async fn disclosure_compel(
        &self,
        ctx: &Context<'_>,
        input: DisclosureCompelInput,
    ) -> Result<DisclosureCompelResult> {
        let viewer = viewer(ctx)?;
        let done = async { make::make(viewer, input.parse(viewer)?).await }.await;
        let told = settle_sharing(ctx, Act::DisclosureCompel, done).await?;
        let load = async |id| Disclosure::load(viewer, id).await;
        DisclosureCompelResult::of(ctx, told, load).await
    }
}
