//! What a link asks, while it is good.

use aws_lc_rs::constant_time::verify_slices_are_equal;
use chrono::{DateTime, Utc};
use sea_orm::ConnectionTrait;
use uuid::Uuid;

use super::entity::{answer_link, capacity_enquiry};
use crate::error::Refusal;
use crate::referrals::entity::referral;
use crate::referrals::model::ReferralState;
use crate::store::prelude::*;

/// A link that can be used.
pub(super) struct Live {
    pub link: answer_link::Model,
    pub question: Question,
}

/// What it asks.
pub(super) enum Question {
    /// Whether there is a place.
    Place(referral::Model),
    /// What came of it.
    Outcome(referral::Model),
    /// Whether there would be room for such a need.
    Room(capacity_enquiry::Model),
    /// Nothing: it opens what was shared of the referral, if it still may be seen.
    Door(referral::Model, Uuid),
}

impl Question {
    /// What the service is told: a sign that says nothing (rule 91).
    pub(super) fn reference(&self) -> &str {
        match self {
            Self::Place(referral) | Self::Outcome(referral) | Self::Door(referral, _) => {
                &referral.reference
            }
            Self::Room(enquiry) => &enquiry.reference,
        }
    }

    /// What a link of this referral is about now, that asks or opens what was `shared`.
    fn of(referral: referral::Model, shared: Option<Uuid>) -> Option<Self> {
        if let Some(disclosure) = shared {
            let open = referral.state.may_share();
            return open.then_some(Self::Door(referral, disclosure));
        }
        match referral.state {
            ReferralState::Requested => Some(Self::Place(referral)),
            ReferralState::Accepted | ReferralState::InProgress | ReferralState::OnHold => {
                Some(Self::Outcome(referral))
            }
            ReferralState::Draft
            | ReferralState::Rejected
            | ReferralState::Cancelled
            | ReferralState::Failed
            | ReferralState::Completed
            | ReferralState::EnteredInError => None,
        }
    }
}

/// The link with this hash, if it is good at `now`. Whether there is none, or it was used, went
/// by or was taken back, is not told apart: each is one statement that finds no row.
pub(super) async fn live(
    connection: &impl ConnectionTrait,
    hash: &[u8; 32],
    now: DateTime<Utc>,
) -> Result<Option<Live>, Refusal> {
    use answer_link::Column as L;
    let good = Condition::all()
        .add(L::Hash.eq(hash.to_vec()))
        .add(L::AnsweredAt.is_null())
        .add(L::RevokedAt.is_null())
        .add(L::ExpiresAt.gt(now));
    let found = answer_link::Entity::find()
        .filter(good)
        .one(connection)
        .await?;
    // The index has compared already; that took no longer for a part of it than for none.
    let Some(link) = found.filter(|link| verify_slices_are_equal(&link.hash, hash).is_ok()) else {
        return Ok(None);
    };
    let question = match (link.referral_id, link.enquiry_id) {
        (Some(id), _) => referral::Entity::find_by_id(id)
            .one(connection)
            .await?
            .and_then(|referral| Question::of(referral, link.disclosure_id)),
        (None, Some(id)) => capacity_enquiry::Entity::find_by_id(id)
            .one(connection)
            .await?
            .map(Question::Room),
        (None, None) => None,
    };
    Ok(question.map(|question| Live { link, question }))
}
