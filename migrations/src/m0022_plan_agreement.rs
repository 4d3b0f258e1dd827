//! What is agreed on and looked at again: approvals, reviews, endings; the immediate plan;
//! what an organisation sets for its plans.

use sea_orm_migration::prelude::*;

use crate::append_only::{append_only, forget};
use crate::columns::{
    bytes, code, day, day_null, flag, id, org, sealed, sealed_null, text, ts, ts_null, uuid,
    uuid_null, version, whole,
};
use crate::table::{NewTable, drop_tables};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [
            plan_approval(),
            plan_review(),
            review_call(),
            plan_ending(),
            immediate_plan(),
            immediate_section(),
            plan_setting(),
        ] {
            table.create(manager).await?;
        }
        for table in APPEND_ONLY {
            append_only(manager, table, &[&["id"]]).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = [
            "plan_setting",
            "immediate_section",
            "immediate_plan",
            "plan_ending",
            "review_call",
            "plan_review",
            "plan_approval",
        ];
        drop_tables(manager, &tables).await?;
        for table in APPEND_ONLY {
            forget(manager, table).await?;
        }
        Ok(())
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

const APPEND_ONLY: [&str; 3] = ["plan_approval", "plan_review", "plan_ending"];

const AGREEMENT: &[&str] = &[
    "youth_agrees",
    "youth_partly",
    "youth_disagrees",
    "not_asked_yet",
    "chose_not_to_say",
];

const CONTACT: &[&str] = &[
    "phone",
    "text",
    "app",
    "email",
    "in_person",
    "via_supporter",
    "youth_will_contact_us",
    "none",
];

const TRIGGER: &[&str] = &[
    "missing_again",
    "placement_change",
    "told_us_something",
    "court_date",
    "consent_withdrawn",
    "youth_asks",
];

const SECTION: &[&str] = &[
    "who_meets",
    "what_not_to_say_or_do",
    "calming_and_triggers",
    "welcome_items",
    "food_clothes_rest",
    "medical_options",
    "phone_and_tech",
    "where_tonight",
    "transport",
    "who_may_be_told",
    "immediate_choices",
    "police_interview",
    "return_conversation_owner",
    "safety_plan",
];

fn plan_approval() -> NewTable {
    NewTable::named("plan_approval")
        .columns([
            id(),
            org(),
            uuid("case_id"),
            uuid("plan_id"),
            uuid("plan_version_id"),
            bytes("content_hash", 32),
            code("decision", &["approved", "returned"]),
            sealed_null("comment"),
            uuid("by_user"),
            ts("at"),
        ])
        .of_case()
        .refers("plan_id", "plan")
        .refers("plan_version_id", "plan_version")
        .refers("by_user", "app_user")
        .index(&["plan_id"])
        .index(&["plan_version_id"])
        .index(&["case_id"])
        .index(&["by_user"])
}

fn plan_review() -> NewTable {
    NewTable::named("plan_review")
        .columns([
            id(),
            org(),
            uuid("case_id"),
            uuid("plan_id"),
            day_null("due_on"),
            ts("held_at"),
            uuid("by_user"),
            sealed("changed"),
            code("youth_agreement", AGREEMENT),
            sealed_null("youth_words"),
            day("next_on"),
        ])
        .of_case()
        .refers("plan_id", "plan")
        .refers("by_user", "app_user")
        .index(&["plan_id"])
        .index(&["case_id"])
        .index(&["by_user"])
}

/// What calls for a review before its day.
fn review_call() -> NewTable {
    NewTable::named("review_call")
        .columns([
            id(),
            org(),
            uuid("case_id"),
            uuid("plan_id"),
            code("trigger", TRIGGER),
            sealed_null("note"),
            uuid("by_user"),
            ts("at"),
            uuid_null("review_id"),
        ])
        .of_case()
        .refers("plan_id", "plan")
        .refers("by_user", "app_user")
        .refers("review_id", "plan_review")
        .index(&["plan_id"])
        .index(&["case_id"])
        .index(&["by_user"])
        .index(&["review_id"])
}

fn plan_ending() -> NewTable {
    NewTable::named("plan_ending")
        .columns([
            id(),
            org(),
            uuid("case_id"),
            uuid("plan_id"),
            sealed("content"),
            code("aftercare", CONTACT),
            code("youth_agreement", AGREEMENT),
            uuid("by_user"),
            ts("at"),
        ])
        .of_case()
        .refers("plan_id", "plan")
        .refers("by_user", "app_user")
        .index(&["plan_id"])
        .index(&["case_id"])
        .index(&["by_user"])
}

/// At most one of a case is not superseded.
fn immediate_plan() -> NewTable {
    NewTable::named("immediate_plan")
        .columns([
            id(),
            org(),
            uuid("case_id"),
            version(),
            code("state", &["draft", "active", "superseded"]),
            ts_null("recovered_at"),
            ts_null("activated_at"),
            uuid_null("activated_by"),
            sealed_null("snapshot"),
            sealed_null("content_hash"),
            uuid("created_by"),
            ts("created_at"),
        ])
        .of_case()
        .refers("activated_by", "app_user")
        .refers("created_by", "app_user")
        .unique_where(&["case_id"], "state <> 'superseded'")
        .index(&["case_id"])
        .index(&["activated_by"])
        .index(&["created_by"])
}

/// A section of an immediate plan, which is a step once the plan is lived by (rule 64).
fn immediate_section() -> NewTable {
    NewTable::named("immediate_section")
        .columns([
            id(),
            org(),
            uuid("case_id"),
            uuid("immediate_plan_id"),
            version(),
            code("section", SECTION),
            sealed_null("content"),
            flag("unknown_yet"),
            uuid_null("written_by"),
            ts_null("written_at"),
            ts_null("opened_at"),
            ts_null("done_at"),
            uuid_null("done_by"),
        ])
        .of_case()
        .refers("immediate_plan_id", "immediate_plan")
        .refers("written_by", "app_user")
        .refers("done_by", "app_user")
        .unique(&["immediate_plan_id", "section"])
        .index(&["case_id"])
        .index(&["written_by"])
        .index(&["done_by"])
}

fn plan_setting() -> NewTable {
    NewTable::named("plan_setting")
        .columns([
            org(),
            version(),
            text("medical_hours"),
            whole("youth_goal_days"),
            uuid("set_by"),
            ts("set_at"),
        ])
        .keyed_by(&["org_id"])
        .of_organization()
        .refers("set_by", "app_user")
        .index(&["set_by"])
}
