//! What is talked over at a staffing, and who was asked to come (rule 97).

use sea_orm_migration::prelude::*;

use crate::columns::{code, id, org, sealed_null, ts, uuid, whole};
use crate::table::{NewTable, drop_tables};

#[derive(DeriveMigrationName)]
pub struct Migration;

const KIND: &[&str] = &[
    "youth_wants_known",
    "youth_not_shared",
    "question",
    "plan_missing",
    "voice_missing",
    "review_overdue",
    "report_open",
    "clock_overdue",
    "open_goal",
    "open_referral",
    "other",
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        NewTable::named("staffing_item")
            .columns([
                id(),
                org(),
                uuid("staffing_id"),
                uuid("case_id"),
                whole("position"),
                code("kind", KIND),
                sealed_null("text"),
                uuid("written_by"),
                ts("written_at"),
            ])
            .of_case()
            .refers("staffing_id", "staffing")
            .refers("written_by", "app_user")
            .index(&["staffing_id", "position"])
            .index(&["case_id"])
            .index(&["written_by"])
            .create(manager)
            .await?;
        NewTable::named("staffing_guest")
            .columns([uuid("staffing_id"), uuid("user_id"), org()])
            .keyed_by(&["staffing_id", "user_id"])
            .refers("staffing_id", "staffing")
            .refers("user_id", "app_user")
            .of_organization()
            .index(&["user_id"])
            .index(&["org_id"])
            .create(manager)
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["staffing_guest", "staffing_item"]).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}
