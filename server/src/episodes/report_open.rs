//! Whether something of a missing report is still to be found out, for an agenda.

use std::collections::BTreeSet;

use uuid::Uuid;

use super::entity::episode;
use super::items::{open_of_report, supplied};
use super::read;
use crate::access::Viewer;
use crate::error::Refusal;
use crate::store::prelude::*;

/// Whether a report of a time away of `case` that is not closed has open items (rule 52).
/// Four statements; false for those who may not see it.
pub async fn report_is_open(viewer: &Viewer, case: Uuid) -> Result<bool, Refusal> {
    let away = viewer
        .select::<episode::Entity>()
        .filter(episode::Column::CaseId.eq(case))
        .filter(episode::Column::ClosedAt.is_null())
        .all()
        .await?;
    let ids: Vec<_> = away.iter().map(|episode| episode.id).collect();
    let reports = read::reports_of(viewer, &ids).await?;
    let reports: Vec<_> = reports.into_values().flatten().collect();
    let ids: Vec<_> = reports.iter().map(|report| report.id).collect();
    let endangers = read::endangerment_of(viewer, &ids).await?;
    let unknown = read::unknown_of(viewer, &ids).await?;
    Ok(reports.iter().any(|report| {
        let there = supplied(report, endangers.contains_key(&report.id));
        let unknown: BTreeSet<_> = unknown
            .get(&report.id)
            .into_iter()
            .flatten()
            .copied()
            .collect();
        !open_of_report(&there, &unknown).is_empty()
    }))
}
