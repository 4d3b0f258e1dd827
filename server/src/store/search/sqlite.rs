//! SQLite's FTS5. The index lies beside `directory_text` and knows a row by its number.

use sea_orm::sea_query::{Expr, SimpleExpr};

use super::{Engine, Within};

pub(super) struct Fts5;

impl Engine for Fts5 {
    fn begin_words(&self, words: &[String], within: Within) -> SimpleExpr {
        // The plus keeps the list from being gone through for each row of another table.
        let sql = r#"+"directory_text"."number" IN (SELECT rowid FROM directory_fts WHERE directory_fts MATCH ?)"#;
        Expr::cust_with_values(sql, [asked(words, within)])
    }

    fn rows(&self, words: &[String]) -> SimpleExpr {
        let sql = r#""directory_text"."number" IN (SELECT rowid FROM directory_fts WHERE directory_fts MATCH ?)"#;
        Expr::cust_with_values(sql, [asked(words, Within::All)])
    }

    fn owner(&self) -> SimpleExpr {
        // The plus keeps the text from being sought by its service: what words find comes first.
        Expr::cust(r#"+"directory_text"."of_id""#)
    }
}

fn asked(words: &[String], within: Within) -> String {
    let part = match within {
        Within::Name => "{name}",
        Within::NameOrOrganization => "{name organization}",
        Within::All => "{name organization description}",
    };
    let words: Vec<String> = words.iter().map(|word| format!("\"{word}\"*")).collect();
    format!("{part} : ({})", words.join(" AND "))
}
