//! The value of a masked field, in the clear.

use uuid::Uuid;

use super::field::RevealField;
use crate::access::{Act, Class, Viewer};
use crate::cases::entity::{case, case_person};
use crate::cases::{case_place, person_place};
use crate::error::Refusal;
use crate::requests;
use crate::vault::SealedBytes;

/// The value; `None` when there is none.
pub(super) async fn value(
    viewer: &Viewer,
    id: Uuid,
    field: RevealField,
) -> Result<Option<String>, Refusal> {
    match field {
        RevealField::CaseNumber => of_case(viewer, id).await,
        RevealField::LegalName => {
            of_person(viewer, id, Class::Identity, "legal_name", |p| p.legal_name).await
        }
        RevealField::BirthDate => {
            of_person(viewer, id, Class::Identity, "birth_date", |p| p.birth_date).await
        }
        RevealField::Phone => of_person(viewer, id, Class::Location, "phone", |p| p.phone).await,
        RevealField::Address => {
            of_person(viewer, id, Class::Location, "address", |p| p.address).await
        }
        RevealField::RequesterPhone => of_request(viewer, id).await,
    }
}

async fn of_case(viewer: &Viewer, id: Uuid) -> Result<Option<String>, Refusal> {
    let permit = viewer.case(id, Act::IdentityReveal).await?;
    let found = viewer.select::<case::Entity>().by_id(id).one().await?;
    let number = found.ok_or(Refusal::NotFound)?.number;
    permit.open(Class::Identity, case_place("number", id), &number)
}

async fn of_person(
    viewer: &Viewer,
    id: Uuid,
    class: Class,
    column: &'static str,
    sealed: impl FnOnce(case_person::Model) -> Option<SealedBytes>,
) -> Result<Option<String>, Refusal> {
    let found = viewer
        .select::<case_person::Entity>()
        .by_id(id)
        .one()
        .await?
        .ok_or(Refusal::NotFound)?;
    let permit = viewer.case(found.case_id, Act::IdentityReveal).await?;
    permit.open_some(class, person_place(column, id), sealed(found).as_ref())
}

async fn of_request(viewer: &Viewer, id: Uuid) -> Result<Option<String>, Refusal> {
    viewer.may(Act::RequestReveal)?;
    let found = requests::by_ids(viewer, &[id]).await?.pop();
    let row = found.ok_or(Refusal::NotFound)?;
    let place = requests::place("requester_phone", id);
    row.permit
        .open_some(place, row.request.requester_phone.as_ref())
}
