//! Recovery plans with the young person's voice, strengths, goals and steps.

use sea_orm_migration::prelude::*;

use crate::append_only::{append_only, forget};
use crate::codes::PLAN_STATE;
use crate::columns::{
    bytes, code, code_null, day, day_null, flag, id, org, sealed, sealed_null, ts, ts_null, uuid,
    uuid_null, version, whole,
};
use crate::table::{NewTable, drop_tables};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        plan().create(manager).await?;
        plan_version().create(manager).await?;
        strength().create(manager).await?;
        goal().create(manager).await?;
        step().create(manager).await?;
        append_only(manager, "plan_version", &[&["id"], &["plan_id", "number"]]).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(
            manager,
            &["step", "goal", "strength", "plan_version", "plan"],
        )
        .await?;
        forget(manager, "plan_version").await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

const STRENGTH_KIND: &[&str] = &[
    "relationship",
    "skill",
    "interest",
    "value",
    "culture_faith",
    "coping",
    "achievement",
    "hope",
];

const DOMAIN: &[&str] = &[
    "immediate_safety",
    "basic_needs",
    "medical_dental",
    "sexual_reproductive_health",
    "mental_health",
    "substance_use",
    "placement_housing",
    "family_relationships",
    "peer_mentor_support",
    "education",
    "employment_income",
    "legal_protection",
    "court_and_justice_process",
    "immigration",
    "identity_documents",
    "life_skills",
    "technology_online_safety",
    "transport",
    "childcare_parenting",
    "culture_faith_community",
    "identity_and_belonging",
    "recreation_joy",
    "aftercare_transition",
];

const GOAL_STATE: &[&str] = &[
    "proposed",
    "accepted",
    "in_progress",
    "paused",
    "met_in_youth_view",
    "met_in_team_view",
    "changed",
    "set_aside",
];

const STEP_STATE: &[&str] = &[
    "todo",
    "doing",
    "waiting",
    "done",
    "not_needed",
    "youth_declined_for_now",
];

const AGREEMENT: &[&str] = &[
    "youth_agrees",
    "youth_partly",
    "youth_disagrees",
    "not_asked_yet",
    "chose_not_to_say",
];

const VOICE_KIND: &[&str] = &["own_words", "not_yet_reachable", "chose_not_to_take_part"];

/// A case has at most one plan that is neither completed nor superseded.
fn plan() -> NewTable {
    NewTable::named("plan")
        .columns([
            id(),
            org(),
            uuid("case_id"),
            version(),
            code("state", PLAN_STATE),
            ts_null("activated_at"),
            day_null("review_on"),
            code_null("voice_kind", VOICE_KIND),
            sealed_null("voice_words"),
            sealed_null("voice_note"),
            day_null("voice_next_offer_on"),
            ts_null("voice_recorded_at"),
            uuid_null("voice_recorded_by"),
            uuid("created_by"),
            ts("created_at"),
        ])
        .of_case()
        .refers("voice_recorded_by", "app_user")
        .refers("created_by", "app_user")
        .unique_where(&["case_id"], "state NOT IN ('completed', 'superseded')")
        .index(&["case_id"])
        .index(&["voice_recorded_by"])
        .index(&["created_by"])
}

/// The plan as it stood when it was activated, frozen (rule 71).
fn plan_version() -> NewTable {
    NewTable::named("plan_version")
        .columns([
            id(),
            org(),
            uuid("plan_id"),
            whole("number"),
            sealed("snapshot"),
            bytes("content_hash", 32),
            ts("frozen_at"),
            uuid("by_user"),
        ])
        .of_organization()
        .refers("plan_id", "plan")
        .refers("by_user", "app_user")
        .unique(&["plan_id", "number"])
        .index(&["org_id"])
        .index(&["by_user"])
}

fn strength() -> NewTable {
    NewTable::named("strength")
        .columns([
            id(),
            org(),
            uuid("case_id"),
            uuid("plan_id"),
            code("kind", STRENGTH_KIND),
            sealed("text"),
            ts("created_at"),
        ])
        .of_case()
        .refers("plan_id", "plan")
        .index(&["plan_id"])
        .index(&["case_id"])
}

fn goal() -> NewTable {
    NewTable::named("goal")
        .columns([
            id(),
            org(),
            uuid("case_id"),
            uuid("plan_id"),
            version(),
            code("domain", DOMAIN),
            sealed("text"),
            flag("in_youth_words"),
            code("owner", &["youth", "caregiver", "team", "court"]),
            code("state", GOAL_STATE),
            day_null("target_on"),
            code("agreement", AGREEMENT),
            whole("position"),
            ts("created_at"),
        ])
        .of_case()
        .refers("plan_id", "plan")
        .index(&["plan_id"])
        .index(&["case_id"])
}

fn step() -> NewTable {
    NewTable::named("step")
        .columns([
            id(),
            org(),
            uuid("case_id"),
            uuid("goal_id"),
            version(),
            sealed("text"),
            uuid_null("owner_id"),
            sealed_null("owner_name"),
            day("due_on"),
            code("state", STEP_STATE),
            ts("created_at"),
        ])
        .of_case()
        .refers("goal_id", "goal")
        .refers("owner_id", "app_user")
        .index(&["goal_id"])
        .index(&["owner_id", "due_on"])
        .index(&["case_id"])
}
