//! Finding contacts, newest first.

use std::collections::HashMap;

use chrono::{Datelike, Days, NaiveDate, NaiveTime, Weekday};
use uuid::Uuid;

use super::entity::{crisis, need, support_contact};
use super::model::{CrisisType, FamilyNeed};
use crate::access::Viewer;
use crate::boards::board;
use crate::cases::CaseView;
use crate::cases::entity::assignment;
use crate::error::{FieldCode, Refusal, Wrong};
use crate::store::OfCases;
use crate::store::page::{Asked, Cursor, Keyset, Page};
use crate::store::prelude::*;

/// The order of a list of contacts.
pub(super) const NEWEST: &str = "contact.newest";

/// Which contacts.
#[derive(Clone, Debug, Default)]
pub(super) struct ContactFilter {
    /// On whose cases.
    pub view: Option<CaseView>,
    /// On this case.
    pub case: Option<Uuid>,
    /// In the week that begins on this Monday, in UTC as the dashboard counts.
    pub week_of: Option<NaiveDate>,
}

impl ContactFilter {
    /// Refuses a week that begins on another day.
    pub fn check(&self) -> Result<(), Refusal> {
        if self
            .week_of
            .is_some_and(|day| day.weekday() != Weekday::Mon)
        {
            let message = "A week is named by its Monday.";
            return Err(Wrong::at("filter.weekOf", FieldCode::NotAllowedHere, message).into());
        }
        Ok(())
    }

    fn condition(&self, viewer: &Viewer) -> Condition {
        use support_contact::Column as C;
        let mut all = Condition::all().add(C::OrgId.eq(viewer.org()));
        if let Some(view) = self.view {
            all = all.add(C::CaseId.in_subquery(cases_of(viewer, view)));
        }
        if let Some(case) = self.case {
            all = all.add(C::CaseId.eq(case));
        }
        if let Some(monday) = self.week_of {
            let begin = |day: NaiveDate| day.and_time(NaiveTime::MIN).and_utc();
            all = all
                .add(C::OccurredAt.gte(begin(monday)))
                .add(C::OccurredAt.lt(begin(monday + Days::new(7))));
        }
        all
    }
}

fn cases_of(viewer: &Viewer, view: CaseView) -> SelectStatement {
    match view {
        CaseView::Mine => Query::select()
            .column(assignment::Column::CaseId)
            .from(assignment::Entity)
            .and_where(assignment::Column::UserId.eq(viewer.user()))
            .and_where(assignment::Column::ToAt.is_null())
            .take(),
        CaseView::Team => Query::select()
            .column(board::Column::CaseId)
            .from(board::Entity)
            .and_where(board::Column::OrgId.eq(viewer.org()))
            .and_where(board::Column::SupervisorId.eq(viewer.user()))
            .take(),
    }
}

/// The place of a contact in the list.
pub(super) fn place_of(row: &support_contact::Model) -> Cursor {
    Cursor::of_instant(NEWEST, row.occurred_at, row.id)
}

/// A page of contacts.
pub(super) async fn page(
    viewer: &Viewer,
    filter: &ContactFilter,
    asked: Asked,
    after: Option<&Cursor>,
) -> Result<Page<support_contact::Model>, Refusal> {
    use support_contact::Column as C;
    filter.check()?;
    let keyset = Keyset::new(NEWEST, C::OccurredAt, C::Id, Order::Desc, asked)
        .after(after.map(Cursor::instant).transpose()?);
    viewer
        .select::<support_contact::Entity>()
        .filter(filter.condition(viewer))
        .page(&keyset)
        .await
}

impl OfCases for support_contact::Entity {
    const ID: support_contact::Column = support_contact::Column::Id;
    const CASE: support_contact::Column = support_contact::Column::CaseId;
    const AT: support_contact::Column = support_contact::Column::OccurredAt;

    fn case_of(row: &support_contact::Model) -> Uuid {
        row.case_id
    }
}

/// Those of the contacts `ids` that are in reach.
pub(super) async fn by_ids(
    viewer: &Viewer,
    ids: &[Uuid],
) -> Result<Vec<support_contact::Model>, Refusal> {
    viewer
        .select::<support_contact::Entity>()
        .by_ids(ids)
        .all()
        .await
}

/// The needs raised in the contacts `ids`, in one statement.
pub(super) async fn needs_of(
    viewer: &Viewer,
    ids: &[Uuid],
) -> Result<HashMap<Uuid, Vec<FamilyNeed>>, Refusal> {
    let rows = viewer
        .select::<need::Entity>()
        .filter(need::Column::ContactId.is_in(ids.iter().copied()))
        .all()
        .await?;
    Ok(in_order(
        rows.into_iter().map(|row| (row.contact_id, row.need)),
    ))
}

/// What was in crisis in the contacts `ids`, in one statement.
pub(super) async fn crises_of(
    viewer: &Viewer,
    ids: &[Uuid],
) -> Result<HashMap<Uuid, Vec<CrisisType>>, Refusal> {
    let rows = viewer
        .select::<crisis::Entity>()
        .filter(crisis::Column::ContactId.is_in(ids.iter().copied()))
        .all()
        .await?;
    Ok(in_order(
        rows.into_iter().map(|row| (row.contact_id, row.crisis)),
    ))
}

/// Codes by contact, in the vocabulary's order, which no weight of theirs decides.
fn in_order<T: Ord>(pairs: impl Iterator<Item = (Uuid, T)>) -> HashMap<Uuid, Vec<T>> {
    let mut codes: HashMap<Uuid, Vec<T>> = HashMap::new();
    for (contact, code) in pairs {
        codes.entry(contact).or_default().push(code);
    }
    for of_contact in codes.values_mut() {
        of_contact.sort_unstable();
    }
    codes
}
