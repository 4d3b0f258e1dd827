//! SQLite: one writer, many rows a statement, fed by threads that seal.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use server::app::App;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{AssertSqlSafe, ConnectOptions, raw_sql};
use tokio::sync::mpsc;

use super::{CHUNK, add, chunk, tallies};
use crate::bench::office::{Cell, Office, Rows, Sums};

/// Threads that make and seal rows.
const MAKERS: usize = 2;
/// Values bound in one statement, at most.
const VALUES: usize = 8_000;

pub async fn fill(url: &str, app: &App, office: Office, first: Rows) -> Sums {
    // Nothing here has to outlive a crash: what is half filled is made anew.
    let options: SqliteConnectOptions = url.parse().unwrap();
    let mut connection = options
        .foreign_keys(false)
        .pragma("synchronous", "OFF")
        .pragma("cache_size", "-400000")
        .connect()
        .await
        .unwrap();
    let indexes = drop_indexes(&mut connection).await;
    insert(&mut connection, &first).await;
    let next = Arc::new(AtomicU64::new(0));
    let (made, mut incoming) = mpsc::channel(4);
    for _ in 0..MAKERS {
        let (app, next, made) = (app.clone(), Arc::clone(&next), made.clone());
        std::thread::spawn(move || {
            loop {
                let from = next.fetch_add(CHUNK, Ordering::Relaxed);
                // Nobody takes it any more when the filling has failed.
                if from >= office.cases || made.blocking_send(chunk(&app, office, from)).is_err() {
                    return;
                }
            }
        });
    }
    drop(made);
    let mut sums = Sums::new();
    while let Some((rows, counted)) = incoming.recv().await {
        add(&mut sums, counted);
        insert(&mut connection, &rows).await;
    }
    insert(&mut connection, &tallies(&office, &sums)).await;
    for definition in indexes {
        run(&mut connection, definition).await;
    }
    run(
        &mut connection,
        "PRAGMA wal_checkpoint(TRUNCATE)".to_owned(),
    )
    .await;
    sums
}

async fn run(connection: &mut SqliteConnection, sql: String) {
    raw_sql(AssertSqlSafe(sql))
        .execute(connection)
        .await
        .unwrap();
}

async fn drop_indexes(connection: &mut SqliteConnection) -> Vec<String> {
    let found: Vec<(String, String)> =
        sqlx::query_as("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND name LIKE 'ix\\_%' ESCAPE '\\'")
            .fetch_all(&mut *connection)
            .await
            .unwrap();
    for (name, _) in &found {
        run(connection, format!("DROP INDEX \"{name}\"")).await;
    }
    found
        .into_iter()
        .map(|(_, definition)| definition)
        .collect()
}

async fn insert(connection: &mut SqliteConnection, rows: &Rows) {
    run(connection, "BEGIN".to_owned()).await;
    for (table, columns, rows) in rows.tables() {
        let width = columns.split(',').count();
        let group = format!("({})", vec!["?"; width].join(","));
        for some in rows.chunks(VALUES / width) {
            let groups = vec![group.as_str(); some.len()].join(",");
            let sql = format!("INSERT INTO {table} ({columns}) VALUES {groups}");
            let mut query = sqlx::query(AssertSqlSafe(sql));
            for cell in some.iter().flatten() {
                query = match cell.clone() {
                    Cell::Null => query.bind(None::<i64>),
                    Cell::Id(id) => query.bind(id),
                    Cell::At(at) => query.bind(at),
                    Cell::Day(day) => query.bind(day),
                    Cell::Text(text) => query.bind(text),
                    Cell::Code(code) => query.bind(code),
                    Cell::Bytes(bytes) => query.bind(bytes),
                    Cell::Number(n) => query.bind(n),
                    Cell::Flag(flag) => query.bind(flag),
                };
            }
            query.execute(&mut *connection).await.unwrap();
        }
    }
    run(connection, "COMMIT".to_owned()).await;
}
