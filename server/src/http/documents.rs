//! The documents of this release: what the web client may ask.

use std::collections::HashMap;

use sha2::{Digest as _, Sha256};

use super::guard::{self, Limits, Prepared, Refusal};

/// Trusted documents by SHA-256 of their text, parsed once.
#[derive(Debug, Default)]
pub struct Documents(HashMap<[u8; 32], Result<Prepared, Refusal>>);

/// The list of trusted documents cannot be used.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum BadManifest {
    /// Not a JSON object of texts by hash.
    #[error("documents.json is not a JSON object that maps hashes to documents")]
    Malformed,
    /// A text that does not have the hash it is listed under.
    #[error("documents.json lists a document under a hash that is not its own: {0}")]
    Mismatch(String),
}

impl Documents {
    /// Reads `documents.json`: an object of texts by hash, as hexadecimal with
    /// or without `sha256:` before it. One that is over a budget is refused
    /// when it is asked for, like any other.
    ///
    /// # Errors
    /// When it is something else, or a hash is not that of its text.
    pub fn from_json(manifest: &[u8], limits: &Limits) -> Result<Self, BadManifest> {
        let listed: HashMap<String, String> =
            serde_json::from_slice(manifest).map_err(|_| BadManifest::Malformed)?;
        let mut documents = HashMap::with_capacity(listed.len());
        for (id, text) in listed {
            let hash = hash(&text);
            if parse_id(&id) != Some(hash) {
                return Err(BadManifest::Mismatch(id));
            }
            documents.insert(hash, guard::prepare(&text, limits));
        }
        Ok(Self(documents))
    }

    /// The document with this id, if it is listed.
    #[must_use]
    pub fn by_id(&self, id: &str) -> Option<&Result<Prepared, Refusal>> {
        self.0.get(&parse_id(id)?)
    }

    /// The document with this very text, if it is listed.
    #[must_use]
    pub fn by_text(&self, text: &str) -> Option<&Result<Prepared, Refusal>> {
        self.0.get(&hash(text))
    }
}

fn hash(text: &str) -> [u8; 32] {
    Sha256::digest(text.as_bytes()).into()
}

fn parse_id(id: &str) -> Option<[u8; 32]> {
    let digits = id.strip_prefix("sha256:").unwrap_or(id);
    let mut hash = [0; 32];
    hex::decode_to_slice(digits, &mut hash).ok()?;
    Some(hash)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "{ __typename }";

    fn id() -> String {
        hex::encode(hash(TEXT))
    }

    #[test]
    fn a_document_is_found_by_its_hash_with_and_without_prefix() {
        let manifest = serde_json::json!({ (id()): TEXT }).to_string();
        let documents = Documents::from_json(manifest.as_bytes(), &Limits::default()).unwrap();
        let found = documents.by_id(&format!("sha256:{}", id()));
        assert!(found.is_some_and(Result::is_ok));
        assert!(documents.by_id(&id()).is_some());
        assert!(documents.by_text(TEXT).is_some());
        assert!(documents.by_text("{ __typename  }").is_none());
        for unknown in ["", "sha256:", "sha1:00", &id().repeat(2), &"0".repeat(64)] {
            assert!(documents.by_id(unknown).is_none());
        }
    }

    #[test]
    fn a_list_that_lies_is_refused() {
        let lie = serde_json::json!({ (id()): "{ other }" }).to_string();
        assert_eq!(
            Documents::from_json(lie.as_bytes(), &Limits::default()).unwrap_err(),
            BadManifest::Mismatch(id())
        );
        assert_eq!(
            Documents::from_json(b"[]", &Limits::default()).unwrap_err(),
            BadManifest::Malformed
        );
    }
}
