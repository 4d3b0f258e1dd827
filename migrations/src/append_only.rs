//! Tables whose rows can be added and never changed or taken away.

use sea_orm_migration::prelude::{ConnectionTrait, DbErr, SchemaManager};
use sea_orm_migration::sea_orm::DbBackend;

/// Refuses UPDATE and DELETE of the table's rows, and what amounts to them: TRUNCATE
/// on PostgreSQL, INSERT OR REPLACE on SQLite. `keys` are the table's primary and
/// unique keys.
pub async fn append_only(
    manager: &SchemaManager<'_>,
    table: &str,
    keys: &[&[&str]],
) -> Result<(), DbErr> {
    let statements = match manager.get_database_backend() {
        DbBackend::Postgres => postgres(table),
        _ => sqlite(table, keys),
    };
    run(manager, &statements).await
}

/// Takes away what stands beside the table. The triggers themselves go with the
/// table; call this after the table is dropped.
pub async fn forget(manager: &SchemaManager<'_>, table: &str) -> Result<(), DbErr> {
    match manager.get_database_backend() {
        DbBackend::Postgres => {
            run(manager, &[format!("DROP FUNCTION {table}_append_only()")]).await
        }
        _ => Ok(()),
    }
}

/// Lets the rows of a table that was append-only be changed from now on.
pub async fn lift(manager: &SchemaManager<'_>, table: &str) -> Result<(), DbErr> {
    let statements: Vec<String> = match manager.get_database_backend() {
        DbBackend::Postgres => ["change", "truncate"]
            .map(|what| format!("DROP TRIGGER {table}_no_{what} ON {table}"))
            .into_iter()
            .chain([format!("DROP FUNCTION {table}_append_only()")])
            .collect(),
        _ => ["update", "delete", "replace"]
            .map(|what| format!("DROP TRIGGER {table}_no_{what}"))
            .into(),
    };
    run(manager, &statements).await
}

/// Runs statements that have no builder, one after the other.
pub async fn run(manager: &SchemaManager<'_>, statements: &[String]) -> Result<(), DbErr> {
    for statement in statements {
        manager
            .get_connection()
            .execute_unprepared(statement)
            .await?;
    }
    Ok(())
}

fn sqlite(table: &str, keys: &[&[&str]]) -> Vec<String> {
    let refuse = format!("BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END");
    let same_row = keys
        .iter()
        .map(|key| {
            let same = key.iter().map(|column| format!("{column} = NEW.{column}"));
            let same = same.collect::<Vec<_>>().join(" AND ");
            format!("EXISTS (SELECT 1 FROM {table} WHERE {same})")
        })
        .collect::<Vec<_>>()
        .join(" OR ");
    vec![
        format!("CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} {refuse}"),
        format!("CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} {refuse}"),
        // Without `recursive_triggers`, a row that REPLACE takes away fires no DELETE trigger.
        format!(
            "CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} \
             WHEN {same_row} {refuse}"
        ),
    ]
}

fn postgres(table: &str) -> Vec<String> {
    vec![
        format!(
            "CREATE FUNCTION {table}_append_only() RETURNS trigger LANGUAGE plpgsql AS \
             $$ BEGIN RAISE EXCEPTION '{table} is append-only' \
             USING ERRCODE = 'integrity_constraint_violation'; END $$"
        ),
        format!(
            "CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE ON {table} \
             FOR EACH ROW EXECUTE FUNCTION {table}_append_only()"
        ),
        format!(
            "CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} \
             FOR EACH STATEMENT EXECUTE FUNCTION {table}_append_only()"
        ),
    ]
}
