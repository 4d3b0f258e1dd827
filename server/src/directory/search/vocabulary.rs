//! The words of an organisation's directory: how many services have each, and its letters by
//! twos, by which words like it are found.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use sea_orm::ConnectionTrait;

use uuid::Uuid;

use super::entity::directory_gram::{self, Column as G};
use super::entity::directory_word::{self, Column as W};
use crate::error::Refusal;
use crate::store::prelude::*;
use crate::store::search::cut;

/// Rows in one statement: within what either database binds.
const ROWS: usize = 2_000;
/// A shorter word is as like to any other as to its own misspelling.
const FEWEST_LETTERS: usize = 3;

/// Whether a word can be misspelt: numbers are no words.
pub(super) fn counts(word: &str) -> bool {
    word.chars().count() >= FEWEST_LETTERS && word.chars().all(char::is_alphabetic)
}

/// The letters of a word by twos, each once; a blank stands before and after it.
pub(super) fn grams(word: &str) -> BTreeSet<String> {
    let letters: Vec<char> = std::iter::once(' ')
        .chain(word.chars())
        .chain([' '])
        .collect();
    letters.windows(2).map(|two| two.iter().collect()).collect()
}

/// What a vocabulary gains and loses, by word.
#[derive(Default)]
pub(super) struct Change(BTreeMap<String, i32>);

impl Change {
    /// A text has these words now (`by` 1), or has them no more (-1).
    pub(super) fn add(&mut self, texts: [&str; 3], by: i32) {
        let words: HashSet<&str> = texts.iter().flat_map(|text| text.split(' ')).collect();
        for word in words.into_iter().filter(|word| counts(word)) {
            *self.0.entry(cut(word)).or_default() += by;
        }
    }

    /// Writes it. The words go in their order, so that two writers cannot hold each other up.
    pub(super) async fn write<C: ConnectionTrait>(
        self,
        connection: &C,
        org: Uuid,
    ) -> Result<(), Refusal> {
        let changed: Vec<(String, i32)> = self.0.into_iter().filter(|(_, by)| *by != 0).collect();
        let gained = changed.iter().filter(|(_, by)| *by > 0);
        let gained: Vec<&str> = gained.map(|(word, _)| word.as_str()).collect();
        let mut known: HashSet<String> = HashSet::new();
        for words in gained.chunks(ROWS) {
            let rows: Vec<String> = directory_word::Entity::find()
                .select_only()
                .column(W::Word)
                .filter(W::OrgId.eq(org))
                .filter(W::Word.is_in(words.iter().copied()))
                .into_tuple()
                .all(connection)
                .await?;
            known.extend(rows);
        }
        count(connection, org, &changed).await?;
        let fresh: Vec<_> = gained
            .iter()
            .filter(|word| !known.contains(**word))
            .flat_map(|word| {
                grams(word)
                    .into_iter()
                    .map(|gram| directory_gram::ActiveModel {
                        org_id: Set(org),
                        gram: Set(gram),
                        word: Set((*word).to_owned()),
                    })
            })
            .collect();
        for rows in fresh.chunks(ROWS) {
            directory_gram::Entity::insert_many(rows.to_vec())
                .exec_without_returning(connection)
                .await?;
        }
        let lost = changed.into_iter().filter(|(_, by)| *by < 0);
        forget(connection, org, lost.map(|(word, _)| word).collect()).await
    }
}

async fn count<C: ConnectionTrait>(
    connection: &C,
    org: Uuid,
    changed: &[(String, i32)],
) -> Result<(), Refusal> {
    let told = Expr::col(("excluded", W::Uses));
    let more = OnConflict::columns([W::OrgId, W::Word])
        .value(
            W::Uses,
            Expr::col((directory_word::Entity, W::Uses)).add(told),
        )
        .to_owned();
    for some in changed.chunks(ROWS) {
        let rows = some.iter().map(|(word, by)| directory_word::ActiveModel {
            org_id: Set(org),
            word: Set(word.clone()),
            uses: Set(*by),
        });
        directory_word::Entity::insert_many(rows)
            .on_conflict(more.clone())
            .exec_without_returning(connection)
            .await?;
    }
    Ok(())
}

/// Takes out those of `words` that no service has any more.
async fn forget<C: ConnectionTrait>(
    connection: &C,
    org: Uuid,
    words: Vec<String>,
) -> Result<(), Refusal> {
    for words in words.chunks(ROWS) {
        let unused = W::OrgId
            .eq(org)
            .and(W::Word.is_in(words))
            .and(W::Uses.lte(0));
        let these = Query::select()
            .column(W::Word)
            .from(directory_word::Entity)
            .and_where(unused.clone())
            .take();
        directory_gram::Entity::delete_many()
            .filter(G::OrgId.eq(org))
            .filter(G::Word.in_subquery(these))
            .exec(connection)
            .await?;
        directory_word::Entity::delete_many()
            .filter(unused)
            .exec(connection)
            .await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_its_letters_by_twos() {
        let of = |word| grams(word).into_iter().collect::<Vec<_>>();
        assert_eq!(of("fern"), [" f", "er", "fe", "n ", "rn"]);
        assert_eq!(of("дом"), [" д", "до", "м ", "ом"]);
    }

    #[test]
    fn numbers_and_what_is_short_are_not_corrected() {
        let all = ["at", "24", "b12x", "art", "дом"];
        assert_eq!(all.map(counts), [false, false, false, true, true]);
    }
}
