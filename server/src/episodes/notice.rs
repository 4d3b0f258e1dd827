//! Records that somebody was told (rules 49 to 53). The notice ends the clocks that wait for
//! it, and starts those that run from it.

use uuid::Uuid;

use super::change::place;
use super::entity::episode;
use crate::access::{Act, CasePermit, Viewer};
use crate::clocks::entity::notice;
use crate::clocks::model::{ClockTrigger, NoticeMethod, NotifiedParty};
use crate::clocks::{Evidence, Start, meet_running, start, waits_for};
use crate::error::{FieldCode, Refusal};
use crate::input::Check;
use crate::store::Tx;
use crate::store::prelude::*;

/// Who was told, and the evidence of it.
#[derive(Debug)]
pub(super) struct NoticeRecord {
    pub key: Uuid,
    pub case: Uuid,
    pub episode: Option<Uuid>,
    pub party: NotifiedParty,
    pub method: NoticeMethod,
    pub evidence: Evidence,
    pub ask_not_to_reveal_care: Option<bool>,
}

/// Records it. Returns the notice.
pub(super) async fn record(viewer: &Viewer, input: NoticeRecord) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::NoticeRecord, input.key, &input).await?;
    let permit = tx.case(input.case).await?;
    let mut check = Check::default();
    input.evidence.check(&mut check, tx.now());
    let episode = match input.episode {
        Some(id) => match tx.find::<episode::Entity>(id).await {
            Ok(episode) if episode.case_id == input.case => Some(episode),
            Ok(_) | Err(Refusal::NotFound) => {
                let message = "There is no such time away on this case.";
                check.wrong("episode", FieldCode::UnknownId, message);
                None
            }
            Err(other) => return Err(other),
        },
        None => None,
    };
    check.done()?;
    let before = match &episode {
        Some(episode) => {
            let of = notice::Column::EpisodeId.eq(episode.id);
            tx.find_all::<notice::Entity>(of).await?
        }
        None => Vec::new(),
    };
    let row = row(&tx, &permit, &input)?;
    let notice = tx.insert(&permit.grant()?, row).await?;
    let (party, at) = (notice.party, notice.at);
    meet_running(
        &mut tx,
        &permit,
        input.episode,
        at,
        Some(notice.id),
        |clock| waits_for(clock, party, at),
    )
    .await?;
    if let Some(episode) = episode {
        follow(&mut tx, &permit, &episode, &notice, &before).await?;
    }
    tx.commit(notice.id).await
}

/// Starts what runs from it: after the first notice to the police, and after the entry in
/// the national system.
async fn follow(
    tx: &mut Tx,
    permit: &CasePermit,
    episode: &episode::Model,
    notice: &notice::Model,
    before: &[notice::Model],
) -> Result<(), Refusal> {
    let told = |party| before.iter().any(|other| other.party == party);
    let away = episode.recovered_at.is_none_or(|back| notice.at < back);
    let what = match notice.party {
        NotifiedParty::LawEnforcement if away && !told(NotifiedParty::LawEnforcement) => {
            let first = before
                .iter()
                .any(|other| other.party == NotifiedParty::Ncmec && other.at < notice.at);
            Start {
                ncmec_told_first: first,
                ..Start::of(ClockTrigger::PoliceReportFiled, notice.at, Some(episode.id))
            }
        }
        NotifiedParty::NcicEntryConfirmed if !told(NotifiedParty::NcicEntryConfirmed) => {
            Start::of(ClockTrigger::NcicEntered, notice.at, Some(episode.id))
        }
        _ => return Ok(()),
    };
    start(tx, permit, what).await
}

fn row(tx: &Tx, permit: &CasePermit, input: &NoticeRecord) -> Result<notice::ActiveModel, Refusal> {
    let id = tx.new_id();
    let seal = |column, text: &str| permit.seal(place("notice", column, id), text);
    // Rule 53: asked for unless somebody says not to.
    let asked = input
        .ask_not_to_reveal_care
        .unwrap_or(input.party == NotifiedParty::Ncmec);
    Ok(notice::ActiveModel {
        id: Set(id),
        org_id: Set(permit.org()),
        case_id: Set(input.case),
        episode_id: Set(input.episode),
        party: Set(input.party),
        method: Set(input.method),
        agency: Set(seal("agency", &input.evidence.agency)?),
        person: Set(seal("person", &input.evidence.person)?),
        reference: Set(seal("reference", &input.evidence.reference)?),
        at: Set(input.evidence.at.unwrap_or(tx.now())),
        recorded_at: Set(tx.now()),
        asked_not_to_reveal_care: Set(asked),
        recorded_by: Set(tx.viewer().user()),
    })
}
