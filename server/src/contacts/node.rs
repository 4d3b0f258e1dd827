//! A contact in GraphQL.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, Result};
use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::entity::support_contact;
use super::loaders::ContactLoaders;
use super::log::place;
use super::model::{
    ContactChannel, ContactOutcome, ContactType, CrisisType, Direction, FamilyNeed,
};
use super::read;
use crate::access::{Class, Viewer};
use crate::cases::{CasePerson, CaseRow, cases_of};
use crate::connection;
use crate::error::Refusal;
use crate::graphql::{Case, Day, Kind, Loaders, answer, id, policy};
use crate::people::User;
use crate::vault::SealedBytes;

/// Those of the contacts `ids` whose case is in reach.
pub async fn by_ids(
    viewer: &Viewer,
    ids: &[Uuid],
) -> std::result::Result<Vec<(Uuid, SupportContact)>, Refusal> {
    let rows = read::by_ids(viewer, ids).await?;
    let cases = cases_of(viewer, rows.iter().map(|row| row.case_id)).await?;
    let with = |row: support_contact::Model| {
        let case = cases.get(&row.case_id)?.clone();
        Some((row.id, SupportContact { row, case }))
    };
    Ok(rows.into_iter().filter_map(with).collect())
}

connection!(SupportContactConnection, SupportContactEdge, SupportContact);

/// A contact with a family, or the attempt at one.
pub struct SupportContact {
    row: support_contact::Model,
    case: Arc<CaseRow>,
}

impl SupportContact {
    /// The contact of `row`, which is on `case`.
    pub(super) fn of(row: support_contact::Model, case: Arc<CaseRow>) -> Self {
        Self { row, case }
    }

    /// The contact `id`, if its case is in reach.
    pub(super) async fn load(viewer: &Viewer, id: Uuid) -> std::result::Result<Self, Refusal> {
        let found = by_ids(viewer, &[id]).await?.pop();
        found.map(|(_, contact)| contact).ok_or(Refusal::NotFound)
    }

    fn narrative(
        &self,
        ctx: &Context<'_>,
        column: &'static str,
        sealed: Option<&SealedBytes>,
    ) -> Result<Option<String>> {
        let place = place(column, self.row.id);
        answer(
            ctx,
            self.case.permit.open_some(Class::Narrative, place, sealed),
        )
    }
}

/// A contact with a family, or the attempt at one. It is logged and never changed.
#[Object]
impl SupportContact {
    /// Opaque id.
    #[graphql(directive = policy::apply(Class::Pointer))]
    pub async fn id(&self, ctx: &Context<'_>) -> Result<ID> {
        id::seal(ctx, Kind::SupportContact, self.row.id)
    }

    /// The case.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn case(&self) -> Case {
        Case::of(self.case.clone())
    }

    /// When it was.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn occurred_at(&self) -> DateTime<Utc> {
        self.row.occurred_at
    }

    /// When it was logged.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn recorded_at(&self) -> DateTime<Utc> {
        self.row.recorded_at
    }

    /// With whom, when it was somebody on the case.
    #[graphql(directive = policy::apply(Class::Identity))]
    async fn person(&self, ctx: &Context<'_>) -> Result<Option<CasePerson>> {
        let Some(person) = self.row.person_id else {
            return Ok(None);
        };
        if !self.case.permit.sees(Class::Identity) {
            return Ok(None);
        }
        let people = answer(ctx, ctx.data::<Loaders>()?.people(self.row.case_id).await)?;
        let found = people.into_iter().find(|row| row.id == person);
        Ok(found.map(|row| CasePerson {
            row,
            case: self.case.clone(),
        }))
    }

    /// How people were in touch.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn channel(&self) -> ContactChannel {
        self.row.channel
    }

    /// Who turned to whom.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn direction(&self) -> Direction {
        self.row.direction
    }

    /// What came of it.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn outcome(&self) -> ContactOutcome {
        self.row.outcome
    }

    /// What it was for.
    #[graphql(name = "type", directive = policy::apply(Class::Pointer))]
    async fn contact_type(&self) -> ContactType {
        self.row.contact_type
    }

    /// How long it took.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn minutes(&self) -> Option<i32> {
        self.row.minutes
    }

    /// What the family needs, in no order of weight.
    #[graphql(directive = policy::apply(Class::Health))]
    async fn needs(&self, ctx: &Context<'_>) -> Result<Vec<FamilyNeed>> {
        if !self.case.permit.sees(Class::Health) {
            return Ok(Vec::new());
        }
        let loaders = ctx.data::<ContactLoaders>()?;
        answer(ctx, loaders.needs(self.row.id).await)
    }

    /// What was in crisis, in no order of weight.
    #[graphql(directive = policy::apply(Class::Health))]
    async fn crises(&self, ctx: &Context<'_>) -> Result<Vec<CrisisType>> {
        if !self.case.permit.sees(Class::Health) {
            return Ok(Vec::new());
        }
        let loaders = ctx.data::<ContactLoaders>()?;
        answer(ctx, loaders.crises(self.row.id).await)
    }

    /// What was done about it (rule 113).
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn crisis_action(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        self.narrative(ctx, "crisis_action", self.row.crisis_action.as_ref())
    }

    /// What was said.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn note(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        self.narrative(ctx, "note", self.row.note.as_ref())
    }

    /// Whether what was said and done is hard to read, so that it stays closed until somebody
    /// opens it (rule 126).
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn graphic(&self) -> bool {
        self.row.graphic && self.case.permit.sees(Class::Narrative)
    }

    /// What is hard to read is about, in calm words.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn content_note(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        self.narrative(ctx, "content_note", self.row.content_note.as_ref())
    }

    /// What was agreed.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn agreed(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        self.narrative(ctx, "agreed", self.row.agreed.as_ref())
    }

    /// The day of the next contact, as agreed then.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn next_contact_on(&self) -> Option<Day> {
        self.row.next_contact_on.map(Day)
    }

    /// Who logged it.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn logged_by(&self, ctx: &Context<'_>) -> Result<Option<User>> {
        User::load(ctx, self.row.logged_by).await
    }
}
