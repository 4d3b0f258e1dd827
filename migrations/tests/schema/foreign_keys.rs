//! Each foreign key is looked up by an index, and none takes rows away by itself.

use sea_orm_migration::sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, Statement};

use crate::rows::Rows;

mod tests {
    crate::on_both!(every_foreign_key_begins_an_index);
}

/// A key over two columns is covered when the one that names the parent's `id`
/// begins an index: the organisation beside it narrows nothing.
async fn every_foreign_key_begins_an_index(db: &DatabaseConnection) {
    let rows = Rows::migrated(db).await;
    let keys = foreign_keys(db, "1 = 1").await;
    assert!(keys.len() > 60, "the catalogue tells of keys: {keys:#?}");
    assert_eq!(foreign_keys(db, UNCOVERED).await, Vec::<String>::new());
    assert_eq!(foreign_keys(db, CASCADING).await, Vec::<String>::new());

    // The control: one that has neither is found. A partial index does not count.
    let key = if rows.is_postgres() {
        "uuid"
    } else {
        "uuid_text"
    };
    for sql in [
        format!("CREATE TABLE bare (org_id {key} REFERENCES organization (id) ON DELETE CASCADE)"),
        "CREATE INDEX ix_bare ON bare (org_id) WHERE org_id > org_id".to_owned(),
    ] {
        rows.run(&sql).await.expect("made");
    }
    let bare = vec!["bare.org_id".to_owned()];
    assert_eq!(foreign_keys(db, UNCOVERED).await, bare);
    assert_eq!(foreign_keys(db, CASCADING).await, bare);
}

const UNCOVERED: &str = "NOT covered";
const CASCADING: &str = "on_delete <> 'RESTRICT'";

/// `table.column` of the foreign keys that fulfil a condition.
async fn foreign_keys(db: &DatabaseConnection, condition: &str) -> Vec<String> {
    let keys = match db.get_database_backend() {
        DbBackend::Postgres => POSTGRES_KEYS,
        _ => SQLITE_KEYS,
    };
    let sql = format!("SELECT name FROM ({keys}) AS keys WHERE {condition} ORDER BY name");
    db.query_all_raw(Statement::from_string(db.get_database_backend(), sql))
        .await
        .expect("the catalogue answers")
        .iter()
        .map(|row| row.try_get("", "name").expect("text"))
        .collect()
}

const SQLITE_KEYS: &str = r#"
SELECT t.name || '.' || k."from" AS name, k.on_delete,
       EXISTS (SELECT 1 FROM pragma_index_list(t.name) AS i, pragma_index_info(i.name) AS c
                WHERE NOT i.partial AND c.seqno = 0 AND c.name = k."from") AS covered
  FROM sqlite_schema AS t, pragma_foreign_key_list(t.name) AS k
 WHERE t.type = 'table' AND k."to" = 'id'"#;

const POSTGRES_KEYS: &str = "
SELECT k.conrelid::regclass || '.' || a.attname AS name,
       CASE k.confdeltype WHEN 'r' THEN 'RESTRICT' ELSE k.confdeltype::text END AS on_delete,
       EXISTS (SELECT 1 FROM pg_index i
                WHERE i.indrelid = k.conrelid AND i.indpred IS NULL
                  AND i.indkey[0] = a.attnum) AS covered
  FROM pg_constraint k
  CROSS JOIN LATERAL unnest(k.conkey, k.confkey) AS pair (child, parent)
  JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = pair.child
  JOIN pg_attribute p ON p.attrelid = k.confrelid AND p.attnum = pair.parent
 WHERE k.contype = 'f' AND k.connamespace = current_schema()::regnamespace
   AND p.attname = 'id'";
