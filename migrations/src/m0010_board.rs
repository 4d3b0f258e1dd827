//! What wide reads and dashboards are answered from: a row per case, and kept counters.

use sea_orm_migration::prelude::*;

use crate::codes::{CASE_STATUS, PLAN_STATE};
use crate::columns::{
    big, code, code_null, day, day_null, flag, id, org, text, ts, uuid, uuid_null, whole,
};
use crate::table::{NewTable, drop_tables};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        case_board().create(manager).await?;
        tally().create(manager).await?;
        tally_delta().create(manager).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["tally_delta", "tally", "case_board"]).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

/// Kept by the acts in their own transaction, and computable anew from what it is
/// taken from; the people in it are held by the foreign keys there. What lists
/// sort by is never null: without a contact `last_contact_at` is the opening,
/// without a review or a staffing the day is 9999-12-31.
fn case_board() -> NewTable {
    NewTable::named("case_board")
        .columns([
            uuid("case_id").primary_key().take(),
            org(),
            uuid("supervisor_id"),
            uuid_null("specialist_id"),
            uuid_null("advocate_id"),
            code("status", CASE_STATUS),
            flag("open"),
            ts("opened_at"),
            code_null("plan_state", PLAN_STATE),
            flag("awaiting_voice"),
            whole("open_goals"),
            whole("open_referrals"),
            whole("waiting_referrals"),
            whole("contacts_logged"),
            ts("last_contact_at"),
            flag("has_contact"),
            day_null("next_contact_on"),
            day("next_review_on"),
            ts("next_staffing_at"),
        ])
        .of_case()
        .index(&[
            "org_id",
            "supervisor_id",
            "open",
            "last_contact_at",
            "case_id",
        ])
        .index(&["specialist_id", "open", "last_contact_at", "case_id"])
        .index(&["advocate_id", "open", "last_contact_at", "case_id"])
        .index(&[
            "org_id",
            "supervisor_id",
            "open",
            "next_review_on",
            "case_id",
        ])
        .index(&["org_id", "supervisor_id", "opened_at", "case_id"])
        .index(&["specialist_id", "opened_at", "case_id"])
}

/// `specialist_id` is the nil uuid where there is none, `day` is 0001-01-01 where
/// the measure has none: a key may not hold nulls.
fn tally() -> NewTable {
    NewTable::named("tally")
        .columns([
            org(),
            uuid("supervisor_id"),
            uuid("specialist_id"),
            text("measure"),
            day("day"),
            big("n"),
        ])
        .keyed_by(&["org_id", "supervisor_id", "measure", "specialist_id", "day"])
        .of_organization()
}

/// Signed changes of a tally, added by the acts and folded in the background, so
/// that writers do not queue for one row.
fn tally_delta() -> NewTable {
    NewTable::named("tally_delta")
        .columns([
            id(),
            org(),
            uuid("supervisor_id"),
            uuid("specialist_id"),
            text("measure"),
            day("day"),
            whole("delta"),
        ])
        .of_organization()
        .index(&["org_id", "supervisor_id"])
}
