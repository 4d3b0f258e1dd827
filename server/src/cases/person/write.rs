//! Adds a person to a case, and changes what is known of one, wherever they are.

use uuid::Uuid;

use super::row::{find_by, opened, set};
use super::{GivenFacts, PersonFacts};
use crate::access::{Act, CasePermit, Viewer};
use crate::cases::entity::case_person;
use crate::error::{Conflict, Refusal};
use crate::input::Check;
use crate::releases;
use crate::store::Tx;
use crate::store::prelude::*;

/// A person to be added.
#[derive(Debug)]
pub(in crate::cases) struct PersonAdd {
    pub key: Uuid,
    pub case: Uuid,
    pub facts: GivenFacts,
}

/// A person to be changed.
#[derive(Debug)]
pub(in crate::cases) struct PersonChange {
    pub key: Uuid,
    pub id: Uuid,
    pub expected_version: i32,
    pub facts: GivenFacts,
}

/// Adds a person. Returns the person.
pub(in crate::cases) async fn add(viewer: &Viewer, input: PersonAdd) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::PersonAdd, input.key, &input).await?;
    let permit = tx.case(input.case).await?;
    let facts = input.facts.over(None);
    fits(&tx, &facts)?;
    let id = insert(&mut tx, &permit, &facts, None).await?;
    tx.commit(id).await
}

/// Changes a person; what is of the person goes to their records on other cases in reach,
/// too. Returns the person.
pub(in crate::cases) async fn change(
    viewer: &Viewer,
    input: PersonChange,
) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::PersonChange, input.key, &input).await?;
    let person = tx.find::<case_person::Entity>(input.id).await?;
    let permit = tx.case(person.case_id).await?;
    let was = opened(&permit, &person)?;
    let facts = input.facts.over(Some(&was));
    Conflict::check(input.expected_version, person.version, || {
        facts.differences(&was)
    })?;
    fits(&tx, &facts)?;
    let (id, same) = (person.id, person.same_person);
    update(&mut tx, &permit, person, &was, &facts).await?;
    if let Some(same) = same {
        carry(&mut tx, id, same, &was, &facts).await?;
    }
    tx.commit(id).await
}

fn fits(tx: &Tx, facts: &PersonFacts) -> Result<(), Refusal> {
    let mut check = Check::default();
    facts.check(&mut check, tx.now().date_naive());
    check.done()
}

/// Inserts the row of a person. Returns its id.
pub(super) async fn insert(
    tx: &mut Tx,
    permit: &CasePermit,
    facts: &PersonFacts,
    same_person: Option<Uuid>,
) -> Result<Uuid, Refusal> {
    let id = tx.new_id();
    let mut row = case_person::ActiveModel {
        id: Set(id),
        org_id: Set(permit.org()),
        case_id: Set(permit.case()),
        version: Set(1),
        same_person: Set(same_person),
        created_at: Set(tx.now()),
        ..Default::default()
    };
    set(&mut row, permit, id, None, facts)?;
    tx.insert(&permit.grant()?, row).await?;
    find_by(tx, permit, id, facts).await?;
    Ok(id)
}

async fn update(
    tx: &mut Tx,
    permit: &CasePermit,
    person: case_person::Model,
    was: &PersonFacts,
    facts: &PersonFacts,
) -> Result<(), Refusal> {
    let (id, version) = (person.id, person.version);
    let mut row = person.into_active_model();
    set(&mut row, permit, id, Some(was), facts)?;
    row.version = Set(version + 1);
    tx.update(&permit.grant()?, row).await?;
    if facts.may_not_sign() && !was.may_not_sign() {
        releases::signer_flagged(tx, permit, id).await?;
    }
    find_by(tx, permit, id, facts).await
}

/// Carries what is another now to the person's records on the other cases that one reaches.
/// One out of reach stays: a change there by somebody without a part in it would tell its
/// team that there is another case (rule 30).
async fn carry(
    tx: &mut Tx,
    id: Uuid,
    same: Uuid,
    before: &PersonFacts,
    after: &PersonFacts,
) -> Result<(), Refusal> {
    let others = Condition::all()
        .add(case_person::Column::SamePerson.eq(same))
        .add(case_person::Column::Id.ne(id));
    for person in tx.find_all::<case_person::Entity>(others).await? {
        let permit = tx.case(person.case_id).await?;
        let was = opened(&permit, &person)?;
        let facts = was.carried(before, after);
        if facts != was {
            update(tx, &permit, person, &was, &facts).await?;
        }
    }
    Ok(())
}
