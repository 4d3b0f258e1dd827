//! The words by which the directory is searched: where each stands, one engine a database, and
//! the directory's own vocabulary, against which typing errors are put right.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::DbBackend;

use crate::append_only::run;
use crate::columns::{org, text, uuid, whole};
use crate::table::{NewTable, drop_tables};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        directory_text(manager).create(manager).await?;
        directory_word().create(manager).await?;
        directory_gram().create(manager).await?;
        run(manager, &statements(manager, UP_POSTGRES, UP_SQLITE)).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, &statements(manager, DOWN_POSTGRES, DOWN_SQLITE)).await?;
        let tables = ["directory_gram", "directory_word", "directory_text"];
        drop_tables(manager, &tables).await
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

/// What a service is found by, each part in its normal form: `of_id` is the service, or the
/// record of one that no curator has taken up yet. `number` is what SQLite's index knows a row
/// by. The rows are derived: `trellis migrate up` makes those that are missing.
fn directory_text(manager: &SchemaManager<'_>) -> NewTable {
    let mut number = ColumnDef::new("number");
    // SQLite counts by itself; told to count on for ever, it would keep a table of its own for that.
    match manager.get_database_backend() {
        DbBackend::Postgres => number.big_integer().auto_increment(),
        _ => number.integer(),
    };
    let number = number.not_null().primary_key().take();
    NewTable::named("directory_text")
        .columns([
            number,
            uuid("of_id"),
            org(),
            text("name"),
            text("organization"),
            text("description"),
        ])
        .of_organization()
        .unique(&["of_id"])
        .index(&["org_id"])
}

/// A word of an organisation's directory, and how many of its services have it.
fn directory_word() -> NewTable {
    NewTable::named("directory_word")
        .columns([org(), text("word"), whole("uses")])
        .keyed_by(&["org_id", "word"])
        .of_organization()
}

/// Two letters that stand beside each other in a word; a blank stands before and after it.
fn directory_gram() -> NewTable {
    NewTable::named("directory_gram")
        .columns([org(), text("gram"), text("word")])
        .keyed_by(&["org_id", "gram", "word"])
        .of_organization()
        .index(&["org_id", "word"])
}

fn statements(manager: &SchemaManager<'_>, postgres: &[&str], sqlite: &[&str]) -> Vec<String> {
    let these = match manager.get_database_backend() {
        DbBackend::Postgres => postgres,
        _ => sqlite,
    };
    these.iter().map(ToString::to_string).collect()
}

/// Words and names are compared and sorted by their letters' numbers, as SQLite does.
const UP_POSTGRES: &[&str] = &[
    "ALTER TABLE directory_word ALTER COLUMN word TYPE text COLLATE \"C\"",
    "ALTER TABLE directory_gram ALTER COLUMN word TYPE text COLLATE \"C\"",
    "ALTER TABLE directory_text ALTER COLUMN name TYPE text COLLATE \"C\"",
    "ALTER TABLE directory_text ADD COLUMN search_vector tsvector NOT NULL GENERATED ALWAYS AS (\
     setweight(to_tsvector('simple', name), 'A') || \
     setweight(to_tsvector('simple', organization), 'B') || \
     setweight(to_tsvector('simple', description), 'C')) STORED",
    "CREATE INDEX ix_directory_text_search_vector ON directory_text USING gin (search_vector)",
    "DROP INDEX ix_service_search_vector",
    "ALTER TABLE service DROP COLUMN search_vector",
    "ALTER TABLE service DROP COLUMN search_text",
    "ALTER TABLE directory_record DROP COLUMN search_text",
];

const DOWN_POSTGRES: &[&str] = &[
    TEXT_OF_SERVICE,
    TEXT_OF_RECORD,
    FILL_SERVICE,
    FILL_RECORD,
    "ALTER TABLE service ALTER COLUMN search_text DROP DEFAULT",
    "ALTER TABLE directory_record ALTER COLUMN search_text DROP DEFAULT",
    "ALTER TABLE service ADD COLUMN search_vector tsvector NOT NULL \
     GENERATED ALWAYS AS (to_tsvector('simple', search_text)) STORED",
    "CREATE INDEX ix_service_search_vector ON service USING gin (search_vector)",
];

/// The index holds no text of its own; the triggers keep it, so that no writer can forget it.
const UP_SQLITE: &[&str] = &[
    "CREATE VIRTUAL TABLE directory_fts USING fts5(name, organization, description, \
     content = 'directory_text', content_rowid = 'number', prefix = '2 3')",
    "CREATE TRIGGER directory_text_put AFTER INSERT ON directory_text BEGIN \
     INSERT INTO directory_fts (rowid, name, organization, description) \
     VALUES (NEW.number, NEW.name, NEW.organization, NEW.description); END",
    "CREATE TRIGGER directory_text_change AFTER UPDATE ON directory_text BEGIN \
     INSERT INTO directory_fts (directory_fts, rowid, name, organization, description) \
     VALUES ('delete', OLD.number, OLD.name, OLD.organization, OLD.description); \
     INSERT INTO directory_fts (rowid, name, organization, description) \
     VALUES (NEW.number, NEW.name, NEW.organization, NEW.description); END",
    "CREATE TRIGGER directory_text_take AFTER DELETE ON directory_text BEGIN \
     INSERT INTO directory_fts (directory_fts, rowid, name, organization, description) \
     VALUES ('delete', OLD.number, OLD.name, OLD.organization, OLD.description); END",
    "DROP TABLE service_fts",
    "ALTER TABLE service DROP COLUMN search_text",
    "ALTER TABLE directory_record DROP COLUMN search_text",
];

const DOWN_SQLITE: &[&str] = &[
    TEXT_OF_SERVICE,
    TEXT_OF_RECORD,
    FILL_SERVICE,
    FILL_RECORD,
    "CREATE VIRTUAL TABLE service_fts USING fts5(service_id UNINDEXED, search_text, prefix = '2 3')",
    "INSERT INTO service_fts (service_id, search_text) SELECT id, search_text FROM service",
    "DROP TRIGGER directory_text_take",
    "DROP TRIGGER directory_text_change",
    "DROP TRIGGER directory_text_put",
    "DROP TABLE directory_fts",
];

const TEXT_OF_SERVICE: &str = "ALTER TABLE service ADD COLUMN search_text text NOT NULL DEFAULT ''";
const TEXT_OF_RECORD: &str =
    "ALTER TABLE directory_record ADD COLUMN search_text text NOT NULL DEFAULT ''";
const FILL_SERVICE: &str = "UPDATE service SET search_text = \
     (SELECT t.name || ' ' || t.organization || ' ' || t.description FROM directory_text t \
     WHERE t.of_id = service.id) \
     WHERE EXISTS (SELECT 1 FROM directory_text t WHERE t.of_id = service.id)";
const FILL_RECORD: &str = "UPDATE directory_record SET search_text = \
     (SELECT t.name || ' ' || t.organization || ' ' || t.description FROM directory_text t \
     WHERE t.of_id = COALESCE(directory_record.service_id, directory_record.id)) \
     WHERE EXISTS (SELECT 1 FROM directory_text t \
     WHERE t.of_id = COALESCE(directory_record.service_id, directory_record.id))";
