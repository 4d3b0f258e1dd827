//! The together view: the plan, worked on with the young person on one device.
//!
//! From [`start`] on, the session may do what this folder holds and nothing else, until the
//! PIN is given (`accounts::together`): the policy and the scopes of tables say so, not the
//! screen. What the young person says and chooses is written by the worker's account and
//! noted as done together ([`record`]), with its time.

pub mod entity;

mod goals;
mod graphql;
mod inputs;
mod record;
mod right;
mod safety;
mod start;
mod view;
mod voice;

pub(super) use graphql::TogetherRecord;
pub use graphql::{ROOTS, TogetherMutation, TogetherQuery};

use super::change::refuse_ended;
use super::entity::plan;
use crate::access::{Act, CasePermit, Together, Viewer, Why};
use crate::error::Refusal;
use crate::store::Tx;

/// Where the young person sits: the view, its plan, locked, and what is allowed of its case.
struct Seat {
    view: Together,
    plan: plan::Model,
    permit: CasePermit,
}

/// Asks before anything of an input is read, so that who is not in the view learns nothing.
fn seated(viewer: &Viewer) -> Result<Together, Refusal> {
    viewer.may(Act::TogetherRecord)?;
    viewer.together().ok_or(Refusal::Forbidden(Why::RoleMayNot))
}

/// Takes the seat in a change.
async fn seat(tx: &mut Tx) -> Result<Seat, Refusal> {
    let view = seated(tx.viewer())?;
    let plan = tx.find::<plan::Entity>(view.plan).await?;
    let permit = tx.case(view.case).await?;
    refuse_ended("plan", &plan)?;
    Ok(Seat { view, plan, permit })
}
