//! Rows within scope, read for an answer or for a change: what is shown before and what is
//! then made are read by the same code.

use futures::{FutureExt, TryFutureExt};
use sea_orm::{Condition, QueryFilter};

use super::scoped::Answer;
use super::{Tx, UnscopedTx};
use crate::access::{Viewer, Visible};
use crate::error::Refusal;

/// Where rows are read.
#[derive(Clone, Copy)]
pub enum Reading<'r> {
    /// For an answer; what they tell of people is noted for the audit.
    Answer(&'r Viewer),
    /// In a change that is under way, whose own entry stands for it.
    Change(&'r Tx),
    /// At the door by which a service without an account sees what was shared with it: nobody's
    /// scope, within the one case of its link ([`CasePermit::unscoped_door`]).
    ///
    /// [`CasePermit::unscoped_door`]: crate::access::CasePermit::unscoped_door
    Door(&'r UnscopedTx),
}

impl<'r> Reading<'r> {
    /// All rows of `E` within scope for which `condition` holds, in no order.
    pub fn all<E: Visible>(
        self,
        condition: impl Into<Condition> + Send,
    ) -> Answer<'r, Vec<E::Model>> {
        let condition = condition.into();
        match self {
            Self::Answer(viewer) => viewer.select::<E>().filter(condition).all(),
            Self::Change(tx) => tx.find_all::<E>(condition).boxed(),
            Self::Door(tx) => {
                let rows = E::find().filter(condition).all(tx);
                rows.map_err(Refusal::from).boxed()
            }
        }
    }
}
