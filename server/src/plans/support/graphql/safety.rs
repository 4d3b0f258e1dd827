//! The safety plan in GraphQL.

use std::sync::Arc;

use async_graphql::{Context, Object, Result, SimpleObject};
use chrono::{DateTime, Utc};

use crate::access::Class;
use crate::cases::CaseRow;
use crate::error::Refusal;
use crate::graphql::policy;
use crate::people::User;
use crate::plans::support::{SafePerson, Safety, SafetySection, open_safety, safety_plan};

/// What helps when it gets unsafe, made with the young person.
pub struct SafetyPlan {
    row: safety_plan::Model,
    says: Safety,
}

/// A section of a safety plan.
#[derive(Clone, SimpleObject)]
pub struct SafetySectionText {
    /// Which section.
    #[graphql(directive = policy::apply(Class::Pointer))]
    pub section: SafetySection,
    /// Its lines, in plain words; none while nothing is written.
    #[graphql(directive = policy::apply(Class::Narrative))]
    pub lines: Vec<String>,
}

/// All sections of a safety plan, in their order.
pub fn sections_of(says: &Safety) -> Vec<SafetySectionText> {
    let text = |section: &SafetySection| SafetySectionText {
        section: *section,
        lines: says.sections.get(section).cloned().unwrap_or_default(),
    };
    SafetySection::ALL.iter().map(text).collect()
}

impl SafetyPlan {
    /// The safety plan of `row`, for those who may read what it says.
    pub fn of(
        row: safety_plan::Model,
        case: &Arc<CaseRow>,
    ) -> std::result::Result<Option<Self>, Refusal> {
        let says = open_safety(&case.permit, &row)?;
        Ok(says.map(|says| Self { row, says }))
    }
}

/// What helps when it gets unsafe (rule 68). It is settled when all of it is there and was
/// gone through with the young person; to write it anew opens it again.
#[Object]
impl SafetyPlan {
    /// Send it back with a change.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn version(&self) -> i32 {
        self.row.version
    }

    /// All sections in their order.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn sections(&self) -> Vec<SafetySectionText> {
        sections_of(&self.says)
    }

    /// Safe people.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn safe_people(&self) -> &[SafePerson] {
        &self.says.safe_people
    }

    /// Sections of which nothing is written yet.
    #[graphql(directive = policy::apply(Class::Work))]
    async fn missing(&self) -> Vec<SafetySection> {
        self.says.silent().collect()
    }

    /// Whether a safe person whom the young person chose is still missing.
    #[graphql(directive = policy::apply(Class::Work))]
    async fn needs_chosen_person(&self) -> bool {
        !self.says.has_chosen_person()
    }

    /// When it was settled with the young person; null while it is not.
    #[graphql(directive = policy::apply(Class::Work))]
    async fn settled_at(&self) -> Option<DateTime<Utc>> {
        self.row.settled_at
    }

    /// Who settled it with them.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn settled_by(&self, ctx: &Context<'_>) -> Result<Option<User>> {
        match self.row.settled_by {
            Some(user) => User::load(ctx, user).await,
            None => Ok(None),
        }
    }

    /// Who wrote it last.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn written_by(&self, ctx: &Context<'_>) -> Result<Option<User>> {
        User::load(ctx, self.row.written_by).await
    }

    /// When it was written last.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn written_at(&self) -> DateTime<Utc> {
        self.row.written_at
    }
}
