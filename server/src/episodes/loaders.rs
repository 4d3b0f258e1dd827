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
use crate::graphql::{Batched, Newest, batched, list_methods, newest, reads};

reads!(Reports: Vec<report::Model> = read::reports_of);
reads!(Notices: Vec<notice::Model> = read::notices_of);
reads!(Conversations: Vec<conversation::Model> = read::conversations_of);
reads!(Clocks: Vec<clock::Model> = read::clocks_of);
reads!(Unknown: Vec<ReportItem> = read::unknown_of);
reads!(Endangers: Vec<Endangerment> = read::endangerment_of);
reads!(Factors: Vec<LeavingFactor> = read::factors_of);
reads!(Experiences: Vec<AwayExperience> = read::experiences_of);

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

    list_methods! {
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
