//! Versions of templates and their reviews in GraphQL.

use async_graphql::{Context, ID, Object, Result};
use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::body::PlanTemplateBody;
use super::template::PlanTemplate;
use crate::access::Class;
use crate::graphql::{Kind, answer, id, policy};
use crate::people::User;
use crate::plans::templates::TemplateLoaders;
use crate::plans::templates::entity::{plan_template_review, plan_template_version};
use crate::plans::templates::model::{Body, ReviewState};

/// A version of a template.
pub struct PlanTemplateVersion(pub(super) plan_template_version::Model);

impl PlanTemplateVersion {
    /// The version `id`, read together with the others that the document asks for; `None`
    /// for those who have nothing to do with templates.
    pub(in crate::plans) async fn of_id(ctx: &Context<'_>, id: Uuid) -> Result<Option<Self>> {
        let found = ctx.data::<TemplateLoaders>()?.version(id).await;
        Ok(answer(ctx, found)?.map(Self))
    }
}

/// A version of a template, as it was published: nothing changes it.
#[Object]
impl PlanTemplateVersion {
    /// Opaque id.
    #[graphql(directive = policy::apply(Class::Pointer))]
    pub async fn id(&self, ctx: &Context<'_>) -> Result<ID> {
        id::seal(ctx, Kind::PlanTemplateVersion, self.0.id)
    }

    /// Its number, from 1 on.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn number(&self) -> i32 {
        self.0.number
    }

    /// The template.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn template(&self, ctx: &Context<'_>) -> Result<Option<PlanTemplate>> {
        let found = ctx.data::<TemplateLoaders>()?;
        let found = found.template(self.0.template_id).await;
        Ok(answer(ctx, found)?.map(PlanTemplate))
    }

    /// What it says.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn body(&self, ctx: &Context<'_>) -> Result<PlanTemplateBody> {
        let read = Body::frozen(&self.0.body, &self.0.content_hash);
        answer(ctx, read).map(PlanTemplateBody::from)
    }

    /// The hash of what it says, in hexadecimal digits.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn content_hash(&self) -> String {
        hex::encode(&self.0.content_hash)
    }

    /// Who published it; null when a file was loaded.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn published_by(&self, ctx: &Context<'_>) -> Result<Option<User>> {
        match self.0.published_by {
            Some(user) => User::load(ctx, user).await,
            None => Ok(None),
        }
    }

    /// When it was published.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn published_at(&self) -> DateTime<Utc> {
        self.0.published_at
    }

    /// What was said in reviews with survivor experts, the latest first; empty while nobody
    /// was asked (rule 118).
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn reviews(&self, ctx: &Context<'_>) -> Result<Vec<PlanTemplateReview>> {
        let found = ctx.data::<TemplateLoaders>()?.reviews(self.0.id).await;
        let rows = answer(ctx, found)?.into_iter();
        Ok(rows.map(PlanTemplateReview).collect())
    }

    /// In how many plans of the organisation goals were taken from it.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn used_in_plans(&self, ctx: &Context<'_>) -> Result<i32> {
        let found = ctx.data::<TemplateLoaders>()?.uses(self.0.id).await;
        answer(ctx, found)
    }
}

/// What was said of a version in a review with survivor experts.
pub struct PlanTemplateReview(plan_template_review::Model);

/// What was said of a version in a review with survivor experts.
#[Object]
impl PlanTemplateReview {
    /// How the review stood from then on.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn state(&self) -> ReviewState {
        self.0.state
    }

    /// What was said.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn note(&self) -> Option<&str> {
        self.0.note.as_deref()
    }

    /// By whom.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn by(&self, ctx: &Context<'_>) -> Result<Option<User>> {
        User::load(ctx, self.0.by_user).await
    }

    /// When.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn at(&self) -> DateTime<Utc> {
        self.0.at
    }
}
