//! Batches what cases ask of their copies.

use std::collections::HashMap;
use std::sync::Arc;

use async_graphql::dataloader::Loader;
use uuid::Uuid;

use super::entity::plan_copy;
use crate::access::Viewer;
use crate::error::Refusal;
use crate::graphql::{Batched, batched, list_of, lists};
use crate::store::prelude::*;

/// The copies of cases, the latest first.
pub struct CopyLoader(Batched<Copies>);

impl CopyLoader {
    /// A loader for `viewer`.
    pub fn new(viewer: &Viewer) -> Self {
        Self(batched(Copies(viewer.clone())))
    }

    /// The copies of a case.
    pub(in crate::plans) async fn of_case(
        &self,
        case: Uuid,
    ) -> Result<Vec<plan_copy::Model>, Refusal> {
        list_of(&self.0, case).await
    }
}

lists!(Copies: plan_copy by CaseId, case_id, Desc of Number);
