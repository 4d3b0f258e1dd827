//! What leaves, built of named fields (rule 27), and what stands for all of it (rule 28).

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::catalogue::DisclosureField;
use super::check::{Purpose, Release};
use super::source::Told;
use crate::access::Viewer;
use crate::error::{Fault, Refusal};
use crate::releases::model::{DisclosureMethod, DisclosurePurpose, InformationCategory};
use crate::vault::Purpose as KeyPurpose;

/// The notice that goes with records of substance-use treatment (42 CFR 2.32), in the
/// language of those who receive it.
const NOTICE: &str = "42 CFR part 2 prohibits unauthorized use or disclosure of these records.";

/// A field with what it says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Line {
    pub field: DisclosureField,
    pub text: String,
}

/// What is shared of one category.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Section {
    pub category: InformationCategory,
    pub lines: Vec<Line>,
}

/// All that leaves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Payload {
    pub recipient: String,
    pub purpose: DisclosurePurpose,
    pub purpose_words: Option<String>,
    pub method: DisclosureMethod,
    pub sections: Vec<Section>,
    /// That nothing may be passed on (rule 24).
    pub notice: Option<String>,
    /// The release that it rests on, in lines (rule 24).
    pub release_copy: Vec<String>,
}

/// What is to be shared.
#[derive(Clone, Debug)]
pub(super) struct Wanted {
    pub recipient: String,
    pub purpose: Purpose,
    pub method: DisclosureMethod,
    pub categories: BTreeSet<InformationCategory>,
    pub words: Vec<(InformationCategory, String)>,
    /// The fields of a report (rule 23); of anything else, all.
    pub only: Option<&'static [DisclosureField]>,
}

/// The payload: of what is known, the lines of the categories that are asked for, and the
/// words that were written for them.
pub(super) fn build(wanted: &Wanted, told: &[Told], on: Option<&Release>) -> Payload {
    let section = |category: &InformationCategory| {
        let known = told
            .iter()
            .filter(|one| one.field.category() == Some(*category))
            .filter(|one| wanted.only.is_none_or(|only| only.contains(&one.field)))
            .map(|one| (one.field, one.text.clone()));
        let words = wanted
            .words
            .iter()
            .filter(|(of, _)| of == category)
            .map(|(_, text)| (DisclosureField::Words, text.clone()));
        Section {
            category: *category,
            lines: known
                .chain(words)
                .map(|(field, text)| Line { field, text })
                .collect(),
        }
    };
    let part2 = wanted
        .categories
        .contains(&InformationCategory::SubstanceUsePart2);
    Payload {
        recipient: wanted.recipient.clone(),
        purpose: wanted.purpose.code,
        purpose_words: wanted.purpose.words.clone(),
        method: wanted.method,
        sections: wanted.categories.iter().map(section).collect(),
        notice: part2.then(|| NOTICE.to_owned()),
        release_copy: on.filter(|_| part2).map(copy_of).unwrap_or_default(),
    }
}

/// A release in lines, as its recipient gets it.
fn copy_of(release: &Release) -> Vec<String> {
    let listed = |codes: Vec<&str>| codes.join(", ").replace('_', " ");
    let categories = release.categories.iter().map(|one| one.code());
    let methods = release.methods.iter().map(|one| one.code());
    let signers = release.signatures.iter().map(|one| {
        let capacity = one.capacity.code().replace('_', " ");
        format!("Signed ({capacity}): {}", one.at.format("%Y-%m-%d"))
    });
    let purpose = release.purpose.code.code();
    let lines = [
        format!("Recipient: {}", release.recipient.organization),
        format!("Information: {}", listed(categories.collect())),
        format!("Purpose: {}", listed(vec![purpose])),
        format!("Method: {}", listed(methods.collect())),
        format!("From: {}", release.starts_at.format("%Y-%m-%d")),
        format!("Until: {}", release.expires_at.format("%Y-%m-%d")),
    ];
    lines.into_iter().chain(signers).collect()
}

impl Payload {
    /// Whether it says nothing.
    pub fn is_empty(&self) -> bool {
        self.sections.iter().all(|section| section.lines.is_empty())
    }

    /// As it is kept.
    pub fn written(&self) -> Result<String, Refusal> {
        serde_json::to_string(self)
            .map_err(|_| Fault::Broken("a payload that cannot be written down").into())
    }

    /// Stands for all of it, of this person and on this release: who shares it says by it
    /// what was looked at. Keyed, so that nobody finds out by trying what was said.
    pub fn hash(
        &self,
        viewer: &Viewer,
        person: Uuid,
        release: Option<Uuid>,
    ) -> Result<[u8; 32], Refusal> {
        let key = viewer.app().keyring().purpose(KeyPurpose::ClientInput);
        let release = release.unwrap_or_default();
        let text = self.written()?;
        Ok(key.mac(&[
            b"disclosure",
            person.as_bytes(),
            release.as_bytes(),
            text.as_bytes(),
        ]))
    }
}
