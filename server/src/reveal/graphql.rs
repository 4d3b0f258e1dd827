//! Reveals in GraphQL.

use async_graphql::{Context, Object, Result, SimpleObject};

use super::act::reveal;
use super::inputs::RevealInput;
use super::value::value;
use crate::access::Class;
use crate::error::Refusal;
use crate::graphql::{policy, settle, viewer};
use crate::outcome;

/// Seconds after which a client hides what it was shown.
const HIDE_AFTER_SECONDS: i32 = 60;

/// A value in the clear. Hide it again soon.
#[derive(SimpleObject)]
pub struct Revealed {
    /// The value; null when there is none.
    #[graphql(directive = policy::apply(Class::Identity))]
    value: Option<String>,
    /// Seconds after which to hide it.
    #[graphql(directive = policy::apply(Class::Pointer))]
    hide_after_seconds: i32,
}

outcome!(RevealResult, RevealSuccess { revealed: Revealed });

/// The one change of this slice.
#[derive(Default)]
pub struct RevealMutation;

#[Object]
impl RevealMutation {
    /// Shows a masked field, for a reason that is kept with who and when.
    #[graphql(directive = policy::apply(Class::Identity))]
    async fn reveal(&self, ctx: &Context<'_>, input: RevealInput) -> Result<RevealResult> {
        let viewer = viewer(ctx)?;
        let act = input.field().act();
        let mut shown = None;
        let done = async {
            let asked = input.parse(viewer)?;
            let written = reveal(viewer, &asked).await;
            // A retry shows it again: the entry of the first time stands for both.
            if matches!(written, Ok(_) | Err(Refusal::Replayed(_))) {
                shown = value(viewer, asked.id, asked.field).await?;
            }
            written
        }
        .await;
        let settled = settle(ctx, act, done).await?;
        let revealed = Revealed {
            value: shown,
            hide_after_seconds: HIDE_AFTER_SECONDS,
        };
        Ok(RevealResult::of(
            settled.load(ctx, async |_| Ok(revealed)).await?,
        ))
    }
}
