//! The schema of Trellis, for SQLite and PostgreSQL alike.
//!
//! One change a file, each with its way back, in the order of [`Migrator`]. A
//! change that has been released is never edited: a later one follows it.
//!
//! How the tables are made, everywhere:
//! - keys are uuid v7, whose order is the order of making on both databases;
//! - times are `timestamptz` on PostgreSQL and text in UTC on SQLite, always
//!   given by the application, so that no statement asks the database's clock;
//! - enumerations are text with a CHECK, lists are join tables, and columns that
//!   lists are sorted by are NOT NULL;
//! - person-level text is a blob sealed by the application;
//! - what belongs to a case refers to the case *and* its organisation in one
//!   foreign key, so that the database itself refuses a row of one organisation
//!   on the case of another (rule 29);
//! - each foreign key is the beginning of an index.
//!
//! The caller keeps two migrators from running at once: by an advisory lock on
//! PostgreSQL, by the one writer on SQLite.

#![forbid(unsafe_code)]

mod append_only;
mod codes;
mod columns;
mod table;

mod m0001_people;
mod m0002_sessions;
mod m0003_keys;
mod m0004_audit;
mod m0005_outbox;
mod m0006_drafts;
mod m0007_cases;
mod m0008_search;
mod m0009_requests;
mod m0010_board;
mod m0011_plans;
mod m0012_directory;
mod m0013_referrals;
mod m0014_contacts;
mod m0015_staffings;
mod m0016_episodes;
mod m0017_clocks;
mod m0021_plan_content;
mod m0022_plan_agreement;
mod m0023_observations;
mod m0024_plan_templates;
mod m0025_course;
mod m0026_plan_copies;
mod m0027_request_depth;
mod m0028_together;
mod m0029_releases;
mod m0030_disclosures;
mod m0031_directory_records;
mod m0032_answers;
mod m0034_unmet_needs;
mod m0036_copies_of_sharing;
mod m0037_warm_hand_offs;
mod m0040_request_reminders;
mod m0042_corrections;
mod m0043_hard_to_read;
mod m0044_staffing_agenda;
mod m0045_need_profiles;
mod m0046_identity_links;
mod m0047_directory_text;
mod m0048_service_places;
mod m0049_service_evidence;
mod m0050_directory_work;
mod m0051_compelled_sharing;

use sea_orm_migration::prelude::{MigrationTrait, async_trait};
pub use sea_orm_migration::prelude::{MigratorTrait, SchemaManager};

/// The ordered list of changes, from an empty database to the present schema.
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m0001_people::Migration),
            Box::new(m0002_sessions::Migration),
            Box::new(m0003_keys::Migration),
            Box::new(m0004_audit::Migration),
            Box::new(m0005_outbox::Migration),
            Box::new(m0006_drafts::Migration),
            Box::new(m0007_cases::Migration),
            Box::new(m0008_search::Migration),
            Box::new(m0009_requests::Migration),
            Box::new(m0010_board::Migration),
            Box::new(m0011_plans::Migration),
            Box::new(m0012_directory::Migration),
            Box::new(m0013_referrals::Migration),
            Box::new(m0014_contacts::Migration),
            Box::new(m0015_staffings::Migration),
            Box::new(m0016_episodes::Migration),
            Box::new(m0017_clocks::Migration),
            Box::new(m0021_plan_content::Migration),
            Box::new(m0022_plan_agreement::Migration),
            Box::new(m0023_observations::Migration),
            Box::new(m0024_plan_templates::Migration),
            Box::new(m0025_course::Migration),
            Box::new(m0026_plan_copies::Migration),
            Box::new(m0027_request_depth::Migration),
            Box::new(m0028_together::Migration),
            Box::new(m0029_releases::Migration),
            Box::new(m0030_disclosures::Migration),
            Box::new(m0031_directory_records::Migration),
            Box::new(m0032_answers::Migration),
            Box::new(m0034_unmet_needs::Migration),
            Box::new(m0036_copies_of_sharing::Migration),
            Box::new(m0037_warm_hand_offs::Migration),
            Box::new(m0042_corrections::Migration),
            Box::new(m0043_hard_to_read::Migration),
            Box::new(m0040_request_reminders::Migration),
            Box::new(m0047_directory_text::Migration),
            Box::new(m0048_service_places::Migration),
            Box::new(m0045_need_profiles::Migration),
            Box::new(m0046_identity_links::Migration),
            Box::new(m0044_staffing_agenda::Migration),
            Box::new(m0051_compelled_sharing::Migration),
            Box::new(m0049_service_evidence::Migration),
            Box::new(m0050_directory_work::Migration),
        ]
    }
}
