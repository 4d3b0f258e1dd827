//! An immediate plan and its sections in GraphQL.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, Result, SimpleObject};
use chrono::{DateTime, Duration, Utc};
use uuid::Uuid;

use crate::access::{Class, Viewer};
use crate::cases::{CaseRow, cases_of};
use crate::error::Refusal;
use crate::graphql::{Case, Kind, answer, id, policy};
use crate::people::User;
use crate::plans::change::place;
use crate::plans::immediate::ImmediateState;
use crate::plans::immediate::entity::{immediate_plan, immediate_section};
use crate::plans::immediate::model::ImmediateSection;
use crate::plans::work_loaders::PlanWorkLoaders;

/// What a reminder says, and nothing else: no advice (rule 75).
const MEDICAL: &str = "Some medical options are time-limited. A clinician can explain them; \
    the young person decides.";

/// An immediate recovery plan.
pub struct ImmediatePlan {
    row: immediate_plan::Model,
    case: Arc<CaseRow>,
}

/// Those of the immediate plans `ids` whose case is in reach.
pub async fn immediate_plans_by_id(
    viewer: &Viewer,
    ids: &[Uuid],
) -> std::result::Result<Vec<(Uuid, ImmediatePlan)>, Refusal> {
    let rows = viewer
        .select::<immediate_plan::Entity>()
        .by_ids(ids)
        .all()
        .await?;
    let cases = cases_of(viewer, rows.iter().map(|row| row.case_id)).await?;
    let with = |row: immediate_plan::Model| {
        let case = cases.get(&row.case_id)?.clone();
        Some((row.id, ImmediatePlan::of(row, case)))
    };
    Ok(rows.into_iter().filter_map(with).collect())
}

impl ImmediatePlan {
    /// The plan of `row`, which is on `case`.
    pub fn of(row: immediate_plan::Model, case: Arc<CaseRow>) -> Self {
        Self { row, case }
    }
}

/// What happens in the first hours after a child is found (rules 63, 64): written while
/// they are missing, lived by from the hour of recovery on.
#[Object]
impl ImmediatePlan {
    /// Opaque id.
    #[graphql(directive = policy::apply(Class::Pointer))]
    pub async fn id(&self, ctx: &Context<'_>) -> Result<ID> {
        id::seal(ctx, Kind::ImmediatePlan, self.row.id)
    }

    /// Send it back with the activation. Each section has its own.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn version(&self) -> i32 {
        self.row.version
    }

    /// The case.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn case(&self) -> Case {
        Case::of(self.case.clone())
    }

    /// Where it stands.
    #[graphql(directive = policy::apply(Class::Work))]
    async fn state(&self) -> ImmediateState {
        self.row.state
    }

    /// When the child was recovered. Of a plan that is still a draft: it waits for its
    /// sections to say something.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn recovered_at(&self) -> Option<DateTime<Utc>> {
        self.row.recovered_at
    }

    /// When it became the one that is lived by.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn activated_at(&self) -> Option<DateTime<Utc>> {
        self.row.activated_at
    }

    /// Who recorded that.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn activated_by(&self, ctx: &Context<'_>) -> Result<Option<User>> {
        match self.row.activated_by {
            Some(user) => User::load(ctx, user).await,
            None => Ok(None),
        }
    }

    /// What it said when it was activated, as JSON text; frozen (rule 71).
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn frozen(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let place = place("immediate_plan", "snapshot", self.row.id);
        let snapshot = self.row.snapshot.as_ref();
        let opened = self
            .case
            .permit
            .open_some(Class::Narrative, place, snapshot);
        answer(ctx, opened)
    }

    /// SHA-256 of that, in hexadecimal digits.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn content_hash(&self) -> Option<String> {
        self.row.content_hash.as_ref().map(hex::encode)
    }

    /// All sections, in their order.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn sections(&self, ctx: &Context<'_>) -> Result<Vec<ImmediateStep>> {
        let loaded = ctx.data::<PlanWorkLoaders>()?.sections(self.row.id).await;
        let mut rows = answer(ctx, loaded)?;
        rows.sort_by_key(|row| row.section);
        let of = |row| ImmediateStep {
            row,
            case: self.case.clone(),
        };
        Ok(rows.into_iter().map(of).collect())
    }

    /// Reminders that time counts for some medical options (rule 75), from the hour of
    /// recovery on; the hours are set for the organisation.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn reminders(&self, ctx: &Context<'_>) -> Result<Vec<MedicalReminder>> {
        let Some(recovered_at) = self.row.recovered_at else {
            return Ok(Vec::new());
        };
        let loaded = ctx
            .data::<PlanWorkLoaders>()?
            .settings(self.row.org_id)
            .await;
        let settings = answer(ctx, loaded)?;
        let reminder = |hours: i32| MedicalReminder {
            hours,
            until: recovered_at + Duration::hours(i64::from(hours)),
            text: MEDICAL,
        };
        Ok(settings.medical_hours.into_iter().map(reminder).collect())
    }
}

/// A reminder that time counts. It says to ask a clinician, and advises nothing (rule 75).
#[derive(SimpleObject)]
pub struct MedicalReminder {
    /// Hours after the recovery.
    #[graphql(directive = policy::apply(Class::Work))]
    hours: i32,
    /// Until when that is.
    #[graphql(directive = policy::apply(Class::Work))]
    until: DateTime<Utc>,
    /// What it says.
    #[graphql(directive = policy::apply(Class::Work))]
    text: &'static str,
}

/// A section of an immediate plan.
pub struct ImmediateStep {
    row: immediate_section::Model,
    case: Arc<CaseRow>,
}

/// A section of an immediate plan; a step that is stamped, once the plan is active.
#[Object]
impl ImmediateStep {
    /// Which section.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn section(&self) -> ImmediateSection {
        self.row.section
    }

    /// Send it back with a change.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn version(&self) -> i32 {
        self.row.version
    }

    /// What is planned; null while it is not known, or nothing was said yet.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn content(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let place = place("immediate_section", "content", self.row.id);
        let content = self.row.content.as_ref();
        let opened = self.case.permit.open_some(Class::Narrative, place, content);
        answer(ctx, opened)
    }

    /// That it is not known yet.
    #[graphql(directive = policy::apply(Class::Work))]
    async fn unknown_yet(&self) -> bool {
        self.row.unknown_yet
    }

    /// Who wrote it last.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn written_by(&self, ctx: &Context<'_>) -> Result<Option<User>> {
        match self.row.written_by {
            Some(user) => User::load(ctx, user).await,
            None => Ok(None),
        }
    }

    /// When it was written last.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn written_at(&self) -> Option<DateTime<Utc>> {
        self.row.written_at
    }

    /// Since when it is to be done: the plan's activation.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn opened_at(&self) -> Option<DateTime<Utc>> {
        self.row.opened_at
    }

    /// When it was done.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn done_at(&self) -> Option<DateTime<Utc>> {
        self.row.done_at
    }

    /// Who did it.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn done_by(&self, ctx: &Context<'_>) -> Result<Option<User>> {
        match self.row.done_by {
            Some(user) => User::load(ctx, user).await,
            None => Ok(None),
        }
    }
}
