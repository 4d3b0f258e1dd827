//! Warm hand-offs: a young person was introduced to a service, not only sent there (rule 92).
//! Rows are added and stay.

use sea_orm_migration::prelude::*;

use crate::append_only::{append_only, forget};
use crate::columns::{code, flag, id, org, sealed, sealed_null, ts, uuid};
use crate::table::{NewTable, drop_tables};

#[derive(DeriveMigrationName)]
pub struct Migration;

const TABLE: &str = "warm_hand_off";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        NewTable::named(TABLE)
            .columns([
                id(),
                org(),
                uuid("case_id"),
                uuid("referral_id"),
                ts("called_at"),
                uuid("called_by"),
                sealed("spoke_with"),
                flag("youth_present"),
                code(
                    "youth_preference",
                    &[
                        "together",
                        "worker_alone",
                        "youth_alone",
                        "supporter_along",
                        "no_preference",
                        "not_asked_yet",
                    ],
                ),
                sealed_null("youth_words"),
                uuid("recorded_by"),
                ts("recorded_at"),
            ])
            .of_case()
            .refers("referral_id", "referral")
            .refers("called_by", "app_user")
            .refers("recorded_by", "app_user")
            .index(&["case_id"])
            .index(&["referral_id"])
            .index(&["called_by"])
            .index(&["recorded_by"])
            .create(manager)
            .await?;
        append_only(manager, TABLE, &[&["id"]]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &[TABLE]).await?;
        forget(manager, TABLE).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}
