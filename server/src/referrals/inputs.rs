//! Inputs of referrals, as GraphQL has them, and what they become.

use async_graphql::{ID, InputObject};
use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::hand_off::HandOff;
use super::make::ReferralMake;
use super::model::{
    Helpful, IntroductionPreference, ReferralOutcome, ReferralReason, ReferralState,
};
use super::moved::ReferralMove;
use super::read::ReferralFilter;
use super::share::ReferralShare;
use crate::access::Viewer;
use crate::answers::MOST_ASKED;
use crate::cases::CaseView;
use crate::directory::need::NeedProfileInput;
use crate::disclosures::ReferralShareContent;
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

/// Puts a need to one service or several. A neutral reference, the need in vocabulary and "please
/// call us" leave by it, and nothing of anybody: who it is about is shared by `referralShare`,
/// after the service has accepted (rule 87).
#[derive(InputObject)]
pub struct ReferralMakeInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The case.
    case: ID,
    /// The service.
    service: ID,
    /// More services to which the same is put at once, at most 19, each by a referral of its own.
    #[graphql(default)]
    also_to: Vec<ID>,
    /// What is needed, in vocabulary: the services are told this.
    profile: Option<NeedProfileInput>,
    /// What is needed, at most 20,000 characters. It stays with the case.
    need: String,
    /// The step of the case's plan that it is for.
    step: Option<ID>,
    /// Whether it is sent at once, or kept as a draft.
    send: bool,
    /// Nothing is shared before a service has accepted: what is sent here is refused.
    #[graphql(deprecation = "Share with `referralShare`, after the service has accepted.")]
    share: Option<ReferralShareContent>,
}

impl ReferralMakeInput {
    pub(super) fn parse(self, viewer: &Viewer) -> Result<ReferralMake, Refusal> {
        let (mut check, app) = (Check::default(), viewer.app());
        let key = check.key(&self.client_mutation_key);
        let services = self.services(viewer, &mut check)?;
        let step = self
            .step
            .map(|step| check.id(id::field(app, "step", Kind::Step, &step)))
            .transpose()?;
        let need = check.text("need", self.need, STORY);
        if self.share.is_some() {
            let message = "Who it is about is shared after the service has accepted.";
            check.wrong("share", FieldCode::NotAllowedHere, message);
        }
        let profile = self.profile.map(|need| need.parse(&mut check, "profile"));
        check.done()?;
        Ok(ReferralMake {
            key,
            case: id::open(app, Kind::Case, &self.case)?,
            services,
            profile,
            need,
            step,
            send: self.send,
        })
    }

    /// The services, each once, the first first.
    fn services(&self, viewer: &Viewer, check: &mut Check) -> Result<Vec<Uuid>, Refusal> {
        let app = viewer.app();
        let first = check.id(id::field(app, "service", Kind::Service, &self.service))?;
        let mut services = vec![first];
        if self.also_to.len() >= MOST_ASKED {
            let message = "Ask at most 20 services at once.";
            check.wrong("alsoTo", FieldCode::TooLong, message);
        }
        for (at, one) in self.also_to.iter().enumerate().take(MOST_ASKED) {
            let path = format!("alsoTo.{at}");
            let one = check.id(id::field(app, &path, Kind::Service, one))?;
            if services.contains(&one) {
                check.wrong(&path, FieldCode::NotAllowedHere, "Name each service once.");
            }
            services.push(one);
        }
        Ok(services)
    }
}

/// Shares with the service that accepted a referral who it is about, exactly as it was shown
/// before by `disclosurePreview`, for its service and the purpose `REFERRAL` (rules 12, 28, 87).
#[derive(InputObject)]
pub struct ReferralShareInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The referral; its service has accepted it.
    id: ID,
    /// The referral's version that was read.
    expected_version: i32,
    #[graphql(flatten)]
    content: ReferralShareContent,
}

impl ReferralShareInput {
    pub(super) fn parse(self, viewer: &Viewer) -> Result<ReferralShare, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        let content = self.content.parse(viewer, &mut check)?;
        check.done()?;
        Ok(ReferralShare {
            key,
            id: id::open(viewer.app(), Kind::Referral, &self.id)?,
            expected_version: self.expected_version,
            content,
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
