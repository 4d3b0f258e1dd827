//! Which requests, and in which order.

use async_graphql::{Enum, InputObject};
use chrono::{DateTime, Utc};
use sea_orm::sea_query::Query;
use uuid::Uuid;

use super::entity::{request, request_topic};
use super::model::{RequestState, RequestTopic, RequesterKind, Urgency};
use super::row::RequestRow;
use crate::cases::model::State;
use crate::store::page::Cursor;
use crate::store::prelude::*;

/// The order of the inbox.
#[derive(Enum, Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RequestOrder {
    /// What came last stands first.
    #[default]
    NewestFirst,
    /// What is to be answered soonest stands first.
    DueFirst,
}

impl RequestOrder {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::NewestFirst => "request.received",
            Self::DueFirst => "request.due",
        }
    }

    pub(super) fn column(self) -> (request::Column, Order) {
        match self {
            Self::NewestFirst => (request::Column::ReceivedAt, Order::Desc),
            Self::DueFirst => (request::Column::DueAt, Order::Asc),
        }
    }

    /// The place of a row in it.
    pub(super) fn place_of(self, row: &RequestRow) -> Cursor {
        let at = match self {
            Self::NewestFirst => row.request.received_at,
            Self::DueFirst => row.request.due_at,
        };
        Cursor::of_instant(self.name(), at, row.request.id)
    }
}

/// Which requests. All fields narrow; an empty list is like none.
#[derive(InputObject, Default)]
#[graphql(name = "RequestFilter")]
pub struct RequestFilterInput {
    /// So urgent.
    urgency: Option<Vec<Urgency>>,
    /// About one of these.
    topics: Option<Vec<RequestTopic>>,
    /// Asked by one of these.
    requester_kinds: Option<Vec<RequesterKind>>,
    /// About one of these states or territories.
    jurisdictions: Option<Vec<State>>,
    /// That wait for their first answer longer than was promised.
    #[graphql(default)]
    late: bool,
    /// That wait for their first answer, with at most a quarter of the time for it left.
    #[graphql(default)]
    due_soon: bool,
    /// That somebody is to be asked by today how it went, in UTC.
    #[graphql(default)]
    follow_up_due: bool,
}

/// Which requests, with their states.
pub(super) struct RequestFilter {
    states: Vec<RequestState>,
    case: Option<Uuid>,
    narrowed: RequestFilterInput,
}

impl RequestFilterInput {
    pub(super) fn with(self, states: Vec<RequestState>) -> RequestFilter {
        RequestFilter {
            states,
            case: None,
            narrowed: self,
        }
    }
}

impl RequestFilter {
    /// All that belong to a case.
    pub(super) fn of_case(case: Uuid) -> Self {
        Self {
            states: RequestState::ALL.to_vec(),
            case: Some(case),
            narrowed: RequestFilterInput::default(),
        }
    }

    pub(super) fn condition(&self, now: DateTime<Utc>) -> Condition {
        use request::Column as C;
        let of = &self.narrowed;
        let topics = some(of.topics.as_ref()).map(|topics| {
            let about = Query::select()
                .column(request_topic::Column::RequestId)
                .from(request_topic::Entity)
                .and_where(request_topic::Column::Topic.is_in(topics))
                .take();
            C::Id.in_subquery(about)
        });
        let follow_up = of
            .follow_up_due
            .then(|| C::FollowUpOn.lte(now.date_naive()));
        Condition::all()
            .add(C::State.is_in(self.states.iter().copied()))
            .add_option(self.case.map(|case| C::CaseId.eq(case)))
            .add_option(some(of.urgency.as_ref()).map(|list| C::Urgency.is_in(list)))
            .add_option(some(of.requester_kinds.as_ref()).map(|list| C::RequesterKind.is_in(list)))
            .add_option(some(of.jurisdictions.as_ref()).map(|list| C::Jurisdiction.is_in(list)))
            .add_option(topics)
            .add_option(of.late.then(|| late(now)))
            .add_option(of.due_soon.then(|| due_soon(now)))
            .add_option(follow_up)
    }
}

/// Not answered by when it was promised.
pub(super) fn late(now: DateTime<Utc>) -> Condition {
    unanswered().add(request::Column::DueAt.lt(now))
}

/// To be answered soon: as a clock stands (rule 61).
pub(super) fn due_soon(now: DateTime<Utc>) -> Condition {
    unanswered()
        .add(request::Column::DueAt.gte(now))
        .add(request::Column::SoonAt.lte(now))
}

fn unanswered() -> Condition {
    Condition::all().add(request::Column::FirstResponseAt.is_null())
}

/// What a list narrows to; an empty one narrows nothing.
fn some<T: Copy>(list: Option<&Vec<T>>) -> Option<impl Iterator<Item = T>> {
    let list = list.filter(|list| !list.is_empty())?;
    Some(list.iter().copied())
}
