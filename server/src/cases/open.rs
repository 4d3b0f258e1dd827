//! Opens a case: the case, its key, the young person, the supervisor on its team, its board row.

use uuid::Uuid;

use super::entity::{assignment, case, case_person};
use super::model::{
    CaseOrigin, CaseStatus, CommunityType, LegalCustody, PersonRole, State, TeamRole,
};
use super::row::place;
use super::status::first;
use super::tokens::{Findable, keep};
use crate::access::CasePermit;
use crate::boards::{self, board, never};
use crate::error::Refusal;
use crate::store::Tx;
use crate::store::prelude::*;
use crate::vault::Place;

/// What is known of a young person when a case is opened. Nothing but the alias is needed.
#[derive(Clone, Debug)]
pub struct NewCase {
    /// The name the team works with; never the legal name.
    pub alias: String,
    /// The legal name.
    pub legal_name: Option<String>,
    /// The birth date, as text: its precision is the writer's.
    pub birth_date: Option<String>,
    /// How the young person wants to be spoken of.
    pub pronouns: Option<String>,
    /// Where it came from.
    pub origin: CaseOrigin,
    /// The state or territory.
    pub jurisdiction: State,
    /// The kind of community.
    pub community_type: Option<CommunityType>,
    /// Who has custody.
    pub legal_custody: LegalCustody,
    /// What is known, in the worker's words.
    pub summary: Option<String>,
    /// Whether it is not clear yet that there will be a case.
    pub inquiry: bool,
    /// The request it is opened from.
    pub request: Option<Uuid>,
}

/// Opens the case within an act that the policy has granted; the one who opens it is the
/// supervisor on its team.
pub async fn open(
    tx: &mut Tx,
    grant: crate::access::Grant,
    new: &NewCase,
) -> Result<CasePermit, Refusal> {
    let (now, id, me) = (tx.now(), tx.new_id(), tx.viewer().user());
    let key = tx.new_key(id, grant.org()).await?;
    let permit = CasePermit::for_new(grant, id, key);
    let status = if new.inquiry {
        CaseStatus::Inquiry
    } else {
        CaseStatus::Open
    };
    let grant = permit.grant()?;
    let row = case::ActiveModel {
        id: Set(id),
        org_id: Set(grant.org()),
        version: Set(1),
        number: Set(permit.seal(place("number", id), &number(id, now))?),
        alias: Set(permit.seal(place("alias", id), &new.alias)?),
        status: Set(status),
        origin: Set(new.origin),
        jurisdiction: Set(new.jurisdiction),
        community_type: Set(new.community_type),
        legal_custody: Set(Some(new.legal_custody)),
        summary: Set(permit.seal_some(place("summary", id), new.summary.as_deref())?),
        request_id: Set(new.request),
        supervisor_id: Set(me),
        opened_at: Set(now),
        closed_at: Set(None),
        created_at: Set(now),
    };
    tx.insert(&grant, row).await?;
    let team = assignment::ActiveModel {
        id: Set(tx.new_id()),
        org_id: Set(grant.org()),
        case_id: Set(id),
        user_id: Set(me),
        role: Set(TeamRole::Supervisor),
        from_at: Set(now),
        to_at: Set(None),
        note: Set(None),
        end_reason: Set(None),
        assigned_by: Set(me),
        reason: Set(None),
        note_read_at: Set(None),
    };
    tx.insert(&grant, team).await?;
    young_person(tx, &permit, new).await?;
    first(tx, &permit, status).await?;
    let board = board::Model {
        status: status.code().to_owned(),
        ..board_row(id, grant.org(), me, now)
    };
    boards::open(tx, &grant, board).await?;
    keep(
        tx,
        &grant,
        id,
        None,
        Findable {
            alias: Some(&new.alias),
            ..Findable::default()
        },
    )
    .await?;
    Ok(permit)
}

async fn young_person(tx: &mut Tx, permit: &CasePermit, new: &NewCase) -> Result<(), Refusal> {
    let (grant, id) = (permit.grant()?, tx.new_id());
    let at = |column| Place {
        table: "case_person",
        column,
        row: id,
    };
    let person = case_person::ActiveModel {
        id: Set(id),
        org_id: Set(permit.org()),
        case_id: Set(permit.case()),
        version: Set(1),
        role: Set(PersonRole::Child),
        name: Set(permit.seal(at("name"), &new.alias)?),
        relation: Set(None),
        legal_name: Set(permit.seal_some(at("legal_name"), new.legal_name.as_deref())?),
        birth_date: Set(permit.seal_some(at("birth_date"), new.birth_date.as_deref())?),
        phone: Set(None),
        address: Set(None),
        pronouns: Set(permit.seal_some(at("pronouns"), new.pronouns.as_deref())?),
        language: Set(None),
        // Not until somebody has asked which way is safe (rule 103).
        safe_to_contact: Set(false),
        created_at: Set(tx.now()),
        tribe: Set(None),
        birth_precision: Set(None),
        languages: Set(None),
        no_contact: Set(false),
        no_contact_reason: Set(None),
        alleged_offender: Set(false),
        disqualified_signer: Set(false),
        same_person: Set(None),
    };
    tx.insert(&grant, person).await?;
    let names = std::iter::once(new.alias.as_str())
        .chain(new.legal_name.as_deref())
        .collect();
    keep(
        tx,
        &grant,
        permit.case(),
        Some(id),
        Findable {
            names,
            ..Findable::default()
        },
    )
    .await
}

fn board_row(
    id: Uuid,
    org: Uuid,
    supervisor: Uuid,
    now: chrono::DateTime<chrono::Utc>,
) -> board::Model {
    board::Model {
        case_id: id,
        org_id: org,
        supervisor_id: supervisor,
        specialist_id: None,
        advocate_id: None,
        status: CaseStatus::Open.code().to_owned(),
        open: true,
        opened_at: now,
        plan_state: None,
        awaiting_voice: false,
        open_goals: 0,
        open_referrals: 0,
        waiting_referrals: 0,
        contacts_logged: 0,
        last_contact_at: now,
        has_contact: false,
        next_contact_on: None,
        next_review_on: never(),
        next_staffing_at: never().and_time(chrono::NaiveTime::MIN).and_utc(),
    }
}

/// A number that people can say on the telephone and that tells nothing: the year, and
/// eight signs of the id's random part.
fn number(id: Uuid, now: chrono::DateTime<chrono::Utc>) -> String {
    const SIGNS: &[u8; 32] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    let random = id.as_u64_pair().1;
    let signs: String = (0..8)
        .filter_map(|place| SIGNS.get(usize::try_from((random >> (place * 5)) & 31).unwrap_or(0)))
        .map(|sign| char::from(*sign))
        .collect();
    format!("{}-{signs}", now.format("%Y"))
}
