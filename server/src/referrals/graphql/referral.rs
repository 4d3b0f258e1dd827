//! A referral in GraphQL.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, Result};
use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::{ReferralEvent, WarmHandOff};
use crate::access::Class;
use crate::answers::AnswerLink;
use crate::cases::CaseRow;
use crate::directory::Service;
use crate::directory::need::NeedProfileShown;
use crate::disclosures::Disclosure;
use crate::error::Refusal;
use crate::graphql::{Case, Kind, Loaders, answer, id, policy, refused, viewer};
use crate::plans::Step;
use crate::referrals::entity::referral;
use crate::referrals::loaders::ReferralLoaders;
use crate::referrals::make::place;
use crate::referrals::model::{Helpful, ReferralOutcome, ReferralState};

/// A need of a young person, put to a service.
pub struct Referral(pub referral::Model);

/// A need of a young person, put to a service.
#[Object]
impl Referral {
    /// Opaque id.
    #[graphql(directive = policy::apply(Class::Pointer))]
    pub async fn id(&self, ctx: &Context<'_>) -> Result<ID> {
        id::seal(ctx, Kind::Referral, self.0.id)
    }

    /// Send it back with a change.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn version(&self) -> i32 {
        self.0.version
    }

    /// What the service is told: a sign that says nothing (rule 91).
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn reference(&self) -> &str {
        &self.0.reference
    }

    /// The case.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn case(&self, ctx: &Context<'_>) -> Result<Case> {
        self.case_row(ctx).await.map(Case::of)
    }

    /// The service.
    #[graphql(directive = policy::apply(Class::Health))]
    async fn service(&self, ctx: &Context<'_>) -> Result<Service> {
        let service = Service::load(ctx, self.0.service_id).await?;
        let request = viewer(ctx)?.request();
        service.ok_or_else(|| refused(Refusal::NotFound, request))
    }

    /// Where it stands.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn state(&self) -> ReferralState {
        self.0.state
    }

    /// What is needed, in the worker's words. It is not sent to anybody.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn need(&self, ctx: &Context<'_>) -> Result<String> {
        let permit = &self.case_row(ctx).await?.permit;
        let need = permit.open(Class::Narrative, place(self.0.id), &self.0.need);
        Ok(answer(ctx, need)?.unwrap_or_default())
    }

    /// What the service is told of the need, in vocabulary; null when it is told nothing of it.
    #[graphql(directive = policy::apply(Class::Health))]
    async fn profile(&self) -> Option<NeedProfileShown> {
        self.0.profile().map(NeedProfileShown::from)
    }

    /// The other referrals that put the same need to other services at the same time.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn asked_together(&self, ctx: &Context<'_>) -> Result<Vec<Self>> {
        let Some(group) = self.0.asked_with else {
            return Ok(Vec::new());
        };
        let all = ctx.data::<ReferralLoaders>()?.group(group).await;
        let others = answer(ctx, all)?
            .into_iter()
            .filter(|one| one.id != self.0.id);
        Ok(others.map(Self).collect())
    }

    /// What was shared with its service, after it had accepted, newest first (rule 87).
    #[graphql(directive = policy::apply(Class::Legal))]
    async fn disclosures(&self, ctx: &Context<'_>) -> Result<Vec<Disclosure>> {
        let case = self.case_row(ctx).await?;
        Disclosure::of_referral(ctx, self.0.id, &case).await
    }

    /// When it was sent.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn requested_at(&self) -> Option<DateTime<Utc>> {
        self.0.requested_at
    }

    /// Since when it waits for the service's answer; null when it does not.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn waiting_since(&self) -> Option<DateTime<Utc>> {
        self.0.waiting_since
    }

    /// When it was made.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn created_at(&self) -> DateTime<Utc> {
        self.0.created_at
    }

    /// What came of it, when it is completed (rule 90).
    #[graphql(directive = policy::apply(Class::Health))]
    async fn outcome(&self) -> Option<ReferralOutcome> {
        self.0.outcome
    }

    /// Whether the young person found it helpful, when they were asked.
    #[graphql(directive = policy::apply(Class::Health))]
    async fn helpful(&self) -> Option<Helpful> {
        self.0.helpful
    }

    /// The step of the plan that it is for.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn step(&self, ctx: &Context<'_>) -> Result<Option<Step>> {
        match self.0.step_id {
            Some(step) => Step::of_id(ctx, step).await,
            None => Ok(None),
        }
    }

    /// Its moves, oldest first.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn events(&self, ctx: &Context<'_>) -> Result<Vec<ReferralEvent>> {
        let events = ctx.data::<ReferralLoaders>()?.events(self.0.id).await;
        Ok(answer(ctx, events)?
            .into_iter()
            .map(ReferralEvent)
            .collect())
    }

    /// When the young person was introduced there, oldest first (rule 92).
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn hand_offs(&self, ctx: &Context<'_>) -> Result<Vec<WarmHandOff>> {
        let all = ctx.data::<ReferralLoaders>()?.hand_offs(self.0.id).await;
        Ok(answer(ctx, all)?.into_iter().map(WarmHandOff).collect())
    }

    /// What the service was asked by mail, and what it answered by its links, oldest first.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn answer_links(&self, ctx: &Context<'_>) -> Result<Vec<AnswerLink>> {
        AnswerLink::of_referral(ctx, self.0.id).await
    }

    /// The states to which it may go from here (rule 88).
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn allowed_moves(&self) -> &[ReferralState] {
        self.0.state.moves()
    }
}

impl Referral {
    /// The latest referral of a plan's step.
    pub async fn of_step(ctx: &Context<'_>, step: Uuid) -> Result<Option<Self>> {
        let referral = ctx.data::<ReferralLoaders>()?.of_step(step).await;
        Ok(answer(ctx, referral)?.map(Self))
    }

    /// The referral `id`, read together with the others that the document asks for.
    pub async fn of_id(ctx: &Context<'_>, id: Uuid) -> Result<Option<Self>> {
        let referral = ctx.data::<ReferralLoaders>()?.one(id).await;
        Ok(answer(ctx, referral)?.map(Self))
    }

    async fn case_row(&self, ctx: &Context<'_>) -> Result<Arc<CaseRow>> {
        case_row(ctx, self.0.case_id).await
    }
}

/// The case that what belongs to a referral belongs to.
pub(super) async fn case_row(ctx: &Context<'_>, case: Uuid) -> Result<Arc<CaseRow>> {
    let case = ctx.data::<Loaders>()?.case(case).await;
    answer(ctx, case.and_then(|case| case.ok_or(Refusal::NotFound)))
}
