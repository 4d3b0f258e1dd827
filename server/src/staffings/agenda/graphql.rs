//! An agenda in GraphQL.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, Result, SimpleObject};

use super::super::entity::staffing_item;
use super::super::model::AgendaKind;
use super::keep::place;
use crate::access::Class;
use crate::cases::CaseRow;
use crate::graphql::{Kind, answer, id, policy};

/// What could be on the agenda of a staffing of a case.
#[derive(SimpleObject)]
pub struct AgendaSuggestion {
    /// What it is about.
    #[graphql(directive = policy::apply(Class::Narrative))]
    pub kind: AgendaKind,
    /// A goal, a need, what is due; null where the kind says it.
    #[graphql(directive = policy::apply(Class::Narrative))]
    pub text: Option<String>,
}

/// Something on the agenda of a staffing.
pub struct StaffingItem {
    row: staffing_item::Model,
    case: Arc<CaseRow>,
}

impl StaffingItem {
    /// The item of `row`, which is about `case`.
    pub fn of(row: staffing_item::Model, case: Arc<CaseRow>) -> Self {
        Self { row, case }
    }
}

/// Something on the agenda of a staffing.
#[Object]
impl StaffingItem {
    /// The id of the case that it is about: one of the staffing's.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn case_id(&self, ctx: &Context<'_>) -> Result<ID> {
        id::seal(ctx, Kind::Case, self.row.case_id)
    }

    /// What it is about.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn kind(&self) -> AgendaKind {
        self.row.kind
    }

    /// What is to be said of it; of the young person's own, what they said, once they were
    /// asked (rule 97).
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn text(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let (place, text) = (place(self.row.id), self.row.text.as_ref());
        answer(
            ctx,
            self.case.permit.open_some(Class::Narrative, place, text),
        )
    }
}
