//! Referrals and the trail of their states (rule 88).

use sea_orm_migration::prelude::*;

use crate::append_only::{append_only, forget};
use crate::codes::REFERRAL_STATE;
use crate::columns::{
    code, code_null, id, org, sealed, sealed_null, text, ts, ts_null, uuid, uuid_null, version,
};
use crate::table::{NewTable, drop_tables};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        referral().create(manager).await?;
        referral_event().create(manager).await?;
        append_only(manager, "referral_event", &[&["id"]]).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["referral_event", "referral"]).await?;
        forget(manager, "referral_event").await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

pub const REASON: &[&str] = &[
    "at_capacity",
    "ineligible_age",
    "ineligible_gender",
    "ineligible_area",
    "ineligible_other",
    "unsafe_match",
    "no_response",
    "funding",
    "youth_declined",
    "youth_unavailable",
    "duplicate",
    "service_closed",
    "other",
];

pub const OUTCOME: &[&str] = &["service_received", "service_declined", "youth_chose_not_to"];

/// `reference` says nothing of the person (rule 91). `waiting_since` is set while
/// the referral is requested and nobody has answered.
fn referral() -> NewTable {
    NewTable::named("referral")
        .columns([
            id(),
            org(),
            uuid("case_id"),
            version(),
            text("reference"),
            uuid("service_id"),
            uuid_null("step_id"),
            code("state", REFERRAL_STATE),
            sealed("need"),
            code_null("outcome", OUTCOME),
            code_null("helpful", &["yes", "partly", "no", "chose_not_to_say"]),
            ts_null("requested_at"),
            ts_null("waiting_since"),
            uuid("created_by"),
            ts("created_at"),
        ])
        .of_case()
        .refers("service_id", "service")
        .refers("step_id", "step")
        .refers("created_by", "app_user")
        .unique(&["org_id", "reference"])
        .index(&["case_id", "id"])
        .index_where(&["org_id", "waiting_since"], "waiting_since IS NOT NULL")
        .index(&["org_id", "state", "created_at", "id"])
        .index(&["service_id"])
        .index(&["step_id"])
        .index(&["created_by"])
}

fn referral_event() -> NewTable {
    NewTable::named("referral_event")
        .columns([
            id(),
            org(),
            uuid("case_id"),
            uuid("referral_id"),
            code_null("from_state", REFERRAL_STATE),
            code("to_state", REFERRAL_STATE),
            ts("at"),
            uuid("by_user"),
            code_null("reason_code", REASON),
            sealed_null("text"),
        ])
        .of_case()
        .refers("referral_id", "referral")
        .refers("by_user", "app_user")
        .index(&["referral_id", "id"])
        .index(&["case_id"])
        .index(&["by_user"])
}
