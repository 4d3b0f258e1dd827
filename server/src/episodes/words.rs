//! The text of a report, to be read on the telephone or put into a form (rules 52, 53). It is
//! in English, as the agencies that take it are.

use std::fmt::Write;

use chrono::{DateTime, Utc};

use super::model::{Endangerment, ReportItem, ReportPhoto};

/// What is asked of the national center, unless somebody says not to.
const DO_NOT_REVEAL: &str = "Please do not reveal on posters, online or to anybody who calls \
that this young person is in foster care.";

/// A report whose sealed parts are open.
pub(super) struct Told {
    pub photo: Option<ReportPhoto>,
    pub description: Option<String>,
    pub endangerment: Vec<Endangerment>,
    pub no_endangerment_known: bool,
    pub last_seen_at: Option<DateTime<Utc>>,
    pub last_seen_place: Option<String>,
    pub clothing: Option<String>,
    pub accompanied_by: Option<String>,
    pub guardian_contact: Option<String>,
    pub agency_contact: Option<String>,
    pub unknown: Vec<ReportItem>,
}

/// Its text, with the request of rule 53 or without.
pub(super) fn text(told: &Told, do_not_reveal: bool) -> String {
    let mut text = String::from("Report of a missing young person\n\n");
    let photo = told.photo.map(|photo| match photo {
        ReportPhoto::Provided => "provided".to_owned(),
        ReportPhoto::NotProvided => "not provided".to_owned(),
    });
    let factors = if told.no_endangerment_known {
        Some("none known".to_owned())
    } else if told.endangerment.is_empty() {
        None
    } else {
        let codes = told
            .endangerment
            .iter()
            .map(|one| one.code().replace('_', " "));
        Some(codes.collect::<Vec<_>>().join(", "))
    };
    let at = told
        .last_seen_at
        .map(|at| at.format("%Y-%m-%d %H:%M UTC").to_string());
    let seen: Vec<_> = at.into_iter().chain(told.last_seen_place.clone()).collect();
    let seen = (!seen.is_empty()).then(|| seen.join(", "));
    for (item, label, value) in [
        (ReportItem::Photo, "Photo", photo),
        (
            ReportItem::Description,
            "Description",
            told.description.clone(),
        ),
        (ReportItem::Endangerment, "What endangers them", factors),
        (ReportItem::LastSeen, "Last seen", seen),
        (ReportItem::Clothing, "Clothing", told.clothing.clone()),
        (
            ReportItem::AccompaniedBy,
            "With",
            told.accompanied_by.clone(),
        ),
        (
            ReportItem::GuardianContact,
            "Guardian",
            told.guardian_contact.clone(),
        ),
        (
            ReportItem::AgencyContact,
            "Agency",
            told.agency_contact.clone(),
        ),
    ] {
        let unknown = told.unknown.contains(&item);
        let value = value.unwrap_or_else(|| {
            let word = if unknown { "unknown" } else { "to follow" };
            word.to_owned()
        });
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{label}: {value}");
    }
    if do_not_reveal {
        let _ = write!(text, "\n{DO_NOT_REVEAL}\n");
    }
    text
}
