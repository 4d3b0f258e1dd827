//! Batches the questions and answers that the nodes of a page ask for.

use std::collections::HashMap;
use std::sync::Arc;

use async_graphql::dataloader::Loader;
use uuid::Uuid;

use super::entity::{answer_link, capacity_enquiry};
use super::read;
use crate::access::Viewer;
use crate::error::Refusal;
use crate::graphql::{Batched, Newest, batched, list_methods, newest, reads};

/// The loaders of questions to services of one request.
pub struct AnswerLinkLoaders {
    newest: Batched<Newest<capacity_enquiry::Entity>>,
    of_referral: Batched<OfReferrals>,
    of_enquiry: Batched<OfEnquiries>,
    of_disclosure: Batched<OfDisclosures>,
}

impl AnswerLinkLoaders {
    /// Loaders for `viewer`.
    pub fn new(viewer: &Viewer) -> Self {
        Self {
            newest: Newest::batched(viewer),
            of_referral: batched(OfReferrals(viewer.clone())),
            of_enquiry: batched(OfEnquiries(viewer.clone())),
            of_disclosure: batched(OfDisclosures(viewer.clone())),
        }
    }

    /// The newest enquiries of a case, one more than `most` when there are more.
    pub(super) async fn newest(
        &self,
        case: Uuid,
        most: u64,
    ) -> Result<Vec<capacity_enquiry::Model>, Refusal> {
        newest(&self.newest, case, most).await
    }

    list_methods!(
        of_referral: answer_link::Model,
        of_enquiry: answer_link::Model,
        of_disclosure: answer_link::Model,
    );
}

reads!(OfReferrals: Vec<answer_link::Model> = read::of_referrals);

reads!(OfEnquiries: Vec<answer_link::Model> = read::of_enquiries);

reads!(OfDisclosures: Vec<answer_link::Model> = read::of_disclosures);
