//! The kinds of column that tables are made of. What may be absent ends in `_null`.

use sea_orm_migration::prelude::{ColumnDef, Expr, ExprTrait};

use crate::codes::STATES;

/// `id`, the primary key: uuid v7 made by the application.
pub fn id() -> ColumnDef {
    ColumnDef::new("id").uuid().not_null().primary_key().take()
}

/// `org_id`, the organisation that a row belongs to (rule 29).
pub fn org() -> ColumnDef {
    uuid("org_id")
}

/// `version`, the number that a change must name to be taken.
pub fn version() -> ColumnDef {
    whole("version").default(1).take()
}

pub fn uuid(name: &'static str) -> ColumnDef {
    uuid_null(name).not_null().take()
}

pub fn uuid_null(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).uuid().take()
}

/// An instant in UTC, to the microsecond.
pub fn ts(name: &'static str) -> ColumnDef {
    ts_null(name).not_null().take()
}

pub fn ts_null(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).timestamp_with_time_zone().take()
}

/// A calendar day, without a time zone.
pub fn day(name: &'static str) -> ColumnDef {
    day_null(name).not_null().take()
}

pub fn day_null(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).date().take()
}

/// Text that is not about a person.
pub fn text(name: &'static str) -> ColumnDef {
    text_null(name).not_null().take()
}

pub fn text_null(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).text().take()
}

/// Person-level text, sealed by the application before it comes here (rule 38).
pub fn sealed(name: &'static str) -> ColumnDef {
    sealed_null(name).not_null().take()
}

pub fn sealed_null(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).blob().take()
}

/// Bytes of exactly this length: hashes and blind-index tokens.
pub fn bytes(name: &'static str, length: i32) -> ColumnDef {
    ColumnDef::new(name)
        .blob()
        .not_null()
        .check(Expr::cust(format!("length({name}) = {length}")))
        .take()
}

/// A code out of a closed list.
pub fn code(name: &'static str, list: &[&'static str]) -> ColumnDef {
    code_null(name, list).not_null().take()
}

pub fn code_null(name: &'static str, list: &[&'static str]) -> ColumnDef {
    text_null(name)
        .check(Expr::col(name).is_in(list.iter().copied()))
        .take()
}

/// A state or territory of the United States, by its two letters.
pub fn us_state(name: &'static str) -> ColumnDef {
    code(name, STATES)
}

pub fn whole(name: &'static str) -> ColumnDef {
    whole_null(name).not_null().take()
}

pub fn whole_null(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).integer().take()
}

pub fn big(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).big_integer().not_null().take()
}

pub fn flag(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).boolean().not_null().take()
}
