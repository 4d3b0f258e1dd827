//! Shows a masked field, for a reason that is kept. The entry is written first.

use uuid::Uuid;

use super::entity::{case, case_person};
use super::person;
use super::row;
use crate::access::{Act, CasePermit, Class, Trace, Viewer};
use crate::codes;
use crate::error::Refusal;
use crate::vault::Place;

codes! {
    /// A field that arrives masked.
    pub enum RevealField {
        CaseNumber = "case_number",
        LegalName = "legal_name",
        BirthDate = "birth_date",
        Phone = "phone",
        Address = "address",
        RequesterPhone = "requester_phone",
    }
}

/// Seconds after which a client hides what it was shown.
pub(super) const HIDE_AFTER_SECONDS: i32 = 60;

/// What is to be shown, and why.
#[derive(Debug)]
pub(super) struct Reveal {
    pub key: Uuid,
    pub of: Revealed,
    pub field: RevealField,
    pub reason: String,
}

/// Whose field it is.
#[derive(Clone, Copy, Debug)]
pub(super) enum Revealed {
    Case(Uuid),
    Person(Uuid),
}

/// Writes down that it is shown, and why. Returns whose field it is; the value is read
/// by [`value`] when that is on disk.
pub(super) async fn reveal(viewer: &Viewer, input: &Reveal) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::IdentityReveal, input.key, input).await?;
    let (id, kind, case) = match input.of {
        Revealed::Case(id) => (id, "case", id),
        Revealed::Person(id) => (
            id,
            "person",
            tx.find::<case_person::Entity>(id).await?.case_id,
        ),
    };
    let permit = tx.case(case).await?;
    tx.about(Trace {
        kind,
        id,
        case: Some(case),
    });
    tx.shown(input.field.code());
    let place = Place {
        table: "audit_entry",
        column: "reason",
        row: tx.entry_id(),
    };
    tx.reason(permit.seal(place, &input.reason)?);
    tx.commit(id).await
}

/// The value, in the clear; `None` when there is none.
pub(super) async fn value(
    viewer: &Viewer,
    of: Revealed,
    field: RevealField,
) -> Result<Option<String>, Refusal> {
    match of {
        Revealed::Case(id) => {
            let permit = viewer.case(id, Act::IdentityReveal).await?;
            let found = viewer
                .select::<case::Entity>()
                .by_id(id)
                .one()
                .await?
                .ok_or(Refusal::NotFound)?;
            match field {
                RevealField::CaseNumber => {
                    permit.open(Class::Identity, row::place("number", id), &found.number)
                }
                _ => Err(Refusal::NotFound),
            }
        }
        Revealed::Person(id) => {
            let found = viewer
                .select::<case_person::Entity>()
                .by_id(id)
                .one()
                .await?
                .ok_or(Refusal::NotFound)?;
            let permit = viewer.case(found.case_id, Act::IdentityReveal).await?;
            of_person(&permit, &found, field)
        }
    }
}

fn of_person(
    permit: &CasePermit,
    person: &case_person::Model,
    field: RevealField,
) -> Result<Option<String>, Refusal> {
    let open = |class, column, sealed: &Option<_>| {
        permit.open_some(class, person::place(column, person.id), sealed.as_ref())
    };
    match field {
        RevealField::LegalName => open(Class::Identity, "legal_name", &person.legal_name),
        RevealField::BirthDate => open(Class::Identity, "birth_date", &person.birth_date),
        RevealField::Phone => open(Class::Location, "phone", &person.phone),
        RevealField::Address => open(Class::Location, "address", &person.address),
        RevealField::CaseNumber | RevealField::RequesterPhone => Err(Refusal::NotFound),
    }
}
