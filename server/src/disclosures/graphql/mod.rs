//! Disclosures in GraphQL.

mod disclosure;
mod inputs;
mod mutation;
mod on_case;
mod preview;

pub use disclosure::{Disclosure, by_ids};
pub use inputs::ReferralShareContent;
pub(crate) use inputs::ReferralShared;
pub use mutation::DisclosureMutation;
pub use on_case::OnCase;
pub use preview::DisclosureQuery;

use async_graphql::SimpleObject;

use super::catalogue::DisclosureField;
use super::payload::{Payload, Section};
use crate::access::Class;
use crate::graphql::policy;
use crate::releases::model::InformationCategory;

/// A field of what is shared, with what it says.
#[derive(SimpleObject)]
pub struct SharedLine {
    /// Which.
    #[graphql(directive = policy::apply(Class::Narrative))]
    field: DisclosureField,
    /// What it says.
    #[graphql(directive = policy::apply(Class::Narrative))]
    text: String,
}

/// What is shared of one category.
#[derive(SimpleObject)]
pub struct SharedPart {
    /// The category.
    #[graphql(directive = policy::apply(Class::Narrative))]
    category: InformationCategory,
    /// The fields; none where nothing is known of it.
    #[graphql(directive = policy::apply(Class::Narrative))]
    lines: Vec<SharedLine>,
}

/// All that is shared, exactly as it leaves.
#[derive(SimpleObject)]
pub struct SharedContent {
    /// Who receives it.
    #[graphql(directive = policy::apply(Class::Narrative))]
    recipient_name: String,
    /// What it says, by category, in the vocabulary's order.
    #[graphql(directive = policy::apply(Class::Narrative))]
    parts: Vec<SharedPart>,
    /// The notice that goes with it: that nothing may be passed on (rule 24).
    #[graphql(directive = policy::apply(Class::Narrative))]
    notice: Option<String>,
    /// The copy of the release that goes with it, in lines (rule 24).
    #[graphql(directive = policy::apply(Class::Narrative))]
    release_copy: Vec<String>,
}

impl From<Payload> for SharedContent {
    fn from(payload: Payload) -> Self {
        let part = |section: Section| SharedPart {
            category: section.category,
            lines: section
                .lines
                .into_iter()
                .map(|line| SharedLine {
                    field: line.field,
                    text: line.text,
                })
                .collect(),
        };
        Self {
            recipient_name: payload.recipient,
            parts: payload.sections.into_iter().map(part).collect(),
            notice: payload.notice,
            release_copy: payload.release_copy,
        }
    }
}
