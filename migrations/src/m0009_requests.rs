//! Requests for help from workers, carers and partners.

use sea_orm_migration::prelude::*;

use crate::columns::{
    code, id, org, sealed, sealed_null, ts, ts_null, us_state, uuid, uuid_null, version,
};
use crate::table::{NewTable, drop_tables};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        request().create(manager).await?;
        request_topic().create(manager).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["request_topic", "request"]).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

const REQUESTER_KIND: &[&str] = &[
    "child_welfare_worker",
    "foster_parent",
    "kin_caregiver",
    "law_enforcement",
    "juvenile_justice",
    "court",
    "service_provider",
    "school",
    "medical",
    "tribal_agency",
    "family",
    "other",
];

const TOPIC: &[&str] = &[
    "find_resource",
    "immediate_recovery_plan",
    "longer_term_plan",
    "return_conversation",
    "engagement_and_rapport",
    "placement_options",
    "reduce_running",
    "family_engagement",
    "safety_planning",
    "screening_practice",
    "interstate_return",
    "legal_options",
    "program_expansion",
    "staff_training",
    "mdt_setup",
    "case_staffing",
    "staff_wellbeing",
];

fn request() -> NewTable {
    NewTable::named("request")
        .columns([
            id(),
            org(),
            version(),
            code("state", &["waiting", "answered", "case_opened", "closed"]),
            ts("received_at"),
            ts("due_at"),
            ts_null("first_response_at"),
            code("requester_kind", REQUESTER_KIND),
            sealed("requester_name"),
            sealed_null("requester_phone"),
            sealed_null("requester_organization"),
            us_state("jurisdiction"),
            code("urgency", &["child_just_found", "urgent", "routine"]),
            sealed("situation"),
            sealed_null("answer"),
            uuid("recorded_by"),
            uuid_null("case_id"),
            ts("created_at"),
        ])
        .of_organization()
        .of_case()
        .refers("recorded_by", "app_user")
        .index(&["org_id", "state", "received_at", "id"])
        .index(&["case_id"])
        .index(&["recorded_by"])
}

fn request_topic() -> NewTable {
    NewTable::named("request_topic")
        .columns([uuid("request_id"), code("topic", TOPIC)])
        .keyed_by(&["request_id", "topic"])
        .refers("request_id", "request")
}
