//! The one error taxonomy: refusals, which are answers, and faults, which are ours.

use crate::access::Why;
use crate::codes;
use crate::disclosures::model::DisclosureRefusal;
use crate::vault::VaultFault;
use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

/// Why an act or a read did not happen. All but [`Refusal::Fault`] are told to the caller as data.
#[derive(Debug)]
pub enum Refusal {
    /// The input is wrong, field by field.
    Invalid(Vec<Wrong>),
    /// Somebody changed it since it was read; both values of each field.
    Conflict(Conflict),
    /// In reach, but not with these roles.
    Forbidden(Why),
    /// Absent, or out of reach: the two look alike (rule 30).
    NotFound,
    /// The state does not allow the move (rule 88).
    Move(MoveRefused),
    /// Nothing permits that it is shared; the one code of why not (rule 12).
    NotShared(DisclosureRefusal),
    /// This client key was applied before; here is what it made.
    Replayed(Uuid),
    /// Our fault; logged under the request's id, never shown.
    Fault(Fault),
}

codes! {
    /// What is wrong with a field.
    pub enum FieldCode {
        Required = "required",
        TooShort = "too_short",
        TooLong = "too_long",
        NotADate = "not_a_date",
        InThePast = "in_the_past",
        InTheFuture = "in_the_future",
        UnknownChoice = "unknown_choice",
        UnknownId = "unknown_id",
        NotAllowedHere = "not_allowed_here",
        KeyReused = "key_reused",
        MissingVoice = "missing_voice",
        MissingStrength = "missing_strength",
        MissingReason = "missing_reason",
        Malformed = "malformed",
        /// Of one of several records that are changed at once: it was changed meanwhile.
        ChangedMeanwhile = "changed_meanwhile",
    }
}

/// One wrong field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// Where in the input, as the client named it.
    pub path: Vec<String>,
    /// What is wrong.
    pub code: FieldCode,
    /// In plain words; never what was typed.
    pub message: String,
}

impl Wrong {
    /// A wrong field of the input's first level, or deeper with dots: `steps.0.text`.
    pub fn at(path: &str, code: FieldCode, message: impl Into<String>) -> Self {
        Self {
            path: path.split('.').map(str::to_owned).collect(),
            code,
            message: message.into(),
        }
    }
}

impl From<Wrong> for Refusal {
    fn from(wrong: Wrong) -> Self {
        Self::Invalid(vec![wrong])
    }
}

/// A stale write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The version the caller had read.
    pub expected: i32,
    /// The version now.
    pub current: i32,
    /// The fields in which the two differ.
    pub fields: Vec<FieldConflict>,
}

/// One field of a stale write, with what the caller sent and what stands now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldConflict {
    /// The field, as the client named it.
    pub path: Vec<String>,
    /// What was sent.
    pub yours: Option<String>,
    /// What stands.
    pub theirs: Option<String>,
}

impl FieldConflict {
    /// A field whose two values differ, or `None` where they are the same. A field deeper
    /// in the input is named with dots.
    pub fn of(path: &str, yours: impl Shown, theirs: impl Shown) -> Option<Self> {
        let (yours, theirs) = (yours.shown(), theirs.shown());
        (yours != theirs).then(|| Self {
            path: path.split('.').map(str::to_owned).collect(),
            yours,
            theirs,
        })
    }
}

/// A value as a conflict shows it.
pub trait Shown {
    /// The value as text; codes in capitals, as GraphQL has them.
    fn shown(&self) -> Option<String>;
}

impl Shown for &str {
    fn shown(&self) -> Option<String> {
        Some((*self).to_owned())
    }
}
impl Shown for String {
    fn shown(&self) -> Option<String> {
        Some(self.clone())
    }
}
impl Shown for bool {
    fn shown(&self) -> Option<String> {
        Some(self.to_string())
    }
}
impl Shown for i32 {
    fn shown(&self) -> Option<String> {
        Some(self.to_string())
    }
}
impl Shown for NaiveDate {
    fn shown(&self) -> Option<String> {
        Some(self.to_string())
    }
}
impl Shown for DateTime<Utc> {
    fn shown(&self) -> Option<String> {
        Some(self.to_rfc3339())
    }
}
impl<T: Shown> Shown for Option<T> {
    fn shown(&self) -> Option<String> {
        self.as_ref().and_then(Shown::shown)
    }
}

impl Conflict {
    /// Refuses a write whose expected version is not the current one. `fields` is only
    /// asked for when it is stale.
    pub fn check(
        expected: i32,
        current: i32,
        fields: impl FnOnce() -> Vec<Option<FieldConflict>>,
    ) -> Result<(), Refusal> {
        if expected == current {
            return Ok(());
        }
        let fields = fields().into_iter().flatten().collect();
        Err(Refusal::Conflict(Self {
            expected,
            current,
            fields,
        }))
    }
}

/// A move that the table of moves does not have. States are shown as GraphQL has them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MoveRefused {
    /// Where it stands.
    pub from: String,
    /// Where it was to go.
    pub to: String,
    /// Where it may go.
    pub allowed: Vec<String>,
}

/// Something that went wrong on our side. It has no `Display` on purpose: it cannot
/// find its way into an answer by a question mark.
#[derive(Debug)]
pub enum Fault {
    /// The database.
    Database(sea_orm::DbErr),
    /// A sealed value or a key.
    Vault(VaultFault),
    /// No audit entry could be written, so nothing is answered.
    Audit,
    /// The key of this record was destroyed: it cannot be read by anybody any more.
    KeyDestroyed,
    /// What cannot be, and was found all the same.
    Broken(&'static str),
}

impl Refusal {
    /// Whether a row was refused because one with the same unique key is there already.
    pub fn is_duplicate(&self) -> bool {
        match self {
            Self::Fault(Fault::Database(error)) => matches!(
                error.sql_err(),
                Some(sea_orm::SqlErr::UniqueConstraintViolation(_))
            ),
            _ => false,
        }
    }
}

impl Fault {
    /// Whether the same thing may well be done when it is asked for again: the database gave
    /// up a transaction for another one, or had no connection left.
    pub fn passes(&self) -> bool {
        use sea_orm::{DbErr, RuntimeErr, sqlx};
        match self {
            Self::Database(DbErr::ConnectionAcquire(_)) => true,
            Self::Database(
                DbErr::Exec(RuntimeErr::SqlxError(error))
                | DbErr::Query(RuntimeErr::SqlxError(error)),
            ) => match &**error {
                // PostgreSQL's serialization failure and deadlock.
                sqlx::Error::Database(said) => {
                    matches!(said.code().as_deref(), Some("40001" | "40P01"))
                }
                sqlx::Error::PoolTimedOut => true,
                _ => false,
            },
            _ => false,
        }
    }
}

impl From<sea_orm::DbErr> for Refusal {
    fn from(err: sea_orm::DbErr) -> Self {
        Self::Fault(Fault::Database(err))
    }
}

impl From<VaultFault> for Refusal {
    fn from(fault: VaultFault) -> Self {
        Self::Fault(Fault::Vault(fault))
    }
}

impl From<Fault> for Refusal {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}
