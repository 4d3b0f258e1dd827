//! Answers of services by link, and capacity enquiries (rules 86, 88, 91).

use sea_orm_migration::prelude::*;

use crate::columns::{
    bytes, code, code_null, day_null, flag, id, org, sealed_null, text, text_null, ts, ts_null,
    us_state, uuid, uuid_null,
};
use crate::m0012_directory::{CAPACITY, CATEGORY};
use crate::m0013_referrals::{OUTCOME, REASON};
use crate::table::{NewTable, drop_tables};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, mut column) in added() {
            let change = Table::alter().table(table).add_column(&mut column).take();
            manager.alter_table(change).await?;
        }
        capacity_enquiry().create(manager).await?;
        answer_link().create(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["answer_link", "capacity_enquiry"]).await?;
        for (table, column) in added().into_iter().rev() {
            let change = Table::alter()
                .table(table)
                .drop_column(column.get_column_name())
                .take();
            manager.alter_table(change).await?;
        }
        Ok(())
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

/// Where mail goes that is to nobody with an account; by which link a referral was moved, if
/// by one; whether the service itself told its capacity.
fn added() -> Vec<(&'static str, ColumnDef)> {
    vec![
        ("outbox", text_null("address")),
        ("referral_event", uuid_null("link_id")),
        ("service", flag("capacity_by_service").default(false).take()),
    ]
}

/// A need without anything of anybody: vocabulary alone. `accepts` and `languages` are codes
/// with commas between them.
fn capacity_enquiry() -> NewTable {
    NewTable::named("capacity_enquiry")
        .columns([
            id(),
            org(),
            uuid("case_id"),
            text("reference"),
            code("category", CATEGORY),
            code_null(
                "age_band",
                &[
                    "under_12",
                    "from_12_to_14",
                    "from_15_to_17",
                    "from_18_to_20",
                    "from_21",
                ],
            ),
            text("accepts"),
            text("languages"),
            us_state("state"),
            day_null("needed_by"),
            uuid("asked_by"),
            ts("asked_at"),
        ])
        .of_case()
        .refers("asked_by", "app_user")
        .index(&["case_id", "asked_at", "id"])
        .index(&["asked_by"])
}

/// What a service was asked by mail, and what it answered: of a referral or of an enquiry.
/// The link's secret is not here, only its hash. `address` is where it was sent.
fn answer_link() -> NewTable {
    NewTable::named("answer_link")
        .columns([
            id(),
            org(),
            uuid("case_id"),
            uuid_null("referral_id"),
            uuid_null("enquiry_id"),
            uuid("service_id"),
            text("address"),
            bytes("hash", 32),
            uuid("sent_by"),
            ts("sent_at"),
            ts("expires_at"),
            ts_null("revoked_at"),
            ts_null("answered_at"),
            code_null(
                "answer",
                &["accepted", "declined", "call_us", "outcome", "capacity"],
            ),
            code_null("reason_code", REASON),
            code_null("outcome", OUTCOME),
            code_null("capacity", CAPACITY),
            sealed_null("text"),
        ])
        .of_case()
        .refers("referral_id", "referral")
        .refers("enquiry_id", "capacity_enquiry")
        .refers("service_id", "service")
        .refers("sent_by", "app_user")
        .unique(&["hash"])
        .index(&["case_id"])
        .index(&["referral_id", "id"])
        .index(&["enquiry_id", "id"])
        .index(&["service_id"])
        .index(&["sent_by"])
}
