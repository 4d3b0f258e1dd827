//! A capacity enquiry in GraphQL.

use async_graphql::{Context, ID, Object, Result};
use chrono::{DateTime, Utc};

use super::AnswerLink;
use crate::access::Class;
use crate::answers::entity::capacity_enquiry;
use crate::answers::loaders::AnswerLinkLoaders;
use crate::cases::model::State;
use crate::directory::model::{Capability, ServiceCategory};
use crate::directory::need::{AgeBand, NeededLanguage};
use crate::graphql::{Day, Kind, answer, id, policy};
use crate::people::User;

/// A need that was put to services without anything of anybody (rule 86).
pub struct CapacityEnquiry(pub capacity_enquiry::Model);

/// A need that was put to services without anything of anybody (rule 86).
#[Object]
impl CapacityEnquiry {
    /// Opaque id.
    #[graphql(directive = policy::apply(Class::Pointer))]
    pub async fn id(&self, ctx: &Context<'_>) -> Result<ID> {
        id::seal(ctx, Kind::CapacityEnquiry, self.0.id)
    }

    /// What the services are told: a sign that says nothing (rule 91).
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn reference(&self) -> &str {
        &self.0.reference
    }

    /// What kind of help is needed.
    #[graphql(directive = policy::apply(Class::Health))]
    async fn category(&self) -> ServiceCategory {
        self.0.category
    }

    /// For what age.
    #[graphql(directive = policy::apply(Class::Health))]
    async fn age_band(&self) -> Option<AgeBand> {
        self.0.age_band
    }

    /// What the service would have to be able to do.
    #[graphql(directive = policy::apply(Class::Health))]
    async fn accepts(&self) -> Vec<Capability> {
        self.0.profile().accepts
    }

    /// The languages it would have to speak.
    #[graphql(directive = policy::apply(Class::Health))]
    async fn languages(&self) -> Vec<NeededLanguage> {
        self.0.profile().languages
    }

    /// In which state or territory.
    #[graphql(directive = policy::apply(Class::Health))]
    async fn state(&self) -> State {
        self.0.state
    }

    /// By which day.
    #[graphql(directive = policy::apply(Class::Health))]
    async fn needed_by(&self) -> Option<Day> {
        self.0.needed_by.map(Day)
    }

    /// Who asked.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn asked_by(&self, ctx: &Context<'_>) -> Result<Option<User>> {
        User::load(ctx, self.0.asked_by).await
    }

    /// When.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn asked_at(&self) -> DateTime<Utc> {
        self.0.asked_at
    }

    /// The services that were asked, with what they answered, in the order in which they were
    /// named.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn asked(&self, ctx: &Context<'_>) -> Result<Vec<AnswerLink>> {
        let links = ctx.data::<AnswerLinkLoaders>()?.of_enquiry(self.0.id).await;
        Ok(answer(ctx, links)?.into_iter().map(AnswerLink).collect())
    }
}
