//! Batches what episodes of a page ask for.

use std::collections::HashMap;
use std::sync::Arc;

use async_graphql::dataloader::Loader;
use uuid::Uuid;

use super::entity::{conversation, episode, report};
use super::model::{AwayExperience, Endangerment, LeavingFactor, ReportItem};
use super::read;
use crate::access::Viewer;
use crate::clocks::entity::{clock, notice};
use crate::error::Refusal;
use crate::graphql::{Batched, Newest, batched, newest, shared};

macro_rules! many {
    ($loader:ident, $value:ty, $read:ident) => {
        struct $loader(Viewer);

        impl Loader<Uuid> for $loader {
            type Value = Vec<$value>;
            type Error = Arc<Refusal>;

            async fn load(
                &self,
                keys: &[Uuid],
            ) -> Result<HashMap<Uuid, Self::Value>, Arc<Refusal>> {
                Ok(read::$read(&self.0, keys).await?)
            }
        }
    };
}

many!(Reports, report::Model, reports_of);
many!(Notices, notice::Model, notices_of);
many!(Conversations, conversation::Model, conversations_of);
many!(Clocks, clock::Model, clocks_of);
many!(Unknown, ReportItem, unknown_of);
many!(Endangers, Endangerment, endangerment_of);
many!(Factors, LeavingFactor, factors_of);
many!(Experiences, AwayExperience, experiences_of);

/// The loaders of times away. Each gives what belongs to one of them, a report or a conversation.
pub struct EpisodeLoaders {
    newest: Batched<Newest<episode::Entity>>,
    reports: Batched<Reports>,
    notices: Batched<Notices>,
    conversations: Batched<Conversations>,
    clocks: Batched<Clocks>,
    unknown: Batched<Unknown>,
    endangerment: Batched<Endangers>,
    factors: Batched<Factors>,
    experiences: Batched<Experiences>,
}

macro_rules! of_one {
    ($($name:ident: $value:ty),+ $(,)?) => {$(
        pub(super) async fn $name(&self, key: Uuid) -> Result<Vec<$value>, Refusal> {
            let found = self.$name.load_one(key).await.map_err(shared)?;
            Ok(found.unwrap_or_default())
        }
    )+};
}

impl EpisodeLoaders {
    /// Loaders for `viewer`.
    pub fn new(viewer: &Viewer) -> Self {
        Self {
            newest: Newest::batched(viewer),
            reports: batched(Reports(viewer.clone())),
            notices: batched(Notices(viewer.clone())),
            conversations: batched(Conversations(viewer.clone())),
            clocks: batched(Clocks(viewer.clone())),
            unknown: batched(Unknown(viewer.clone())),
            endangerment: batched(Endangers(viewer.clone())),
            factors: batched(Factors(viewer.clone())),
            experiences: batched(Experiences(viewer.clone())),
        }
    }

    /// The newest episodes of a case, one more than `most` when there are more.
    pub(super) async fn newest(
        &self,
        case: Uuid,
        most: u64,
    ) -> Result<Vec<episode::Model>, Refusal> {
        newest(&self.newest, case, most).await
    }

    of_one! {
        reports: report::Model,
        notices: notice::Model,
        conversations: conversation::Model,
        clocks: clock::Model,
        unknown: ReportItem,
        endangerment: Endangerment,
        factors: LeavingFactor,
        experiences: AwayExperience,
    }
}
