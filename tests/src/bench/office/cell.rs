//! Rows for either database.

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

/// One value of a row.
#[derive(Clone, Debug)]
pub enum Cell {
    Null,
    Id(Uuid),
    At(DateTime<Utc>),
    Day(NaiveDate),
    Text(String),
    Code(&'static str),
    Bytes(Vec<u8>),
    Number(i64),
    Flag(bool),
}

macro_rules! cells {
    ($($from:ty => $variant:ident),+ $(,)?) => {$(
        impl From<$from> for Cell {
            fn from(value: $from) -> Self {
                Self::$variant(value)
            }
        }
    )+};
}
cells!(Uuid => Id, DateTime<Utc> => At, NaiveDate => Day, String => Text, &'static str => Code,
    Vec<u8> => Bytes, i64 => Number, bool => Flag);

impl<T: Into<Cell>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

/// A row: `row![id, org, 1, "open"]`.
macro_rules! row {
    ($($cell:expr),+ $(,)?) => { vec![$(crate::bench::office::Cell::from($cell)),+] };
}
pub(super) use row;

/// The tables that are filled, parents first, with their columns in the order of the cells.
pub const TABLES: &[(&str, &str)] = &[
    ("organization", "id, name, created_at"),
    (
        "app_user",
        "id, org_id, login_key, email, display_name, password_hash, status, locale, \
         created_at, version",
    ),
    ("role_grant", "user_id, role, granted_at"),
    ("supervision", "supervisor_id, user_id, since"),
    (
        "service",
        "id, org_id, version, name, organization_name, category, description, \
         capacity, verified_on, city, state, closed, created_at",
    ),
    ("service_state", "service_id, state"),
    ("service_capability", "service_id, capability"),
    ("service_language", "service_id, language"),
    ("data_key", "id, org_id, wrapped, master_kid, created_at"),
    (
        "cases",
        "id, org_id, version, number, alias, status, origin, jurisdiction, legal_custody, \
         summary, supervisor_id, opened_at, created_at",
    ),
    (
        "assignment",
        "id, org_id, case_id, user_id, role, from_at, assigned_by",
    ),
    (
        "case_person",
        "id, org_id, case_id, version, role, name, relation, legal_name, birth_date, phone, \
         safe_to_contact, created_at",
    ),
    ("search_token", "org_id, token, kind, case_id, person_id"),
    (
        "plan",
        "id, org_id, case_id, version, state, activated_at, review_on, voice_kind, \
         voice_words, voice_recorded_at, voice_recorded_by, created_by, created_at",
    ),
    (
        "strength",
        "id, org_id, case_id, plan_id, kind, text, created_at",
    ),
    (
        "goal",
        "id, org_id, case_id, plan_id, version, domain, text, in_youth_words, owner, state, \
         agreement, position, created_at",
    ),
    (
        "step",
        "id, org_id, case_id, goal_id, version, text, owner_id, due_on, state, created_at",
    ),
    (
        "referral",
        "id, org_id, case_id, version, reference, service_id, state, need, outcome, \
         requested_at, waiting_since, created_by, created_at",
    ),
    (
        "referral_event",
        "id, org_id, case_id, referral_id, from_state, to_state, at, by_user",
    ),
    (
        "support_contact",
        "id, org_id, case_id, person_id, occurred_at, recorded_at, channel, direction, \
         outcome, contact_type, minutes, note, agreed, next_contact_on, logged_by",
    ),
    ("support_contact_need", "contact_id, need"),
    (
        "case_board",
        "case_id, org_id, supervisor_id, specialist_id, advocate_id, status, open, opened_at, \
         plan_state, awaiting_voice, open_goals, open_referrals, waiting_referrals, \
         contacts_logged, last_contact_at, has_contact, next_contact_on, next_review_on, \
         next_staffing_at",
    ),
    (
        "tally",
        "org_id, supervisor_id, measure, specialist_id, day, n",
    ),
];

/// Rows by table, in the order of [`TABLES`].
#[derive(Debug)]
pub struct Rows(Vec<Vec<Vec<Cell>>>);

impl Default for Rows {
    fn default() -> Self {
        Self(TABLES.iter().map(|_| Vec::new()).collect())
    }
}

impl Rows {
    /// Adds a row; its cells are those of the table's columns.
    pub fn add(&mut self, table: &str, row: Vec<Cell>) {
        let at = TABLES.iter().position(|(name, _)| *name == table).unwrap();
        assert_eq!(row.len(), TABLES[at].1.split(',').count(), "{table}");
        self.0[at].push(row);
    }

    /// The filled tables: name, columns, rows.
    pub fn tables(&self) -> impl Iterator<Item = (&'static str, &'static str, &[Vec<Cell>])> {
        let filled = TABLES
            .iter()
            .zip(&self.0)
            .filter(|(_, rows)| !rows.is_empty());
        filled.map(|((name, columns), rows)| (*name, *columns, rows.as_slice()))
    }
}
