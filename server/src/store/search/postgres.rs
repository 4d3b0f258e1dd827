//! PostgreSQL's tsvector. It derives the vector from the row: A is the name, B the
//! organisation's, C the description.

use sea_orm::sea_query::{Expr, SimpleExpr};

use super::{Engine, Within};

pub(super) struct Tsvector;

impl Engine for Tsvector {
    fn begin_words(&self, words: &[String], within: Within) -> SimpleExpr {
        let part = match within {
            Within::Name => "A",
            Within::NameOrOrganization => "AB",
            Within::All => "",
        };
        let words: Vec<String> = words
            .iter()
            .map(|word| format!("'{word}':*{part}"))
            .collect();
        let sql = r#""directory_text"."search_vector" @@ to_tsquery('simple', $1)"#;
        Expr::cust_with_values(sql, [words.join(" & ")])
    }

    fn rows(&self, words: &[String]) -> SimpleExpr {
        self.begin_words(words, Within::All)
    }

    fn owner(&self) -> SimpleExpr {
        Expr::col(("directory_text", "of_id"))
    }
}
