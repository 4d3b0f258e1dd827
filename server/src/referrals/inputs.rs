//! Inputs of referrals, as GraphQL has them, and what they become.

use async_graphql::{ID, InputObject};
use chrono::{DateTime, Utc};

use super::hand_off::HandOff;
use super::make::ReferralMake;
use super::model::{
    Helpful, IntroductionPreference, ReferralOutcome, ReferralReason, ReferralState,
};
use super::moved::ReferralMove;
use super::read::ReferralFilter;
use crate::access::Viewer;
use crate::cases::CaseView;
use crate::disclosures::ReferralShareInput;
use crate::error::{FieldCode, Refusal};
use crate::graphql::{Kind, id};
use crate::input::{Check, LINE, STORY};

/// Which referrals. All fields narrow.
#[derive(InputObject, Default)]
#[graphql(name = "ReferralFilter")]
pub struct ReferralFilterInput {
    /// Of whose open cases: one's own, or those of one's teams.
    view: Option<CaseView>,
    /// In any of these states.
    states: Option<Vec<ReferralState>>,
    /// Those whose service has not answered, the longest wait first.
    waiting: Option<bool>,
}

impl From<ReferralFilterInput> for ReferralFilter {
    fn from(input: ReferralFilterInput) -> Self {
        Self {
            view: input.view,
            states: input.states.unwrap_or_default(),
            waiting: input.waiting.unwrap_or(false),
        }
    }
}

/// Puts a need to a service. Only a neutral reference and "please call us" leave by it, unless
/// something is shared with it by consent.
#[derive(InputObject)]
pub struct ReferralMakeInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The case.
    case: ID,
    /// The service.
    service: ID,
    /// What is needed, at most 20,000 characters. It stays with the case.
    need: String,
    /// The step of the case's plan that it is for.
    step: Option<ID>,
    /// Whether it is sent at once, or kept as a draft.
    send: bool,
    /// What of the young person goes with it, if a release covers that (rule 87); only when
    /// it is sent at once.
    share: Option<ReferralShareInput>,
}

impl ReferralMakeInput {
    pub(super) fn parse(self, viewer: &Viewer) -> Result<ReferralMake, Refusal> {
        let (mut check, app) = (Check::default(), viewer.app());
        let key = check.key(&self.client_mutation_key);
        let service = check.id(id::field(app, "service", Kind::Service, &self.service))?;
        let step = self
            .step
            .map(|step| check.id(id::field(app, "step", Kind::Step, &step)))
            .transpose()?;
        let need = check.text("need", self.need, STORY);
        if self.share.is_some() && !self.send {
            let message = "What is shared goes with it when it is sent.";
            check.wrong("share", FieldCode::NotAllowedHere, message);
        }
        let (with, to) = (self.case.clone(), self.service);
        let share = self
            .share
            .map(|share| share.parse(viewer, &mut check, with, to))
            .transpose()?;
        check.done()?;
        Ok(ReferralMake {
            key,
            case: id::open(app, Kind::Case, &self.case)?,
            service,
            need,
            step,
            send: self.send,
            share,
        })
    }
}

/// Moves a referral to another state.
#[derive(InputObject)]
pub struct ReferralMoveInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The referral.
    id: ID,
    /// The referral's version that was read.
    expected_version: i32,
    /// The state it goes to.
    to: ReferralState,
    /// Why, as a code; needed for `REJECTED`, `CANCELLED`, `ON_HOLD` and `FAILED`.
    reason: Option<ReferralReason>,
    /// Why, in words, at most 20,000 characters; needed with the reason.
    text: Option<String>,
    /// What came of it; needed for `COMPLETED`, and only there.
    outcome: Option<ReferralOutcome>,
    /// Whether the young person found it helpful; only for `COMPLETED`.
    helpful: Option<Helpful>,
}

impl ReferralMoveInput {
    pub(super) fn parse(self, viewer: &Viewer) -> Result<ReferralMove, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        let text = check.maybe("text", self.text, STORY);
        check.done()?;
        Ok(ReferralMove {
            key,
            id: id::open(viewer.app(), Kind::Referral, &self.id)?,
            expected_version: self.expected_version,
            to: self.to,
            reason: self.reason,
            text,
            outcome: self.outcome,
            helpful: self.helpful,
        })
    }
}

/// That the young person was introduced to the service (rule 92). Nothing of them is told
/// there without a release that covers it.
#[derive(InputObject)]
pub struct ReferralHandOffInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The referral; it has been sent.
    referral: ID,
    /// When they spoke; now when absent.
    called_at: Option<DateTime<Utc>>,
    /// Who of us called; oneself when absent.
    called_by: Option<ID>,
    /// With whom at the service, by name and what they do there; at most 200 characters.
    spoke_with: String,
    /// Whether the young person was there, or on the call.
    youth_present: bool,
    /// How they wanted to meet the service.
    youth_preference: IntroductionPreference,
    /// What they said to it, exactly, at most 20,000 characters (rule 10).
    youth_words: Option<String>,
}

impl ReferralHandOffInput {
    pub(super) fn parse(self, viewer: &Viewer) -> Result<HandOff, Refusal> {
        let (mut check, app) = (Check::default(), viewer.app());
        let key = check.key(&self.client_mutation_key);
        let called_by = self
            .called_by
            .map(|user| check.id(id::field(app, "calledBy", Kind::User, &user)))
            .transpose()?;
        let spoke_with = check.text("spokeWith", self.spoke_with, LINE);
        let youth_words = check.maybe("youthWords", self.youth_words, STORY);
        check.done()?;
        Ok(HandOff {
            key,
            referral: id::open(app, Kind::Referral, &self.referral)?,
            called_at: self.called_at,
            called_by,
            spoke_with,
            youth_present: self.youth_present,
            youth_preference: self.youth_preference,
            youth_words,
        })
    }
}
