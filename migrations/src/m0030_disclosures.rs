//! Disclosures: what was shared of a young person, with whom, when, by whom and on what
//! basis. Rows are added and stay: they are the accounting (rule 26).

use sea_orm_migration::prelude::*;

use crate::append_only::{append_only, forget};
use crate::columns::{
    bytes, code, code_null, flag, id, org, sealed, sealed_null, ts, uuid, uuid_null,
};
use crate::m0029_releases::{DISCLOSURE_METHOD, DISCLOSURE_PURPOSE, INFORMATION_CATEGORY};
use crate::table::{NewTable, drop_tables};

#[derive(DeriveMigrationName)]
pub struct Migration;

const APPEND_ONLY: [(&str, &[&str]); 2] = [
    ("disclosure", &["id"]),
    ("disclosure_category", &["disclosure_id", "category"]),
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        disclosure().create(manager).await?;
        disclosure_category().create(manager).await?;
        for (table, key) in APPEND_ONLY {
            append_only(manager, table, &[key]).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["disclosure_category", "disclosure"]).await?;
        for (table, _) in APPEND_ONLY {
            forget(manager, table).await?;
        }
        Ok(())
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

/// By consent there is a release and a directory's recipient; without, a document (rule 22).
fn disclosure() -> NewTable {
    NewTable::named("disclosure")
        .columns([
            id(),
            org(),
            uuid("case_id"),
            uuid("person_id"),
            code(
                "basis",
                &["consent", "statute_mandated_report", "court_order"],
            ),
            uuid_null("release_id"),
            uuid_null("recipient_service_id"),
            uuid_null("referral_id"),
            sealed("recipient_name"),
            code("purpose", DISCLOSURE_PURPOSE),
            code("method", DISCLOSURE_METHOD),
            sealed("payload"),
            bytes("payload_hash", 32),
            sealed_null("document"),
            code_null(
                "report_kind",
                &["missing_child", "abuse", "trafficking_identified"],
            ),
            flag("subpoena"),
            sealed_null("counsel_approval"),
            code_null("told_person", &["told", "tried", "unsafe"]),
            sealed_null("told_person_words"),
            sealed_null("safety_steps"),
            uuid("made_by"),
            ts("made_at"),
        ])
        .of_case()
        .refers("person_id", "case_person")
        .refers("release_id", "release")
        .refers("recipient_service_id", "service")
        .refers("referral_id", "referral")
        .refers("made_by", "app_user")
        .index(&["case_id", "made_at", "id"])
        .index(&["person_id"])
        .index(&["release_id"])
        .index(&["recipient_service_id"])
        .index(&["referral_id"])
        .index(&["made_by"])
}

fn disclosure_category() -> NewTable {
    NewTable::named("disclosure_category")
        .columns([
            uuid("disclosure_id"),
            code("category", INFORMATION_CATEGORY),
        ])
        .keyed_by(&["disclosure_id", "category"])
        .refers("disclosure_id", "disclosure")
}
