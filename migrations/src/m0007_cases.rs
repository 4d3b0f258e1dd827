//! Cases, who is assigned to them, and the people on them.

use sea_orm_migration::prelude::*;

use crate::codes::CASE_STATUS;
use crate::columns::{
    code, code_null, flag, id, org, sealed, sealed_null, text_null, ts, ts_null, us_state, uuid,
    uuid_null, version,
};
use crate::table::{NewTable, drop_tables};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        cases().create(manager).await?;
        assignment().create(manager).await?;
        case_person().create(manager).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["case_person", "assignment", "cases"]).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

const ORIGIN: &[&str] = &[
    "cybertipline",
    "missing_report",
    "ta_request",
    "law_enforcement",
    "child_welfare",
    "family",
    "self",
    "court",
    "medical",
    "school",
    "hotline",
    "partner",
    "other",
];

const LEGAL_CUSTODY: &[&str] = &[
    "parent",
    "kin",
    "state_child_welfare",
    "juvenile_justice",
    "tribal",
    "guardian",
    "orr",
    "emancipated",
    "unknown",
];

const PERSON_ROLE: &[&str] = &[
    "child",
    "caregiver",
    "sibling",
    "supporter_chosen_by_youth",
    "worker",
    "attorney",
    "gal_casa",
    "alleged_offender",
    "other",
];

/// Called `cases` because `case` is a word of SQL. The request it came from refers
/// to it and not the other way about: two keys in a circle could not be filled, so
/// `request_id` has none. The unique pair of id and organisation is what the rows
/// that belong to a case refer to.
fn cases() -> NewTable {
    NewTable::named("cases")
        .columns([
            id(),
            org(),
            version(),
            sealed("number"),
            sealed("alias"),
            code("status", CASE_STATUS),
            code("origin", ORIGIN),
            us_state("jurisdiction"),
            code_null(
                "community_type",
                &["suburban", "rural", "urban", "tribal_lands"],
            ),
            code_null("legal_custody", LEGAL_CUSTODY),
            sealed_null("summary"),
            uuid_null("request_id"),
            uuid("supervisor_id"),
            ts("opened_at"),
            ts_null("closed_at"),
            ts("created_at"),
        ])
        .of_organization()
        .refers("supervisor_id", "app_user")
        .unique(&["id", "org_id"])
        .index(&["org_id", "opened_at", "id"])
        .index(&["supervisor_id"])
}

/// One at a time holds a role on a case; volunteers may be several.
fn assignment() -> NewTable {
    NewTable::named("assignment")
        .columns([
            id(),
            org(),
            uuid("case_id"),
            uuid("user_id"),
            code(
                "role",
                &[
                    "resource_specialist",
                    "family_advocate",
                    "supervisor",
                    "volunteer",
                ],
            ),
            ts("from_at"),
            ts_null("to_at"),
            sealed_null("note"),
            sealed_null("end_reason"),
            uuid("assigned_by"),
        ])
        .of_case()
        .refers("user_id", "app_user")
        .refers("assigned_by", "app_user")
        .unique_where(
            &["case_id", "role"],
            "to_at IS NULL AND role <> 'volunteer'",
        )
        .index(&["case_id"])
        .index(&["user_id", "to_at", "case_id"])
        .index(&["assigned_by"])
}

fn case_person() -> NewTable {
    NewTable::named("case_person")
        .columns([
            id(),
            org(),
            uuid("case_id"),
            version(),
            code("role", PERSON_ROLE),
            sealed("name"),
            sealed_null("relation"),
            sealed_null("legal_name"),
            sealed_null("birth_date"),
            sealed_null("phone"),
            sealed_null("address"),
            sealed_null("pronouns"),
            text_null("language"),
            flag("safe_to_contact"),
            ts("created_at"),
        ])
        .of_case()
        .index(&["case_id"])
}
