//! Full-text search over the directory: SQLite's FTS5 and PostgreSQL's tsvector behind
//! one function. Both hold the same normal form, so that both find the same.

use sea_orm::sea_query::{Expr, Query, SimpleExpr};
use sea_orm::{ConnectionTrait, DbErr, DeriveIden};
use uuid::Uuid;

use super::Tx;
use crate::access::{Grant, Viewer};
use crate::error::Refusal;
use crate::vault::fold;

/// Words of a search that count; nobody types more to find a service.
const MOST_WORDS: usize = 12;
/// Letters of a word that count; PostgreSQL refuses words of more than two kilobytes.
const MOST_LETTERS: usize = 64;

#[derive(DeriveIden)]
enum ServiceFts {
    Table,
    ServiceId,
    SearchText,
}

/// The normal form in which texts are kept to be found: lower case, without marks or
/// punctuation.
pub fn normal_form(texts: &[&str]) -> String {
    let folded: Vec<String> = texts.iter().map(|text| fold(text)).collect();
    folded
        .iter()
        .flat_map(|text| text.split_whitespace())
        .collect::<Vec<_>>()
        .join(" ")
}

/// The services of which each of `words` begins some word; `None` when there are no words
/// in it.
pub fn services_with(viewer: &Viewer, words: &str) -> Option<SimpleExpr> {
    let words = prefixes(words);
    if words.is_empty() {
        return None;
    }
    // The normal form has letters and digits only: nothing in it means anything to either.
    let (each, between, sql) = if viewer.app().store().is_postgres() {
        let sql = r#""service"."search_vector" @@ to_tsquery('simple', $1)"#;
        (":*", " & ", sql)
    } else {
        let sql =
            r#""service"."id" IN (SELECT service_id FROM service_fts WHERE service_fts MATCH ?)"#;
        ("*", " ", sql)
    };
    let asked: Vec<String> = words
        .iter()
        .map(|word| match each {
            "*" => format!("\"{word}\"*"),
            _ => format!("'{word}'{each}"),
        })
        .collect();
    Some(Expr::cust_with_values(sql, [asked.join(between)]))
}

fn prefixes(words: &str) -> Vec<String> {
    fold(words)
        .split_whitespace()
        .take(MOST_WORDS)
        .map(|word| word.chars().take(MOST_LETTERS).collect())
        .collect()
}

/// Writes what a service is found by, where the database does not derive it by itself.
/// The row's `search_text` has been written before.
pub async fn keep_service(tx: &Tx, grant: &Grant, id: Uuid, text: &str) -> Result<(), Refusal> {
    tx.check(grant)?;
    Ok(write_service(
        &tx.reader(),
        tx.viewer().app().store().is_postgres(),
        id,
        text,
    )
    .await?)
}

/// [`keep_service`] on a connection of the spine's own: the demo data.
pub(crate) async fn write_service(
    connection: &impl ConnectionTrait,
    postgres: bool,
    id: Uuid,
    text: &str,
) -> Result<(), DbErr> {
    if postgres {
        // `search_vector` is generated from the row.
        return Ok(());
    }
    // FTS5 has no key but its own: this reads the whole table, which a curator's act may.
    let old = Query::delete()
        .from_table(ServiceFts::Table)
        .and_where(sea_orm::sea_query::ExprTrait::eq(
            Expr::col(ServiceFts::ServiceId),
            id,
        ))
        .take();
    connection.execute(&old).await?;
    let new = Query::insert()
        .into_table(ServiceFts::Table)
        .columns([ServiceFts::ServiceId, ServiceFts::SearchText])
        .values_panic([id.into(), text.into()])
        .take();
    connection.execute(&new).await?;
    Ok(())
}

/// [`write_service`] for many at once: `known` are those that were there already.
pub(crate) async fn write_services(
    connection: &impl ConnectionTrait,
    postgres: bool,
    known: &[Uuid],
    texts: Vec<(Uuid, String)>,
) -> Result<(), DbErr> {
    if postgres || texts.is_empty() {
        return Ok(());
    }
    if !known.is_empty() {
        let old = Query::delete()
            .from_table(ServiceFts::Table)
            .and_where(sea_orm::sea_query::ExprTrait::is_in(
                Expr::col(ServiceFts::ServiceId),
                known.iter().copied(),
            ))
            .take();
        connection.execute(&old).await?;
    }
    let mut new = Query::insert()
        .into_table(ServiceFts::Table)
        .columns([ServiceFts::ServiceId, ServiceFts::SearchText])
        .take();
    for (id, text) in texts {
        new.values_panic([id.into(), text.into()]);
    }
    connection.execute(&new).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_normal_form_has_letters_and_digits_only() {
        assert_eq!(
            normal_form(&["Ca\u{f1}on House", "24/7 \"Drop-in\"", "O'Fern & Co."]),
            "canon house 24 7 drop in ofern co"
        );
    }

    #[test]
    fn words_of_a_search_are_cut_and_cannot_command() {
        assert_eq!(prefixes("  MOSS* OR (fern) "), ["moss", "or", "fern"]);
        assert!(prefixes("\"'&|!:*()").is_empty());
        assert_eq!(prefixes(&"a".repeat(500)), ["a".repeat(64)]);
        assert_eq!(prefixes(&"b ".repeat(50)).len(), 12);
    }
}
