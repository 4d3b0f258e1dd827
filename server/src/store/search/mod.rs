//! Full-text search over the directory: SQLite's FTS5 and PostgreSQL's tsvector behind one
//! trait. Both index the same rows, each part in its normal form, so that both find the same.

mod postgres;
mod sqlite;

use sea_orm::sea_query::SimpleExpr;

use super::Store;
use crate::vault::fold;

/// Words of a search that count; nobody types more to find a service.
const MOST_WORDS: usize = 12;
/// Letters of a word that count; PostgreSQL refuses words of more than two kilobytes.
const MOST_LETTERS: usize = 64;

/// In which parts of a text words are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Within {
    /// The name.
    Name,
    /// The name or the organisation's.
    NameOrOrganization,
    /// The name, the organisation's or the description.
    All,
}

/// A database's own full-text engine.
pub trait Engine: Sync {
    /// Whether, of the row of `directory_text` in the query, each of `words` begins some word
    /// `within` it. The words are [`words`] of a search: nothing in them means anything to an
    /// engine. It is no way to find rows.
    fn begin_words(&self, words: &[String], within: Within) -> SimpleExpr;

    /// [`Self::begin_words`] of the whole text, as the way to find the rows.
    fn rows(&self, words: &[String]) -> SimpleExpr;

    /// Whose text it is, where the rows are found by [`Self::rows`] and joined to theirs.
    fn owner(&self) -> SimpleExpr;
}

impl Store {
    /// The engine of this database.
    pub fn search(&self) -> &'static dyn Engine {
        if self.is_postgres() {
            &postgres::Tsvector
        } else {
            &sqlite::Fts5
        }
    }
}

/// The normal form in which texts are kept to be found: lower case, without marks or
/// punctuation, one blank between words.
pub fn normal_form(text: &str) -> String {
    fold(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words of a search, in their normal form.
pub fn words(text: &str) -> Vec<String> {
    fold(text)
        .split_whitespace()
        .take(MOST_WORDS)
        .map(cut)
        .collect()
}

/// As much of a word as counts.
pub fn cut(word: &str) -> String {
    word.chars().take(MOST_LETTERS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_normal_form_has_letters_and_digits_only() {
        assert_eq!(
            normal_form("Ca\u{f1}on House 24/7 \"Drop-in\" O'Fern & Co."),
            "canon house 24 7 drop in ofern co"
        );
    }

    #[test]
    fn words_of_a_search_are_cut_and_cannot_command() {
        assert_eq!(words("  MOSS* OR (fern) "), ["moss", "or", "fern"]);
        assert!(words("\"'&|!:*()").is_empty());
        assert_eq!(words(&"a".repeat(500)), ["a".repeat(64)]);
        assert_eq!(words(&"b ".repeat(50)).len(), 12);
    }
}
