//! Which release covers that somebody is told about a young person at all (rule 73).

use std::sync::Arc;

use async_graphql::{Context, Result};
use futures::future::try_join_all;

use super::release::{Release, now};
use crate::cases::CaseRow;
use crate::disclosures::check::{Recipient, covers, nearest};
use crate::disclosures::model::DisclosureRefusal;
use crate::graphql::answer;
use crate::releases::ReleaseLoaders;

/// The release of `case` that covers `recipient` now, the one that holds longest; or what that
/// lacks which comes nearest. However many steps ask, the statements are the same.
pub(crate) async fn coverage(
    ctx: &Context<'_>,
    case: &Arc<CaseRow>,
    recipient: &Recipient,
) -> Result<std::result::Result<Release, DisclosureRefusal>> {
    let rows = ctx.data::<ReleaseLoaders>()?.of_case(case.case.id).await;
    let rows = answer(ctx, rows)?.into_iter();
    let releases: Vec<Release> = rows.map(|row| Release::of(row, case.clone())).collect();
    // All at once, so that what they ask for is asked together.
    let facts = try_join_all(releases.iter().map(|one| one.facts(ctx))).await?;
    let now = now(ctx)?;
    let (mut best, mut misses) = (None, Vec::new());
    for (release, (facts, around)) in releases.into_iter().zip(facts) {
        match covers(&facts, &around, recipient, now) {
            Ok(()) => {
                let until = facts.expires_at;
                if best.as_ref().is_none_or(|(known, _)| until > *known) {
                    best = Some((until, release));
                }
            }
            Err(miss) => misses.push(miss),
        }
    }
    Ok(match best {
        Some((_, release)) => Ok(release),
        None => Err(nearest(misses.into_iter())),
    })
}
