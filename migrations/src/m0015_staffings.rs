//! Case staffings: when a team sits down, and over which cases.

use sea_orm_migration::prelude::*;

use crate::columns::{code, flag, id, org, sealed_null, ts, uuid, version};
use crate::table::{NewTable, drop_tables};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        staffing().create(manager).await?;
        staffing_case().create(manager).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["staffing_case", "staffing"]).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

const STAFFING_TYPE: &[&str] = &[
    "triage",
    "crisis_rapid_response",
    "initial_non_emergency",
    "ongoing",
    "supervisor_case_staffing",
    "transition_closure",
    "systems_review",
];

fn staffing() -> NewTable {
    NewTable::named("staffing")
        .columns([
            id(),
            org(),
            version(),
            code("staffing_type", STAFFING_TYPE),
            ts("at"),
            sealed_null("purpose"),
            uuid("facilitator_id"),
            flag("cancelled"),
            ts("created_at"),
        ])
        .of_organization()
        .refers("facilitator_id", "app_user")
        .index(&["org_id", "at", "id"])
        .index(&["facilitator_id"])
}

fn staffing_case() -> NewTable {
    NewTable::named("staffing_case")
        .columns([uuid("staffing_id"), uuid("case_id"), org()])
        .keyed_by(&["staffing_id", "case_id"])
        .refers("staffing_id", "staffing")
        .of_case()
        .index(&["case_id"])
}
