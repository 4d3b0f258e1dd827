//! The two databases hold the same schema.

use sea_orm_migration::sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, Statement};

use crate::database;
use crate::rows::Rows;

/// Names, and whether a column may be absent. A name that PostgreSQL had to cut at 63
/// bytes would differ from SQLite's.
#[tokio::test]
async fn both_databases_have_the_same_tables_columns_and_indexes() {
    let (sqlite, postgres) = (database::sqlite().await, database::postgres().await);
    Rows::migrated(&sqlite.db).await;
    Rows::migrated(&postgres.db).await;
    let ours = names(&sqlite.db, SQLITE).await;
    assert!(ours.len() > 300, "the catalogue tells: {ours:#?}");
    assert_eq!(ours, names(&postgres.db, POSTGRES).await);

    // The control: a difference shows.
    let drift = Statement::from_string(DbBackend::Sqlite, "DROP INDEX ix_draft_org_id");
    sqlite.db.execute_raw(drift).await.expect("dropped");
    assert_eq!(names(&sqlite.db, SQLITE).await.len() + 1, ours.len());
    sqlite.clean_up().await;
    postgres.clean_up().await;
}

async fn names(db: &DatabaseConnection, sql: &str) -> Vec<String> {
    let mut names: Vec<String> = db
        .query_all_raw(Statement::from_string(db.get_database_backend(), sql))
        .await
        .expect("the catalogue answers")
        .iter()
        .map(|row| row.try_get("", "name").expect("text"))
        .collect();
    // The databases sort text each in its own way.
    names.sort();
    names
}

/// Without what only full text needs: it is told in another test.
const SQLITE: &str = "
SELECT t.name || '.' || c.name || CASE WHEN c.\"notnull\" THEN '' ELSE ' or null' END AS name
  FROM sqlite_schema AS t, pragma_table_info(t.name) AS c
 WHERE t.type = 'table' AND t.name NOT LIKE 'directory_fts%' AND t.name <> 'seaql_migrations'
UNION ALL
SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL";

const POSTGRES: &str = "
SELECT table_name || '.' || column_name || CASE is_nullable WHEN 'NO' THEN '' ELSE ' or null' END AS name
  FROM information_schema.columns
 WHERE table_schema = current_schema() AND column_name <> 'search_vector' AND table_name <> 'seaql_migrations'
UNION ALL
SELECT indexname FROM pg_indexes
 WHERE schemaname = current_schema() AND indexname NOT LIKE '%_pkey' AND indexname <> 'ix_directory_text_search_vector'";
