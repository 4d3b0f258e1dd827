//! Batches what documents ask of the work on plans: approvals, reviews, endings, immediate
//! plans. Each costs one statement, however many there are.

use std::collections::HashMap;
use std::sync::Arc;

use async_graphql::dataloader::Loader;
use uuid::Uuid;

use super::approval::entity::plan_approval;
use super::ending::entity::plan_ending;
use super::immediate::ImmediateState;
use super::immediate::entity::{immediate_plan, immediate_section};
use super::reviews::entity::{plan_review, review_call};
use super::settings::Settings;
use super::settings::entity::plan_setting;
use super::together::entity::together_record;
use crate::access::Viewer;
use crate::error::Refusal;
use crate::graphql::{Batched, batched, find_in, list_of, lists};
use crate::store::prelude::*;

lists!(Approvals: plan_approval by PlanId, plan_id);
lists!(Reviews: plan_review by PlanId, plan_id);
lists!(Calls: review_call by PlanId, plan_id);
lists!(Endings: plan_ending by PlanId, plan_id);
lists!(Togethers: together_record by PlanId, plan_id);
lists!(Immediates: immediate_plan by CaseId, case_id);
lists!(Sections: immediate_section by ImmediatePlanId, immediate_plan_id);

/// The loaders of the work on plans.
pub struct PlanWorkLoaders {
    approvals: Batched<Approvals>,
    reviews: Batched<Reviews>,
    calls: Batched<Calls>,
    endings: Batched<Endings>,
    togethers: Batched<Togethers>,
    immediates: Batched<Immediates>,
    sections: Batched<Sections>,
    settings: Batched<OfOrganisation>,
}

impl PlanWorkLoaders {
    /// Loaders for `viewer`.
    pub fn new(viewer: &Viewer) -> Self {
        Self {
            approvals: batched(Approvals(viewer.clone())),
            reviews: batched(Reviews(viewer.clone())),
            calls: batched(Calls(viewer.clone())),
            endings: batched(Endings(viewer.clone())),
            togethers: batched(Togethers(viewer.clone())),
            immediates: batched(Immediates(viewer.clone())),
            sections: batched(Sections(viewer.clone())),
            settings: batched(OfOrganisation(viewer.clone())),
        }
    }

    /// The approvals of a plan, oldest first.
    pub(super) async fn approvals(&self, plan: Uuid) -> Result<Vec<plan_approval::Model>, Refusal> {
        list_of(&self.approvals, plan).await
    }

    /// The reviews of a plan, oldest first.
    pub(super) async fn reviews(&self, plan: Uuid) -> Result<Vec<plan_review::Model>, Refusal> {
        list_of(&self.reviews, plan).await
    }

    /// What called for reviews of a plan, oldest first.
    pub(super) async fn calls(&self, plan: Uuid) -> Result<Vec<review_call::Model>, Refusal> {
        list_of(&self.calls, plan).await
    }

    /// The endings of a plan, oldest first.
    pub(super) async fn endings(&self, plan: Uuid) -> Result<Vec<plan_ending::Model>, Refusal> {
        list_of(&self.endings, plan).await
    }

    /// What was done on a plan together with the young person, oldest first.
    pub(super) async fn togethers(
        &self,
        plan: Uuid,
    ) -> Result<Vec<together_record::Model>, Refusal> {
        list_of(&self.togethers, plan).await
    }

    /// The immediate plan of a case: the one that is not superseded.
    pub(super) async fn immediate(
        &self,
        case: Uuid,
    ) -> Result<Option<immediate_plan::Model>, Refusal> {
        let found = find_in(&self.immediates, case).await?;
        let mut rows = found.unwrap_or_default().into_iter();
        Ok(rows.find(|row| row.state != ImmediateState::Superseded))
    }

    /// The sections of an immediate plan.
    pub(super) async fn sections(
        &self,
        plan: Uuid,
    ) -> Result<Vec<immediate_section::Model>, Refusal> {
        list_of(&self.sections, plan).await
    }

    /// What an organisation has set for its plans.
    pub(super) async fn settings(&self, org: Uuid) -> Result<Settings, Refusal> {
        let found = find_in(&self.settings, org).await?;
        Ok(found.map(Settings::from).unwrap_or_default())
    }
}

struct OfOrganisation(Viewer);

impl Loader<Uuid> for OfOrganisation {
    type Value = plan_setting::Model;
    type Error = Arc<Refusal>;

    async fn load(&self, keys: &[Uuid]) -> Result<HashMap<Uuid, Self::Value>, Self::Error> {
        let mine = plan_setting::Column::OrgId.is_in(keys.iter().copied());
        let rows = self.0.select::<plan_setting::Entity>().filter(mine);
        let rows = rows.all().await?;
        Ok(rows.into_iter().map(|row| (row.org_id, row)).collect())
    }
}
