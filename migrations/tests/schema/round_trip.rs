use migrations::{Migrator, MigratorTrait};
use sea_orm_migration::sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, Statement};

mod tests {
    crate::on_both!(up_down_and_up_again);
}

/// Down leaves nothing behind (but the migrator's own list), and up again makes the
/// same schema to the letter.
async fn up_down_and_up_again(db: &DatabaseConnection) {
    Migrator::up(db, None).await.expect("up from empty");
    let first = everything(db).await;
    assert!(first.len() > 100, "a schema is there: {first:#?}");

    Migrator::down(db, None).await.expect("all the way back");
    let left = everything(db).await;
    assert!(
        left.iter().all(|thing| thing.contains("seaql_migrations")),
        "left behind: {left:#?}"
    );

    Migrator::up(db, None).await.expect("up again");
    assert_eq!(first, everything(db).await);
}

/// All that the catalogue holds of tables, columns, indexes, constraints, triggers and functions.
async fn everything(db: &DatabaseConnection) -> Vec<String> {
    let sql = match db.get_database_backend() {
        DbBackend::Postgres => {
            "SELECT 'column ' || table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable AS thing
               FROM information_schema.columns WHERE table_schema = current_schema()
             UNION ALL
             SELECT indexdef FROM pg_indexes WHERE schemaname = current_schema()
             UNION ALL
             SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
               FROM pg_constraint WHERE connamespace = current_schema()::regnamespace
             UNION ALL
             SELECT pg_get_triggerdef(t.oid) FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
              WHERE c.relnamespace = current_schema()::regnamespace AND NOT t.tgisinternal
             UNION ALL
             SELECT pg_get_functiondef(oid) FROM pg_proc WHERE pronamespace = current_schema()::regnamespace
             ORDER BY 1"
        }
        _ => "SELECT type || ' ' || name || ' ' || coalesce(sql, '') AS thing FROM sqlite_schema ORDER BY 1",
    };
    db.query_all_raw(Statement::from_string(db.get_database_backend(), sql))
        .await
        .expect("the catalogue answers")
        .iter()
        .map(|row| row.try_get("", "thing").expect("text"))
        .collect()
}
