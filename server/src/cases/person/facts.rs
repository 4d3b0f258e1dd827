//! What is known of a person: as it was given, as it stands, and the one put over the other.

use chrono::NaiveDate;

use crate::cases::model::{BirthPrecision, PersonRole};
use crate::error::{FieldCode, FieldConflict};
use crate::input::Check;

/// What is known of a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::cases) struct PersonFacts {
    pub role: PersonRole,
    pub name: String,
    pub relation: Option<String>,
    pub legal_name: Option<String>,
    pub birth_date: Option<String>,
    pub birth_precision: Option<BirthPrecision>,
    pub phone: Option<String>,
    pub address: Option<String>,
    pub pronouns: Option<String>,
    pub tribe: Option<String>,
    pub languages: Vec<String>,
    pub safe_to_contact: bool,
    pub no_contact: bool,
    pub no_contact_reason: Option<String>,
    pub alleged_offender: bool,
    pub disqualified_signer: bool,
}

/// What was sent of a person. What is masked, and what came later to the form, stays as it is
/// when it is absent.
#[derive(Clone, Debug)]
pub(in crate::cases) struct GivenFacts {
    pub role: PersonRole,
    pub name: String,
    pub relation: Option<String>,
    pub legal_name: Option<String>,
    pub birth_date: Option<String>,
    pub birth_precision: Option<BirthPrecision>,
    pub phone: Option<String>,
    pub address: Option<String>,
    pub pronouns: Option<String>,
    /// Blank takes it away.
    pub tribe: Option<String>,
    /// The one language of those who know of one only.
    pub language: Option<String>,
    pub languages: Option<Vec<String>>,
    pub safe_to_contact: bool,
    pub no_contact: Option<bool>,
    pub no_contact_reason: Option<String>,
    pub alleged_offender: Option<bool>,
    pub disqualified_signer: Option<bool>,
}

impl GivenFacts {
    /// What is known when this is put over what was: nothing, of somebody new.
    pub fn over(self, was: Option<&PersonFacts>) -> PersonFacts {
        let was_flag = |flag: fn(&PersonFacts) -> bool| was.is_some_and(flag);
        let kept = |given: Option<String>, of: fn(&PersonFacts) -> &Option<String>| {
            given.or_else(|| was.and_then(|was| of(was).clone()))
        };
        let spoken: &[String] = was.map(|was| was.languages.as_slice()).unwrap_or_default();
        let languages = match (self.languages, self.language) {
            (Some(languages), _) => languages,
            (None, one) if spoken.first() == one.as_ref() => spoken.to_vec(),
            (None, one) => one.into_iter().collect(),
        };
        let no_contact = self
            .no_contact
            .unwrap_or_else(|| was_flag(|was| was.no_contact));
        let alleged = self.role == PersonRole::AllegedOffender
            || self
                .alleged_offender
                .unwrap_or_else(|| was_flag(|was| was.alleged_offender));
        PersonFacts {
            role: self.role,
            name: self.name,
            relation: self.relation,
            legal_name: kept(self.legal_name, |was| &was.legal_name),
            // A new date comes with its own precision, or with none.
            birth_precision: match (&self.birth_date, self.birth_precision) {
                (_, Some(precision)) => Some(precision),
                (Some(_), None) => None,
                (None, None) => was.and_then(|was| was.birth_precision),
            },
            birth_date: kept(self.birth_date, |was| &was.birth_date),
            phone: kept(self.phone, |was| &was.phone),
            address: kept(self.address, |was| &was.address),
            pronouns: self.pronouns,
            tribe: kept(self.tribe, |was| &was.tribe).filter(|tribe| !tribe.trim().is_empty()),
            languages,
            safe_to_contact: self.safe_to_contact,
            no_contact_reason: kept(self.no_contact_reason, |was| &was.no_contact_reason)
                .filter(|_| no_contact),
            no_contact,
            alleged_offender: alleged,
            // Rule 12: who may have done it does not sign for the child.
            disqualified_signer: alleged
                || self
                    .disqualified_signer
                    .unwrap_or_else(|| was_flag(|was| was.disqualified_signer)),
        }
    }
}

impl PersonFacts {
    /// Whether what they signed does not count (rule 15).
    pub fn may_not_sign(&self) -> bool {
        self.alleged_offender || self.disqualified_signer
    }

    /// Notes what does not fit together.
    pub fn check(&self, check: &mut Check, today: NaiveDate) {
        if self.no_contact && self.safe_to_contact {
            let message = "Who may not be contacted has no way that is safe.";
            check.wrong("safeToContact", FieldCode::NotAllowedHere, message);
        }
        if self.no_contact && self.no_contact_reason.is_none() {
            let message = "Say why they may not be contacted.";
            check.wrong("noContactReason", FieldCode::Required, message);
        }
        if let (Some(precision), Some(date)) = (self.birth_precision, &self.birth_date) {
            match day_of(precision, date) {
                None => check.wrong(
                    "birthDate",
                    FieldCode::NotADate,
                    "Write it as precisely as you say: 2011-04-23, 2011-04 or 2011.",
                ),
                Some(day) if day > today => {
                    let message = "That day has not been yet.";
                    check.wrong("birthDate", FieldCode::InTheFuture, message);
                }
                Some(_) => {}
            }
        }
        if self.birth_precision.is_some() && self.birth_date.is_none() {
            let message = "There is no date to be precise about.";
            check.wrong("birthPrecision", FieldCode::NotAllowedHere, message);
        }
    }

    /// What of `after` differs from `before` and is of the person wherever they are, put over
    /// this record of them.
    pub fn carried(&self, before: &Self, after: &Self) -> Self {
        let mut carried = self.clone();
        macro_rules! carry {
            ($($field:ident),+) => {
                $(if before.$field != after.$field {
                    carried.$field.clone_from(&after.$field);
                })+
            };
        }
        carry!(
            name,
            legal_name,
            birth_date,
            birth_precision,
            phone,
            address,
            pronouns,
            tribe,
            languages,
            safe_to_contact,
            no_contact,
            no_contact_reason
        );
        carried
    }

    /// The unmasked fields that differ. A masked one is told only by its reveal.
    pub fn differences(&self, theirs: &Self) -> Vec<Option<FieldConflict>> {
        let code = |role: PersonRole| role.code().to_uppercase();
        let precision = |facts: &Self| facts.birth_precision.map(|one| one.code().to_uppercase());
        let spoken = |facts: &Self| Some(facts.languages.join(", ")).filter(|all| !all.is_empty());
        vec![
            FieldConflict::of("role", code(self.role), code(theirs.role)),
            FieldConflict::of("name", self.name.clone(), theirs.name.clone()),
            FieldConflict::of("relation", self.relation.clone(), theirs.relation.clone()),
            FieldConflict::of("pronouns", self.pronouns.clone(), theirs.pronouns.clone()),
            FieldConflict::of("tribe", self.tribe.clone(), theirs.tribe.clone()),
            FieldConflict::of("languages", spoken(self), spoken(theirs)),
            FieldConflict::of("birthPrecision", precision(self), precision(theirs)),
            FieldConflict::of(
                "safeToContact",
                self.safe_to_contact,
                theirs.safe_to_contact,
            ),
            FieldConflict::of("noContact", self.no_contact, theirs.no_contact),
            FieldConflict::of(
                "noContactReason",
                self.no_contact_reason.clone(),
                theirs.no_contact_reason.clone(),
            ),
            FieldConflict::of(
                "allegedOffender",
                self.alleged_offender,
                theirs.alleged_offender,
            ),
            FieldConflict::of(
                "disqualifiedSigner",
                self.disqualified_signer,
                theirs.disqualified_signer,
            ),
            masked("legalName", &self.legal_name, &theirs.legal_name),
            masked("birthDate", &self.birth_date, &theirs.birth_date),
            masked("phone", &self.phone, &theirs.phone),
            masked("address", &self.address, &theirs.address),
        ]
    }
}

/// The first day that a date of this precision may mean.
fn day_of(precision: BirthPrecision, date: &str) -> Option<NaiveDate> {
    let (length, rest) = match precision {
        BirthPrecision::Day => (10, ""),
        BirthPrecision::Month => (7, "-01"),
        BirthPrecision::Year | BirthPrecision::About => (4, "-01-01"),
    };
    if date.len() != length {
        return None;
    }
    NaiveDate::parse_from_str(&format!("{date}{rest}"), "%Y-%m-%d").ok()
}

fn masked(path: &str, yours: &Option<String>, theirs: &Option<String>) -> Option<FieldConflict> {
    (yours.is_some() && yours != theirs).then(|| FieldConflict {
        path: vec![path.to_owned()],
        yours: yours.clone(),
        theirs: None,
    })
}
