//! Somebody on a case, in GraphQL.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, Result};

use crate::access::{Class, Viewer};
use crate::cases::entity::case_person;
use crate::cases::loaders::CaseLoaders;
use crate::cases::model::{BirthPrecision, PersonRole};
use crate::cases::one;
use crate::cases::person::{languages, place};
use crate::cases::row::CaseRow;
use crate::error::Refusal;
use crate::graphql::{Case, Kind, Loaders, MaskedText, answer, id, policy};

/// Somebody on a case.
pub struct CasePerson {
    /// The row.
    pub row: case_person::Model,
    /// Its case.
    pub case: Arc<CaseRow>,
}

/// Somebody on a case.
#[Object]
impl CasePerson {
    /// Opaque id.
    #[graphql(directive = policy::apply(Class::Pointer))]
    pub async fn id(&self, ctx: &Context<'_>) -> Result<ID> {
        id::seal(ctx, Kind::CasePerson, self.row.id)
    }

    /// Send it back with a change.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn version(&self) -> i32 {
        self.row.version
    }

    /// What they are to the case.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn role(&self) -> PersonRole {
        self.row.role
    }

    /// The name in daily use.
    #[graphql(directive = policy::apply(Class::Identity))]
    async fn name(&self, ctx: &Context<'_>) -> Result<String> {
        let name =
            self.case
                .permit
                .open(Class::Identity, place("name", self.row.id), &self.row.name);
        Ok(answer(ctx, name)?.unwrap_or_default())
    }

    /// What they are to the young person.
    #[graphql(directive = policy::apply(Class::Identity))]
    async fn relation(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let place = place("relation", self.row.id);
        answer(
            ctx,
            self.case
                .permit
                .open_some(Class::Identity, place, self.row.relation.as_ref()),
        )
    }

    /// The legal name, masked.
    #[graphql(directive = policy::apply(Class::Identity))]
    async fn legal_name(&self) -> Option<MaskedText> {
        MaskedText::if_any(self.row.legal_name.as_ref())
    }

    /// The birth date, masked.
    #[graphql(directive = policy::apply(Class::Identity))]
    async fn birth_date(&self) -> Option<MaskedText> {
        MaskedText::if_any(self.row.birth_date.as_ref())
    }

    /// The telephone number, masked.
    #[graphql(directive = policy::apply(Class::Location))]
    async fn phone(&self) -> Option<MaskedText> {
        MaskedText::if_any(self.row.phone.as_ref())
    }

    /// The address, masked.
    #[graphql(directive = policy::apply(Class::Location))]
    async fn address(&self) -> Option<MaskedText> {
        MaskedText::if_any(self.row.address.as_ref())
    }

    /// How they want to be spoken of.
    #[graphql(directive = policy::apply(Class::Identity))]
    async fn pronouns(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let place = place("pronouns", self.row.id);
        answer(
            ctx,
            self.case
                .permit
                .open_some(Class::Identity, place, self.row.pronouns.as_ref()),
        )
    }

    /// How precisely the birth date is known; null when it was not said.
    #[graphql(directive = policy::apply(Class::Identity))]
    async fn birth_precision(&self) -> Option<BirthPrecision> {
        self.row.birth_precision
    }

    /// The nation or tribe.
    #[graphql(directive = policy::apply(Class::Identity))]
    async fn tribe(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let place = place("tribe", self.row.id);
        answer(
            ctx,
            self.case
                .permit
                .open_some(Class::Identity, place, self.row.tribe.as_ref()),
        )
    }

    /// The languages they speak, the one they like best first.
    #[graphql(directive = policy::apply(Class::Identity))]
    async fn languages(&self, ctx: &Context<'_>) -> Result<Vec<String>> {
        answer(ctx, languages(&self.case.permit, &self.row))
    }

    /// The language they speak; of several, the first.
    #[graphql(directive = policy::apply(Class::Identity))]
    async fn language(&self) -> Option<&str> {
        self.row.language.as_deref()
    }

    /// Whether they have said that their number may be called.
    #[graphql(directive = policy::apply(Class::Location))]
    async fn safe_to_contact(&self) -> bool {
        self.row.safe_to_contact
    }

    /// Whether they may not be contacted at all.
    #[graphql(directive = policy::apply(Class::Location))]
    async fn no_contact(&self) -> bool {
        self.row.no_contact
    }

    /// Why not.
    #[graphql(directive = policy::apply(Class::Location))]
    async fn no_contact_reason(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let place = place("no_contact_reason", self.row.id);
        answer(
            ctx,
            self.case
                .permit
                .open_some(Class::Location, place, self.row.no_contact_reason.as_ref()),
        )
    }

    /// Whether they may have done what happened.
    #[graphql(directive = policy::apply(Class::Legal))]
    async fn alleged_offender(&self) -> bool {
        self.row.alleged_offender
    }

    /// Whether they may not sign for the young person (rule 12).
    #[graphql(directive = policy::apply(Class::Legal))]
    async fn disqualified_signer(&self) -> bool {
        self.row.disqualified_signer
    }

    /// The other cases that they are on, those in one's reach alone (rule 30).
    #[graphql(directive = policy::apply(Class::Identity))]
    async fn also_on(&self, ctx: &Context<'_>) -> Result<Vec<Case>> {
        let Some(same) = self.row.same_person else {
            return Ok(Vec::new());
        };
        let cases = answer(ctx, ctx.data::<CaseLoaders>()?.also_on(same).await)?;
        let others = cases.into_iter().filter(|case| *case != self.row.case_id);
        let others: Vec<_> = others.collect();
        let found = ctx.data::<Loaders>()?.cases(others.clone()).await;
        let mut found = answer(ctx, found)?;
        // In the order in which they came to be on them.
        let others = others.into_iter().filter_map(|case| found.remove(&case));
        Ok(others.map(Case::of).collect())
    }
}

impl CasePerson {
    /// The person `id`, if the case is in reach.
    pub async fn load(viewer: &Viewer, id: uuid::Uuid) -> std::result::Result<Self, Refusal> {
        let row = viewer
            .select::<case_person::Entity>()
            .by_id(id)
            .one()
            .await?
            .ok_or(Refusal::NotFound)?;
        let case = Arc::new(one(viewer, row.case_id).await?);
        Ok(Self { row, case })
    }
}
