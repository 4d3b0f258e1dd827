//! The input of a reveal.

use async_graphql::{ID, InputObject};

use super::field::{Reveal, RevealField};
use crate::access::Viewer;
use crate::error::{FieldCode, Refusal, Wrong};
use crate::graphql::{Kind, id};
use crate::input::{Check, LINE};

/// Shows a masked field.
#[derive(InputObject)]
pub struct RevealInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// Whose field: a case's, a person's or a request's.
    id: ID,
    /// Which.
    field: RevealField,
    /// What it is needed for, at most 200 characters. It is kept.
    reason: String,
}

impl RevealInput {
    /// The act this is about, for the entry of a refusal.
    pub(super) fn field(&self) -> RevealField {
        self.field
    }

    pub(super) fn parse(self, viewer: &Viewer) -> Result<Reveal, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        if self.reason.trim().is_empty() {
            check.wrong(
                "reason",
                FieldCode::MissingReason,
                "Say what it is needed for.",
            );
        }
        let reason = check
            .maybe("reason", Some(self.reason), LINE)
            .unwrap_or_default();
        check.done()?;
        let id = match id::record_of(viewer.app(), &self.id)? {
            Some((kind, id)) if kind == self.field.of() => id,
            Some((Kind::Case | Kind::CasePerson | Kind::Request, _)) => {
                let message = "Such a record does not have this field.";
                return Err(Wrong::at("field", FieldCode::NotAllowedHere, message).into());
            }
            _ => return Err(Refusal::NotFound),
        };
        Ok(Reveal {
            key,
            id,
            field: self.field,
            reason,
        })
    }
}
