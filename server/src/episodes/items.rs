//! What is still open: of a report (rule 52), and before a time away can be closed (rule 54).

use std::collections::BTreeSet;

use super::entity::{conversation, episode, report};
use super::model::{ReportItem, ReturnItem, YouthAnswer};
use crate::clocks::entity::clock;
use crate::clocks::is_required;
use crate::clocks::model::{ClockState, NotifiedParty};
use crate::error::Refusal;

/// What a report holds, as items.
pub(super) fn supplied(report: &report::Model, endangerment: bool) -> BTreeSet<ReportItem> {
    [
        (ReportItem::Photo, report.photo.is_some()),
        (ReportItem::Description, report.description.is_some()),
        (
            ReportItem::Endangerment,
            endangerment || report.no_endangerment_known,
        ),
        (
            ReportItem::LastSeen,
            report.last_seen_at.is_some() || report.last_seen_place.is_some(),
        ),
        (ReportItem::Clothing, report.clothing.is_some()),
        (ReportItem::AccompaniedBy, report.accompanied_by.is_some()),
        (
            ReportItem::GuardianContact,
            report.guardian_contact.is_some(),
        ),
        (ReportItem::AgencyContact, report.agency_contact.is_some()),
    ]
    .into_iter()
    .filter_map(|(item, there)| there.then_some(item))
    .collect()
}

/// What is neither supplied nor marked as unknown.
pub(super) fn open_of_report(
    supplied: &BTreeSet<ReportItem>,
    unknown: &BTreeSet<ReportItem>,
) -> Vec<ReportItem> {
    ReportItem::ALL
        .iter()
        .copied()
        .filter(|item| !supplied.contains(item) && !unknown.contains(item))
        .collect()
}

/// What is neither answered nor declined by the young person. `clocks` are those of the
/// episode, running or not.
pub(super) fn open_of_return(
    episode: &episode::Model,
    conversations: &[conversation::Model],
    clocks: &[clock::Model],
) -> Result<Vec<ReturnItem>, Refusal> {
    let runs = |party| {
        clocks.iter().any(|clock| {
            clock.state == ClockState::Open && clock.party == Some(party) && !clock.recommended
        })
    };
    let mut collector = false;
    for clock in clocks
        .iter()
        .filter(|clock| clock.state == ClockState::Open)
    {
        collector |= is_required(clock)?;
    }
    // Who declined the whole of it has declined each part.
    let declined = conversations
        .iter()
        .any(|said| said.answer != YouthAnswer::Answered);
    let told = |answer: fn(&conversation::Model) -> Option<YouthAnswer>| {
        declined || conversations.iter().any(|said| answer(said).is_some())
    };
    let items = [
        (ReturnItem::Returned, episode.recovered_at.is_none()),
        (
            ReturnItem::LawEnforcement,
            runs(NotifiedParty::LawEnforcement),
        ),
        (ReturnItem::Ncmec, runs(NotifiedParty::Ncmec)),
        (ReturnItem::Collector, collector),
        (ReturnItem::Conversation, conversations.is_empty()),
        (ReturnItem::Factors, !told(|said| said.factors_answer)),
        (
            ReturnItem::Experiences,
            !told(|said| said.experiences_answer),
        ),
        (ReturnItem::Screening, episode.screening.is_none()),
        (
            ReturnItem::PlacementResponse,
            episode.placement_response.is_none(),
        ),
    ];
    let open = items.into_iter().filter(|(_, open)| *open);
    Ok(open.map(|(item, _)| item).collect())
}
