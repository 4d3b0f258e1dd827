//! The directory of services, with full text on both databases.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DbBackend;

use crate::append_only::run;
use crate::columns::{
    code, day, day_null, flag, id, org, text, text_null, ts, us_state, uuid, uuid_null, version,
    whole_null,
};
use crate::table::{NewTable, drop_tables};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        service().create(manager).await?;
        service_state().create(manager).await?;
        service_capability().create(manager).await?;
        service_language().create(manager).await?;
        full_text(manager).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        if manager.get_database_backend() == DbBackend::Sqlite {
            drop_tables(manager, &["service_fts"]).await?;
        }
        drop_tables(
            manager,
            &[
                "service_language",
                "service_capability",
                "service_state",
                "service",
            ],
        )
        .await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

pub const CATEGORY: &[&str] = &[
    "specialised_csec_program",
    "crisis_stabilisation",
    "emergency_shelter",
    "specialised_placement",
    "foster_specialised",
    "transitional_living",
    "survivor_mentor",
    "drop_in",
    "case_management",
    "mdt_response",
    "trauma_therapy",
    "psychiatric",
    "substance_use_treatment",
    "sane_exam",
    "primary_care",
    "dental",
    "reproductive_care",
    "tattoo_removal",
    "legal_representation",
    "victim_compensation",
    "immigration_legal",
    "education_support",
    "employment",
    "life_skills",
    "parenting_support",
    "family_therapy",
    "caregiver_training",
    "peer_family_support",
    "transport_reunification",
    "interpreter",
    "tribal_services",
    "lgbtq_services",
    "male_survivor_services",
    "tech_safety",
    "basic_needs",
    "training_provider",
];

pub const CAPABILITY: &[&str] = &[
    "survivor_led",
    "survivor_on_staff",
    "licensed_for_minors",
    "accepts_male",
    "accepts_trans_nonbinary",
    "accepts_pregnant_parenting",
    "accepts_active_substance_use",
    "accepts_siblings",
    "accepts_out_of_state",
    "no_lockdown",
    "twenty_four_seven",
    "no_police_requirement",
    "no_disclosure_requirement",
    "icwa_competent",
    "language_access",
    "wheelchair_access",
    "confidential_location",
];

pub const CAPACITY: &[&str] = &[
    "has_capacity",
    "no_capacity",
    "waitlist",
    "needs_assessment",
    "unknown",
];

/// `search_text` holds the normalised words of name, organisation and description.
/// `verified_on` is 0001-01-01 until somebody has verified. Lists go by it, latest first:
/// so what is stale is always below what is verified (rule 81), whatever the day.
fn service() -> NewTable {
    NewTable::named("service")
        .columns([
            id(),
            org(),
            version(),
            text("name"),
            text("organization_name"),
            code("category", CATEGORY),
            text("description"),
            text("search_text"),
            whole_null("minimum_age"),
            whole_null("maximum_age"),
            text_null("phone"),
            text_null("email"),
            text_null("url"),
            code("capacity", CAPACITY),
            day_null("capacity_on"),
            day("verified_on").default("0001-01-01").take(),
            uuid_null("verified_by"),
            text_null("city"),
            us_state("state"),
            flag("closed").default(false).take(),
            ts("created_at"),
        ])
        .of_organization()
        .refers("verified_by", "app_user")
        .index(&["org_id", "verified_on", "id"])
        .index(&["org_id", "category", "verified_on", "id"])
        .index(&["verified_by"])
}

/// The states that a service serves, which may be more than the one it is in.
fn service_state() -> NewTable {
    NewTable::named("service_state")
        .columns([uuid("service_id"), us_state("state")])
        .keyed_by(&["service_id", "state"])
        .refers("service_id", "service")
        .index(&["state", "service_id"])
}

fn service_capability() -> NewTable {
    NewTable::named("service_capability")
        .columns([uuid("service_id"), code("capability", CAPABILITY)])
        .keyed_by(&["service_id", "capability"])
        .refers("service_id", "service")
        .index(&["capability", "service_id"])
}

fn service_language() -> NewTable {
    NewTable::named("service_language")
        .columns([uuid("service_id"), text("language")])
        .keyed_by(&["service_id", "language"])
        .refers("service_id", "service")
}

/// PostgreSQL derives its vector from the row. On SQLite the store writes the
/// table `service_fts` in the transaction that writes the row.
async fn full_text(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let statements: &[&str] = match manager.get_database_backend() {
        DbBackend::Postgres => &[
            "ALTER TABLE service ADD COLUMN search_vector tsvector NOT NULL \
             GENERATED ALWAYS AS (to_tsvector('simple', search_text)) STORED",
            "CREATE INDEX ix_service_search_vector ON service USING gin (search_vector)",
        ],
        _ => &["CREATE VIRTUAL TABLE service_fts \
                USING fts5(service_id UNINDEXED, search_text, prefix = '2 3')"],
    };
    let statements: Vec<String> = statements.iter().map(ToString::to_string).collect();
    run(manager, &statements).await
}
