//! Documents that API clients sent before, parsed.

use std::collections::HashMap;
use std::sync::{PoisonError, RwLock};

use super::guard::Prepared;

/// Bytes of text that are kept. A field of two letters takes some 400 bytes
/// once parsed, so at the very worst this is 25 MB.
const MOST: usize = 128 * 1024;

/// Keeps parsed documents by their text.
#[derive(Debug, Default)]
pub struct Shelf(RwLock<Kept>);

#[derive(Debug, Default)]
struct Kept {
    documents: HashMap<Box<str>, Prepared>,
    bytes: usize,
}

impl Shelf {
    /// The document with this text, if it is kept.
    #[must_use]
    pub fn get(&self, text: &str) -> Option<Prepared> {
        let kept = self.0.read().unwrap_or_else(PoisonError::into_inner);
        kept.documents.get(text).cloned()
    }

    /// Keeps a document. Called for signed-in callers only, so that visitors
    /// cannot push out what is of use. When there is no more room everything
    /// goes: clients send a handful of documents over and over, and those are
    /// back at once.
    pub fn keep(&self, text: &str, document: &Prepared) {
        if text.len() > MOST / 8 {
            return;
        }
        let mut kept = self.0.write().unwrap_or_else(PoisonError::into_inner);
        if kept.bytes + text.len() > MOST {
            *kept = Kept::default();
        }
        if kept
            .documents
            .insert(text.into(), document.clone())
            .is_none()
        {
            kept.bytes += text.len();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::guard::{Limits, prepare};
    use super::*;

    #[test]
    fn what_is_kept_is_bounded_and_the_latest_is_always_there() {
        let shelf = Shelf::default();
        let mut kept_most = 0;
        for number in 0..10_000 {
            let text = format!("{{ field{number} {} }}", "a ".repeat(10));
            shelf.keep(&text, &prepare(&text, &Limits::default()).unwrap());
            assert!(shelf.get(&text).is_some());
            let kept = shelf.0.read().unwrap();
            let bytes: usize = kept.documents.keys().map(|text| text.len()).sum();
            assert_eq!(bytes, kept.bytes);
            kept_most = kept_most.max(bytes);
        }
        assert!((MOST / 2..=MOST).contains(&kept_most));
        let huge = format!("{{ a(b: \"{}\") }}", "x".repeat(MOST / 8));
        shelf.keep(&huge, &prepare(&huge, &Limits::default()).unwrap());
        assert!(shelf.get(&huge).is_none());
    }
}
