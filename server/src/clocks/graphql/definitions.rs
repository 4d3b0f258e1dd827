//! The definitions that new clocks are made by, to be read.

use async_graphql::{Context, Object, Result};
use uuid::Uuid;

use crate::access::{Class, Locale, Viewer};
use crate::cases::model::TeamRole;
use crate::clocks::definition::Definition;
use crate::clocks::in_force::{InForce, in_force};
use crate::clocks::model::{ClockApplies, ClockTrigger, ClockUnit, NotifiedParty};
use crate::connection;
use crate::error::Refusal;
use crate::graphql::{answer, page, policy, viewer};
use crate::store::page::{Asked, Cursor, Page};

/// The order of the list.
const BY_PLACE: &str = "clock_definition.place";

/// A definition that new clocks are made by (rule 46).
pub struct ClockDefinition(InForce);

impl ClockDefinition {
    fn says(&self) -> &Definition {
        &self.0.definition
    }
}

/// A definition that new clocks are made by (rule 46). What ships is an example, to be checked
/// by counsel.
#[Object]
impl ClockDefinition {
    /// What it is, wherever it holds: of several with one code, the strictest counts.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn code(&self) -> &str {
        &self.says().code
    }

    /// Whose rule it is: `US`, or a state's letters.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn jurisdiction(&self) -> &str {
        &self.says().jurisdiction
    }

    /// Its version; a clock names the one that it was made by.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn version(&self) -> i32 {
        self.0.version
    }

    /// Whether it is the organisation's own; otherwise it ships with the server.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn own(&self) -> bool {
        self.0.own
    }

    /// What is to be done, in the viewer's language.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn title(&self, ctx: &Context<'_>) -> Result<&str> {
        let title = &self.says().title;
        Ok(match viewer(ctx)?.locale() {
            Locale::En => &title.en,
            Locale::Es => &title.es,
        })
    }

    /// What starts it.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn trigger(&self) -> ClockTrigger {
        self.says().trigger
    }

    /// How long, in its unit.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn amount(&self) -> i32 {
        self.says().amount
    }

    /// How the time is counted.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn unit(&self) -> ClockUnit {
        self.says().unit
    }

    /// When it applies, and whether what it asks is a duty or recommended.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn applies(&self) -> ClockApplies {
        self.says().applies
    }

    /// Who on the team sees to it.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn responsible(&self) -> TeamRole {
        self.says().responsible
    }

    /// Who has to be told.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn party(&self) -> Option<NotifiedParty> {
        self.says().party
    }

    /// Whether it runs anew when it has ended, while the young person is missing (rule 59).
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn recurs(&self) -> bool {
        self.says().recurs
    }

    /// Whether it can be neither waived nor set aside (rule 60).
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn required(&self) -> bool {
        self.says().required
    }

    /// Where it is taken from.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn source(&self) -> Option<&str> {
        self.says().source.as_deref()
    }
}

connection!(
    ClockDefinitionConnection,
    ClockDefinitionEdge,
    ClockDefinition
);

/// Reads of definitions.
#[derive(Default)]
pub struct ClockDefinitionQuery;

#[Object]
impl ClockDefinitionQuery {
    /// The definitions in force, the country's first, then by state; of one jurisdiction when
    /// one is named. For supervisors and administrators, to be read: they are loaded by the
    /// operator (`trellis clocks load`).
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn clock_definitions(
        &self,
        ctx: &Context<'_>,
        jurisdiction: Option<String>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<ClockDefinitionConnection> {
        let viewer = viewer(ctx)?;
        answer(
            ctx,
            list(viewer, jurisdiction.as_deref(), first, after).await,
        )
    }
}

async fn list(
    viewer: &Viewer,
    jurisdiction: Option<&str>,
    first: Option<i32>,
    after: Option<String>,
) -> std::result::Result<ClockDefinitionConnection, Refusal> {
    let asked = Asked::rows(first)?;
    let after = page::place(viewer, BY_PLACE, after.as_deref())?;
    let mut all = in_force(viewer).await?;
    all.retain(|one| jurisdiction.is_none_or(|there| one.definition.jurisdiction == there));
    if let Some(after) = &after {
        all.retain(|one| one.place() > after.key);
    }
    let found = Page {
        before: after.is_some(),
        ..asked.cut(all)
    };
    let mut edges = Vec::with_capacity(found.rows.len());
    for one in found.rows {
        let place = Cursor::of_text(BY_PLACE, &one.place(), Uuid::nil());
        edges.push((page::cursor(viewer, &place)?, ClockDefinition(one)));
    }
    Ok(ClockDefinitionConnection::of(
        edges,
        found.before,
        found.more,
    ))
}
