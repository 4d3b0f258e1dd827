//! What is asked of a list, as HSDS names it. All narrows.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use serde::Deserialize;
use serde_json::{Map, Value};
use uuid::Uuid;

use crate::store::search;

/// Items of a page unless it is said, and at most.
const USUAL: u64 = 50;
const MOST: u64 = 100;
/// The last page that can be asked for: nobody leafs further, and each costs those before it.
const FURTHEST: u64 = 10_000;

/// How a list is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// A page with its head.
    Json,
    /// An object a line.
    Lines,
}

/// How much of a service is told in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Much {
    /// What it takes to know that it is there and when it changed.
    Minimal,
    /// What there is one of.
    Flat,
    /// All.
    Full,
}

/// A list that is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Asked {
    pub words: Vec<String>,
    pub page: u64,
    pub per_page: u64,
    pub form: Form,
    pub term: Option<Uuid>,
    pub taxonomy: Option<Uuid>,
    pub organization: Option<Uuid>,
    pub modified_after: Option<DateTime<Utc>>,
    /// Of an organisation's services, all that is told of them.
    pub full_service: bool,
    /// Of terms, those that are within no other.
    pub top_only: bool,
    /// Of terms, those within this one.
    pub parent: Option<Uuid>,
    pub postcode: Option<String>,
    much: Much,
}

#[derive(Deserialize)]
struct Sent {
    search: Option<String>,
    page: Option<u64>,
    per_page: Option<u64>,
    format: Option<String>,
    taxonomy_term_id: Option<Uuid>,
    taxonomy_id: Option<Uuid>,
    organization_id: Option<Uuid>,
    modified_after: Option<String>,
    minimal: Option<bool>,
    full: Option<bool>,
    full_service: Option<bool>,
    top_only: Option<bool>,
    parent_id: Option<Uuid>,
    postcode: Option<String>,
    proximity: Option<String>,
}

impl Asked {
    /// Reads a query string; `None` when a parameter of HSDS is not what it should be. Others
    /// are ignored, as it wants.
    pub(super) fn parse(query: &str) -> Option<Self> {
        let uri = format!("/?{query}").parse().ok()?;
        let axum::extract::Query(sent) = axum::extract::Query::<Sent>::try_from_uri(&uri).ok()?;
        let form = match sent.format.as_deref() {
            None | Some("json") => Form::Json,
            Some("ndjson") => Form::Lines,
            Some(_) => return None,
        };
        let modified_after = match sent.modified_after.as_deref() {
            None => None,
            Some(text) => Some(instant(text)?),
        };
        // Where the centre of a postcode lies is not known here.
        if sent.proximity.is_some() {
            return None;
        }
        let page = sent.page.unwrap_or(1);
        Some(Self {
            words: search::words(sent.search.as_deref().unwrap_or_default()),
            page: Some(page).filter(|page| (1..=FURTHEST).contains(page))?,
            per_page: Some(sent.per_page.unwrap_or(USUAL))
                .filter(|n| *n > 0)?
                .min(MOST),
            form,
            term: sent.taxonomy_term_id,
            taxonomy: sent.taxonomy_id,
            organization: sent.organization_id,
            modified_after,
            full_service: sent.full_service.unwrap_or(false),
            top_only: sent.top_only.unwrap_or(false),
            parent: sent.parent_id,
            postcode: sent.postcode.filter(|code| !code.trim().is_empty()),
            much: match (sent.minimal, sent.full) {
                (Some(true), _) => Much::Minimal,
                (_, Some(true)) => Much::Full,
                _ => Much::Flat,
            },
        })
    }

    /// All that there is, and all of it.
    pub(super) fn everything() -> Self {
        Self {
            words: Vec::new(),
            page: 1,
            per_page: MOST,
            form: Form::Json,
            term: None,
            taxonomy: None,
            organization: None,
            modified_after: None,
            full_service: false,
            top_only: false,
            parent: None,
            postcode: None,
            much: Much::Full,
        }
    }

    /// Whether all of each is asked for.
    pub(super) fn whole(&self) -> bool {
        self.much == Much::Full
    }

    /// An object without what there may be several of.
    pub(super) fn flat(mut document: Map<String, Value>) -> Map<String, Value> {
        flatten(&mut document);
        document
    }

    /// As much of what is no service as was asked for.
    pub(super) fn cut_other(&self, document: Map<String, Value>) -> Map<String, Value> {
        match self.much {
            Much::Full => document,
            Much::Flat | Much::Minimal => Self::flat(document),
        }
    }

    /// As much of a service as was asked for.
    pub(super) fn cut(&self, mut document: Map<String, Value>) -> Map<String, Value> {
        match self.much {
            Much::Full => {}
            Much::Flat => flatten(&mut document),
            Much::Minimal => {
                let kept = ["id", "name", "status", "last_modified"];
                document.retain(|field, _| kept.contains(&field.as_str()));
            }
        }
        document
    }
}

/// Takes out what there may be several of.
fn flatten(document: &mut Map<String, Value>) {
    document.retain(|_, value| !value.is_array());
    for value in document.values_mut() {
        if let Value::Object(within) = value {
            flatten(within);
        }
    }
}

/// A day (its beginning) or an instant.
fn instant(text: &str) -> Option<DateTime<Utc>> {
    if let Ok(day) = text.parse::<NaiveDate>() {
        return Some(day.and_time(NaiveTime::MIN).and_utc());
    }
    // In an address a plus sign that nobody wrote as %2B is a blank.
    let text = text.replace(' ', "+");
    let at = DateTime::parse_from_rfc3339(&text).ok()?;
    Some(at.to_utc())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rule_079_what_is_no_parameter_of_hsds_is_refused_and_what_is_unknown_ignored() {
        let asked = Asked::parse("search=Fern%20House&page=2&per_page=1000&x=1").unwrap();
        assert_eq!(asked.words, ["fern", "house"]);
        assert_eq!(
            (asked.page, asked.per_page, asked.form),
            (2, MOST, Form::Json)
        );
        for wrong in [
            "page=0",
            "per_page=0",
            "page=x",
            "page=10001",
            "format=xml",
            "taxonomy_id=7",
            "organization_id=x",
            "modified_after=soon",
            "full=maybe",
            "top_only=2",
            "parent_id=x",
            "postcode=00000&proximity=100",
        ] {
            assert_eq!(Asked::parse(wrong), None, "{wrong}");
        }
        let day = Asked::parse("modified_after=2026-03-04")
            .unwrap()
            .modified_after;
        let at = Asked::parse("modified_after=2026-03-04T01:00:00+01:00").unwrap();
        assert_eq!(day, at.modified_after);
    }
}
