//! Batches what the cases and observations of a page ask for.

use std::collections::HashMap;
use std::sync::Arc;

use async_graphql::dataloader::Loader;
use uuid::Uuid;

use super::entity::{observation, past, screening, screening_past, tip, tip_past, trafficking};
use super::read;
use crate::access::Viewer;
use crate::error::Refusal;
use crate::graphql::{Batched, Newest, batched, list_methods, newest, reads};

reads!(Past: Vec<past::Model> = read::past_of);
reads!(Screenings: Vec<screening::Model> = read::screenings_of);
reads!(Tips: Vec<tip::Model> = read::tips_of);
reads!(ScreeningsBefore: Vec<screening_past::Model> = read::screenings_before);
reads!(TipsBefore: Vec<tip_past::Model> = read::tips_before);
reads!(Types: Vec<trafficking::Model> = read::types_of);

/// The loaders of observations. Each gives what belongs to a case; those of what was said
/// before, to what was corrected.
pub struct ObservationLoaders {
    newest: Batched<Newest<observation::Entity>>,
    past: Batched<Past>,
    screenings: Batched<Screenings>,
    screenings_before: Batched<ScreeningsBefore>,
    tips: Batched<Tips>,
    tips_before: Batched<TipsBefore>,
    types: Batched<Types>,
}

impl ObservationLoaders {
    /// Loaders for `viewer`.
    pub fn new(viewer: &Viewer) -> Self {
        Self {
            newest: Newest::batched(viewer),
            past: batched(Past(viewer.clone())),
            screenings: batched(Screenings(viewer.clone())),
            screenings_before: batched(ScreeningsBefore(viewer.clone())),
            tips: batched(Tips(viewer.clone())),
            tips_before: batched(TipsBefore(viewer.clone())),
            types: batched(Types(viewer.clone())),
        }
    }

    /// The newest observations of a case, one more than `most` when there are more.
    pub(super) async fn newest(
        &self,
        case: Uuid,
        most: u64,
    ) -> Result<Vec<observation::Model>, Refusal> {
        newest(&self.newest, case, most).await
    }

    list_methods! {
        past: past::Model,
        screenings: screening::Model,
        screenings_before: screening_past::Model,
        tips: tip::Model,
        tips_before: tip_past::Model,
        types: trafficking::Model,
    }
}
