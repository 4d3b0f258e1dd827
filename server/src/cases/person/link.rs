//! One person on several cases: siblings, a caregiver of both. Each case keeps its own record
//! of them, sealed with its own key, so that the key of one case never opens another; the
//! records know that they are of one person, and a change is carried to those in reach.

use std::collections::HashMap;

use async_graphql::{Context, Object, Result};
use uuid::Uuid;

use super::PersonFacts;
use super::link_input::{CasePersonLinkInput, CasePersonUnlinkInput};
use super::row::opened;
use super::write::insert;
use crate::access::{Act, Class, Viewer};
use crate::cases::CasePerson;
use crate::cases::entity::case_person;
use crate::cases::model::PersonRole;
use crate::error::{Conflict, FieldCode, Refusal, Wrong};
use crate::graphql::{policy, settle, viewer};
use crate::outcome;
use crate::store::prelude::*;

/// Somebody of another case who is on this one, too.
#[derive(Debug)]
pub(super) struct PersonLink {
    pub key: Uuid,
    pub case: Uuid,
    pub person: Uuid,
    pub role: PersonRole,
    pub relation: Option<String>,
}

/// Puts somebody of another case on this one, with what is known of them. Returns the person
/// on this case.
async fn link(viewer: &Viewer, input: PersonLink) -> std::result::Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::PersonAdd, input.key, &input).await?;
    let there = tx.find::<case_person::Entity>(input.person).await?;
    let permit_there = tx.case(there.case_id).await?;
    let facts = opened(&permit_there, &there)?;
    let same = there.same_person.unwrap_or(there.id);
    if there.same_person.is_none() {
        let mut row = there.clone().into_active_model();
        row.same_person = Set(Some(same));
        tx.update(&permit_there.grant()?, row).await?;
    }
    let permit = tx.case(input.case).await?;
    let here = Condition::all()
        .add(case_person::Column::CaseId.eq(input.case))
        .add(case_person::Column::SamePerson.eq(same));
    let already = tx.find_where::<case_person::Entity>(here).await?.is_some();
    if already {
        let message = "They are on this case already.";
        return Err(Wrong::at("person", FieldCode::NotAllowedHere, message).into());
    }
    let alleged = input.role == PersonRole::AllegedOffender;
    let facts = PersonFacts {
        role: input.role,
        relation: input.relation,
        // What they may have done, or may not sign, is of a case and not of the person.
        alleged_offender: alleged,
        disqualified_signer: alleged,
        ..facts
    };
    let id = insert(&mut tx, &permit, &facts, Some(same)).await?;
    tx.commit(id).await
}

/// Two who were taken for one.
#[derive(Debug)]
pub(super) struct PersonUnlink {
    pub key: Uuid,
    pub id: Uuid,
    pub expected_version: i32,
}

/// Parts a person's record from those of other cases; nothing that is known is taken away.
/// Returns the person.
async fn unlink(viewer: &Viewer, input: PersonUnlink) -> std::result::Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::PersonChange, input.key, &input).await?;
    let person = tx.find::<case_person::Entity>(input.id).await?;
    let permit = tx.case(person.case_id).await?;
    // The input has no field of the person: the version alone is told.
    Conflict::check(input.expected_version, person.version, Vec::new)?;
    let version = person.version;
    let mut row = person.into_active_model();
    row.same_person = Set(None);
    row.version = Set(version + 1);
    tx.update(&permit.grant()?, row).await?;
    tx.commit(input.id).await
}

/// The cases in reach on which there are records of the same persons, in one statement.
pub(in crate::cases) async fn also_on(
    viewer: &Viewer,
    same: &[Uuid],
) -> std::result::Result<HashMap<Uuid, Vec<Uuid>>, Refusal> {
    let rows = viewer
        .select::<case_person::Entity>()
        .filter(case_person::Column::SamePerson.is_in(same.iter().copied()))
        .order(case_person::Column::CreatedAt, Order::Asc)
        .order(case_person::Column::Id, Order::Asc)
        .all()
        .await?;
    let mut cases: HashMap<Uuid, Vec<Uuid>> = HashMap::new();
    for row in rows {
        if let Some(same) = row.same_person {
            cases.entry(same).or_default().push(row.case_id);
        }
    }
    Ok(cases)
}

outcome!(
    CasePersonLinkResult,
    CasePersonLinkSuccess { person: CasePerson }
);
outcome!(
    CasePersonUnlinkResult,
    CasePersonUnlinkSuccess { person: CasePerson }
);

/// Changes of who is on several cases.
#[derive(Default)]
pub struct LinkMutation;

#[Object]
impl LinkMutation {
    /// Puts somebody of another case on this one, too: a sibling, a caregiver of both. What
    /// is changed of them later is changed on each case that one reaches.
    #[graphql(directive = policy::apply(Class::Identity))]
    async fn case_person_link(
        &self,
        ctx: &Context<'_>,
        input: CasePersonLinkInput,
    ) -> Result<CasePersonLinkResult> {
        let viewer = viewer(ctx)?;
        let done = async { link(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::PersonAdd, done).await?;
        let load = async |id| CasePerson::load(viewer, id).await;
        Ok(CasePersonLinkResult::of(settled.load(ctx, load).await?))
    }

    /// Parts a person's record from those of other cases, where two were taken for one.
    #[graphql(directive = policy::apply(Class::Identity))]
    async fn case_person_unlink(
        &self,
        ctx: &Context<'_>,
        input: CasePersonUnlinkInput,
    ) -> Result<CasePersonUnlinkResult> {
        let viewer = viewer(ctx)?;
        let done = async { unlink(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::PersonChange, done).await?;
        let load = async |id| CasePerson::load(viewer, id).await;
        Ok(CasePersonUnlinkResult::of(settled.load(ctx, load).await?))
    }
}
