//! Puts typing errors right: a word of a search that begins no word of the directory becomes
//! the nearest that is one. Nobody needs to know how a name is spelt to find it.

use sea_orm::sea_query::UnionType;
use strsim::damerau_levenshtein;

use super::entity::directory_gram::{self, Column as G};
use super::entity::directory_word::{self, Column as W};
use super::vocabulary::{counts, grams};
use crate::access::Viewer;
use crate::error::Refusal;
use crate::store::prelude::*;

/// Words that are held against one that was typed: those that share most of its letters by twos.
const CANDIDATES: u64 = 40;
/// Follows every letter.
const LAST: char = '\u{10ffff}';

#[derive(FromQueryResult)]
struct Known {
    place: i32,
}

#[derive(FromQueryResult)]
struct Like {
    place: i32,
    word: String,
}

/// The words that were probably meant; `None` when each begins a word of the directory, or
/// nothing in it is near. Two statements, however large the directory is.
pub(in crate::directory) async fn correct(
    viewer: &Viewer,
    words: &[String],
) -> Result<Option<Vec<String>>, Refusal> {
    let asked: Vec<(usize, &String)> = words
        .iter()
        .enumerate()
        .filter(|(_, word)| counts(word))
        .collect();
    let known = asked.iter().map(|(at, word)| begins_one(viewer, *at, word));
    let Some(known) = together(known) else {
        return Ok(None);
    };
    let known: Vec<Known> = viewer.reader().rows(&known).await?;
    let unknown: Vec<(usize, &String)> = asked
        .into_iter()
        .filter(|(at, _)| !known.iter().any(|one| one.place as usize == *at))
        .collect();
    let Some(like) = together(unknown.iter().map(|(at, word)| like(viewer, *at, word))) else {
        return Ok(None);
    };
    let like: Vec<Like> = viewer.reader().rows(&like).await?;
    let (mut corrected, mut any) = (words.to_vec(), false);
    for (at, word) in unknown {
        let candidates = like.iter().filter(|one| one.place as usize == at);
        let nearest = nearest(word, candidates.map(|one| one.word.as_str()));
        if let (Some(nearest), Some(there)) = (nearest, corrected.get_mut(at)) {
            nearest.clone_into(there);
            any = true;
        }
    }
    Ok(any.then_some(corrected))
}

/// The rows of all of them.
fn together(mut queries: impl Iterator<Item = SelectStatement>) -> Option<SelectStatement> {
    let mut all = queries.next()?;
    for query in queries {
        all.union(UnionType::All, query);
    }
    Some(all)
}

/// A row when a word of the directory begins with `word`.
fn begins_one(viewer: &Viewer, at: usize, word: &str) -> SelectStatement {
    let one = Query::select()
        .expr(Expr::val(1))
        .from(directory_word::Entity)
        .and_where(W::OrgId.eq(viewer.org()))
        .and_where(W::Word.gte(word))
        .and_where(W::Word.lt(format!("{word}{LAST}")))
        .take();
    Query::select()
        .expr_as(place(at), "place")
        .and_where(Expr::exists(one))
        .take()
}

/// The words of the directory that share most of the letters by twos of `word`.
fn like(viewer: &Viewer, at: usize, word: &str) -> SelectStatement {
    let rows = Query::select()
        .expr_as(place(at), "place")
        .column(G::Word)
        .from(directory_gram::Entity)
        .and_where(G::OrgId.eq(viewer.org()))
        .and_where(G::Gram.is_in(grams(word)))
        .group_by_col(G::Word)
        .order_by_expr(Func::count(Expr::val(1)).into(), Order::Desc)
        .order_by_expr(Func::char_length(Expr::col(G::Word)).into(), Order::Asc)
        .order_by(G::Word, Order::Asc)
        .limit(CANDIDATES)
        .take();
    Query::select()
        .columns(["place", "word"])
        .from_subquery(rows, "of_one")
        .take()
}

/// A number of ours; bound, PostgreSQL could not tell its type.
fn place(at: usize) -> SimpleExpr {
    Expr::cust(format!("CAST({at} AS integer)"))
}

/// The candidate with the fewest slips between it and `word`; a slip is a letter too many, too
/// few, another, or two in the wrong order. Who types on may have only begun the word: its
/// beginning counts as well, after whole words.
fn nearest<'c>(word: &str, candidates: impl Iterator<Item = &'c str>) -> Option<&'c str> {
    let letters = word.chars().count();
    let most = if letters > 5 { 2 } else { 1 };
    candidates
        .filter_map(|candidate| {
            let whole = damerau_levenshtein(word, candidate);
            let begun = (letters.saturating_sub(1)..=letters + 1)
                .map(|n| candidate.chars().take(n).collect::<String>())
                .map(|beginning| damerau_levenshtein(word, &beginning))
                .min()
                .unwrap_or(whole);
            let (slips, begun) = if whole <= begun {
                (whole, 0)
            } else {
                (begun, 1)
            };
            (slips <= most).then_some((slips, begun, candidate))
        })
        .min()
        .map(|(_, _, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(word: &str) -> Option<&'static str> {
        let all = [
            "shelter",
            "therapist",
            "therapy",
            "casa",
            "canon",
            "house",
            "hours",
            "ninos",
        ];
        nearest(word, all.into_iter())
    }

    #[test]
    fn slips_of_each_kind_are_forgiven() {
        for (typed, meant) in [
            ("shetler", "shelter"),
            ("sheltter", "shelter"),
            ("shlter", "shelter"),
            ("therapost", "therapist"),
            ("huose", "house"),
            ("canno", "canon"),
            ("nimos", "ninos"),
            ("therpi", "therapist"),
        ] {
            assert_eq!(of(typed), Some(meant), "{typed}");
        }
    }

    #[test]
    fn what_is_far_is_left_as_it_was() {
        for typed in ["zebra", "casino", "xyz"] {
            assert_eq!(of(typed), None, "{typed}");
        }
    }
}
