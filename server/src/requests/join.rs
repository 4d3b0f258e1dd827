//! Joins a request to a case that is there: a young person has one case (rule 115).

use uuid::Uuid;

use super::entity::request;
use super::model::{CaseLink, RequestState};
use crate::access::{Act, Viewer};
use crate::error::{Conflict, Refusal};
use crate::store::prelude::*;

/// Which request joins which case.
#[derive(Debug)]
pub(super) struct RequestJoin {
    pub key: Uuid,
    pub id: Uuid,
    pub expected_version: i32,
    pub case: Uuid,
}

/// Joins them. That somebody has taken it up is the first answer, where there was none.
/// Returns the request.
pub(super) async fn join(viewer: &Viewer, input: RequestJoin) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::RequestJoin, input.key, &input).await?;
    let permit = tx.case(input.case).await?;
    let found = tx.find::<request::Entity>(input.id).await?;
    // The input has no field of the request itself: the version alone is told.
    Conflict::check(input.expected_version, found.version, Vec::new)?;
    found.state.check_move(RequestState::CaseOpened)?;
    let (version, answered) = (found.version, found.first_response_at);
    let mut row = found.into_active_model();
    row.version = Set(version + 1);
    row.state = Set(RequestState::CaseOpened);
    row.case_id = Set(Some(permit.case()));
    row.case_link = Set(Some(CaseLink::Joined));
    row.first_response_at = Set(answered.or(Some(tx.now())));
    tx.update(&permit.grant()?, row).await?;
    tx.commit(input.id).await
}
