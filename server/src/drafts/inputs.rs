//! Inputs of the acts on drafts, as GraphQL has them, and what they become.

use async_graphql::{ID, InputObject};
use serde::de::IgnoredAny;

use super::act::{DraftDiscard, DraftSave};
use crate::error::{FieldCode, Refusal};
use crate::input::{Check, LINE};

/// Bytes of a draft at most.
const MOST: usize = 200 * 1024;

/// Keeps what was typed into a form.
#[derive(InputObject)]
pub struct DraftSaveInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// Which form: letters, digits and `: / . _ -`, with opaque ids; nothing that was typed.
    form: String,
    /// The draft's version that was read; 0 for a new one.
    version: i32,
    /// The form's values as JSON, at most 200 KB.
    content: String,
}

impl DraftSaveInput {
    pub(super) fn parse(self) -> Result<DraftSave, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        form_key(&mut check, &self.form);
        if self.version < 0 {
            check.wrong(
                "version",
                FieldCode::NotAllowedHere,
                "0, or one that was read.",
            );
        }
        if self.content.len() > MOST {
            check.wrong("content", FieldCode::TooLong, "At most 200 KB.");
        } else if serde_json::from_str::<IgnoredAny>(&self.content).is_err() {
            check.wrong("content", FieldCode::Malformed, "Send JSON.");
        }
        check.done()?;
        Ok(DraftSave {
            key,
            form: self.form,
            version: self.version,
            content: self.content,
        })
    }
}

/// Deletes a draft.
#[derive(InputObject)]
pub struct DraftDiscardInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// Which form.
    form: String,
}

impl DraftDiscardInput {
    pub(super) fn parse(self) -> Result<DraftDiscard, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        form_key(&mut check, &self.form);
        check.done()?;
        Ok(DraftDiscard {
            key,
            form: self.form,
        })
    }
}

/// A form's key is stored in the clear, so it must be one that nobody typed.
fn form_key(check: &mut Check, form: &str) {
    let allowed = |c: char| c.is_ascii_alphanumeric() || ":/._-".contains(c);
    if form.is_empty() {
        check.wrong("form", FieldCode::Required, "This is needed.");
    } else if form.len() > LINE {
        check.wrong("form", FieldCode::TooLong, "At most 200 characters.");
    } else if !form.chars().all(allowed) {
        check.wrong("form", FieldCode::Malformed, "This is no form's key.");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn save(form: &str, content: &str) -> Result<DraftSave, Refusal> {
        let input = DraftSaveInput {
            client_mutation_key: ID::from("01890a5d-ac96-774b-bcce-b302099a8057"),
            form: form.to_owned(),
            version: 0,
            content: content.to_owned(),
        };
        input.parse()
    }

    fn wrong(refused: Result<DraftSave, Refusal>) -> Vec<(String, FieldCode)> {
        match refused {
            Err(Refusal::Invalid(wrong)) => wrong
                .into_iter()
                .map(|wrong| (wrong.path.join("."), wrong.code))
                .collect(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn rule_125_a_forms_key_holds_nothing_that_was_typed() {
        assert!(save("contact:AbC_-9/goal.2", "{}").is_ok());
        for form in ["Grandmother Juniper", "contact:ä", "", &"a".repeat(201)] {
            assert_eq!(wrong(save(form, "{}")).len(), 1, "{form}");
        }
    }

    #[test]
    fn rule_125_a_draft_is_json_of_at_most_200_kilobytes() {
        let long = |n: usize| format!("\"{}\"", "a".repeat(n - 2));
        assert!(save("f", &long(MOST)).is_ok());
        assert_eq!(
            wrong(save("f", &long(MOST + 1))),
            [("content".to_owned(), FieldCode::TooLong)]
        );
        assert_eq!(
            wrong(save("f", "not json")),
            [("content".to_owned(), FieldCode::Malformed)]
        );
    }
}
