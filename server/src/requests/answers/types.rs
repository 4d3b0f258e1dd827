//! An answer to a request in GraphQL.

use std::sync::Arc;

use async_graphql::{Context, Object, Result};
use chrono::{DateTime, Utc};

use super::loader::Given;
use crate::access::Class;
use crate::directory::Service;
use crate::graphql::{answer, policy};
use crate::people::User;
use crate::requests::row::{RequestRow, place};

/// An answer to a request.
pub struct RequestAnswer {
    pub(super) given: Given,
    pub(super) of: Arc<RequestRow>,
}

/// An answer to a request.
#[Object]
impl RequestAnswer {
    /// When it was given.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn at(&self) -> DateTime<Utc> {
        self.given.answer.at
    }

    /// Who gave it.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn answered_by(&self, ctx: &Context<'_>) -> Result<Option<User>> {
        match self.given.answer.answered_by {
            Some(user) => User::load(ctx, user).await,
            None => Ok(None),
        }
    }

    /// What was said or sent.
    #[graphql(directive = policy::apply(Class::Narrative))]
    pub(crate) async fn note(&self, ctx: &Context<'_>) -> Result<String> {
        let row = &self.given.answer;
        answer(ctx, self.of.permit.open(place("answer", row.id), &row.note))
    }

    /// The services that were named.
    #[graphql(directive = policy::apply(Class::Public))]
    async fn services(&self, ctx: &Context<'_>) -> Result<Vec<Service>> {
        let mut services = Vec::with_capacity(self.given.services.len());
        for service in &self.given.services {
            services.extend(Service::load(ctx, *service).await?);
        }
        Ok(services)
    }
}

impl RequestAnswer {
    /// All answers to a request, the first first.
    pub async fn all(ctx: &Context<'_>, of: &Arc<RequestRow>) -> Result<Vec<Self>> {
        let given = ctx.data::<super::AnswerLoader>()?.of(of.request.id).await;
        let given = answer(ctx, given)?;
        let of_one = |given| Self {
            given,
            of: of.clone(),
        };
        Ok(given.into_iter().map(of_one).collect())
    }
}
