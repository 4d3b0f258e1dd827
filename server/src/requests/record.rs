//! Records that somebody asked for help. No child's name is needed (rule 114).

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::due::first_response;
use super::entity::{request, request_topic};
use super::model::{RequestChannel, RequestState, RequestTopic, RequesterKind, Urgency};
use super::row::place;
use crate::access::{Act, OwnerPermit, Viewer};
use crate::cases::model::State;
use crate::clocks::soon_at;
use crate::error::Refusal;
use crate::store::prelude::*;

/// What was asked, and by whom.
#[derive(Debug)]
pub(super) struct RequestRecord {
    pub key: Uuid,
    /// Now, when absent.
    pub received_at: Option<DateTime<Utc>>,
    pub came_by: Option<RequestChannel>,
    /// Whether a child was named to us (rule 114). The name itself is not kept here.
    pub names_child: bool,
    pub requester_kind: RequesterKind,
    pub requester_name: String,
    pub requester_phone: Option<String>,
    pub requester_organization: Option<String>,
    pub jurisdiction: State,
    pub urgency: Urgency,
    pub topics: BTreeSet<RequestTopic>,
    pub situation: String,
}

/// Records the request and by when it is to be answered (rule 115). Returns it.
pub(super) async fn record(viewer: &Viewer, input: RequestRecord) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::RequestRecord, input.key, &input).await?;
    tx.may()?;
    let id = tx.new_id();
    let permit = OwnerPermit::made(&tx, id).await?;
    let grant = permit.grant();
    // A clock that is a little ahead must not put a request into the future.
    let received = input
        .received_at
        .map_or(tx.now(), |at| Ord::min(at, tx.now()));
    let due = first_response(&tx, input.jurisdiction, received, input.urgency).await?;
    let soon = soon_at(received, due);
    let some = |column, text: &Option<String>| permit.seal_some(place(column, id), text.as_deref());
    let row = request::ActiveModel {
        id: Set(id),
        org_id: Set(grant.org()),
        version: Set(1),
        state: Set(RequestState::Waiting),
        received_at: Set(received),
        due_at: Set(due),
        first_response_at: Set(None),
        requester_kind: Set(input.requester_kind),
        requester_name: Set(permit.seal(place("requester_name", id), &input.requester_name)?),
        requester_phone: Set(some("requester_phone", &input.requester_phone)?),
        requester_organization: Set(some(
            "requester_organization",
            &input.requester_organization,
        )?),
        jurisdiction: Set(input.jurisdiction),
        urgency: Set(input.urgency),
        situation: Set(permit.seal(place("situation", id), &input.situation)?),
        recorded_by: Set(viewer.user()),
        case_id: Set(None),
        case_link: Set(None),
        came_by: Set(input.came_by),
        names_child: Set(input.names_child),
        follow_up_on: Set(None),
        outcome: Set(None),
        outcome_note: Set(None),
        closed_at: Set(None),
        created_at: Set(tx.now()),
        soon_at: Set(Some(soon)),
        remind_at: Set(Some(soon)),
    };
    tx.insert(&grant, row).await?;
    let topics = input.topics.iter().map(|topic| request_topic::ActiveModel {
        request_id: Set(id),
        topic: Set(*topic),
    });
    tx.insert_all(&grant, topics.collect()).await?;
    tx.commit(id).await
}
