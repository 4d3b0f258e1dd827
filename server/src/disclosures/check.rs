//! The one check (rules 12 to 16, 19, 22 to 25). Pure: what is known goes in, and either what
//! permits the disclosure comes out, or exactly one code.
//!
//! **Which code is told.** By consent, each release of the person is held against what is
//! asked, in the order of [`CONSENT_ORDER`], until something does not fit. One release must
//! fit in all: nothing is put together out of two. If none does, the code is that of the
//! release that came furthest, so that people hear of the nearest miss; if the person has no
//! release, it is `no_release`. Without consent, the order is [`COMPELLED_ORDER`].
//!
//! That data was hashed, encrypted or given another name is not asked for here: it is shared
//! like any other (rule 25). Nor is who sits in the same meeting or house (rule 21).

use std::collections::BTreeSet;

use chrono::{DateTime, SubsecRound, Utc};
use uuid::Uuid;

use super::model::{DisclosureRefusal, ReportKind};
use crate::releases::model::{
    DisclosureMethod, DisclosurePurpose, InformationCategory, SignerCapacity, SignerPolicy,
};

/// In which order a release is held against what is asked.
pub const CONSENT_ORDER: [DisclosureRefusal; 11] = [
    DisclosureRefusal::NoRelease,
    DisclosureRefusal::RecipientMismatch,
    DisclosureRefusal::PurposeMismatch,
    DisclosureRefusal::CategoryNotCovered,
    DisclosureRefusal::MethodNotAllowed,
    DisclosureRefusal::Withdrawn,
    DisclosureRefusal::NotYetEffective,
    DisclosureRefusal::Expired,
    DisclosureRefusal::SignerMissing,
    DisclosureRefusal::SignerDisqualified,
    DisclosureRefusal::NoticeMissing,
];

/// In which order a disclosure without consent is looked at.
pub const COMPELLED_ORDER: [DisclosureRefusal; 3] = [
    DisclosureRefusal::BasisIncomplete,
    DisclosureRefusal::CategoryNotCovered,
    DisclosureRefusal::NoticeMissing,
];

/// Who receives: an entry of the directory, and the organisation that it is of. Both are
/// compared exactly; a parent, a sibling or a successor is somebody else (rule 12).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recipient {
    /// The entry.
    pub entry: Uuid,
    /// The organisation's name.
    pub organization: String,
}

/// What for. What is not on the list is the same purpose where the same is said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Purpose {
    /// The code.
    pub code: DisclosurePurpose,
    /// In words, of `other_specified`.
    pub words: Option<String>,
}

/// A name under a release.
#[derive(Clone, Debug)]
pub struct Signature {
    /// Whose.
    pub signer: Uuid,
    /// In whose capacity.
    pub capacity: SignerCapacity,
    /// Whether it says on what it rests.
    pub basis: bool,
    /// When.
    pub at: DateTime<Utc>,
}

/// What a release permits.
#[derive(Clone, Debug)]
pub struct Release {
    /// Which.
    pub id: Uuid,
    /// About whom.
    pub person: Uuid,
    /// To whom.
    pub recipient: Recipient,
    /// Of what.
    pub categories: BTreeSet<InformationCategory>,
    /// What for.
    pub purpose: Purpose,
    /// How.
    pub methods: BTreeSet<DisclosureMethod>,
    /// From this instant on.
    pub starts_at: DateTime<Utc>,
    /// Before this one.
    pub expires_at: DateTime<Utc>,
    /// Since when not any more.
    pub withdrawn_at: Option<DateTime<Utc>>,
    /// Who has to sign.
    pub policy: SignerPolicy,
    /// Whether it says why the young person may sign alone.
    pub policy_basis: bool,
    /// Whether the notice that nothing is to be passed on was explained (rule 24).
    pub notice: bool,
    /// Who has signed.
    pub signatures: Vec<Signature>,
}

/// When somebody comes of age, as precisely as their birth date is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Majority {
    /// From here on they may be of age: nobody else's name counts (rule 16).
    pub earliest: DateTime<Utc>,
    /// From here on they are: their own does.
    pub latest: DateTime<Utc>,
}

/// What is known of the person and those around them.
#[derive(Clone, Debug, Default)]
pub struct Around {
    /// `None` when the birth date is not known: nobody is of age then.
    pub majority: Option<Majority>,
    /// Who may not sign (rule 15).
    pub disqualified: BTreeSet<Uuid>,
}

/// What has to be there without consent (rule 22).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Compelled {
    /// A reference to the document.
    pub document: bool,
    /// That the person was told, or that it was tried, or why it was unsafe.
    pub told_person: bool,
    /// What was done to keep them safe.
    pub safety_steps: bool,
    /// Somebody who answers for it.
    pub approver: bool,
}

/// On what it rests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// A release.
    Consent,
    /// A report that a statute demands.
    MandatedReport(ReportKind, Compelled),
    /// A court's paper.
    CourtOrder {
        /// What has to be there.
        compelled: Compelled,
        /// Whether it is a subpoena, which is no order of a court.
        subpoena: bool,
        /// Whether counsel has approved.
        counsel: bool,
    },
    /// Figures about nobody. Nothing about a person goes out on it.
    AggregateNonIdentifying,
}

/// What is asked for.
#[derive(Clone, Debug)]
pub struct Asked {
    /// About whom.
    pub person: Uuid,
    /// To whom.
    pub recipient: Recipient,
    /// Of what.
    pub categories: BTreeSet<InformationCategory>,
    /// What for.
    pub purpose: Purpose,
    /// How.
    pub method: DisclosureMethod,
    /// When.
    pub at: DateTime<Utc>,
    /// Whether the notice and the copy of the release go with it (rule 24).
    pub notice: bool,
    /// Of what something is said in words.
    pub words: BTreeSet<InformationCategory>,
    /// On what it rests.
    pub basis: Basis,
}

/// What permits it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pass {
    /// This release.
    Release(Uuid),
    /// A statute or a court.
    Compelled,
}

/// Whether what is asked for may be shared.
///
/// # Errors
/// The one code of why not.
pub fn check(
    releases: &[Release],
    around: &Around,
    asked: &Asked,
) -> Result<Pass, DisclosureRefusal> {
    let (compelled, listed) = match asked.basis {
        Basis::Consent => return by_consent(releases, around, asked),
        Basis::AggregateNonIdentifying => return Err(DisclosureRefusal::BasisIncomplete),
        Basis::MandatedReport(kind, compelled) => (compelled, Some(kind)),
        Basis::CourtOrder {
            compelled,
            subpoena,
            counsel,
        } => {
            if subpoena && !counsel {
                return Err(DisclosureRefusal::BasisIncomplete);
            }
            (compelled, None)
        }
    };
    if !(compelled.document && compelled.safety_steps && compelled.approver) {
        return Err(DisclosureRefusal::BasisIncomplete);
    }
    let may = |category: &InformationCategory| {
        *category != InformationCategory::SubstanceUsePart2
            && listed.is_none_or(|kind| kind.categories().contains(category))
    };
    // Rule 23: a report takes words where they belong into it, and nowhere else.
    let said =
        |category: &InformationCategory| listed.is_none_or(|kind| kind.words().contains(category));
    if !(asked.categories.iter().all(may) && asked.words.iter().all(said)) {
        return Err(DisclosureRefusal::CategoryNotCovered);
    }
    if !compelled.told_person {
        return Err(DisclosureRefusal::NoticeMissing);
    }
    Ok(Pass::Compelled)
}

fn by_consent(
    releases: &[Release],
    around: &Around,
    asked: &Asked,
) -> Result<Pass, DisclosureRefusal> {
    let mut nearest = DisclosureRefusal::NoRelease;
    let mut passing: Option<&Release> = None;
    for release in releases.iter().filter(|one| one.person == asked.person) {
        match fits(release, around, asked) {
            Ok(()) => {
                let later = |one: &Release| (one.expires_at, one.id);
                if passing.is_none_or(|one| later(release) > later(one)) {
                    passing = Some(release);
                }
            }
            Err(miss) if place(miss) > place(nearest) => nearest = miss,
            Err(_) => {}
        }
    }
    passing.map_or(Err(nearest), |one| Ok(Pass::Release(one.id)))
}

fn place(miss: DisclosureRefusal) -> Option<usize> {
    CONSENT_ORDER.iter().position(|one| *one == miss)
}

fn fits(release: &Release, around: &Around, asked: &Asked) -> Result<(), DisclosureRefusal> {
    let part2 = InformationCategory::SubstanceUsePart2;
    let noticed = !asked.categories.contains(&part2) || (release.notice && asked.notice);
    for (holds, otherwise) in [
        (
            release.recipient == asked.recipient,
            DisclosureRefusal::RecipientMismatch,
        ),
        (
            release.purpose == asked.purpose,
            DisclosureRefusal::PurposeMismatch,
        ),
        (
            asked.categories.is_subset(&release.categories),
            DisclosureRefusal::CategoryNotCovered,
        ),
        (
            release.methods.contains(&asked.method),
            DisclosureRefusal::MethodNotAllowed,
        ),
    ] {
        if !holds {
            return Err(otherwise);
        }
    }
    standing(release, around, asked.at)?;
    if noticed {
        Ok(())
    } else {
        Err(DisclosureRefusal::NoticeMissing)
    }
}

/// Whether a release is in force at an instant, whatever it permits.
///
/// # Errors
/// The first of what is not as it has to be, in the order of [`CONSENT_ORDER`].
pub fn standing(
    release: &Release,
    around: &Around,
    at: DateTime<Utc>,
) -> Result<(), DisclosureRefusal> {
    // In the same second, too (rule 19).
    if release
        .withdrawn_at
        .is_some_and(|withdrawn| at >= withdrawn.trunc_subsecs(0))
    {
        return Err(DisclosureRefusal::Withdrawn);
    }
    if at < release.starts_at {
        return Err(DisclosureRefusal::NotYetEffective);
    }
    if at >= release.expires_at {
        return Err(DisclosureRefusal::Expired);
    }
    if !missing(release, around, at).is_empty() || came_of_age(release, around, at) {
        return Err(DisclosureRefusal::SignerMissing);
    }
    if disqualified(release, around) {
        return Err(DisclosureRefusal::SignerDisqualified);
    }
    Ok(())
}

/// Whether by a release this recipient may be told anything at all at an instant: for what is
/// planned, of which it is not said yet what will be told (rule 73).
///
/// # Errors
/// The first of what does not fit, in the order of [`CONSENT_ORDER`].
pub fn covers(
    release: &Release,
    around: &Around,
    recipient: &Recipient,
    at: DateTime<Utc>,
) -> Result<(), DisclosureRefusal> {
    if release.recipient != *recipient {
        return Err(DisclosureRefusal::RecipientMismatch);
    }
    standing(release, around, at)
}

/// Of what each release lacks, what the one lacks that came furthest; `no_release` of none.
pub fn nearest(misses: impl Iterator<Item = DisclosureRefusal>) -> DisclosureRefusal {
    misses.fold(DisclosureRefusal::NoRelease, |nearest, miss| {
        if place(miss) > place(nearest) {
            miss
        } else {
            nearest
        }
    })
}

/// Whether somebody signed who may not (rule 15).
pub fn disqualified(release: &Release, around: &Around) -> bool {
    let mut signatures = release.signatures.iter();
    signatures.any(|one| around.disqualified.contains(&one.signer))
}

/// The capacities in which nobody has signed yet who could.
pub fn missing(release: &Release, around: &Around, at: DateTime<Utc>) -> Vec<SignerCapacity> {
    let signed = |capacity: &SignerCapacity| {
        release.signatures.iter().any(|signature| {
            signature.capacity == *capacity
                && signature.at <= at
                && counts(release, around, signature)
        })
    };
    let needed = release.policy.signers().iter().copied();
    needed.filter(|capacity| !signed(capacity)).collect()
}

fn counts(release: &Release, around: &Around, signature: &Signature) -> bool {
    let capacity = signature.capacity;
    if capacity.is_self() != (signature.signer == release.person)
        || (capacity.needs_basis() && !signature.basis)
    {
        return false;
    }
    match capacity {
        SignerCapacity::Minor => release.policy != SignerPolicy::MinorAlone || release.policy_basis,
        // Who is of age, and was when they signed.
        SignerCapacity::Adult => around
            .majority
            .is_some_and(|majority| signature.at >= majority.latest),
        SignerCapacity::ParentGuardian
        | SignerCapacity::CourtAppointedGuardian
        | SignerCapacity::CustodialAgency => true,
    }
}

/// Whether somebody signed for a child who is none any more (rule 16). A guardian whom a
/// court appointed may sign for an adult, and does so anew.
pub fn came_of_age(release: &Release, around: &Around, at: DateTime<Utc>) -> bool {
    let Some(majority) = around.majority.filter(|one| at >= one.earliest) else {
        return false;
    };
    release
        .policy
        .signers()
        .iter()
        .any(|capacity| match capacity {
            SignerCapacity::ParentGuardian | SignerCapacity::CustodialAgency => true,
            SignerCapacity::CourtAppointedGuardian => !release.signatures.iter().any(|signature| {
                signature.capacity == *capacity
                    && (majority.earliest..=at).contains(&signature.at)
                    && counts(release, around, signature)
            }),
            SignerCapacity::Minor | SignerCapacity::Adult => false,
        })
}
