//! What became of a change: success, or a problem, or a fault. Refusals leave their
//! entry in the audit here, so that no resolver can forget it.

use async_graphql::{Context, Result};
use uuid::Uuid;

use super::context::viewer;
use super::fault::refused;
use super::problem::{
    ConflictProblem, DisclosureRefusedProblem, ForbiddenProblem, MoveProblem, NotFoundProblem,
    ValidationProblem,
};
use crate::access::Act;
use crate::error::Refusal;

/// A change's outcome, before it becomes the mutation's union.
pub enum Settled<T> {
    /// Done; or done before, with the same client key.
    Done(T),
    /// Wrong input.
    Validation(ValidationProblem),
    /// Stale.
    Conflict(ConflictProblem),
    /// Not with this role.
    Forbidden(ForbiddenProblem),
    /// Not there.
    NotFound(NotFoundProblem),
    /// Not from this state.
    Move(MoveProblem),
}

/// Sorts the outcome of `act` and writes down a refusal. `done` is the id of what was
/// made or changed; a retry with the same key gives the same.
pub async fn settle(
    ctx: &Context<'_>,
    act: Act,
    done: std::result::Result<Uuid, Refusal>,
) -> Result<Settled<Uuid>> {
    let viewer = viewer(ctx)?;
    let (why, settled) = match done {
        Ok(id) | Err(Refusal::Replayed(id)) => return Ok(Settled::Done(id)),
        // What is wrong with an input is not an event of access.
        Err(Refusal::Invalid(wrong)) => return Ok(Settled::Validation(wrong.into())),
        Err(Refusal::Conflict(conflict)) => ("stale", Settled::Conflict(conflict.into())),
        Err(Refusal::Forbidden(why)) => (
            why.code(),
            Settled::Forbidden(ForbiddenProblem::because(why)),
        ),
        Err(Refusal::NotFound) => ("not_found", Settled::NotFound(NotFoundProblem::default())),
        Err(Refusal::Move(refusal)) => ("move_refused", Settled::Move(refusal.into())),
        Err(fault) => return Err(refused(fault, viewer.request())),
    };
    viewer
        .note_refusal(act, None, why)
        .await
        .map_err(|fault| refused(fault, viewer.request()))?;
    Ok(settled)
}

/// [`settle`] for an act that shares something: that nothing permits it is a problem of its
/// own, and is written down with its code.
pub async fn settle_sharing(
    ctx: &Context<'_>,
    act: Act,
    done: std::result::Result<Uuid, Refusal>,
) -> Result<std::result::Result<Settled<Uuid>, DisclosureRefusedProblem>> {
    let Err(Refusal::NotShared(refusal)) = done else {
        return Ok(Ok(settle(ctx, act, done).await?));
    };
    let viewer = viewer(ctx)?;
    viewer
        .note_refusal(act, None, refusal.code())
        .await
        .map_err(|fault| refused(fault, viewer.request()))?;
    Ok(Err(refusal.into()))
}

impl Settled<Uuid> {
    /// Loads what is shown of a success.
    pub async fn load<T>(
        self,
        ctx: &Context<'_>,
        load: impl AsyncFnOnce(Uuid) -> std::result::Result<T, Refusal>,
    ) -> Result<Settled<T>> {
        Ok(match self {
            Self::Done(id) => Settled::Done(super::answer(ctx, load(id).await)?),
            Self::Validation(problem) => Settled::Validation(problem),
            Self::Conflict(problem) => Settled::Conflict(problem),
            Self::Forbidden(problem) => Settled::Forbidden(problem),
            Self::NotFound(problem) => Settled::NotFound(problem),
            Self::Move(problem) => Settled::Move(problem),
        })
    }
}
