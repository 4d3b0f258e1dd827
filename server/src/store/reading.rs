//! Rows within scope, read for an answer or for a change: what is shown before and what is
//! then made are read by the same code.

use futures::FutureExt;
use sea_orm::Condition;

use super::Tx;
use super::scoped::Answer;
use crate::access::{Viewer, Visible};

/// Where rows are read.
#[derive(Clone, Copy)]
pub enum Reading<'r> {
    /// For an answer; what they tell of people is noted for the audit.
    Answer(&'r Viewer),
    /// In a change that is under way, whose own entry stands for it.
    Change(&'r Tx),
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
        }
    }
}
