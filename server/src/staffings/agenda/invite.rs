//! Asks colleagues to come: those who work on one of the cases.

use std::collections::{BTreeSet, HashMap};

use uuid::Uuid;

use super::super::entity::staffing_guest;
use crate::access::{Grant, Viewer};
use crate::cases::entity::{assignment, case};
use crate::cases::model::TeamRole;
use crate::error::{FieldCode, Refusal, Wrong};
use crate::graphql::{Kind, id};
use crate::outbox::Template;
use crate::store::Tx;
use crate::store::prelude::*;

/// Asks `guests` to come to `staffing` over `cases`. A mail that says nothing tells each
/// (rule 122). Nobody is asked who does not work on one of the cases: they could not see it.
pub(in crate::staffings) async fn invite(
    tx: &mut Tx,
    grant: &Grant,
    staffing: Uuid,
    cases: &[Uuid],
    guests: &BTreeSet<Uuid>,
) -> Result<(), Refusal> {
    if guests.is_empty() {
        return Ok(());
    }
    let at_work = at_work(tx, cases).await?;
    if !guests.is_subset(&at_work) {
        let message = "Ask colleagues who work on one of the cases.";
        return Err(Wrong::at("invited", FieldCode::NotAllowedHere, message).into());
    }
    let rows = guests.iter().map(|user| staffing_guest::ActiveModel {
        staffing_id: Set(staffing),
        user_id: Set(*user),
        org_id: Set(grant.org()),
    });
    tx.insert_all(grant, rows.collect()).await?;
    let app = tx.viewer().app().clone();
    let link = format!("/staffings/{}", id::id_of(&app, Kind::Staffing, staffing)?);
    let me = tx.viewer().user();
    for user in guests.iter().filter(|user| **user != me) {
        tx.mail(grant, *user, Template::StaffingInvited, &link)
            .await?;
    }
    Ok(())
}

/// Who works on one of `cases` now and sees staffings.
async fn at_work(tx: &Tx, cases: &[Uuid]) -> Result<BTreeSet<Uuid>, Refusal> {
    use assignment::Column as A;
    let now = Condition::all()
        .add(A::CaseId.is_in(cases.iter().copied()))
        .add(A::Role.ne(TeamRole::Volunteer))
        .add(A::ToAt.is_null());
    let parts = tx.find_all::<assignment::Entity>(now).await?;
    let rows = tx
        .find_all::<case::Entity>(case::Column::Id.is_in(cases.iter().copied()))
        .await?;
    let supervisors = rows.into_iter().map(|case| case.supervisor_id);
    Ok(parts
        .into_iter()
        .map(|part| part.user_id)
        .chain(supervisors)
        .collect())
}

/// Who was asked to come to each of `staffings`, in one statement.
pub(in crate::staffings) async fn guests(
    viewer: &Viewer,
    staffings: &[Uuid],
) -> Result<HashMap<Uuid, Vec<Uuid>>, Refusal> {
    let rows = viewer
        .select::<staffing_guest::Entity>()
        .filter(staffing_guest::Column::StaffingId.is_in(staffings.iter().copied()))
        .order(staffing_guest::Column::UserId, Order::Asc)
        .all()
        .await?;
    let mut of: HashMap<Uuid, Vec<Uuid>> = HashMap::new();
    for row in rows {
        of.entry(row.staffing_id).or_default().push(row.user_id);
    }
    Ok(of)
}
