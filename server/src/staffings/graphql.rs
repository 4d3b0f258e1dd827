//! Staffings in GraphQL.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, Result};
use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::agenda::{self, AgendaSuggestion, StaffingItem, StaffingYouthInputRecordInput};
use super::cancel;
use super::entity::{staffing, staffing_item};
use super::inputs::{StaffingCancelInput, StaffingScheduleInput};
use super::loaders::StaffingLoaders;
use super::model::StaffingType;
use super::read::{self, BY_TIME, OF_CASE, one};
use super::schedule::{self, place};
use crate::access::{Act, Class, Viewer};
use crate::boards::never;
use crate::cases::CaseRow;
use crate::error::Refusal;
use crate::graphql::{Case, Kind, Loaders, answer, id, page, policy, settle, viewer};
use crate::people::User;
use crate::store::page::{Asked, Cursor, Page};
use crate::{connection, outcome};

/// A meeting of a team over cases.
pub struct Staffing(pub staffing::Model);

/// A meeting of a team over cases.
#[Object]
impl Staffing {
    /// Opaque id.
    #[graphql(directive = policy::apply(Class::Pointer))]
    pub async fn id(&self, ctx: &Context<'_>) -> Result<ID> {
        id::seal(ctx, Kind::Staffing, self.0.id)
    }

    /// Send it back with a change.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn version(&self) -> i32 {
        self.0.version
    }

    /// What kind of staffing it is.
    #[graphql(name = "type", directive = policy::apply(Class::Pointer))]
    async fn kind(&self) -> StaffingType {
        self.0.staffing_type
    }

    /// When.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn at(&self) -> DateTime<Utc> {
        self.0.at
    }

    /// What for.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn purpose(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let Some(sealed) = &self.0.purpose else {
            return Ok(None);
        };
        let permit = answer(ctx, ctx.data::<StaffingLoaders>()?.permit().await)?;
        let opened = permit.map(|permit| permit.open(place(self.0.id), sealed));
        answer(ctx, opened.transpose())
    }

    /// Who facilitates it.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn facilitator(&self, ctx: &Context<'_>) -> Result<Option<User>> {
        User::load(ctx, self.0.facilitator_id).await
    }

    /// The cases on its agenda that are in one's reach.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn cases(&self, ctx: &Context<'_>) -> Result<Vec<Case>> {
        let listed = ctx.data::<StaffingLoaders>()?.cases(self.0.id).await;
        let loaders = ctx.data::<Loaders>()?;
        let found = answer(ctx, listed)?.into_iter().map(|id| loaders.case(id));
        let rows = answer(ctx, futures::future::try_join_all(found).await)?;
        Ok(rows.into_iter().flatten().map(Case::of).collect())
    }

    /// What is talked over of the cases in one's reach, in its order: for each case the young
    /// person's own first (rule 97).
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn agenda(&self, ctx: &Context<'_>) -> Result<Vec<StaffingItem>> {
        let rows = answer(ctx, ctx.data::<StaffingLoaders>()?.items(self.0.id).await)?;
        let ids = rows.iter().map(|row| row.case_id).collect();
        let cases = answer(ctx, ctx.data::<Loaders>()?.cases(ids).await)?;
        let with = |row: staffing_item::Model| {
            let case = cases.get(&row.case_id)?.clone();
            Some(StaffingItem::of(row, case))
        };
        Ok(rows.into_iter().filter_map(with).collect())
    }

    /// Who was asked to come.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn invited(&self, ctx: &Context<'_>) -> Result<Vec<User>> {
        let guests = answer(ctx, ctx.data::<StaffingLoaders>()?.guests(self.0.id).await)?;
        let found = guests.into_iter().map(|user| User::load(ctx, user));
        let found = futures::future::try_join_all(found).await?;
        Ok(found.into_iter().flatten().collect())
    }

    /// Whether it was cancelled.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn cancelled(&self) -> bool {
        self.0.cancelled
    }
}

connection!(StaffingConnection, StaffingEdge, Staffing);

/// When a case is staffed.
pub struct OnCase(pub Arc<CaseRow>);

/// When a case is staffed.
#[Object(name = "CaseStaffings")]
impl OnCase {
    /// The case's staffings, the latest first; none for those who do not see staffings.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn staffings(
        &self,
        ctx: &Context<'_>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<StaffingConnection> {
        let loaders = ctx.data::<StaffingLoaders>()?;
        let rows = answer(ctx, loaders.of_case(self.0.case.id).await)?;
        answer(ctx, cut(viewer(ctx)?, rows, first, after))
    }

    /// What a staffing of the case would talk over as it stands now: the young person's own
    /// first, then what is missing or overdue, open goals, open referrals. Empty for those
    /// who may not plan one.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn staffing_agenda(&self, ctx: &Context<'_>) -> Result<Vec<AgendaSuggestion>> {
        answer(ctx, agenda::build(viewer(ctx)?, &self.0).await)
    }

    /// The next staffing at which the case is on the agenda.
    #[graphql(directive = policy::apply(Class::Work))]
    async fn next_staffing_at(&self, ctx: &Context<'_>) -> Result<Option<DateTime<Utc>>> {
        let Some(kept) = self.0.work(self.0.board.next_staffing_at) else {
            return Ok(None);
        };
        if kept.date_naive() >= never() {
            return Ok(None);
        }
        if kept >= viewer(ctx)?.app().clock().now() {
            return Ok(Some(kept));
        }
        // It has gone by since the row was written; perhaps another one comes.
        let loaders = ctx.data::<StaffingLoaders>()?;
        answer(ctx, loaders.next(self.0.case.id).await)
    }
}

/// One page of rows that are all there.
fn cut(
    viewer: &Viewer,
    mut rows: Vec<staffing::Model>,
    first: Option<i32>,
    after: Option<String>,
) -> std::result::Result<StaffingConnection, Refusal> {
    let asked = Asked::rows(first)?;
    let after = page::place(viewer, OF_CASE, after.as_deref())?;
    let before = after.is_some();
    if let Some(after) = after {
        let place = after.moment()?;
        rows.retain(|row| (row.at, row.id) < place);
    }
    let page = Page {
        before,
        ..asked.cut(rows)
    };
    connect(viewer, OF_CASE, page)
}

fn connect(
    viewer: &Viewer,
    order: &'static str,
    found: Page<staffing::Model>,
) -> std::result::Result<StaffingConnection, Refusal> {
    let mut edges = Vec::with_capacity(found.rows.len());
    for row in found.rows {
        let place = Cursor::of_instant(order, row.at, row.id);
        edges.push((page::cursor(viewer, &place)?, Staffing(row)));
    }
    Ok(StaffingConnection::of(edges, found.before, found.more))
}

/// Reads about staffings.
#[derive(Default)]
pub struct StaffingQuery;

#[Object]
impl StaffingQuery {
    /// The staffings one has a part in, from an instant on (now, when absent), in the order
    /// of time.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn staffings(
        &self,
        ctx: &Context<'_>,
        from: Option<DateTime<Utc>>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<StaffingConnection> {
        answer(ctx, list(viewer(ctx)?, from, first, after).await)
    }
}

async fn list(
    viewer: &Viewer,
    from: Option<DateTime<Utc>>,
    first: Option<i32>,
    after: Option<String>,
) -> std::result::Result<StaffingConnection, Refusal> {
    let from = from.unwrap_or_else(|| viewer.app().clock().now());
    let after = page::place(viewer, BY_TIME, after.as_deref())?;
    let found = read::page(viewer, from, Asked::rows(first)?, after.as_ref()).await?;
    connect(viewer, BY_TIME, found)
}

outcome!(
    StaffingScheduleResult,
    StaffingScheduleSuccess { staffing: Staffing }
);
outcome!(
    StaffingYouthInputRecordResult,
    StaffingYouthInputRecordSuccess { staffing: Staffing }
);
outcome!(
    StaffingCancelResult,
    StaffingCancelSuccess { staffing: Staffing }
);

/// Changes of staffings.
#[derive(Default)]
pub struct StaffingMutation;

#[Object]
impl StaffingMutation {
    /// Schedules a staffing over one or more cases.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn staffing_schedule(
        &self,
        ctx: &Context<'_>,
        input: StaffingScheduleInput,
    ) -> Result<StaffingScheduleResult> {
        let viewer = viewer(ctx)?;
        let done = async { schedule::schedule(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::StaffingSchedule, done).await?;
        let load = async |id: Uuid| one(viewer, id).await.map(Staffing);
        Ok(StaffingScheduleResult::of(settled.load(ctx, load).await?))
    }

    /// Writes down what the young person of a case wants the team to know, and does not want
    /// shared, on the agenda of a staffing (rule 97).
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn staffing_youth_input_record(
        &self,
        ctx: &Context<'_>,
        input: StaffingYouthInputRecordInput,
    ) -> Result<StaffingYouthInputRecordResult> {
        let viewer = viewer(ctx)?;
        let done = async { agenda::say(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::StaffingSchedule, done).await?;
        let load = async |id: Uuid| one(viewer, id).await.map(Staffing);
        let loaded = settled.load(ctx, load).await?;
        Ok(StaffingYouthInputRecordResult::of(loaded))
    }

    /// Cancels a staffing that has not been yet.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn staffing_cancel(
        &self,
        ctx: &Context<'_>,
        input: StaffingCancelInput,
    ) -> Result<StaffingCancelResult> {
        let viewer = viewer(ctx)?;
        let done = async { cancel::cancel(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::StaffingSchedule, done).await?;
        let load = async |id: Uuid| one(viewer, id).await.map(Staffing);
        Ok(StaffingCancelResult::of(settled.load(ctx, load).await?))
    }
}
