//! Which field, and whose.

use uuid::Uuid;

use crate::access::Act;
use crate::codes;
use crate::graphql::Kind;

codes! {
    /// A field that arrives masked.
    pub enum RevealField {
        CaseNumber = "case_number",
        LegalName = "legal_name",
        BirthDate = "birth_date",
        Phone = "phone",
        Address = "address",
        RequesterPhone = "requester_phone",
    }
}

impl RevealField {
    /// The kind of record that has it.
    pub(super) fn of(self) -> Kind {
        match self {
            Self::CaseNumber => Kind::Case,
            Self::LegalName | Self::BirthDate | Self::Phone | Self::Address => Kind::CasePerson,
            Self::RequesterPhone => Kind::Request,
        }
    }

    /// What it takes to see it: a part in the case, or the role that answers requests.
    pub(super) fn act(self) -> Act {
        match self.of() {
            Kind::Request => Act::RequestReveal,
            _ => Act::IdentityReveal,
        }
    }
}

/// What is to be shown, and why. The field is one that such a record has.
#[derive(Debug)]
pub(super) struct Reveal {
    pub key: Uuid,
    pub id: Uuid,
    pub field: RevealField,
    pub reason: String,
}
