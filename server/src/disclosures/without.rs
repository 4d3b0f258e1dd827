//! On what something rests that is shared without consent (rules 22, 23).

use uuid::Uuid;

use super::check::{Basis, Compelled};
use super::make::{Ask, Without};
use super::model::ToldPerson;
use crate::access::{CasePermit, Role, Viewer};
use crate::cases::entity::case;
use crate::error::{FieldCode, Refusal, Wrong};
use crate::people;
use crate::store::Reading;
use crate::store::prelude::*;

/// What there is of it, as the check takes it.
pub(super) async fn basis(
    viewer: &Viewer,
    rows: Reading<'_>,
    permit: &CasePermit,
    ask: &Ask,
) -> Result<Basis, Refusal> {
    let Some(without) = &ask.without else {
        return Ok(Basis::Consent);
    };
    let compelled = Compelled {
        document: without.document.is_some(),
        // That it was told is enough; why not is said in words.
        told_person: without
            .told_person
            .is_some_and(|told| told == ToldPerson::Told || without.told_person_words.is_some()),
        safety_steps: without.safety_steps.is_some(),
        approver: approved(viewer, without).await?,
    };
    Ok(match without.report {
        Some(kind) => Basis::MandatedReport(kind, compelled),
        None => Basis::CourtOrder {
            compelled,
            subpoena: without.subpoena,
            counsel: without.counsel_approval.is_some()
                && !(without.subpoena && never(viewer, rows, permit).await?),
        },
    })
}

/// Whether somebody answers for it. A report has its hours, and the supervisor who makes it does.
/// What a court demands another supervisor approves than who shares it.
async fn approved(viewer: &Viewer, without: &Without) -> Result<bool, Refusal> {
    match without.approved_by {
        Some(by) => another_supervisor(viewer, by).await.map(|()| true),
        None => Ok(without.report.is_some()),
    }
}

async fn another_supervisor(viewer: &Viewer, by: Uuid) -> Result<(), Refusal> {
    people::colleague(viewer, "approvedBy", by).await?;
    let roles = people::roles_of(viewer, &[by]).await?;
    let leads = roles
        .get(&by)
        .is_some_and(|held| held.has(Role::Supervisor));
    if leads && by != viewer.user() {
        return Ok(());
    }
    let message = "Name a supervisor who approved it, and who is not you.";
    Err(Wrong::at("approvedBy", FieldCode::NotAllowedHere, message).into())
}

/// Whether the state of the case lets a subpoena do nothing, whatever counsel says.
async fn never(viewer: &Viewer, rows: Reading<'_>, permit: &CasePermit) -> Result<bool, Refusal> {
    let states = &viewer.app().settings().subpoena_never;
    let of_case = Condition::all().add(case::Column::Id.eq(permit.case()));
    let found = rows.all::<case::Entity>(of_case).await?;
    Ok(found.iter().any(|case| states.contains(&case.jurisdiction)))
}
