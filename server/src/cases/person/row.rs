//! The row of a person, opened and sealed.

use uuid::Uuid;

use super::PersonFacts;
use crate::access::{CasePermit, Class};
use crate::cases::entity::case_person;
use crate::cases::tokens::{Findable, keep};
use crate::error::{Fault, Refusal};
use crate::store::Tx;
use crate::store::prelude::*;
use crate::vault::{Place, SealedBytes};

/// The place of a sealed column of person `row`.
pub fn place(column: &'static str, row: Uuid) -> Place {
    Place {
        table: "case_person",
        column,
        row,
    }
}

/// Everything that is known, as it stands.
pub(super) fn opened(
    permit: &CasePermit,
    person: &case_person::Model,
) -> Result<PersonFacts, Refusal> {
    let open = |class, column, sealed: Option<&SealedBytes>| {
        permit.open_some(class, place(column, person.id), sealed)
    };
    Ok(PersonFacts {
        role: person.role,
        name: open(Class::Pointer, "name", Some(&person.name))?.unwrap_or_default(),
        relation: open(Class::Pointer, "relation", person.relation.as_ref())?,
        legal_name: open(Class::Identity, "legal_name", person.legal_name.as_ref())?,
        birth_date: open(Class::Identity, "birth_date", person.birth_date.as_ref())?,
        birth_precision: person.birth_precision,
        phone: open(Class::Location, "phone", person.phone.as_ref())?,
        address: open(Class::Location, "address", person.address.as_ref())?,
        pronouns: open(Class::Identity, "pronouns", person.pronouns.as_ref())?,
        tribe: open(Class::Identity, "tribe", person.tribe.as_ref())?,
        languages: languages(permit, person)?,
        safe_to_contact: person.safe_to_contact,
        no_contact: person.no_contact,
        no_contact_reason: open(
            Class::Location,
            "no_contact_reason",
            person.no_contact_reason.as_ref(),
        )?,
        alleged_offender: person.alleged_offender,
        disqualified_signer: person.disqualified_signer,
    })
}

/// The languages of a person: those of the list, or the one that was written before there
/// was a list.
pub(in crate::cases) fn languages(
    permit: &CasePermit,
    person: &case_person::Model,
) -> Result<Vec<String>, Refusal> {
    let place = place("languages", person.id);
    match permit.open_some(Class::Identity, place, person.languages.as_ref())? {
        Some(list) => serde_json::from_str(&list)
            .map_err(|_| Fault::Broken("languages that cannot be read").into()),
        None => Ok(person.language.iter().cloned().collect()),
    }
}

/// Puts what is known into the row: of `was`, only what is another now.
pub(super) fn set(
    row: &mut case_person::ActiveModel,
    permit: &CasePermit,
    id: Uuid,
    was: Option<&PersonFacts>,
    facts: &PersonFacts,
) -> Result<(), Refusal> {
    let seal = |column, text: Option<&str>| permit.seal_some(place(column, id), text);
    macro_rules! sealed {
        ($($column:ident),+) => {
            $(if was.is_none_or(|was| was.$column != facts.$column) {
                row.$column = Set(seal(stringify!($column), facts.$column.as_deref())?);
            })+
        };
    }
    macro_rules! plain {
        ($($column:ident),+) => {
            $(if was.is_none_or(|was| was.$column != facts.$column) {
                row.$column = Set(facts.$column);
            })+
        };
    }
    sealed!(
        relation,
        legal_name,
        birth_date,
        phone,
        address,
        pronouns,
        tribe,
        no_contact_reason
    );
    plain!(
        role,
        birth_precision,
        safe_to_contact,
        no_contact,
        alleged_offender,
        disqualified_signer
    );
    if was.is_none_or(|was| was.name != facts.name) {
        row.name = Set(permit.seal(place("name", id), &facts.name)?);
    }
    if was.is_none_or(|was| was.languages != facts.languages) {
        let list = serde_json::to_string(&facts.languages)
            .map_err(|_| Fault::Broken("languages that cannot be written"))?;
        row.language = Set(facts.languages.first().cloned());
        row.languages = Set(Some(permit.seal(place("languages", id), &list)?));
    }
    Ok(())
}

/// Keeps what the person is found by.
pub(super) async fn find_by(
    tx: &mut Tx,
    permit: &CasePermit,
    id: Uuid,
    facts: &PersonFacts,
) -> Result<(), Refusal> {
    let names = std::iter::once(facts.name.as_str())
        .chain(facts.legal_name.as_deref())
        .collect();
    let findable = Findable {
        names,
        phone: facts.phone.as_deref(),
        ..Findable::default()
    };
    keep(tx, &permit.grant()?, permit.case(), Some(id), findable).await
}
