//! What was checked, as GraphQL has it.

use async_graphql::InputObject;
use chrono::{DateTime, Utc};

use super::evidence::Evidence;
use super::model::CheckMethod;
use crate::directory::model::Capability;
use crate::error::FieldCode;
use crate::graphql::Day;
use crate::input::Check;

/// Characters in what was seen or heard.
const WORDS: usize = 1_000;

/// How it is known that a service is able to do something (rule 82).
#[derive(InputObject)]
#[graphql(name = "CapabilityEvidence")]
pub struct CapabilityEvidenceInput {
    /// What it is able to do: one of the capabilities that it states, each once. Not
    /// `CONFIDENTIAL_LOCATION`, of which nobody writes down where it was seen (rule 45).
    capability: Capability,
    /// How it became known.
    method: CheckMethod,
    /// What was seen or heard, at most 1,000 characters. It is told wherever the entry is told,
    /// also to the public: nothing that only colleagues may know.
    words: String,
    /// The day on which it was; today when absent.
    on: Option<Day>,
}

/// Reads a list of evidence.
pub(in crate::directory) fn parse(
    check: &mut Check,
    given: Vec<CapabilityEvidenceInput>,
    now: DateTime<Utc>,
) -> Vec<Evidence> {
    let mut all: Vec<Evidence> = Vec::with_capacity(given.len());
    for (place, one) in given.into_iter().enumerate() {
        let path = |field: &str| format!("evidence.{place}.{field}");
        let on = one.on.map_or_else(|| now.date_naive(), |day| day.0);
        check.day_has_been(&path("on"), on, now);
        if one.capability == Capability::ConfidentialLocation {
            let message = "Nobody writes down where a confidential place was seen.";
            check.wrong(&path("capability"), FieldCode::NotAllowedHere, message);
        }
        if all.iter().any(|other| other.capability == one.capability) {
            check.wrong(
                &path("capability"),
                FieldCode::NotAllowedHere,
                "Name it once.",
            );
        }
        all.push(Evidence {
            capability: one.capability,
            method: one.method,
            words: check.text(&path("words"), one.words, WORDS),
            on,
        });
    }
    all
}
