//! Inputs of times away, as GraphQL has them, and what they become.

use async_graphql::{ID, InputObject};
use chrono::{DateTime, SubsecRound, Utc};

use crate::access::Viewer;
use crate::clocks::EvidenceInput;
use crate::clocks::model::{NoticeMethod, NotifiedParty};
use crate::episodes::close::EpisodeClose;
use crate::episodes::conversation::ConversationRecord;
use crate::episodes::follow_up::FollowUpRecord;
use crate::episodes::model::{
    AwayExperience, LeavingFactor, MissingType, RecoveryLocation, ReturnKind, ReturnScreening,
    Whereabouts, YouthAnswer,
};
use crate::episodes::notice::NoticeRecord;
use crate::episodes::open::EpisodeOpen;
use crate::episodes::recovery::RecoveryRecord;
use crate::episodes::whereabouts::WhereaboutsSet;
use crate::error::Refusal;
use crate::graphql::{Day, Kind, id};
use crate::input::{Check, STORY};

/// Characters of a place or an address.
pub(super) const PLACE: usize = 1_000;

/// Microseconds, as both databases keep them.
pub(super) fn kept(at: Option<DateTime<Utc>>) -> Option<DateTime<Utc>> {
    at.map(|at| at.trunc_subsecs(6))
}

/// Opens a time away.
#[derive(InputObject)]
pub struct EpisodeOpenInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The case.
    case: ID,
    /// Why they are missing, by the categories of the national center.
    #[graphql(name = "type")]
    missing_type: MissingType,
    /// `MISSING`, or `AWAY_KNOWN_LOCATION`, which starts no clock (rule 58).
    whereabouts: Whereabouts,
    /// When we heard of it, from when the clocks run; now, when absent.
    info_received_at: Option<DateTime<Utc>>,
    /// What is known, at most 20,000 characters.
    known: Option<String>,
    /// When they were last seen.
    last_seen_at: Option<DateTime<Utc>>,
    /// Where they were last seen, at most 1,000 characters.
    last_seen_place: Option<String>,
}

impl EpisodeOpenInput {
    pub(super) fn parse(self, viewer: &Viewer) -> Result<EpisodeOpen, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        let known = check.maybe("known", self.known, STORY);
        let last_seen_place = check.maybe("lastSeenPlace", self.last_seen_place, PLACE);
        check.done()?;
        Ok(EpisodeOpen {
            key,
            case: id::open(viewer.app(), Kind::Case, &self.case)?,
            missing_type: self.missing_type,
            whereabouts: self.whereabouts,
            info_received_at: kept(self.info_received_at),
            known,
            last_seen_at: kept(self.last_seen_at),
            last_seen_place,
        })
    }
}

/// Changes where somebody is who has not come back.
#[derive(InputObject)]
pub struct WhereaboutsSetInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The time away.
    id: ID,
    /// Its version that was read.
    expected_version: i32,
    /// Where they are.
    to: Whereabouts,
    /// When we heard of it; now, when absent.
    info_received_at: Option<DateTime<Utc>>,
}

impl WhereaboutsSetInput {
    pub(super) fn parse(self, viewer: &Viewer) -> Result<WhereaboutsSet, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        check.done()?;
        Ok(WhereaboutsSet {
            key,
            id: id::open(viewer.app(), Kind::Episode, &self.id)?,
            expected_version: self.expected_version,
            to: self.to,
            info_received_at: kept(self.info_received_at),
        })
    }
}

/// Records that somebody is back.
#[derive(InputObject)]
pub struct RecoveryRecordInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The time away.
    id: ID,
    /// Its version that was read.
    expected_version: i32,
    /// How they came back.
    how: ReturnKind,
    /// When; now, when absent.
    at: Option<DateTime<Utc>>,
    /// Where they were found.
    location: Option<RecoveryLocation>,
    /// What is known of it, at most 20,000 characters.
    note: Option<String>,
    /// Whether they were found in another state (rule 60).
    #[graphql(default)]
    interstate: bool,
}

impl RecoveryRecordInput {
    pub(super) fn parse(self, viewer: &Viewer) -> Result<RecoveryRecord, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        let note = check.maybe("note", self.note, STORY);
        check.done()?;
        Ok(RecoveryRecord {
            key,
            id: id::open(viewer.app(), Kind::Episode, &self.id)?,
            expected_version: self.expected_version,
            how: self.how,
            at: kept(self.at),
            location: self.location,
            note,
            interstate: self.interstate,
        })
    }
}

/// Records that somebody was told.
#[derive(InputObject)]
pub struct NoticeRecordInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The case.
    case: ID,
    /// In which time away; absent for what is of none.
    episode: Option<ID>,
    /// Who was told.
    party: NotifiedParty,
    /// How.
    method: NoticeMethod,
    #[graphql(flatten)]
    evidence: EvidenceInput,
    /// Whether they were asked not to reveal that the young person is in foster care; for the
    /// national center yes, when absent (rule 53).
    ask_not_to_reveal_care: Option<bool>,
}

impl NoticeRecordInput {
    pub(super) fn parse(self, viewer: &Viewer) -> Result<NoticeRecord, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        let evidence = self.evidence.parse(&mut check);
        let episode = self
            .episode
            .map(|episode| id::field(viewer.app(), "episode", Kind::Episode, &episode))
            .map(|opened| check.id(opened))
            .transpose()?;
        check.done()?;
        Ok(NoticeRecord {
            key,
            case: id::open(viewer.app(), Kind::Case, &self.case)?,
            episode,
            party: self.party,
            method: self.method,
            evidence,
            ask_not_to_reveal_care: self.ask_not_to_reveal_care,
        })
    }
}

/// Records a conversation that was offered on return. No answer is ever required.
#[derive(InputObject)]
pub struct ReturnConversationRecordInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The time away.
    episode: ID,
    /// When it was offered; now, when absent.
    offered_at: Option<DateTime<Utc>>,
    /// What became of the offer. To decline is a good answer.
    answer: YouthAnswer,
    /// What led to leaving.
    #[graphql(default)]
    factors: Vec<LeavingFactor>,
    /// When nothing was told of it: why.
    factors_answer: Option<YouthAnswer>,
    /// What was lived through while away.
    #[graphql(default)]
    experiences: Vec<AwayExperience>,
    /// When nothing was told of it: why.
    experiences_answer: Option<YouthAnswer>,
    /// The young person's own words, exactly, at most 20,000 characters.
    youth_words: Option<String>,
    /// What the worker adds, at most 20,000 characters.
    note: Option<String>,
    /// The day on which it is offered again; needed when something was declined (rule 55).
    re_offer_on: Option<Day>,
}

impl ReturnConversationRecordInput {
    pub(super) fn parse(self, viewer: &Viewer) -> Result<ConversationRecord, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        let youth_words = check.maybe("youthWords", self.youth_words, STORY);
        let note = check.maybe("note", self.note, STORY);
        check.done()?;
        Ok(ConversationRecord {
            key,
            episode: id::open(viewer.app(), Kind::Episode, &self.episode)?,
            offered_at: kept(self.offered_at),
            answer: self.answer,
            factors: self.factors.into_iter().collect(),
            factors_answer: self.factors_answer,
            experiences: self.experiences.into_iter().collect(),
            experiences_answer: self.experiences_answer,
            youth_words,
            note,
            re_offer_on: self.re_offer_on.map(|day| day.0),
        })
    }
}

/// Records what the team does on a return. What is absent is not known yet.
#[derive(InputObject)]
pub struct ReturnFollowUpRecordInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The time away.
    id: ID,
    /// Its version that was read.
    expected_version: i32,
    /// What became of screening; the tool's result stays with whoever used it.
    screening: Option<ReturnScreening>,
    /// Why not, or where the result is, at most 20,000 characters.
    screening_note: Option<String>,
    /// What the placement does about what led to leaving, at most 20,000 characters.
    placement_response: Option<String>,
}

impl ReturnFollowUpRecordInput {
    pub(super) fn parse(self, viewer: &Viewer) -> Result<FollowUpRecord, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        let screening_note = check.maybe("screeningNote", self.screening_note, STORY);
        let placement_response = check.maybe("placementResponse", self.placement_response, STORY);
        check.done()?;
        Ok(FollowUpRecord {
            key,
            id: id::open(viewer.app(), Kind::Episode, &self.id)?,
            expected_version: self.expected_version,
            screening: self.screening,
            screening_note,
            placement_response,
        })
    }
}

/// Closes a time away.
#[derive(InputObject)]
pub struct EpisodeCloseInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The time away.
    id: ID,
    /// Its version that was read.
    expected_version: i32,
}

impl EpisodeCloseInput {
    pub(super) fn parse(self, viewer: &Viewer) -> Result<EpisodeClose, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        check.done()?;
        Ok(EpisodeClose {
            key,
            id: id::open(viewer.app(), Kind::Episode, &self.id)?,
            expected_version: self.expected_version,
        })
    }
}
