//! The directory in HSDS: its organisations, and every record as its source told it.

use sea_orm_migration::prelude::*;

use crate::append_only::run;
use crate::columns::{
    code, flag, id, org, sealed, text, text_null, ts, ts_null, uuid, uuid_null, version,
};
use crate::table::{NewTable, drop_tables};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        directory_organization().create(manager).await?;
        for mut column in added() {
            let service = Table::alter()
                .table("service")
                .add_column(&mut column)
                .take();
            manager.alter_table(service).await?;
        }
        directory_record().create(manager).await?;
        directory_term().create(manager).await?;
        confidential_record().create(manager).await?;
        run(manager, &what_stands().map(str::to_owned)).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, &[format!("DROP INDEX {OF_ORGANIZATION}")]).await?;
        let tables = ["confidential_record", "directory_term", "directory_record"];
        drop_tables(manager, &tables).await?;
        for column in added().into_iter().rev() {
            let name = column.get_column_name();
            let service = Table::alter().table("service").drop_column(name).take();
            manager.alter_table(service).await?;
        }
        drop_tables(manager, &["directory_organization"]).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

const KIND: &[&str] = &[
    "organization",
    "service",
    "location",
    "service_at_location",
    "taxonomy",
    "taxonomy_term",
];

const OF_ORGANIZATION: &str = "ix_service_directory_organization_id";

/// Columns that services have from now on. Whose service it is; whether nobody but those who
/// work here may know of it (rule 80).
fn added() -> Vec<ColumnDef> {
    vec![
        uuid_null("directory_organization_id"),
        flag("internal_only").default(false).take(),
    ]
}

/// An organisation that the directory tells of: not one that works here (`organization`).
/// It is the same one by the id that its source gives it; of what was recorded here, whose
/// source is the empty text, by its name.
fn directory_organization() -> NewTable {
    NewTable::named("directory_organization")
        .columns([
            id(),
            org(),
            version(),
            text("name"),
            text("source"),
            uuid("hsds_id"),
            ts("created_at"),
        ])
        .of_organization()
        .unique(&["org_id", "source", "hsds_id"])
        .unique_where(&["org_id", "name"], "source = ''")
        .index(&["org_id", "name", "id"])
}

/// An HSDS object with what is a part of it, as its source told it: whatever it holds that we
/// do not know is kept. What it shares with others (its organisation, services, locations)
/// are records of their own, named here by the ids that the source gives them.
/// `imported_at` is null of what was recorded here.
fn directory_record() -> NewTable {
    NewTable::named("directory_record")
        .columns([
            id(),
            org(),
            text("source"),
            code("kind", KIND),
            uuid("hsds_id"),
            uuid_null("organization_hsds"),
            uuid_null("service_hsds"),
            uuid_null("location_hsds"),
            uuid_null("directory_organization_id"),
            uuid_null("service_id"),
            text("name"),
            text("search_text"),
            text("document"),
            text_null("licence"),
            flag("internal_only").default(false).take(),
            ts("modified_at"),
            ts_null("imported_at"),
            text_null("source_version"),
        ])
        .of_organization()
        .refers("directory_organization_id", "directory_organization")
        .refers("service_id", "service")
        .unique(&["org_id", "source", "kind", "hsds_id"])
        .index(&["org_id", "kind", "id"])
        .index(&["org_id", "kind", "modified_at"])
        .index(&["org_id", "source", "service_hsds"])
        .index(&["org_id", "source", "organization_hsds"])
        .index(&["org_id", "source", "location_hsds"])
        .index(&["directory_organization_id"])
        .index(&["service_id"])
}

/// The terms by which a record is classified.
fn directory_term() -> NewTable {
    NewTable::named("directory_term")
        .columns([
            uuid("record_id"),
            uuid("term_hsds"),
            uuid_null("taxonomy_hsds"),
        ])
        .keyed_by(&["record_id", "term_hsds"])
        .refers("record_id", "directory_record")
        .index(&["term_hsds", "record_id"])
        .index(&["taxonomy_hsds", "record_id"])
}

/// A location that is told to nobody, and what a service has there (rule 45): sealed, and in
/// no other table.
fn confidential_record() -> NewTable {
    NewTable::named("confidential_record")
        .columns([
            id(),
            org(),
            text("source"),
            code("kind", KIND),
            uuid("hsds_id"),
            sealed("document"),
            ts("created_at"),
        ])
        .of_organization()
        .unique(&["org_id", "source", "kind", "hsds_id"])
}

/// What was recorded before gets an organisation and a record. An organisation takes the id
/// of its first service, which nothing else in its table has.
fn what_stands() -> [&'static str; 4] {
    [
        "CREATE INDEX ix_service_directory_organization_id ON service (directory_organization_id)",
        "INSERT INTO directory_organization (id, org_id, version, name, source, hsds_id, created_at) \
         SELECT s.id, s.org_id, 1, s.organization_name, '', s.id, s.created_at FROM service s \
         WHERE NOT EXISTS (SELECT 1 FROM service f WHERE f.org_id = s.org_id \
         AND f.organization_name = s.organization_name AND f.id < s.id)",
        "UPDATE service SET directory_organization_id = (SELECT o.id FROM directory_organization o \
         WHERE o.org_id = service.org_id AND o.name = service.organization_name AND o.source = '')",
        "INSERT INTO directory_record (id, org_id, source, kind, hsds_id, organization_hsds, \
         directory_organization_id, service_id, name, search_text, document, modified_at) \
         SELECT s.id, s.org_id, '', 'service', s.id, s.directory_organization_id, \
         s.directory_organization_id, s.id, s.name, s.search_text, '{}', s.created_at FROM service s",
    ]
}
