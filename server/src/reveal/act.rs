//! Writes down that a masked field is shown, and why, before it is.

use uuid::Uuid;

use super::field::{Reveal, RevealField};
use crate::access::{OwnerPermit, Trace, Viewer};
use crate::cases::entity::case_person;
use crate::error::Refusal;
use crate::requests::entity::request;
use crate::store::Tx;
use crate::vault::Place;

/// Keeps who, which field and why. Returns whose field it is; the value is read by
/// [`value`](super::value::value) when that is on disk.
pub(super) async fn reveal(viewer: &Viewer, input: &Reveal) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(input.field.act(), input.key, input).await?;
    match input.field {
        RevealField::CaseNumber => of_case(&mut tx, input, "case", input.id).await?,
        RevealField::LegalName
        | RevealField::BirthDate
        | RevealField::Phone
        | RevealField::Address => {
            let case = tx.find::<case_person::Entity>(input.id).await?.case_id;
            of_case(&mut tx, input, "person", case).await?;
        }
        RevealField::RequesterPhone => of_request(&mut tx, input).await?,
    }
    tx.shown(input.field.code());
    tx.commit(input.id).await
}

async fn of_case(
    tx: &mut Tx,
    input: &Reveal,
    kind: &'static str,
    case: Uuid,
) -> Result<(), Refusal> {
    let permit = tx.case(case).await?;
    tx.about(Trace {
        kind,
        id: input.id,
        case: Some(case),
    });
    let reason = permit.seal(reason_place(tx), &input.reason)?;
    tx.reason(reason);
    Ok(())
}

async fn of_request(tx: &mut Tx, input: &Reveal) -> Result<(), Refusal> {
    tx.may()?;
    let found = tx.find::<request::Entity>(input.id).await?;
    let permit = OwnerPermit::of(tx, &found).await?;
    tx.about(Trace {
        kind: "request",
        id: found.id,
        case: found.case_id,
    });
    let reason = permit.seal(reason_place(tx), &input.reason)?;
    tx.reason(reason);
    Ok(())
}

fn reason_place(tx: &Tx) -> Place {
    Place {
        table: "audit_entry",
        column: "reason",
        row: tx.entry_id(),
    }
}
