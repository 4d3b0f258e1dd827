//! Inputs of releases, as GraphQL has them, and what they become.

use async_graphql::{ID, InputObject, MaybeUndefined};
use chrono::{DateTime, SubsecRound, Utc};

use crate::access::Viewer;
use crate::error::Refusal;
use crate::graphql::{Kind, id};
use crate::input::{Check, LINE, STORY};
use crate::releases::draft::ReleaseDraft;
use crate::releases::model::{
    DisclosureMethod, DisclosurePurpose, InformationCategory, SignerCapacity, SignerPolicy,
    WithdrawalHow,
};
use crate::releases::sign::ReleaseSign;
use crate::releases::withdraw::ReleaseWithdraw;

/// Drafts a release (rules 12 to 20, 24).
#[derive(InputObject)]
pub struct ReleaseDraftInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The case.
    case: ID,
    /// The young person of the case.
    person: ID,
    /// The one recipient: a service of the directory, for whose organisation it is.
    recipient: ID,
    /// What may be shared, at least one.
    categories: Vec<InformationCategory>,
    /// What for.
    purpose: DisclosurePurpose,
    /// What for, in words, at most 200 characters; needed with `OTHER_SPECIFIED`.
    purpose_words: Option<String>,
    /// How it may be shared, at least one.
    methods: Vec<DisclosureMethod>,
    /// From when on; from now, when absent.
    starts_at: Option<DateTime<Utc>>,
    /// Until when: 30 days when absent, 90 without a reason, 365 never exceeded.
    expires_at: MaybeUndefined<DateTime<Utc>>,
    /// A supervisor's reason for more than 90 days, at most 20,000 characters.
    longer_reason: Option<String>,
    /// How it was explained, at most 20,000 characters.
    explained_how: String,
    /// In which language, at most 200 characters.
    explained_language: String,
    /// The colleague on the case who explained it; oneself, when absent.
    explained_by: Option<ID>,
    /// That it was explained what can come of it. Needed.
    #[graphql(default)]
    consequences_explained: bool,
    /// That it was said that no service depends on it. Needed.
    #[graphql(default)]
    services_do_not_depend: bool,
    /// That it was explained that whoever receives it may not pass it on. Needed with
    /// `SUBSTANCE_USE_PART2`.
    #[graphql(default)]
    redisclosure_notice: bool,
    /// Who has to sign.
    signer_policy: SignerPolicy,
    /// Why the law lets the young person sign alone, at most 20,000 characters; needed with
    /// `MINOR_ALONE`.
    signer_basis: Option<String>,
}

impl ReleaseDraftInput {
    pub(super) fn parse(self, viewer: &Viewer) -> Result<ReleaseDraft, Refusal> {
        let (mut check, app) = (Check::default(), viewer.app());
        let key = check.key(&self.client_mutation_key);
        let person = check.id(id::field(app, "person", Kind::CasePerson, &self.person))?;
        let recipient = check.id(id::field(app, "recipient", Kind::Service, &self.recipient))?;
        let explained_by = self
            .explained_by
            .map(|user| check.id(id::field(app, "explainedBy", Kind::User, &user)))
            .transpose()?;
        let purpose_words = check.maybe("purposeWords", self.purpose_words, LINE);
        let longer_reason = check.maybe("longerReason", self.longer_reason, STORY);
        let explained_how = check.text("explainedHow", self.explained_how, STORY);
        let explained_language = check.text("explainedLanguage", self.explained_language, LINE);
        let signer_basis = check.maybe("signerBasis", self.signer_basis, STORY);
        check.done()?;
        Ok(ReleaseDraft {
            key,
            case: id::open(app, Kind::Case, &self.case)?,
            person,
            recipient,
            categories: self.categories.into_iter().collect(),
            purpose: self.purpose,
            purpose_words,
            methods: self.methods.into_iter().collect(),
            starts_at: self.starts_at.map(micros),
            endless: self.expires_at.is_null(),
            expires_at: self.expires_at.take().map(micros),
            longer_reason,
            explained_how,
            explained_language,
            explained_by,
            consequences_explained: self.consequences_explained,
            services_do_not_depend: self.services_do_not_depend,
            redisclosure_notice: self.redisclosure_notice,
            signer_policy: self.signer_policy,
            signer_basis,
        })
    }
}

/// An instant as the database keeps it.
fn micros(at: DateTime<Utc>) -> DateTime<Utc> {
    at.trunc_subsecs(6)
}

/// Puts a name under a release.
#[derive(InputObject)]
pub struct ReleaseSignInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The release.
    id: ID,
    /// Who signs: somebody on the case.
    signer: ID,
    /// In whose capacity.
    capacity: SignerCapacity,
    /// By which order or on whose behalf, at most 20,000 characters; needed of a
    /// court-appointed guardian and of an agency.
    basis: Option<String>,
    /// When; now, when absent.
    signed_at: Option<DateTime<Utc>>,
    /// Who saw it, at most 200 characters.
    witness: String,
}

impl ReleaseSignInput {
    pub(super) fn parse(self, viewer: &Viewer) -> Result<ReleaseSign, Refusal> {
        let (mut check, app) = (Check::default(), viewer.app());
        let key = check.key(&self.client_mutation_key);
        let signer = check.id(id::field(app, "signer", Kind::CasePerson, &self.signer))?;
        let basis = check.maybe("basis", self.basis, STORY);
        let witness = check.text("witness", self.witness, LINE);
        check.done()?;
        Ok(ReleaseSign {
            key,
            id: id::open(app, Kind::Release, &self.id)?,
            signer,
            capacity: self.capacity,
            basis,
            signed_at: self.signed_at.map(micros),
            witness,
        })
    }
}

/// Withdraws a release.
#[derive(InputObject)]
pub struct ReleaseWithdrawInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The release.
    id: ID,
    /// How it was said; both are good.
    how: WithdrawalHow,
    /// What was said and by whom, at most 20,000 characters.
    words: Option<String>,
}

impl ReleaseWithdrawInput {
    pub(super) fn parse(self, viewer: &Viewer) -> Result<ReleaseWithdraw, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        let words = check.maybe("words", self.words, STORY);
        check.done()?;
        Ok(ReleaseWithdraw {
            key,
            id: id::open(viewer.app(), Kind::Release, &self.id)?,
            how: self.how,
            words,
        })
    }
}
