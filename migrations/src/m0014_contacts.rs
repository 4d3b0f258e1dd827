//! Contacts with families and young people, what they need, and what was in crisis.

use sea_orm_migration::prelude::*;

use crate::columns::{code, day_null, id, org, sealed_null, ts, uuid, uuid_null, whole_null};
use crate::table::{NewTable, drop_tables};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        support_contact().create(manager).await?;
        support_contact_need().create(manager).await?;
        support_contact_crisis().create(manager).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(
            manager,
            &[
                "support_contact_crisis",
                "support_contact_need",
                "support_contact",
            ],
        )
        .await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

const CHANNEL: &[&str] = &["phone", "video", "text", "email", "in_person", "letter"];

const OUTCOME: &[&str] = &[
    "reached",
    "left_agreed_message",
    "no_answer",
    "unsafe_to_talk",
    "wrong_number",
    "family_asked_to_pause",
];

const CONTACT_TYPE: &[&str] = &[
    "crisis_intervention",
    "emotional_support",
    "information",
    "referral",
    "safety_planning",
    "case_update",
    "reunification_planning",
    "reunification_support",
    "peer_connection",
    "check_in",
    "missed_attempt",
];

const CRISIS: &[&str] = &[
    "child_missing_now",
    "child_just_found",
    "child_contacted_by_trafficker",
    "trafficker_at_location",
    "threat_to_family",
    "suicidal_statement_child",
    "suicidal_statement_caregiver",
    "self_harm",
    "overdose",
    "violence_at_home",
    "eviction_or_no_food",
    "court_or_arrest",
    "media_attention",
    "images_online",
    "caregiver_overwhelm",
    "grief",
    "sibling_at_risk",
    "other",
];

const NEED: &[&str] = &[
    "crisis_support",
    "mental_health",
    "reunification",
    "transport",
    "legal",
    "housing",
    "food",
    "school",
    "sibling_support",
    "safety_at_home",
    "technology",
    "parenting_after_trauma",
    "media_help",
    "finances",
    "interpreter",
    "faith_culture",
    "respite",
];

fn support_contact() -> NewTable {
    NewTable::named("support_contact")
        .columns([
            id(),
            org(),
            uuid("case_id"),
            uuid_null("person_id"),
            ts("occurred_at"),
            ts("recorded_at"),
            code("channel", CHANNEL),
            code("direction", &["in", "out"]),
            code("outcome", OUTCOME),
            code("contact_type", CONTACT_TYPE),
            whole_null("minutes"),
            sealed_null("crisis_action"),
            sealed_null("note"),
            sealed_null("agreed"),
            day_null("next_contact_on"),
            uuid("logged_by"),
        ])
        .of_case()
        .refers("person_id", "case_person")
        .refers("logged_by", "app_user")
        .index(&["case_id", "occurred_at", "id"])
        .index(&["org_id", "occurred_at", "id"])
        .index(&["person_id"])
        .index(&["logged_by"])
}

fn support_contact_need() -> NewTable {
    NewTable::named("support_contact_need")
        .columns([uuid("contact_id"), code("need", NEED)])
        .keyed_by(&["contact_id", "need"])
        .refers("contact_id", "support_contact")
}

fn support_contact_crisis() -> NewTable {
    NewTable::named("support_contact_crisis")
        .columns([uuid("contact_id"), code("crisis", CRISIS)])
        .keyed_by(&["contact_id", "crisis"])
        .refers("contact_id", "support_contact")
}
