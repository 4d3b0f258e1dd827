//! How it is known what a service is able to do (rule 82), and each time that somebody checked
//! one (rule 81).

use sea_orm_migration::prelude::*;

use crate::append_only::{append_only, forget, run};
use crate::columns::{code, code_null, day, id, org, sealed_null, text, ts, uuid, uuid_null};
use crate::m0012_directory::{CAPABILITY, CAPACITY};
use crate::table::{NewTable, drop_tables};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        capability_evidence().create(manager).await?;
        service_vetting().create(manager).await?;
        run(manager, &[what_stands()]).await?;
        append_only(manager, "service_vetting", &[&["id"]]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["service_vetting", "capability_evidence"]).await?;
        forget(manager, "service_vetting").await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

const METHOD: &[&str] = &[
    "call",
    "visit",
    "written_answer",
    "document_seen",
    "website",
    "partner",
];

/// What was seen or heard, and on which day. `recorded_by` is null of what a source told.
/// It goes with the service's list of capabilities, which is written anew with each change,
/// and so refers to the service.
fn capability_evidence() -> NewTable {
    NewTable::named("capability_evidence")
        .columns([
            uuid("service_id"),
            code("capability", CAPABILITY),
            code("method", METHOD),
            text("words"),
            day("checked_on"),
            uuid_null("recorded_by"),
            ts("recorded_at"),
        ])
        .keyed_by(&["service_id", "capability"])
        .refers("service_id", "service")
        .refers("recorded_by", "app_user")
        .index(&["recorded_by"])
}

/// `confirmed` holds codes between commas, in the order of their vocabulary. `notes` are for
/// those who keep the directory, sealed under the organisation's key: they may say where a
/// confidential place is. `method` is null of what was checked before it was asked for.
fn service_vetting() -> NewTable {
    NewTable::named("service_vetting")
        .columns([
            id(),
            org(),
            uuid("service_id"),
            day("verified_on"),
            uuid_null("verified_by"),
            code_null("method", METHOD),
            text("confirmed"),
            code("capacity", CAPACITY),
            sealed_null("notes"),
            ts("created_at"),
        ])
        .of_organization()
        .refers("service_id", "service")
        .refers("verified_by", "app_user")
        .index(&["org_id"])
        .index(&["service_id", "id"])
        .index(&["verified_by"])
}

/// Of what was checked before, the last time is known. It takes the id of its service, which
/// nothing else in its table has.
fn what_stands() -> String {
    "INSERT INTO service_vetting (id, org_id, service_id, verified_on, verified_by, confirmed, \
     capacity, created_at) SELECT id, org_id, id, verified_on, verified_by, 'capacity', capacity, \
     created_at FROM service WHERE verified_on > '0001-01-01'"
        .to_owned()
}
