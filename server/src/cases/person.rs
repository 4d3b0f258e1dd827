//! Adds a person to a case, and changes what is known of one.

use uuid::Uuid;

use super::entity::case_person;
use super::model::PersonRole;
use super::tokens::{Findable, keep};
use crate::access::{Act, CasePermit, Class, Viewer};
use crate::error::{Conflict, FieldConflict, Refusal};
use crate::store::Tx;
use crate::store::prelude::*;
use crate::vault::{Place, SealedBytes};

/// What is known of a person.
#[derive(Clone, Debug)]
pub(super) struct PersonFacts {
    pub role: PersonRole,
    pub name: String,
    pub relation: Option<String>,
    pub legal_name: Option<String>,
    pub birth_date: Option<String>,
    pub phone: Option<String>,
    pub address: Option<String>,
    pub pronouns: Option<String>,
    pub language: Option<String>,
    pub safe_to_contact: bool,
}

/// A person to be added.
#[derive(Debug)]
pub(super) struct PersonAdd {
    pub key: Uuid,
    pub case: Uuid,
    pub facts: PersonFacts,
}

/// A person to be changed. A masked field that is not sent stays as it is.
#[derive(Debug)]
pub(super) struct PersonChange {
    pub key: Uuid,
    pub id: Uuid,
    pub expected_version: i32,
    pub facts: PersonFacts,
}

/// The place of a sealed column of person `row`.
pub fn place(column: &'static str, row: Uuid) -> Place {
    Place {
        table: "case_person",
        column,
        row,
    }
}

/// Adds a person. Returns the person.
pub(super) async fn add(viewer: &Viewer, input: PersonAdd) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::PersonAdd, input.key, &input).await?;
    let permit = tx.case(input.case).await?;
    let id = tx.new_id();
    let mut row = case_person::ActiveModel {
        id: Set(id),
        org_id: Set(permit.org()),
        case_id: Set(input.case),
        version: Set(1),
        created_at: Set(tx.now()),
        ..Default::default()
    };
    set(&mut row, &permit, id, &input.facts)?;
    // A column that was not given is empty, not unknown to the database.
    for column in [
        &mut row.legal_name,
        &mut row.birth_date,
        &mut row.phone,
        &mut row.address,
    ] {
        if column.is_not_set() {
            *column = Set(None);
        }
    }
    tx.insert(&permit.grant()?, row).await?;
    find_by(&mut tx, &permit, id, &input.facts).await?;
    tx.commit(id).await
}

/// Changes a person. Returns the person.
pub(super) async fn change(viewer: &Viewer, input: PersonChange) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::PersonChange, input.key, &input).await?;
    let person = tx.find::<case_person::Entity>(input.id).await?;
    let permit = tx.case(person.case_id).await?;
    let theirs = opened(&permit, &person)?;
    Conflict::check(input.expected_version, person.version, || {
        differences(&input.facts, &theirs)
    })?;
    let mut kept = input.facts.clone();
    kept.legal_name = kept.legal_name.or(theirs.legal_name);
    kept.phone = kept.phone.or(theirs.phone);
    let (id, version) = (person.id, person.version);
    let mut row = person.into_active_model();
    set(&mut row, &permit, id, &input.facts)?;
    row.version = Set(version + 1);
    tx.update(&permit.grant()?, row).await?;
    find_by(&mut tx, &permit, id, &kept).await?;
    tx.commit(id).await
}

fn set(
    row: &mut case_person::ActiveModel,
    permit: &CasePermit,
    id: Uuid,
    facts: &PersonFacts,
) -> Result<(), Refusal> {
    let some = |column, text: &Option<String>| permit.seal_some(place(column, id), text.as_deref());
    row.role = Set(facts.role);
    row.name = Set(permit.seal(place("name", id), &facts.name)?);
    row.relation = Set(some("relation", &facts.relation)?);
    row.pronouns = Set(some("pronouns", &facts.pronouns)?);
    row.language = Set(facts.language.clone());
    row.safe_to_contact = Set(facts.safe_to_contact);
    for (column, name, text) in [
        (&mut row.legal_name, "legal_name", &facts.legal_name),
        (&mut row.birth_date, "birth_date", &facts.birth_date),
        (&mut row.phone, "phone", &facts.phone),
        (&mut row.address, "address", &facts.address),
    ] {
        if text.is_some() {
            *column = Set(some(name, text)?);
        }
    }
    Ok(())
}

async fn find_by(
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

fn opened(permit: &CasePermit, person: &case_person::Model) -> Result<PersonFacts, Refusal> {
    let open = |class, column, sealed: Option<&SealedBytes>| {
        permit.open_some(class, place(column, person.id), sealed)
    };
    Ok(PersonFacts {
        role: person.role,
        name: open(Class::Pointer, "name", Some(&person.name))?.unwrap_or_default(),
        relation: open(Class::Pointer, "relation", person.relation.as_ref())?,
        legal_name: open(Class::Identity, "legal_name", person.legal_name.as_ref())?,
        birth_date: open(Class::Identity, "birth_date", person.birth_date.as_ref())?,
        phone: open(Class::Location, "phone", person.phone.as_ref())?,
        address: open(Class::Location, "address", person.address.as_ref())?,
        pronouns: open(Class::Identity, "pronouns", person.pronouns.as_ref())?,
        language: person.language.clone(),
        safe_to_contact: person.safe_to_contact,
    })
}

/// The unmasked fields that differ. A masked one is told only by its reveal.
fn differences(yours: &PersonFacts, theirs: &PersonFacts) -> Vec<Option<FieldConflict>> {
    vec![
        FieldConflict::of(
            "role",
            yours.role.code().to_uppercase(),
            theirs.role.code().to_uppercase(),
        ),
        FieldConflict::of("name", yours.name.clone(), theirs.name.clone()),
        FieldConflict::of("relation", yours.relation.clone(), theirs.relation.clone()),
        FieldConflict::of("pronouns", yours.pronouns.clone(), theirs.pronouns.clone()),
        FieldConflict::of("language", yours.language.clone(), theirs.language.clone()),
        FieldConflict::of(
            "safeToContact",
            yours.safe_to_contact,
            theirs.safe_to_contact,
        ),
        masked(
            "legalName",
            yours.legal_name.as_ref(),
            theirs.legal_name.as_ref(),
        ),
        masked(
            "birthDate",
            yours.birth_date.as_ref(),
            theirs.birth_date.as_ref(),
        ),
        masked("phone", yours.phone.as_ref(), theirs.phone.as_ref()),
        masked("address", yours.address.as_ref(), theirs.address.as_ref()),
    ]
}

fn masked(path: &str, yours: Option<&String>, theirs: Option<&String>) -> Option<FieldConflict> {
    (yours.is_some() && yours != theirs).then(|| FieldConflict {
        path: vec![path.to_owned()],
        yours: yours.cloned(),
        theirs: None,
    })
}
