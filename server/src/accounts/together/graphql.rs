//! Leaving the together view, in GraphQL.

use async_graphql::{Context, ID, InputObject, Object, Result};

use super::{TogetherLeave, leave};
use crate::access::{Act, Class};
use crate::error::Refusal;
use crate::graphql::{policy, settle, viewer};
use crate::input::Check;
use crate::outcome;

/// Leaves the together view.
#[derive(InputObject)]
pub struct TogetherLeaveInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The PIN with which it was started. With the fifth wrong one the session ends.
    pin: String,
}

impl TogetherLeaveInput {
    fn parse(self) -> std::result::Result<TogetherLeave, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        check.done()?;
        Ok(TogetherLeave {
            key,
            pin: self.pin.into(),
        })
    }
}

outcome!(TogetherLeaveResult, TogetherLeaveSuccess { done: bool });

/// The way out of the together view.
#[derive(Default)]
pub struct TogetherLeaveMutation;

#[Object]
impl TogetherLeaveMutation {
    /// Leaves the together view: the session may again do what it might before.
    #[graphql(directive = policy::apply(Class::Own))]
    async fn together_leave(
        &self,
        ctx: &Context<'_>,
        input: TogetherLeaveInput,
    ) -> Result<TogetherLeaveResult> {
        let viewer = viewer(ctx)?;
        let done = async { leave(viewer, input.parse()?).await }.await;
        let settled = settle(ctx, Act::TogetherLeave, done).await?;
        Ok(TogetherLeaveResult::of(
            settled.load(ctx, async |_| Ok(true)).await?,
        ))
    }
}
