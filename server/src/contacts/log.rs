//! Logs a contact: the contact, its needs and crises, the case's board row, the week's count.

use std::collections::BTreeSet;

use chrono::{DateTime, Duration, NaiveDate, Utc};
use uuid::Uuid;

use super::entity::{crisis, need, support_contact};
use super::model::{
    ContactChannel, ContactOutcome, ContactType, CrisisType, Direction, FamilyNeed,
};
use crate::access::{Act, CasePermit, Viewer};
use crate::boards::{self, board};
use crate::cases::entity::case_person;
use crate::error::{Fault, FieldCode, Refusal};
use crate::input::Check;
use crate::store::Tx;
use crate::store::prelude::*;
use crate::vault::Place;

/// The longest contact, in minutes: a day.
const LONGEST: i32 = 24 * 60;
/// How far back a contact may lie that is logged now.
const OLDEST: Duration = Duration::days(3653);

/// A contact to be logged (rule 102).
#[derive(Debug)]
pub(super) struct ContactLog {
    pub key: Uuid,
    pub case: Uuid,
    pub person: Option<Uuid>,
    pub occurred_at: Option<DateTime<Utc>>,
    pub channel: ContactChannel,
    pub direction: Direction,
    pub outcome: ContactOutcome,
    pub contact_type: ContactType,
    pub minutes: Option<i32>,
    pub needs: BTreeSet<FamilyNeed>,
    pub crises: BTreeSet<CrisisType>,
    pub crisis_action: Option<String>,
    pub note: Option<String>,
    /// What was said and done is hard to read (rule 126).
    pub graphic: bool,
    pub content_note: Option<String>,
    pub agreed: Option<String>,
    pub next_contact_on: Option<NaiveDate>,
}

/// The place of a sealed column of contact `row`.
pub(super) fn place(column: &'static str, row: Uuid) -> Place {
    Place {
        table: "support_contact",
        column,
        row,
    }
}

/// Logs the contact. Returns it.
pub(super) async fn log(viewer: &Viewer, input: ContactLog) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::ContactLog, input.key, &input).await?;
    let permit = tx.case(input.case).await?;
    check(&tx, &input).await?;
    let grant = permit.grant()?;
    let row = row(&tx, &permit, &input)?;
    let contact = tx.insert(&grant, row).await?;
    let needs = input.needs.iter().map(|need| need::ActiveModel {
        contact_id: Set(contact.id),
        need: Set(*need),
    });
    tx.insert_all(&grant, needs.collect()).await?;
    let crises = input.crises.iter().map(|crisis| crisis::ActiveModel {
        contact_id: Set(contact.id),
        crisis: Set(*crisis),
    });
    tx.insert_all(&grant, crises.collect()).await?;
    let mut kept = None;
    boards::change(&mut tx, &grant, input.case, |board| {
        on_board(board, &contact);
        kept = Some(board.clone());
    })
    .await?;
    let board = kept.ok_or(Fault::Broken("a board row that was not changed"))?;
    boards::count_contact(&mut tx, &grant, &board, contact.occurred_at).await?;
    tx.commit(contact.id).await
}

async fn check(tx: &Tx, input: &ContactLog) -> Result<(), Refusal> {
    let (mut check, now) = (Check::default(), tx.now());
    check.has_been("occurredAt", input.occurred_at, now);
    if input.occurred_at.is_some_and(|at| at < now - OLDEST) {
        let message = "Choose a time within the last ten years.";
        check.wrong("occurredAt", FieldCode::InThePast, message);
    }
    if input.crises.iter().any(|crisis| crisis.endangers()) && input.crisis_action.is_none() {
        let message = "Somebody is in danger: say what was done.";
        check.wrong("crisisAction", FieldCode::Required, message);
    }
    if input.minutes.is_some_and(|n| !(0..=LONGEST).contains(&n)) {
        check.wrong("minutes", FieldCode::NotAllowedHere, "Between 0 and 1440.");
    }
    check.ahead("nextContactOn", input.next_contact_on, now);
    if let Some(person) = input.person {
        let on_case = Condition::all()
            .add(case_person::Column::Id.eq(person))
            .add(case_person::Column::CaseId.eq(input.case));
        if tx
            .find_all::<case_person::Entity>(on_case)
            .await?
            .is_empty()
        {
            let message = "There is nobody with this id on the case.";
            check.wrong("person", FieldCode::UnknownId, message);
        }
    }
    check.done()
}

fn row(
    tx: &Tx,
    permit: &CasePermit,
    input: &ContactLog,
) -> Result<support_contact::ActiveModel, Refusal> {
    let id = tx.new_id();
    let seal = |column, text: &Option<String>| permit.seal_some(place(column, id), text.as_deref());
    Ok(support_contact::ActiveModel {
        id: Set(id),
        org_id: Set(permit.org()),
        case_id: Set(input.case),
        person_id: Set(input.person),
        occurred_at: Set(input.occurred_at.unwrap_or(tx.now())),
        recorded_at: Set(tx.now()),
        channel: Set(input.channel),
        direction: Set(input.direction),
        outcome: Set(input.outcome),
        contact_type: Set(input.contact_type),
        minutes: Set(input.minutes),
        crisis_action: Set(seal("crisis_action", &input.crisis_action)?),
        note: Set(seal("note", &input.note)?),
        graphic: Set(input.graphic),
        content_note: Set(seal("content_note", &input.content_note)?),
        agreed: Set(seal("agreed", &input.agreed)?),
        next_contact_on: Set(input.next_contact_on),
        logged_by: Set(tx.viewer().user()),
    })
}

/// What a contact changes of the case's row. One that is logged late, behind a later one,
/// neither moves the last contact back nor undoes what was agreed since.
pub(crate) fn on_board(board: &mut board::Model, contact: &support_contact::Model) {
    board.contacts_logged += 1;
    let newest = !board.has_contact || contact.occurred_at >= board.last_contact_at;
    if !newest {
        return;
    }
    if contact.outcome.in_touch() {
        board.last_contact_at = contact.occurred_at;
        board.has_contact = true;
        // The promise for a day that has come is kept by being in touch.
        let day = contact.occurred_at.date_naive();
        board.next_contact_on = board.next_contact_on.filter(|promised| *promised > day);
    }
    board.next_contact_on = contact.next_contact_on.or(board.next_contact_on);
}

#[cfg(test)]
mod tests;
