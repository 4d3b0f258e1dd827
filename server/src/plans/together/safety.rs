//! Whom the young person chooses as safe, and what helps when it gets hard (rule 68).
//!
//! A choice names what it is about, so that it needs no version: two choices do not get in
//! each other's way, and the same choice twice is one.

use uuid::Uuid;

use super::entity::TogetherKind;
use super::{Seat, record, seat};
use crate::access::{Act, Viewer};
use crate::cases::entity::case;
use crate::error::{FieldCode, Refusal, Wrong};
use crate::plans::support::{
    SafePerson, Safety, SafetySection, open_safety, put_safety, safety_plan,
};
use crate::store::Tx;
use crate::store::prelude::*;

/// Entries of a list of the safety plan.
const MOST: usize = 50;

/// Somebody, and whether they are safe to the young person.
#[derive(Debug)]
pub(super) struct TogetherPerson {
    pub key: Uuid,
    pub name: String,
    /// How to reach them; as it was when absent.
    pub reach: Option<String>,
    pub chosen: bool,
}

/// Something that helps, and whether it does.
#[derive(Debug)]
pub(super) struct TogetherCoping {
    pub key: Uuid,
    pub text: String,
    pub chosen: bool,
}

/// Chooses somebody, or takes the choice back. Returns the plan.
pub(super) async fn person(viewer: &Viewer, input: TogetherPerson) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::TogetherRecord, input.key, &input).await?;
    let plan = change(&mut tx, TogetherKind::SafePerson, |safety| {
        let mut known = safety.safe_people.iter_mut();
        match known.find(|person| person.name == input.name) {
            Some(person) => {
                person.chosen_by_youth = input.chosen;
                person.reach = input.reach.or(person.reach.take());
            }
            None if input.chosen => {
                room("name", safety.safe_people.len())?;
                safety.safe_people.push(SafePerson {
                    name: input.name,
                    reach: input.reach,
                    chosen_by_youth: true,
                });
            }
            None => {}
        }
        Ok(())
    });
    let plan = plan.await?;
    tx.commit(plan).await
}

/// Chooses something that helps, or takes it back. Returns the plan.
pub(super) async fn coping(viewer: &Viewer, input: TogetherCoping) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::TogetherRecord, input.key, &input).await?;
    let plan = change(&mut tx, TogetherKind::Coping, |safety| {
        let section = SafetySection::CopingStrategies;
        let lines = safety.sections.entry(section).or_default();
        if !input.chosen {
            lines.retain(|line| *line != input.text);
        } else if !lines.contains(&input.text) {
            room("text", lines.len())?;
            lines.push(input.text);
        }
        safety.sections.retain(|_, lines| !lines.is_empty());
        Ok(())
    });
    let plan = plan.await?;
    tx.commit(plan).await
}

fn room(path: &str, taken: usize) -> Result<(), Refusal> {
    if taken < MOST {
        return Ok(());
    }
    let message = "This list is full.";
    Err(Wrong::at(path, FieldCode::NotAllowedHere, message).into())
}

/// Writes the safety plan with what `choose` changes, if it changes anything. Returns the plan.
async fn change(
    tx: &mut Tx,
    kind: TogetherKind,
    choose: impl FnOnce(&mut Safety) -> Result<(), Refusal>,
) -> Result<Uuid, Refusal> {
    let seat: Seat = seat(tx).await?;
    let case = seat.view.case;
    // Two who write the first one at once stand in line at the case.
    tx.find::<case::Entity>(case).await?;
    let of_case = safety_plan::Column::CaseId.eq(case);
    let row = tx.find_where::<safety_plan::Entity>(of_case).await?;
    let says = row.as_ref().map(|row| open_safety(&seat.permit, row));
    let before = says.transpose()?.flatten().unwrap_or_default();
    let mut after = before.clone();
    choose(&mut after)?;
    if after != before {
        put_safety(tx, &seat.permit, row, &after).await?;
        record::keep(tx, &seat, kind, None, None).await?;
    }
    Ok(seat.view.plan)
}
