//! Releases of information: who may be told what about a young person, why, how and until
//! when; who signed; and that it was withdrawn. Where one stands is never kept: it follows
//! from these rows and the time.

use sea_orm_migration::prelude::*;

use crate::append_only::{append_only, forget};
use crate::columns::{
    code, code_null, flag, id, org, sealed, sealed_null, ts, ts_null, uuid, uuid_null,
};
use crate::table::{NewTable, drop_tables};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [
            release(),
            of_release("release_category", "category", INFORMATION_CATEGORY),
            of_release("release_method", "method", DISCLOSURE_METHOD),
            release_signature(),
        ] {
            table.create(manager).await?;
        }
        append_only(manager, "release_signature", &[&["id"]]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = [
            "release_signature",
            "release_method",
            "release_category",
            "release",
        ];
        drop_tables(manager, &tables).await?;
        forget(manager, "release_signature").await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

pub const INFORMATION_CATEGORY: &[&str] = &[
    "identity",
    "contact",
    "location_placement",
    "education",
    "medical",
    "reproductive_health",
    "mental_health",
    "substance_use_part2",
    "legal",
    "trafficking_experience",
    "offender_information",
    "family",
    "plan_goals",
    "service_participation",
    "photo_description",
    "immigration",
];

pub const DISCLOSURE_PURPOSE: &[&str] = &[
    "referral",
    "care_coordination",
    "placement",
    "missing_child_location",
    "court",
    "benefits",
    "school",
    "medical_care",
    "law_enforcement_cooperation",
    "compensation_claim",
    "research_approved",
    "other_specified",
];

pub const DISCLOSURE_METHOD: &[&str] = &[
    "verbal",
    "secure_portal",
    "encrypted_email",
    "paper",
    "fax",
    "fhir_bundle",
];

const SIGNER_POLICY: &[&str] = &[
    "minor_and_parent",
    "minor_alone",
    "guardian_court_appointed",
    "agency_and_minor",
    "adult_self",
];

const SIGNER_CAPACITY: &[&str] = &[
    "minor",
    "parent_guardian",
    "court_appointed_guardian",
    "custodial_agency",
    "adult",
];

/// One recipient, and no way to name none or several (rule 17); an end, always (rule 13);
/// and no row without what rule 20 asks for.
fn release() -> NewTable {
    NewTable::named("release")
        .columns([
            id(),
            org(),
            uuid("case_id"),
            uuid("person_id"),
            uuid("recipient_service_id"),
            sealed("recipient_name"),
            code("purpose", DISCLOSURE_PURPOSE),
            sealed_null("purpose_words"),
            ts("starts_at"),
            ts("expires_at"),
            sealed_null("longer_reason"),
            sealed("explained_how"),
            sealed("explained_language"),
            uuid("explained_by"),
            flag("consequences_explained")
                .check(Expr::cust("consequences_explained"))
                .take(),
            flag("services_do_not_depend")
                .check(Expr::cust("services_do_not_depend"))
                .take(),
            flag("redisclosure_notice"),
            code("signer_policy", SIGNER_POLICY),
            sealed_null("signer_basis"),
            uuid("drafted_by"),
            ts("drafted_at"),
            ts_null("withdrawn_at"),
            uuid_null("withdrawn_by"),
            code_null("withdrawn_how", &["oral", "written"]),
            sealed_null("withdrawn_words"),
        ])
        .of_case()
        .refers("person_id", "case_person")
        .refers("recipient_service_id", "service")
        .refers("explained_by", "app_user")
        .refers("drafted_by", "app_user")
        .refers("withdrawn_by", "app_user")
        .index(&["case_id", "drafted_at", "id"])
        .index(&["person_id"])
        .index(&["recipient_service_id"])
        .index(&["explained_by"])
        .index(&["drafted_by"])
        .index(&["withdrawn_by"])
        .index(&["org_id", "expires_at"])
}

/// The codes of a release's list.
fn of_release(name: &'static str, column: &'static str, list: &'static [&'static str]) -> NewTable {
    NewTable::named(name)
        .columns([uuid("release_id"), code(column, list)])
        .keyed_by(&["release_id", column])
        .refers("release_id", "release")
}

/// A name under a release, in whose capacity and on what basis. It is not taken back: what
/// it gave is withdrawn.
fn release_signature() -> NewTable {
    NewTable::named("release_signature")
        .columns([
            id(),
            org(),
            uuid("case_id"),
            uuid("release_id"),
            uuid("signer_id"),
            code("capacity", SIGNER_CAPACITY),
            sealed_null("basis"),
            ts("signed_at"),
            sealed("witness"),
            uuid("recorded_by"),
            ts("recorded_at"),
        ])
        .of_case()
        .refers("release_id", "release")
        .refers("signer_id", "case_person")
        .refers("recorded_by", "app_user")
        .unique(&["release_id", "signer_id"])
        .index(&["case_id"])
        .index(&["signer_id"])
        .index(&["recorded_by"])
}
