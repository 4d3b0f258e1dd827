//! Rows as JSON, straight from the wire's values.

use std::fmt::Write as _;

use chrono::{DateTime, NaiveDate, Utc};
use tokio_postgres::Row;
use tokio_postgres::types::Type;
use uuid::Uuid;

/// An array of objects, a member a column.
pub fn write_all(text: &mut String, rows: &[Row]) {
    text.push('[');
    for (place, row) in rows.iter().enumerate() {
        text.push_str(if place > 0 { ",{" } else { "{" });
        for (at, column) in row.columns().iter().enumerate() {
            let comma = if at > 0 { "," } else { "" };
            write!(text, "{comma}\"{}\":", column.name()).unwrap();
            value(text, row, at, column.type_());
        }
        text.push('}');
    }
    text.push(']');
}

fn value(text: &mut String, row: &Row, at: usize, kind: &Type) {
    let written = match *kind {
        Type::UUID => row
            .get::<_, Option<Uuid>>(at)
            .map(|id| write!(text, "\"{id}\"")),
        Type::INT8 => row.get::<_, Option<i64>>(at).map(|n| write!(text, "{n}")),
        Type::INT4 => row.get::<_, Option<i32>>(at).map(|n| write!(text, "{n}")),
        Type::BOOL => row
            .get::<_, Option<bool>>(at)
            .map(|flag| write!(text, "{flag}")),
        Type::DATE => row
            .get::<_, Option<NaiveDate>>(at)
            .map(|day| write!(text, "\"{day}\"")),
        Type::TIMESTAMPTZ => {
            let at = row.get::<_, Option<DateTime<Utc>>>(at);
            at.map(|at| write!(text, "\"{}\"", at.to_rfc3339()))
        }
        _ => row.get::<_, Option<&str>>(at).map(|value| {
            text.push_str(&serde_json::to_string(value).unwrap());
            Ok(())
        }),
    };
    match written {
        Some(written) => written.unwrap(),
        None => text.push_str("null"),
    }
}
