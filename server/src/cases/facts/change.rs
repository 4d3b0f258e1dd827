//! Changes facts of a case. Clocks that run keep what they were made by; those that are
//! started from now on go by what stands then. A plan that is lived by is looked at again
//! when the young person comes into other hands (rule 72).

use chrono::NaiveDate;
use uuid::Uuid;

use super::entity::{CaseFact, case_fact_change};
use crate::access::{Act, CasePermit, Viewer};
use crate::cases::entity::case;
use crate::cases::model::{CommunityType, LegalCustody, State};
use crate::error::{Conflict, FieldCode, FieldConflict, Refusal};
use crate::input::Check;
use crate::plans::{ReviewTrigger, called_for};
use crate::store::Tx;
use crate::store::prelude::*;
use crate::vault::Place;

/// What is another now. What is absent stays as it is.
#[derive(Debug)]
pub(super) struct FactsChange {
    pub key: Uuid,
    pub id: Uuid,
    pub expected_version: i32,
    pub legal_custody: Option<LegalCustody>,
    pub community_type: Option<CommunityType>,
    pub jurisdiction: Option<State>,
    pub since: NaiveDate,
    pub reason: String,
}

/// One fact that is another.
struct Changed {
    fact: CaseFact,
    was: Option<&'static str>,
    now: &'static str,
}

/// The place of the sealed reason of the change `row`.
pub(super) fn place(row: Uuid) -> Place {
    Place {
        table: "case_fact_change",
        column: "reason",
        row,
    }
}

/// Changes them. Returns the case.
pub(super) async fn change(viewer: &Viewer, input: FactsChange) -> Result<Uuid, Refusal> {
    let mut tx = viewer
        .begin(Act::CaseFactsChange, input.key, &input)
        .await?;
    let permit = tx.case(input.id).await?;
    let row = tx.find::<case::Entity>(input.id).await?;
    let changed = changed(&input, &row);
    Conflict::check(input.expected_version, row.version, || {
        let differ = |one: &Changed| {
            let shown = |code: &str| code.to_uppercase();
            FieldConflict::of(path(one.fact), shown(one.now), one.was.map(shown))
        };
        changed.iter().map(differ).collect()
    })?;
    let mut check = Check::default();
    if changed.is_empty() {
        let message = "This is as it stands already.";
        check.wrong("legalCustody", FieldCode::NotAllowedHere, message);
    }
    if input.since > tx.now().date_naive() {
        let message = "Record it when it is so.";
        check.wrong("since", FieldCode::InTheFuture, message);
    }
    check.done()?;
    for one in &changed {
        keep(&mut tx, &permit, &input, one).await?;
    }
    let version = row.version;
    let mut case = row.into_active_model();
    case.version = Set(version + 1);
    if let Some(custody) = input.legal_custody {
        case.legal_custody = Set(Some(custody));
    }
    if let Some(community) = input.community_type {
        case.community_type = Set(Some(community));
    }
    if let Some(state) = input.jurisdiction {
        case.jurisdiction = Set(state);
    }
    tx.update(&permit.grant()?, case).await?;
    if changed.iter().any(|one| one.fact.is_of_placement()) {
        called_for(&mut tx, &permit, ReviewTrigger::PlacementChange).await?;
    }
    tx.commit(input.id).await
}

fn path(fact: CaseFact) -> &'static str {
    match fact {
        CaseFact::LegalCustody => "legalCustody",
        CaseFact::CommunityType => "communityType",
        CaseFact::Jurisdiction => "jurisdiction",
    }
}

fn changed(input: &FactsChange, row: &case::Model) -> Vec<Changed> {
    let custody = input.legal_custody.map(|now| Changed {
        fact: CaseFact::LegalCustody,
        was: row.legal_custody.map(LegalCustody::code),
        now: now.code(),
    });
    let community = input.community_type.map(|now| Changed {
        fact: CaseFact::CommunityType,
        was: row.community_type.map(CommunityType::code),
        now: now.code(),
    });
    let state = input.jurisdiction.map(|now| Changed {
        fact: CaseFact::Jurisdiction,
        was: Some(row.jurisdiction.code()),
        now: now.code(),
    });
    let all = [custody, community, state].into_iter().flatten();
    all.filter(|one| one.was != Some(one.now)).collect()
}

async fn keep(
    tx: &mut Tx,
    permit: &CasePermit,
    input: &FactsChange,
    one: &Changed,
) -> Result<(), Refusal> {
    let id = tx.new_id();
    let row = case_fact_change::ActiveModel {
        id: Set(id),
        org_id: Set(permit.org()),
        case_id: Set(permit.case()),
        fact: Set(one.fact),
        was: Set(one.was.map(str::to_owned)),
        now: Set(one.now.to_owned()),
        since: Set(input.since),
        reason: Set(permit.seal(place(id), &input.reason)?),
        by_user: Set(tx.viewer().user()),
        at: Set(tx.now()),
    };
    tx.insert(&permit.grant()?, row).await.map(drop)
}
