//! Answers a request: what was said, what was named, and when (rule 115).

use chrono::NaiveDate;
use uuid::Uuid;

use crate::access::{Act, OwnerPermit, Viewer};
use crate::directory::all_offered;
use crate::error::{Conflict, FieldCode, FieldConflict, Refusal, Wrong};
use crate::requests::entity::{answer, answer_service, request};
use crate::requests::model::RequestState;
use crate::requests::row::place;
use crate::store::Tx;
use crate::store::prelude::*;

/// What is answered.
#[derive(Debug)]
pub struct RequestAnswer {
    pub key: Uuid,
    pub id: Uuid,
    pub expected_version: i32,
    pub note: String,
    /// The services that are named, each once.
    pub services: Vec<Uuid>,
    /// When to ask how it went.
    pub follow_up_on: Option<NaiveDate>,
    /// The one who answers says that it tells nothing about a child.
    pub tells_nothing_of_child: bool,
}

/// Keeps the answer; the time of the first one is the time of the first response. Returns
/// the request.
pub async fn answer(viewer: &Viewer, input: RequestAnswer) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::RequestAnswer, input.key, &input).await?;
    tx.may()?;
    let found = tx.find::<request::Entity>(input.id).await?;
    let permit = OwnerPermit::of(&tx, &found).await?;
    if input.expected_version != found.version {
        let theirs = newest(&tx, &permit).await?;
        Conflict::check(input.expected_version, found.version, || {
            vec![FieldConflict::of("note", Some(input.note.clone()), theirs)]
        })?;
    }
    check(&found, &input)?;
    all_offered(viewer, "services", &input.services).await?;
    let (grant, id) = (permit.grant(), tx.new_id());
    let row = answer::ActiveModel {
        id: Set(id),
        org_id: Set(grant.org()),
        request_id: Set(found.id),
        at: Set(tx.now()),
        answered_by: Set(Some(viewer.user())),
        note: Set(permit.seal(place("answer", id), &input.note)?),
    };
    tx.insert(&grant, row).await?;
    let named = input
        .services
        .iter()
        .map(|service| answer_service::ActiveModel {
            answer_id: Set(id),
            service_id: Set(*service),
            request_id: Set(found.id),
        });
    tx.insert_all(&grant, named.collect()).await?;
    let (version, state, first) = (found.version, found.state, found.first_response_at);
    let mut row = found.into_active_model();
    row.version = Set(version + 1);
    row.follow_up_on = Set(input.follow_up_on);
    if state == RequestState::Waiting {
        row.state = Set(RequestState::Answered);
    }
    row.first_response_at = Set(first.or(Some(tx.now())));
    tx.update(&grant, row).await?;
    tx.commit(input.id).await
}

/// What may be answered at all.
fn check(found: &request::Model, input: &RequestAnswer) -> Result<(), Refusal> {
    if found.state == RequestState::Closed {
        found.state.check_move(RequestState::Answered)?;
    }
    // Rule 114: what is told of a named child would be a disclosure, and needs a release.
    if found.names_child && !input.tells_nothing_of_child {
        let message = "A child was named. Confirm that the answer tells nothing about the child; \
                       telling something needs a release.";
        return Err(Wrong::at("tellsNothingOfChild", FieldCode::Required, message).into());
    }
    Ok(())
}

/// What was answered last, by whoever was quicker.
async fn newest(tx: &Tx, permit: &OwnerPermit) -> Result<Option<String>, Refusal> {
    let all = tx
        .find_all::<answer::Entity>(answer::Column::RequestId.eq(permit.owner()))
        .await?;
    let newest = all.iter().max_by_key(|row| (row.at, row.id));
    newest
        .map(|row| permit.open(place("answer", row.id), &row.note))
        .transpose()
}
