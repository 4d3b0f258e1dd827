//! How something was checked, and what.

use crate::codes;

codes! {
    /// How somebody came to know.
    pub enum CheckMethod {
        /// Spoken with somebody there.
        Call = "call",
        /// Been there.
        Visit = "visit",
        /// They wrote it.
        WrittenAnswer = "written_answer",
        /// A licence, a policy or another paper was seen.
        DocumentSeen = "document_seen",
        /// Read on their site.
        Website = "website",
        /// An agency that works with them told it.
        Partner = "partner",
    }
}

codes! {
    /// What was checked of an entry.
    pub enum CheckedPart {
        /// How it is reached.
        Contact = "contact",
        /// What it does.
        Offer = "offer",
        /// Whom it takes.
        Eligibility = "eligibility",
        /// Where it serves.
        Area = "area",
        /// Whether there is room.
        Capacity = "capacity",
        /// What it is able to do.
        Capabilities = "capabilities",
        /// Where it is.
        Location = "location",
    }
}

impl CheckedPart {
    /// Codes between commas, in the vocabulary's order.
    pub(in crate::directory) fn kept(parts: &[Self]) -> String {
        let named = Self::ALL.iter().filter(|part| parts.contains(part));
        named.map(|part| part.code()).collect::<Vec<_>>().join(",")
    }

    /// The parts that a text of [`kept`](Self::kept) names.
    pub(super) fn read(kept: &str) -> Vec<Self> {
        kept.split(',').filter_map(Self::parse).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rule_081_what_was_confirmed_is_read_as_it_was_kept() {
        let kept = CheckedPart::kept(&[CheckedPart::Capacity, CheckedPart::Contact]);
        assert_eq!(kept, "contact,capacity");
        let parts = [CheckedPart::Contact, CheckedPart::Capacity];
        assert_eq!(CheckedPart::read(&kept), parts);
        assert_eq!(CheckedPart::read(""), []);
    }
}
