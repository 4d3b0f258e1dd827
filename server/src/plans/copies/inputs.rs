//! Inputs of copies.

use async_graphql::{ID, InputObject};
use uuid::Uuid;

use super::CopyAudience;
use super::make::CopyMake;
use crate::access::{Locale, Viewer};
use crate::error::{FieldCode, Refusal};
use crate::graphql::{Kind, id};
use crate::input::Check;

/// Makes a copy on paper of exactly what was shown before.
#[derive(InputObject)]
pub struct PlanCopyMakeInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The case.
    case: ID,
    /// For whom.
    audience: CopyAudience,
    /// The young person, of an accounting; the release, of a form to sign; absent of a plan.
    of: Option<ID>,
    /// The language of what was shown.
    language: Locale,
    /// Whether the pictures were shown: on the team's copy alone (rule 77).
    figures: Option<bool>,
    /// The `contentHash` of what was shown.
    content_hash: String,
}

impl PlanCopyMakeInput {
    pub(super) fn parse(self, viewer: &Viewer) -> Result<CopyMake, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        let content_hash = hex::decode(&self.content_hash).unwrap_or_else(|_| {
            let message = "Send the hash as the preview has it.";
            check.wrong("contentHash", FieldCode::Malformed, message);
            Vec::new()
        });
        let of = of(viewer, &mut check, self.audience, self.of.as_ref())?;
        let figures = self.figures.unwrap_or_default();
        pictured(&mut check, self.audience, figures);
        check.done()?;
        Ok(CopyMake {
            key,
            case: id::open(viewer.app(), Kind::Case, &self.case)?,
            audience: self.audience,
            of,
            language: self.language,
            figures,
            content_hash,
        })
    }
}

/// Refuses pictures where they are not for who reads the copy (rule 77).
pub(super) fn pictured(check: &mut Check, audience: CopyAudience, figures: bool) {
    if figures && audience != CopyAudience::Team {
        let message = "Pictures stand on the team's copy alone.";
        check.wrong("figures", FieldCode::NotAllowedHere, message);
    }
}

/// What a copy is of, beside the case.
pub(super) fn of(
    viewer: &Viewer,
    check: &mut Check,
    audience: CopyAudience,
    of: Option<&ID>,
) -> Result<Option<Uuid>, Refusal> {
    match (audience.kind(), of) {
        (Some(kind), Some(of)) => check.id(id::field(viewer.app(), "of", kind, of)).map(Some),
        (Some(_), None) => {
            check.wrong("of", FieldCode::Required, "Say of what.");
            Ok(None)
        }
        (None, Some(_)) => {
            check.wrong(
                "of",
                FieldCode::NotAllowedHere,
                "A plan's copy is of the case.",
            );
            Ok(None)
        }
        (None, None) => Ok(None),
    }
}
