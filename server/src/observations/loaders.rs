//! Batches what the cases and observations of a page ask for.

use std::collections::HashMap;
use std::sync::Arc;

use async_graphql::dataloader::Loader;
use uuid::Uuid;

use super::entity::{observation, past, screening, tip, trafficking};
use super::read;
use crate::access::Viewer;
use crate::error::Refusal;
use crate::graphql::{Batched, Newest, batched, list_methods, newest, reads};

reads!(Past: Vec<past::Model> = read::past_of);
reads!(Screenings: Vec<screening::Model> = read::screenings_of);
reads!(Tips: Vec<tip::Model> = read::tips_of);
reads!(Types: Vec<trafficking::Model> = read::types_of);

/// The loaders of observations. Each gives what belongs to a case; `past`, to an observation.
pub struct ObservationLoaders {
    newest: Batched<Newest<observation::Entity>>,
    past: Batched<Past>,
    screenings: Batched<Screenings>,
    tips: Batched<Tips>,
    types: Batched<Types>,
}

impl ObservationLoaders {
    /// Loaders for `viewer`.
    pub fn new(viewer: &Viewer) -> Self {
        Self {
            newest: Newest::batched(viewer),
            past: batched(Past(viewer.clone())),
            screenings: batched(Screenings(viewer.clone())),
            tips: batched(Tips(viewer.clone())),
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
        tips: tip::Model,
        types: trafficking::Model,
    }
}
