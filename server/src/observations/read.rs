//! Finding observations and what stands beside them, newest first, each for many at once.

use std::collections::HashMap;

use uuid::Uuid;

use super::entity::{observation, past, screening, screening_past, tip, tip_past, trafficking};
use crate::access::{Viewer, Visible};
use crate::error::Refusal;
use crate::store::OfCases;
use crate::store::page::{Asked, Cursor, Keyset, Page};
use crate::store::prelude::*;

/// The order of a list of observations: by their day, and by nothing else.
pub(super) const NEWEST: &str = "observation.newest";

/// What is read of one thing for many of another.
pub(super) type Of<T> = HashMap<Uuid, Vec<T>>;

impl OfCases for observation::Entity {
    const ID: observation::Column = observation::Column::Id;
    const CASE: observation::Column = observation::Column::CaseId;
    const AT: observation::Column = observation::Column::ObservedOn;

    fn case_of(row: &observation::Model) -> Uuid {
        row.case_id
    }
}

/// The place of an observation in the list.
pub(super) fn place_of(row: &observation::Model) -> Cursor {
    Cursor::of_day(NEWEST, row.observed_on, row.id)
}

/// A page of a case's observations, newest first.
pub(super) async fn page(
    viewer: &Viewer,
    case: Uuid,
    asked: Asked,
    after: Option<&Cursor>,
) -> Result<Page<observation::Model>, Refusal> {
    use observation::Column as C;
    let keyset = Keyset::new(NEWEST, C::ObservedOn, C::Id, Order::Desc, asked)
        .after(after.map(Cursor::day).transpose()?);
    viewer
        .select::<observation::Entity>()
        .filter(C::CaseId.eq(case))
        .page(&keyset)
        .await
}

/// The past wordings of observations, newest first.
pub(super) async fn past_of(viewer: &Viewer, ids: &[Uuid]) -> Result<Of<past::Model>, Refusal> {
    use past::Column as C;
    let (of, at) = (C::ObservationId, C::Version);
    let rows = sorted::<past::Entity>(viewer, of, at, C::Id, ids).await?;
    Ok(grouped(rows, |row| row.observation_id))
}

/// The screenings of cases, newest first.
pub(super) async fn screenings_of(
    viewer: &Viewer,
    cases: &[Uuid],
) -> Result<Of<screening::Model>, Refusal> {
    use screening::Column as C;
    let (of, at) = (C::CaseId, C::AdministeredOn);
    let rows = sorted::<screening::Entity>(viewer, of, at, C::Id, cases).await?;
    Ok(grouped(rows, |row| row.case_id))
}

/// What references to screenings said before, newest first.
pub(super) async fn screenings_before(
    viewer: &Viewer,
    ids: &[Uuid],
) -> Result<Of<screening_past::Model>, Refusal> {
    use screening_past::Column as C;
    let rows = sorted::<screening_past::Entity>(viewer, C::ScreeningId, C::Version, C::Id, ids);
    Ok(grouped(rows.await?, |row| row.screening_id))
}

/// What reports said before, newest first.
pub(super) async fn tips_before(
    viewer: &Viewer,
    ids: &[Uuid],
) -> Result<Of<tip_past::Model>, Refusal> {
    use tip_past::Column as C;
    let rows = sorted::<tip_past::Entity>(viewer, C::TipId, C::Version, C::Id, ids);
    Ok(grouped(rows.await?, |row| row.tip_id))
}

/// The reports made of cases, newest first.
pub(super) async fn tips_of(viewer: &Viewer, cases: &[Uuid]) -> Result<Of<tip::Model>, Refusal> {
    use tip::Column as C;
    let rows = sorted::<tip::Entity>(viewer, C::CaseId, C::FiledAt, C::Id, cases).await?;
    Ok(grouped(rows, |row| row.case_id))
}

/// The trafficking types of cases, newest first, with those that were revised.
pub(super) async fn types_of(
    viewer: &Viewer,
    cases: &[Uuid],
) -> Result<Of<trafficking::Model>, Refusal> {
    use trafficking::Column as C;
    let (of, at) = (C::CaseId, C::RecordedAt);
    let rows = sorted::<trafficking::Entity>(viewer, of, at, C::Id, cases).await?;
    Ok(grouped(rows, |row| row.case_id))
}

async fn sorted<E: Visible>(
    viewer: &Viewer,
    of: E::Column,
    at: E::Column,
    id: E::Column,
    keys: &[Uuid],
) -> Result<Vec<E::Model>, Refusal> {
    viewer
        .select::<E>()
        .filter(of.is_in(keys.iter().copied()))
        .order(at, Order::Desc)
        .order(id, Order::Desc)
        .all()
        .await
}

fn grouped<T>(rows: Vec<T>, of: impl Fn(&T) -> Uuid) -> Of<T> {
    let mut found: Of<T> = HashMap::new();
    for row in rows {
        found.entry(of(&row)).or_default().push(row);
    }
    found
}
