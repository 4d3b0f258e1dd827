//! Referrals in GraphQL.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, Result};
use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::entity::{referral, referral_event};
use super::inputs::{ReferralFilterInput, ReferralMakeInput, ReferralMoveInput};
use super::loaders::ReferralLoaders;
use super::make::{self, event_place, place};
use super::model::{Helpful, ReferralOutcome, ReferralReason, ReferralState};
use super::read::{self, BY_AGE, one};
use super::{moved, read::ReferralFilter};
use crate::access::{Act, Class, Viewer};
use crate::cases::CaseRow;
use crate::directory::Service;
use crate::error::Refusal;
use crate::graphql::{
    Case, Kind, Loaders, answer, found, id, page, policy, refused, settle, viewer,
};
use crate::people::User;
use crate::plans::Step;
use crate::store::page::{Asked, Page};
use crate::{connection, outcome};

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

    async fn case_row(&self, ctx: &Context<'_>) -> Result<Arc<CaseRow>> {
        let case = ctx.data::<Loaders>()?.case(self.0.case_id).await;
        answer(ctx, case.and_then(|case| case.ok_or(Refusal::NotFound)))
    }
}

/// A move of a referral.
pub struct ReferralEvent(pub referral_event::Model);

/// A move of a referral.
#[Object]
impl ReferralEvent {
    /// Opaque id.
    #[graphql(directive = policy::apply(Class::Pointer))]
    pub async fn id(&self, ctx: &Context<'_>) -> Result<ID> {
        id::seal(ctx, Kind::ReferralEvent, self.0.id)
    }

    /// From which state; null where it was made.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn from(&self) -> Option<ReferralState> {
        self.0.from_state
    }

    /// To which state.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn to(&self) -> ReferralState {
        self.0.to_state
    }

    /// When.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn at(&self) -> DateTime<Utc> {
        self.0.at
    }

    /// Who moved it.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn by(&self, ctx: &Context<'_>) -> Result<Option<User>> {
        User::load(ctx, self.0.by_user).await
    }

    /// Why, as a code.
    #[graphql(directive = policy::apply(Class::Health))]
    async fn reason(&self) -> Option<ReferralReason> {
        self.0.reason_code
    }

    /// Why, in words.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn text(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let case = ctx.data::<Loaders>()?.case(self.0.case_id).await;
        let case = answer(ctx, case.and_then(|case| case.ok_or(Refusal::NotFound)))?;
        let place = event_place(self.0.id);
        let text = self.0.text.as_ref();
        answer(ctx, case.permit.open_some(Class::Narrative, place, text))
    }
}

connection!(ReferralConnection, ReferralEdge, Referral);

/// What referrals a case has.
pub struct OnCase(pub Arc<CaseRow>);

/// What referrals a case has.
#[Object(name = "CaseReferrals")]
impl OnCase {
    /// The case's referrals, newest first; none for those who do not see referrals.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn referrals(
        &self,
        ctx: &Context<'_>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<ReferralConnection> {
        let (viewer, loaders) = (viewer(ctx)?, ctx.data::<ReferralLoaders>()?);
        answer(
            ctx,
            of_case(viewer, loaders, self.0.case.id, first, after).await,
        )
    }
}

async fn of_case(
    viewer: &Viewer,
    loaders: &ReferralLoaders,
    case: Uuid,
    first: Option<i32>,
    after: Option<String>,
) -> std::result::Result<ReferralConnection, Refusal> {
    let asked = Asked::rows(first)?;
    let found = match page::place(viewer, BY_AGE, after.as_deref())? {
        Some(after) => read::page_of_case(viewer, case, asked, &after).await?,
        None => asked.cut(loaders.newest(case, asked.count()).await?),
    };
    connect(viewer, BY_AGE, found)
}

fn connect(
    viewer: &Viewer,
    order: &'static str,
    found: Page<referral::Model>,
) -> std::result::Result<ReferralConnection, Refusal> {
    let mut edges = Vec::with_capacity(found.rows.len());
    for row in found.rows {
        let cursor = page::cursor(viewer, &read::place_of(order, &row))?;
        edges.push((cursor, Referral(row)));
    }
    Ok(ReferralConnection::of(edges, found.before, found.more))
}

/// Reads about referrals.
#[derive(Default)]
pub struct ReferralQuery;

#[Object]
impl ReferralQuery {
    /// The referrals of cases in one's reach: newest first, or the longest wait first.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn referrals(
        &self,
        ctx: &Context<'_>,
        filter: Option<ReferralFilterInput>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<ReferralConnection> {
        let filter = filter.unwrap_or_default().into();
        answer(ctx, list(viewer(ctx)?, &filter, first, after).await)
    }

    /// One referral; null when its case is out of reach.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn referral(&self, ctx: &Context<'_>, id: ID) -> Result<Option<Referral>> {
        found(ctx, by_id(viewer(ctx)?, &id).await)
    }
}

async fn by_id(viewer: &Viewer, id: &ID) -> std::result::Result<Referral, Refusal> {
    let id = id::open(viewer.app(), Kind::Referral, id)?;
    one(viewer, id).await.map(Referral)
}

async fn list(
    viewer: &Viewer,
    filter: &ReferralFilter,
    first: Option<i32>,
    after: Option<String>,
) -> std::result::Result<ReferralConnection, Refusal> {
    let order = filter.order();
    let after = page::place(viewer, order, after.as_deref())?;
    let found = read::page(viewer, filter, Asked::rows(first)?, after.as_ref()).await?;
    connect(viewer, order, found)
}

outcome!(
    ReferralMakeResult,
    ReferralMakeSuccess { referral: Referral }
);
outcome!(
    ReferralMoveResult,
    ReferralMoveSuccess { referral: Referral }
);

/// Changes of referrals.
#[derive(Default)]
pub struct ReferralMutation;

#[Object]
impl ReferralMutation {
    /// Puts a need to a service, and tells the specialist on the case that something waits.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn referral_make(
        &self,
        ctx: &Context<'_>,
        input: ReferralMakeInput,
    ) -> Result<ReferralMakeResult> {
        let viewer = viewer(ctx)?;
        let done = async { make::make(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::ReferralMake, done).await?;
        let load = async |id| one(viewer, id).await.map(Referral);
        Ok(ReferralMakeResult::of(settled.load(ctx, load).await?))
    }

    /// Moves a referral to another state. Only the moves of the closed-loop referral
    /// exist; any other is a `MoveProblem` (rule 88).
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn referral_move(
        &self,
        ctx: &Context<'_>,
        input: ReferralMoveInput,
    ) -> Result<ReferralMoveResult> {
        let viewer = viewer(ctx)?;
        let done = async { moved::move_to(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::ReferralMove, done).await?;
        let load = async |id| one(viewer, id).await.map(Referral);
        Ok(ReferralMoveResult::of(settled.load(ctx, load).await?))
    }
}
