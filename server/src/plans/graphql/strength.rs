//! Strengths in GraphQL.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, Result};

use crate::access::Class;
use crate::cases::CaseRow;
use crate::graphql::{Kind, answer, id, policy};
use crate::plans::change::place;
use crate::plans::entity::strength;
use crate::plans::model::StrengthKind;

/// Something that is strong.
pub struct Strength {
    row: strength::Model,
    pub(super) case: Arc<CaseRow>,
}

impl Strength {
    /// The strength of `row`, which is on `case`.
    pub(super) fn of(row: strength::Model, case: Arc<CaseRow>) -> Self {
        Self { row, case }
    }
}

/// Something that is strong.
#[Object]
impl Strength {
    /// Opaque id.
    #[graphql(directive = policy::apply(Class::Pointer))]
    pub async fn id(&self, ctx: &Context<'_>) -> Result<ID> {
        id::seal(ctx, Kind::Strength, self.row.id)
    }

    /// What kind.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn kind(&self) -> StrengthKind {
        self.row.kind
    }

    /// The strength.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn text(&self, ctx: &Context<'_>) -> Result<String> {
        let place = place("strength", "text", self.row.id);
        let text = self
            .case
            .permit
            .open(Class::Narrative, place, &self.row.text);
        Ok(answer(ctx, text)?.unwrap_or_default())
    }
}
