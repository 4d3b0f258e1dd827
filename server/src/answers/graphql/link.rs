//! A question to a service, with its answer, in GraphQL.

use async_graphql::{Context, ID, Object, Result};
use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::access::Class;
use crate::answers::entity::answer_link;
use crate::answers::loaders::AnswerLinkLoaders;
use crate::answers::model::{LinkKind, LinkState, ServiceAnswer};
use crate::answers::text_place;
use crate::directory::Service;
use crate::directory::model::Capacity;
use crate::error::Refusal;
use crate::graphql::{Kind, Loaders, answer, id, policy, refused, viewer};
use crate::people::User;
use crate::referrals::model::{ReferralOutcome, ReferralReason};

/// A link that was mailed to a service, and what the service answered by it. The link itself is
/// shown to nobody here.
pub struct AnswerLink(pub answer_link::Model);

/// A link that was mailed to a service, and what the service answered by it. The link itself is
/// shown to nobody here.
#[Object]
impl AnswerLink {
    /// Opaque id.
    #[graphql(directive = policy::apply(Class::Pointer))]
    pub async fn id(&self, ctx: &Context<'_>) -> Result<ID> {
        id::seal(ctx, Kind::AnswerLink, self.0.id)
    }

    /// What it is for.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn kind(&self) -> LinkKind {
        match &self.0 {
            link if link.disclosure_id.is_some() => LinkKind::Identity,
            link if link.enquiry_id.is_some() => LinkKind::Enquiry,
            _ => LinkKind::Referral,
        }
    }

    /// The service that was asked.
    #[graphql(directive = policy::apply(Class::Health))]
    async fn service(&self, ctx: &Context<'_>) -> Result<Service> {
        let service = Service::load(ctx, self.0.service_id).await?;
        let request = viewer(ctx)?.request();
        service.ok_or_else(|| refused(Refusal::NotFound, request))
    }

    /// Who had it sent.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn sent_by(&self, ctx: &Context<'_>) -> Result<Option<User>> {
        User::load(ctx, self.0.sent_by).await
    }

    /// When it was sent.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn sent_at(&self) -> DateTime<Utc> {
        self.0.sent_at
    }

    /// Until when it can be used.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn expires_at(&self) -> DateTime<Utc> {
        self.0.expires_at
    }

    /// How it stands now.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn state(&self, ctx: &Context<'_>) -> Result<LinkState> {
        let now = viewer(ctx)?.app().clock().now();
        Ok(match &self.0 {
            link if link.answered_at.is_some() => LinkState::Answered,
            link if link.revoked_at.is_some() => LinkState::Revoked,
            link if link.expires_at <= now => LinkState::Expired,
            _ => LinkState::Waiting,
        })
    }

    /// When the service answered, or opened what was shared with it.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn answered_at(&self) -> Option<DateTime<Utc>> {
        self.0.answered_at
    }

    /// What it answered.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn answer(&self) -> Option<ServiceAnswer> {
        self.0.answer
    }

    /// Why it declined, as a code.
    #[graphql(directive = policy::apply(Class::Health))]
    async fn reason(&self) -> Option<ReferralReason> {
        self.0.reason_code
    }

    /// What came of it, as the service tells it.
    #[graphql(directive = policy::apply(Class::Health))]
    async fn outcome(&self) -> Option<ReferralOutcome> {
        self.0.outcome
    }

    /// Whether it had room then.
    #[graphql(directive = policy::apply(Class::Health))]
    async fn capacity(&self) -> Option<Capacity> {
        self.0.capacity
    }

    /// What it wrote.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn text(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let case = ctx.data::<Loaders>()?.case(self.0.case_id).await;
        let case = answer(ctx, case.and_then(|case| case.ok_or(Refusal::NotFound)))?;
        let text = self.0.text.as_ref();
        let place = text_place(self.0.id);
        answer(ctx, case.permit.open_some(Class::Narrative, place, text))
    }
}

impl AnswerLink {
    /// The links of a referral, oldest first.
    pub async fn of_referral(ctx: &Context<'_>, referral: Uuid) -> Result<Vec<Self>> {
        let loaders = ctx.data::<AnswerLinkLoaders>()?;
        let links = answer(ctx, loaders.of_referral(referral).await)?;
        Ok(links.into_iter().map(Self).collect())
    }

    /// The links by which a disclosure is opened, oldest first.
    pub async fn of_disclosure(ctx: &Context<'_>, disclosure: Uuid) -> Result<Vec<Self>> {
        let loaders = ctx.data::<AnswerLinkLoaders>()?;
        let links = answer(ctx, loaders.of_disclosure(disclosure).await)?;
        Ok(links.into_iter().map(Self).collect())
    }
}
