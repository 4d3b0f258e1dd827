//! A name under a release, in GraphQL.

use std::sync::Arc;

use async_graphql::{Context, Object, Result};
use chrono::{DateTime, Utc};

use super::release::person_on;
use crate::access::Class;
use crate::cases::{CasePerson, CaseRow};
use crate::graphql::{answer, policy};
use crate::people::User;
use crate::releases::entity::signature;
use crate::releases::model::SignerCapacity;
use crate::releases::signature_place;

/// A name under a release.
pub struct ReleaseSignature {
    pub(super) row: signature::Model,
    pub(super) case: Arc<CaseRow>,
}

/// A name under a release.
#[Object]
impl ReleaseSignature {
    /// Whose.
    #[graphql(directive = policy::apply(Class::Identity))]
    async fn signer(&self, ctx: &Context<'_>) -> Result<Option<CasePerson>> {
        person_on(ctx, &self.case, self.row.signer_id).await
    }

    /// In whose capacity.
    #[graphql(directive = policy::apply(Class::Legal))]
    async fn capacity(&self) -> SignerCapacity {
        self.row.capacity
    }

    /// On what it rests: an order, a delegation.
    #[graphql(directive = policy::apply(Class::Legal))]
    async fn basis(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let place = signature_place("basis", self.row.id);
        let basis = self.row.basis.as_ref();
        answer(ctx, self.case.permit.open_some(Class::Legal, place, basis))
    }

    /// When it was signed.
    #[graphql(directive = policy::apply(Class::Legal))]
    async fn signed_at(&self) -> DateTime<Utc> {
        self.row.signed_at
    }

    /// Who saw it.
    #[graphql(directive = policy::apply(Class::Legal))]
    async fn witness(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let place = signature_place("witness", self.row.id);
        let witness = self
            .case
            .permit
            .open(Class::Legal, place, &self.row.witness);
        answer(ctx, witness)
    }

    /// Who wrote it down.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn recorded_by(&self, ctx: &Context<'_>) -> Result<Option<User>> {
        User::load(ctx, self.row.recorded_by).await
    }

    /// When it was written down.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn recorded_at(&self) -> DateTime<Utc> {
        self.row.recorded_at
    }
}
