//! Steps in GraphQL.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, Result};
use uuid::Uuid;

use super::nodes::{only, steps_by_id};
use super::sharing::StepSharing;
use crate::access::{Class, Viewer};
use crate::cases::CaseRow;
use crate::directory::Service;
use crate::error::Refusal;
use crate::graphql::{Day, Kind, Loaders, answer, id, policy};
use crate::people::User;
use crate::plans::PlanLoaders;
use crate::plans::change::place;
use crate::plans::entity::step;
use crate::plans::model::StepState;
use crate::referrals::Referral;

/// A step.
pub struct Step {
    row: step::Model,
    case: Arc<CaseRow>,
}

impl Step {
    /// The step of `row`, which is on `case`.
    pub(super) fn of(row: step::Model, case: Arc<CaseRow>) -> Self {
        Self { row, case }
    }

    /// The step `id`, if its case is in reach.
    pub(super) async fn load(viewer: &Viewer, id: Uuid) -> std::result::Result<Self, Refusal> {
        only(steps_by_id(viewer, &[id]).await?)
    }

    /// The step `id`, read together with the others that the document asks for.
    pub async fn of_id(ctx: &Context<'_>, id: Uuid) -> Result<Option<Self>> {
        let loaded = ctx.data::<PlanLoaders>()?.step(id).await;
        let Some(row) = answer(ctx, loaded)? else {
            return Ok(None);
        };
        let case = ctx.data::<Loaders>()?.case(row.case_id).await;
        Ok(answer(ctx, case)?.map(|case| Self { row, case }))
    }
}

/// A step: who does what by when (rule 73).
#[Object]
impl Step {
    /// Opaque id.
    #[graphql(directive = policy::apply(Class::Pointer))]
    pub async fn id(&self, ctx: &Context<'_>) -> Result<ID> {
        id::seal(ctx, Kind::Step, self.row.id)
    }

    /// Send it back with a change.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn version(&self) -> i32 {
        self.row.version
    }

    /// The step.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn text(&self, ctx: &Context<'_>) -> Result<String> {
        let place = place("step", "text", self.row.id);
        let text = self
            .case
            .permit
            .open(Class::Narrative, place, &self.row.text);
        Ok(answer(ctx, text)?.unwrap_or_default())
    }

    /// The colleague who does it; null when it is somebody else.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn owner(&self, ctx: &Context<'_>) -> Result<Option<User>> {
        match self.row.owner_id {
            Some(user) => User::load(ctx, user).await,
            None => Ok(None),
        }
    }

    /// Somebody else who does it.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn owner_name(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let place = place("step", "owner_name", self.row.id);
        let name = self.row.owner_name.as_ref();
        answer(
            ctx,
            self.case.permit.open_some(Class::Narrative, place, name),
        )
    }

    /// By when.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn due_on(&self) -> Day {
        Day(self.row.due_on)
    }

    /// Where it stands.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn state(&self) -> StepState {
        self.row.state
    }

    /// Whether doing it means telling somebody outside about the young person (rule 73).
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn needs_sharing(&self) -> bool {
        self.row.needs_sharing
    }

    /// With whom.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn share_with(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let place = place("step", "share_with", self.row.id);
        let with = self.row.share_with.as_ref();
        let opened = self.case.permit.open_some(Class::Narrative, place, with);
        answer(ctx, opened)
    }

    /// Whether a release covers the sharing that it needs, and what that lacks which comes
    /// nearest; null when nothing has to be shared.
    #[graphql(directive = policy::apply(Class::Legal))]
    async fn sharing(&self, ctx: &Context<'_>) -> Result<Option<StepSharing>> {
        if !self.row.needs_sharing {
            return Ok(None);
        }
        StepSharing::of(ctx, &self.case, self.row.service_id)
            .await
            .map(Some)
    }

    /// Which release is missing, in English; null when nothing has to be shared, or one covers it.
    #[graphql(
        directive = policy::apply(Class::Narrative),
        deprecation = "Read `sharing`, which says it in codes."
    )]
    async fn missing_release(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let sharing = self.sharing(ctx).await?;
        if sharing.is_none_or(|sharing| sharing.is_covered()) {
            return Ok(None);
        }
        let with = self.share_with(ctx).await?;
        Ok(Some(match with {
            Some(with) => format!("No release on record covers sharing with {with}."),
            None => "No release on record covers this sharing.".to_owned(),
        }))
    }

    /// The service of the directory that it is about.
    #[graphql(directive = policy::apply(Class::Health))]
    async fn service(&self, ctx: &Context<'_>) -> Result<Option<Service>> {
        match self.row.service_id {
            Some(service) => Service::load(ctx, service).await,
            None => Ok(None),
        }
    }

    /// The latest referral that was made for it.
    #[graphql(directive = policy::apply(Class::Health))]
    async fn referral(&self, ctx: &Context<'_>) -> Result<Option<Referral>> {
        Referral::of_step(ctx, self.row.id).await
    }
}
