//! Pages of what needs a curator, those that wait longest first. Each kind has an index, and
//! costs the same whatever there is.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::entity::service_mark::{self, Column as M};
use super::model::{DirectoryTaskKind, MarkWhy};
use super::waiting::{self, Waiting};
use crate::access::{Act, Viewer};
use crate::cases::model::State;
use crate::directory::entity::service;
use crate::directory::model::{fresh_since, never_verified};
use crate::directory::read::by_ids;
use crate::directory::row::{ServiceRow, shape};
use crate::error::Refusal;
use crate::store::page::{Asked, Cursor, Keyset, Page};
use crate::store::prelude::*;

/// Something that needs a curator.
pub(super) struct Task {
    pub since: DateTime<Utc>,
    pub changed: Vec<String>,
    pub of: Of,
    pub place: Cursor,
}

/// What it is about.
pub(super) enum Of {
    Service(ServiceRow),
    Waiting(Waiting),
}

/// The order of a kind's list.
pub(super) fn order(kind: DirectoryTaskKind) -> &'static str {
    match kind {
        DirectoryTaskKind::Incomplete => "directory_task.incomplete",
        DirectoryTaskKind::SourceChanged => "directory_task.source_changed",
        DirectoryTaskKind::Answered => "directory_task.answered",
        DirectoryTaskKind::Unverified => "directory_task.unverified",
        DirectoryTaskKind::Stale => "directory_task.stale",
    }
}

/// A page of one kind; `state` narrows to services in that state.
pub(super) async fn page(
    viewer: &Viewer,
    kind: DirectoryTaskKind,
    state: Option<State>,
    asked: Asked,
    after: Option<&Cursor>,
) -> Result<Page<Task>, Refusal> {
    viewer.may(Act::ServiceRecord)?;
    match kind {
        // In which state they are is what is not known of them.
        DirectoryTaskKind::Incomplete => incomplete(viewer, asked, after).await,
        DirectoryTaskKind::SourceChanged => {
            marked(viewer, kind, MarkWhy::SourceChanged, state, asked, after).await
        }
        DirectoryTaskKind::Answered => {
            marked(viewer, kind, MarkWhy::Answered, state, asked, after).await
        }
        DirectoryTaskKind::Unverified | DirectoryTaskKind::Stale => {
            unchecked(viewer, kind, state, asked, after).await
        }
    }
}

fn each<T>(page: Page<T>, task: impl FnMut(T) -> Option<Task>) -> Page<Task> {
    Page {
        rows: page.rows.into_iter().filter_map(task).collect(),
        more: page.more,
        before: page.before,
    }
}

async fn incomplete(
    viewer: &Viewer,
    asked: Asked,
    after: Option<&Cursor>,
) -> Result<Page<Task>, Refusal> {
    let name = order(DirectoryTaskKind::Incomplete);
    let found = waiting::page(viewer, name, asked, after).await?;
    Ok(each(found, |waiting| {
        Some(Task {
            since: waiting
                .record
                .imported_at
                .unwrap_or(waiting.record.modified_at),
            changed: Vec::new(),
            place: Cursor::of_id(name, waiting.record.id),
            of: Of::Waiting(waiting),
        })
    }))
}

async fn marked(
    viewer: &Viewer,
    kind: DirectoryTaskKind,
    why: MarkWhy,
    state: Option<State>,
    asked: Asked,
    after: Option<&Cursor>,
) -> Result<Page<Task>, Refusal> {
    let name = order(kind);
    let keyset = Keyset::new(name, M::Since, M::ServiceId, Order::Asc, asked)
        .after(after.map(Cursor::instant).transpose()?);
    let mut marks = viewer
        .select::<service_mark::Entity>()
        .filter(M::Why.eq(why));
    if let Some(state) = state {
        let there = Query::select()
            .column(service::Column::Id)
            .from(service::Entity)
            .and_where(service::Column::State.eq(state))
            .take();
        marks = marks.filter(M::ServiceId.in_subquery(there));
    }
    let found = marks.page::<service_mark::Model>(&keyset).await?;
    let ids: Vec<Uuid> = found.rows.iter().map(|mark| mark.service_id).collect();
    let mut services = by_ids(viewer, &ids).await?;
    Ok(each(found, |mark| {
        Some(Task {
            since: mark.since,
            changed: mark.fields.split(',').map(str::to_owned).collect(),
            place: Cursor::of_instant(name, mark.since, mark.service_id),
            of: Of::Service(services.remove(&mark.service_id)?),
        })
    }))
}

async fn unchecked(
    viewer: &Viewer,
    kind: DirectoryTaskKind,
    state: Option<State>,
    asked: Asked,
    after: Option<&Cursor>,
) -> Result<Page<Task>, Refusal> {
    use service::Column as S;
    let name = order(kind);
    let keyset = Keyset::new(name, S::VerifiedOn, S::Id, Order::Asc, asked)
        .after(after.map(Cursor::day).transpose()?);
    let mut services = viewer.select::<service::Entity>().filter(old(viewer, kind));
    if let Some(state) = state {
        services = services.filter(S::State.eq(state));
    }
    let found = services.shape(shape).page::<ServiceRow>(&keyset).await?;
    Ok(each(found, |row| {
        let checked = row.verified_on().and_then(|day| day.and_hms_opt(0, 0, 0));
        let since = checked.map_or(row.service.created_at, |at| at.and_utc());
        Some(Task {
            since,
            changed: Vec::new(),
            place: Cursor::of_day(name, row.service.verified_on, row.service.id),
            of: Of::Service(row),
        })
    }))
}

/// Open services that were never checked, or too long ago.
pub(super) fn old(viewer: &Viewer, kind: DirectoryTaskKind) -> Condition {
    use service::Column as S;
    let open = Condition::all()
        .add(S::OrgId.eq(viewer.org()))
        .add(S::Closed.eq(false));
    match kind {
        DirectoryTaskKind::Stale => open
            .add(S::VerifiedOn.gt(never_verified()))
            .add(S::VerifiedOn.lt(fresh_since(viewer.app()))),
        _ => open.add(S::VerifiedOn.eq(never_verified())),
    }
}
