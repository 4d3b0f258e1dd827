//! Where a release stands, and what it asks for: from what the check knows of it.

use chrono::{DateTime, Duration, Utc};

use super::model::{ReleasePrompt, ReleaseStatus, SignerCapacity};
use crate::disclosures::check::{self, Around, Release};

/// So long before somebody comes of age, people talk about consent anew (rule 16).
pub(super) const BEFORE: Duration = Duration::days(30);

/// How a release that was withdrawn or runs until `expires_at` has ended; `None` before that.
pub(super) fn ended(
    withdrawn_at: Option<DateTime<Utc>>,
    expires_at: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Option<ReleaseStatus> {
    if withdrawn_at.is_some() {
        Some(ReleaseStatus::Withdrawn)
    } else {
        (now >= expires_at).then_some(ReleaseStatus::Expired)
    }
}

/// Where it stands at `now`.
pub(super) fn status(release: &Release, around: &Around, now: DateTime<Utc>) -> ReleaseStatus {
    if let Some(ended) = ended(release.withdrawn_at, release.expires_at, now) {
        ended
    } else if check::disqualified(release, around) {
        ReleaseStatus::SignerDisqualified
    } else if check::came_of_age(release, around, now) {
        ReleaseStatus::CameOfAge
    } else if !check::missing(release, around, now).is_empty() {
        ReleaseStatus::AwaitsSigners
    } else if now < release.starts_at {
        ReleaseStatus::NotYetEffective
    } else {
        ReleaseStatus::InForce
    }
}

/// What it asks for at `now`; nothing, once it has ended.
pub(super) fn prompts(
    release: &Release,
    around: &Around,
    now: DateTime<Utc>,
) -> Vec<ReleasePrompt> {
    if ended(release.withdrawn_at, release.expires_at, now).is_some() {
        return Vec::new();
    }
    let length = release.expires_at - release.starts_at;
    let others = release.policy.signers().iter().any(|one| !one.is_self());
    let soon = around
        .majority
        .is_some_and(|majority| now >= majority.earliest - BEFORE);
    // A guardian who has signed for one who is of age need not be asked again.
    let settled = release.policy.signers() == [SignerCapacity::CourtAppointedGuardian]
        && around.majority.is_some_and(|one| now >= one.earliest)
        && !check::came_of_age(release, around, now);
    let asked = [
        (
            ReleasePrompt::SignerMissing,
            !check::missing(release, around, now).is_empty(),
        ),
        (
            ReleasePrompt::ExpiresSoon,
            release.expires_at - now <= length / 4,
        ),
        (
            ReleasePrompt::SignerDisqualified,
            check::disqualified(release, around),
        ),
        (ReleasePrompt::ConsentAnew, others && soon && !settled),
    ];
    let asked = asked.into_iter().filter(|(_, asks)| *asks);
    asked.map(|(prompt, _)| prompt).collect()
}
