//! Batches what the nodes of a page ask for about staffings.

use std::collections::HashMap;
use std::sync::Arc;

use async_graphql::dataloader::Loader;
use chrono::{DateTime, Utc};
use tokio::sync::OnceCell;
use uuid::Uuid;

use super::entity::{staffing, staffing_item};
use super::{agenda, read};
use crate::access::{Act, OwnerPermit, Viewer};
use crate::error::Refusal;
use crate::graphql::{Batched, batched, find_in, list_of, reads};

/// The loaders of staffings of one request.
pub struct StaffingLoaders {
    viewer: Viewer,
    permit: OnceCell<Option<OwnerPermit>>,
    cases: Batched<Cases>,
    of_cases: Batched<OfCases>,
    next: Batched<Next>,
    items: Batched<Items>,
    guests: Batched<Guests>,
}

impl StaffingLoaders {
    /// Loaders for `viewer`.
    pub fn new(viewer: &Viewer) -> Self {
        Self {
            viewer: viewer.clone(),
            permit: OnceCell::new(),
            cases: batched(Cases(viewer.clone())),
            of_cases: batched(OfCases(viewer.clone())),
            next: batched(Next(viewer.clone())),
            items: batched(Items(viewer.clone())),
            guests: batched(Guests(viewer.clone())),
        }
    }

    /// The means to read purposes; found once a request. `None` while there are none.
    pub(super) async fn permit(&self) -> Result<Option<OwnerPermit>, Refusal> {
        let find = || OwnerPermit::shared(&self.viewer, Act::StaffingView);
        self.permit.get_or_try_init(find).await.cloned()
    }

    /// The cases in reach on the agenda of a staffing.
    pub(super) async fn cases(&self, staffing: Uuid) -> Result<Vec<Uuid>, Refusal> {
        list_of(&self.cases, staffing).await
    }

    /// All staffings of a case, the latest first.
    pub(super) async fn of_case(&self, case: Uuid) -> Result<Vec<staffing::Model>, Refusal> {
        list_of(&self.of_cases, case).await
    }

    /// What is on the agenda of a staffing about cases in reach.
    pub(super) async fn items(&self, staffing: Uuid) -> Result<Vec<staffing_item::Model>, Refusal> {
        list_of(&self.items, staffing).await
    }

    /// Who was asked to come to a staffing.
    pub(super) async fn guests(&self, staffing: Uuid) -> Result<Vec<Uuid>, Refusal> {
        list_of(&self.guests, staffing).await
    }

    /// When a case is staffed next, read from the staffings themselves.
    pub(super) async fn next(&self, case: Uuid) -> Result<Option<DateTime<Utc>>, Refusal> {
        find_in(&self.next, case).await
    }
}

reads!(Cases: Vec<Uuid> = read::cases_of);

reads!(OfCases: Vec<staffing::Model> = read::of_cases);

reads!(Next: DateTime<Utc> = read::next_of_cases);

reads!(Items: Vec<staffing_item::Model> = read::items_of);

reads!(Guests: Vec<Uuid> = agenda::guests);
