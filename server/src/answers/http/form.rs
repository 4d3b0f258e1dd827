//! What a service sends with the page's form.

use axum::extract::Query;
use serde::Deserialize;

use crate::answers::live::Question;
use crate::answers::model::ServiceAnswer;
use crate::answers::take::Said;
use crate::directory::model::Capacity;
use crate::input::LINE;
use crate::referrals::model::{ReferralOutcome, ReferralReason};

/// The reasons of 12.9 that are a service's own to give.
pub(super) const REASONS: [ReferralReason; 9] = [
    ReferralReason::AtCapacity,
    ReferralReason::IneligibleAge,
    ReferralReason::IneligibleGender,
    ReferralReason::IneligibleArea,
    ReferralReason::IneligibleOther,
    ReferralReason::UnsafeMatch,
    ReferralReason::Funding,
    ReferralReason::ServiceClosed,
    ReferralReason::Other,
];

/// Whether there is room, as a service says it.
pub(super) const ROOM: [Capacity; 4] = [
    Capacity::HasCapacity,
    Capacity::Waitlist,
    Capacity::NoCapacity,
    Capacity::NeedsAssessment,
];

/// The form, as it came.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Sent {
    pub answer: String,
    pub reason: String,
    pub text: String,
    pub capacity: String,
    /// What the button of a door sends.
    pub open: String,
}

/// Fields that are wrong, by the names of the page's words for that.
pub(super) type Wrongs = Vec<&'static str>;

impl Sent {
    /// What is no form is an empty one, in which everything is missing.
    pub(super) fn parse(body: &[u8]) -> Self {
        let parsed = || {
            let uri = format!("/?{}", std::str::from_utf8(body).ok()?);
            let Query(sent) = Query::try_from_uri(&uri.parse().ok()?).ok()?;
            Some(sent)
        };
        parsed().unwrap_or_default()
    }

    /// What the service says to `question`.
    pub(super) fn said(&self, question: &Question) -> Result<Said, Wrongs> {
        let mut wrong = Wrongs::new();
        let text = self.text.trim();
        if text.chars().count() > LINE || text.chars().any(char::is_control) {
            wrong.push("text_long");
        }
        let mut said = Said {
            answer: ServiceAnswer::CallUs,
            reason: None,
            text: Some(text.to_owned()).filter(|text| !text.is_empty()),
            outcome: None,
            capacity: ROOM.into_iter().find(|room| room.code() == self.capacity),
        };
        match (question, self.answer.as_str()) {
            // It is opened, and answers nothing.
            (Question::Door(..), _) => wrong.push("answer"),
            (_, "call_us") => {}
            (Question::Place(_), "accepted") => said.answer = ServiceAnswer::Accepted,
            (Question::Place(_), "declined") => {
                said.answer = ServiceAnswer::Declined;
                said.reason = REASONS.into_iter().find(|one| one.code() == self.reason);
                // Rule 88: a code and words.
                if said.reason.is_none() {
                    wrong.push("reason");
                }
                if said.text.is_none() {
                    wrong.push("text");
                }
            }
            (Question::Outcome(_), code) => {
                said.answer = ServiceAnswer::Outcome;
                said.outcome = ReferralOutcome::parse(code);
                if said.outcome.is_none() {
                    wrong.push("answer");
                }
            }
            (Question::Room(_), code) => {
                said.answer = ServiceAnswer::Capacity;
                said.capacity = ROOM.into_iter().find(|room| room.code() == code);
                if said.capacity.is_none() {
                    wrong.push("answer");
                }
            }
            (Question::Place(_), _) => wrong.push("answer"),
        }
        if wrong.is_empty() {
            Ok(said)
        } else {
            Err(wrong)
        }
    }
}
