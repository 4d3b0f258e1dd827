//! Opens a case from a request. The two name each other from then on.

use uuid::Uuid;

use super::entity::request;
use super::model::{CaseLink, RequestState};
use crate::access::{Act, Viewer};
use crate::cases::model::{CommunityType, LegalCustody};
use crate::cases::open::{NewCase, open};
use crate::error::{Conflict, Refusal};
use crate::store::prelude::*;

/// What is known of the young person when the case is opened.
#[derive(Debug)]
pub(super) struct RequestOpenCase {
    pub key: Uuid,
    pub id: Uuid,
    pub expected_version: i32,
    pub alias: String,
    pub legal_name: Option<String>,
    pub birth_date: Option<String>,
    pub pronouns: Option<String>,
    pub community_type: Option<CommunityType>,
    pub legal_custody: LegalCustody,
    pub summary: Option<String>,
    pub inquiry: bool,
}

/// Opens the case; the one who does is the supervisor on its team. A request that nobody
/// had answered is answered by it (rule 115). Returns the case.
pub(super) async fn open_case(viewer: &Viewer, input: RequestOpenCase) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::CaseOpen, input.key, &input).await?;
    let grant = tx.may()?;
    let found = tx.find::<request::Entity>(input.id).await?;
    // The input has no field of the request itself: the version alone is told.
    Conflict::check(input.expected_version, found.version, Vec::new)?;
    found.state.check_move(RequestState::CaseOpened)?;
    let new = NewCase {
        alias: input.alias,
        legal_name: input.legal_name,
        birth_date: input.birth_date,
        pronouns: input.pronouns,
        origin: found.requester_kind.origin(),
        jurisdiction: found.jurisdiction,
        community_type: input.community_type,
        legal_custody: input.legal_custody,
        summary: input.summary,
        inquiry: input.inquiry,
        request: Some(found.id),
    };
    let case = open(&mut tx, grant, &new).await?.case();
    let (version, answered) = (found.version, found.first_response_at);
    let mut row = found.into_active_model();
    row.version = Set(version + 1);
    row.state = Set(RequestState::CaseOpened);
    row.case_id = Set(Some(case));
    row.case_link = Set(Some(CaseLink::Opened));
    if answered.is_none() {
        row.first_response_at = Set(Some(tx.now()));
    }
    tx.update(&grant, row).await?;
    tx.commit(case).await
}
