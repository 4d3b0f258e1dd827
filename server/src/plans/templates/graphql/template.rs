//! Templates in GraphQL.

use async_graphql::{Context, ID, Object, Result};
use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::body::PlanTemplateBody;
use super::version::PlanTemplateVersion;
use crate::access::{Class, Locale, Viewer};
use crate::error::Refusal;
use crate::graphql::{Kind, answer, id, policy};
use crate::people::User;
use crate::plans::templates::TemplateLoaders;
use crate::plans::templates::entity::plan_template;
use crate::plans::templates::model::{Body, Situation, TemplateState};
use crate::plans::templates::read;

/// A template.
pub struct PlanTemplate(pub(super) plan_template::Model);

impl PlanTemplate {
    /// The template `id`, if one may see it.
    pub(super) async fn load(viewer: &Viewer, id: Uuid) -> std::result::Result<Self, Refusal> {
        let found = read::by_ids(viewer, &[id]).await?.remove(&id);
        found.map(Self).ok_or(Refusal::NotFound)
    }
}

/// A template of goals and steps: an offer to begin a plan with, never a rule.
#[Object]
impl PlanTemplate {
    /// Opaque id.
    #[graphql(directive = policy::apply(Class::Pointer))]
    pub async fn id(&self, ctx: &Context<'_>) -> Result<ID> {
        id::seal(ctx, Kind::PlanTemplate, self.0.id)
    }

    /// Send it back with a change.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn version(&self) -> i32 {
        self.0.version
    }

    /// How it stands.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn state(&self) -> TemplateState {
        match (self.0.number, self.0.withdrawn) {
            (0, _) => TemplateState::Draft,
            (_, true) => TemplateState::Withdrawn,
            (_, false) => TemplateState::Offered,
        }
    }

    /// What it is for.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn situation(&self) -> Situation {
        self.0.situation
    }

    /// What it is called.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn title(&self) -> &str {
        &self.0.title
    }

    /// The language that it is written in.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn language(&self) -> Locale {
        self.0.language
    }

    /// What would be published next; null when that is what is published already.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn draft(&self, ctx: &Context<'_>) -> Result<Option<PlanTemplateBody>> {
        let read = self.0.draft.as_deref().map(Body::read).transpose();
        Ok(answer(ctx, read)?.map(PlanTemplateBody::from))
    }

    /// The version that was published last; null before the first.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn current(&self, ctx: &Context<'_>) -> Result<Option<PlanTemplateVersion>> {
        let Some(id) = self.0.current_id else {
            return Ok(None);
        };
        PlanTemplateVersion::of_id(ctx, id).await
    }

    /// Every version that was published, the newest first.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn versions(&self, ctx: &Context<'_>) -> Result<Vec<PlanTemplateVersion>> {
        let loaders = ctx.data::<TemplateLoaders>()?;
        let rows = answer(ctx, loaders.versions_of(self.0.id).await)?;
        Ok(rows.into_iter().map(PlanTemplateVersion).collect())
    }

    /// Who changed it last; null when a file was loaded.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn changed_by(&self, ctx: &Context<'_>) -> Result<Option<User>> {
        match self.0.changed_by {
            Some(user) => User::load(ctx, user).await,
            None => Ok(None),
        }
    }

    /// When it was changed last.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn changed_at(&self) -> DateTime<Utc> {
        self.0.changed_at
    }
}
