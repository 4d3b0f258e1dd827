//! Finding times away and what belongs to them, each for many at once.

use std::collections::HashMap;

use uuid::Uuid;

use super::entity::{conversation, endangerment, episode, experience, factor, report, unknown};
use super::model::{AwayExperience, Endangerment, LeavingFactor, ReportItem};
use crate::access::Viewer;
use crate::clocks::entity::{clock, notice};
use crate::error::Refusal;
use crate::store::OfCases;
use crate::store::page::{Asked, Cursor, Keyset, Page};
use crate::store::prelude::*;

/// The order of a list of episodes.
pub(super) const NEWEST: &str = "episode.newest";

/// What is read of one thing for many of another.
pub(super) type Of<T> = HashMap<Uuid, Vec<T>>;

impl OfCases for episode::Entity {
    const ID: episode::Column = episode::Column::Id;
    const CASE: episode::Column = episode::Column::CaseId;
    const AT: episode::Column = episode::Column::InfoReceivedAt;

    fn case_of(row: &episode::Model) -> Uuid {
        row.case_id
    }
}

/// The place of an episode in the list.
pub(super) fn place_of(row: &episode::Model) -> Cursor {
    Cursor::of_instant(NEWEST, row.info_received_at, row.id)
}

/// A page of a case's episodes, newest first.
pub(super) async fn page(
    viewer: &Viewer,
    case: Uuid,
    asked: Asked,
    after: Option<&Cursor>,
) -> Result<Page<episode::Model>, Refusal> {
    use episode::Column as C;
    let keyset = Keyset::new(NEWEST, C::InfoReceivedAt, C::Id, Order::Desc, asked)
        .after(after.map(Cursor::instant).transpose()?);
    viewer
        .select::<episode::Entity>()
        .filter(C::CaseId.eq(case))
        .page(&keyset)
        .await
}

/// Those of the episodes `ids` that are in reach.
pub(super) async fn by_ids(viewer: &Viewer, ids: &[Uuid]) -> Result<Vec<episode::Model>, Refusal> {
    viewer.select::<episode::Entity>().by_ids(ids).all().await
}

/// Those of the reports `ids` that are in reach.
pub(super) async fn reports_by_ids(
    viewer: &Viewer,
    ids: &[Uuid],
) -> Result<Vec<report::Model>, Refusal> {
    viewer.select::<report::Entity>().by_ids(ids).all().await
}

/// Those of the conversations `ids` that are in reach.
pub(super) async fn conversations_by_ids(
    viewer: &Viewer,
    ids: &[Uuid],
) -> Result<Vec<conversation::Model>, Refusal> {
    viewer
        .select::<conversation::Entity>()
        .by_ids(ids)
        .all()
        .await
}

/// The reports of `episodes`.
pub(super) async fn reports_of(
    viewer: &Viewer,
    episodes: &[Uuid],
) -> Result<Of<report::Model>, Refusal> {
    let rows = viewer
        .select::<report::Entity>()
        .filter(report::Column::EpisodeId.is_in(episodes.iter().copied()))
        .all()
        .await?;
    Ok(grouped(rows.into_iter().map(|row| (row.episode_id, row))))
}

/// The notices of `episodes`, in the order in which they were given.
pub(super) async fn notices_of(
    viewer: &Viewer,
    episodes: &[Uuid],
) -> Result<Of<notice::Model>, Refusal> {
    let rows = viewer
        .select::<notice::Entity>()
        .filter(notice::Column::EpisodeId.is_in(episodes.iter().copied()))
        .order(notice::Column::At, Order::Asc)
        .order(notice::Column::Id, Order::Asc)
        .all()
        .await?;
    let with = |row: notice::Model| row.episode_id.map(|episode| (episode, row));
    Ok(grouped(rows.into_iter().filter_map(with)))
}

/// The conversations of `episodes`, in the order in which they were offered.
pub(super) async fn conversations_of(
    viewer: &Viewer,
    episodes: &[Uuid],
) -> Result<Of<conversation::Model>, Refusal> {
    let rows = viewer
        .select::<conversation::Entity>()
        .filter(conversation::Column::EpisodeId.is_in(episodes.iter().copied()))
        .order(conversation::Column::OfferedAt, Order::Asc)
        .order(conversation::Column::Id, Order::Asc)
        .all()
        .await?;
    Ok(grouped(rows.into_iter().map(|row| (row.episode_id, row))))
}

/// The clocks of `episodes`, in the order in which they are due.
pub(super) async fn clocks_of(
    viewer: &Viewer,
    episodes: &[Uuid],
) -> Result<Of<clock::Model>, Refusal> {
    let rows = viewer
        .select::<clock::Entity>()
        .filter(clock::Column::EpisodeId.is_in(episodes.iter().copied()))
        .order(clock::Column::DueAt, Order::Asc)
        .order(clock::Column::Id, Order::Asc)
        .all()
        .await?;
    let with = |row: clock::Model| row.episode_id.map(|episode| (episode, row));
    Ok(grouped(rows.into_iter().filter_map(with)))
}

/// What is unknown of `reports`.
pub(super) async fn unknown_of(
    viewer: &Viewer,
    reports: &[Uuid],
) -> Result<Of<ReportItem>, Refusal> {
    let rows = viewer
        .select::<unknown::Entity>()
        .filter(unknown::Column::ReportId.is_in(reports.iter().copied()))
        .all()
        .await?;
    Ok(codes(rows.into_iter().map(|row| (row.report_id, row.item))))
}

/// What endangers, of `reports`.
pub(super) async fn endangerment_of(
    viewer: &Viewer,
    reports: &[Uuid],
) -> Result<Of<Endangerment>, Refusal> {
    let rows = viewer
        .select::<endangerment::Entity>()
        .filter(endangerment::Column::ReportId.is_in(reports.iter().copied()))
        .all()
        .await?;
    Ok(codes(
        rows.into_iter().map(|row| (row.report_id, row.factor)),
    ))
}

/// What led to leaving, of `conversations`.
pub(super) async fn factors_of(
    viewer: &Viewer,
    conversations: &[Uuid],
) -> Result<Of<LeavingFactor>, Refusal> {
    let rows = viewer
        .select::<factor::Entity>()
        .filter(factor::Column::ConversationId.is_in(conversations.iter().copied()))
        .all()
        .await?;
    let pairs = rows
        .into_iter()
        .map(|row| (row.conversation_id, row.factor));
    Ok(codes(pairs))
}

/// What was lived through, of `conversations`.
pub(super) async fn experiences_of(
    viewer: &Viewer,
    conversations: &[Uuid],
) -> Result<Of<AwayExperience>, Refusal> {
    let rows = viewer
        .select::<experience::Entity>()
        .filter(experience::Column::ConversationId.is_in(conversations.iter().copied()))
        .all()
        .await?;
    let pairs = rows
        .into_iter()
        .map(|row| (row.conversation_id, row.experience));
    Ok(codes(pairs))
}

fn grouped<T>(pairs: impl Iterator<Item = (Uuid, T)>) -> Of<T> {
    let mut of: Of<T> = HashMap::new();
    for (key, one) in pairs {
        of.entry(key).or_default().push(one);
    }
    of
}

/// Codes in the vocabulary's order, which no weight of theirs decides.
fn codes<T: Ord>(pairs: impl Iterator<Item = (Uuid, T)>) -> Of<T> {
    let mut of = grouped(pairs);
    for codes in of.values_mut() {
        codes.sort_unstable();
    }
    of
}
