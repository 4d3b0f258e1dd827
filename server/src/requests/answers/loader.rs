//! Batches the answers of a page of requests: two statements, however many rows.

use std::collections::HashMap;
use std::sync::Arc;

use async_graphql::dataloader::Loader;
use uuid::Uuid;

use crate::access::Viewer;
use crate::error::Refusal;
use crate::graphql::{Batched, batched, list_of, reads};
use crate::requests::entity::{answer, answer_service};
use crate::store::prelude::*;

/// An answer with the services that it named.
#[derive(Clone)]
pub(super) struct Given {
    pub answer: answer::Model,
    pub services: Vec<Uuid>,
}

/// The answers of requests.
pub struct AnswerLoader(Batched<Answers>);

impl AnswerLoader {
    /// For `viewer`.
    pub fn new(viewer: &Viewer) -> Self {
        Self(batched(Answers(viewer.clone())))
    }

    /// The answers to `request`, the first first.
    pub(super) async fn of(&self, request: Uuid) -> Result<Vec<Given>, Refusal> {
        list_of(&self.0, request).await
    }
}

reads!(Answers: Vec<Given> = all);

async fn all(viewer: &Viewer, requests: &[Uuid]) -> Result<HashMap<Uuid, Vec<Given>>, Refusal> {
    let answers = viewer
        .select::<answer::Entity>()
        .filter(answer::Column::RequestId.is_in(requests.iter().copied()))
        .order(answer::Column::At, Order::Asc)
        .order(answer::Column::Id, Order::Asc)
        .all()
        .await?;
    let mut named: HashMap<Uuid, Vec<Uuid>> = HashMap::new();
    if !answers.is_empty() {
        let rows = viewer
            .select::<answer_service::Entity>()
            .filter(answer_service::Column::RequestId.is_in(requests.iter().copied()))
            .order(answer_service::Column::ServiceId, Order::Asc)
            .all()
            .await?;
        for row in rows {
            named.entry(row.answer_id).or_default().push(row.service_id);
        }
    }
    let mut of: HashMap<Uuid, Vec<Given>> = HashMap::new();
    for answer in answers {
        let services = named.remove(&answer.id).unwrap_or_default();
        of.entry(answer.request_id)
            .or_default()
            .push(Given { answer, services });
    }
    Ok(of)
}
