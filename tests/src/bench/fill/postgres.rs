//! PostgreSQL: COPY on several connections.

use std::fmt::Write as _;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use server::app::App;
use sqlx::{AssertSqlSafe, Connection, PgConnection, raw_sql};
use tokio::task::JoinSet;

use super::{CHUNK, add, chunk, names, tallies};
use crate::bench::office::{Cell, Office, Rows, Sums};

/// Connections that copy at once.
const AT_ONCE: usize = 3;

pub async fn fill(url: &str, app: &App, office: Office, first: Rows) -> Sums {
    let mut connection = connect(url).await;
    let indexes = drop_indexes(&mut connection).await;
    copy(&mut connection, &first).await;
    let next = Arc::new(AtomicU64::new(0));
    let mut workers = JoinSet::new();
    for _ in 0..AT_ONCE {
        let (url, app, next) = (url.to_owned(), app.clone(), Arc::clone(&next));
        workers.spawn(async move {
            let (mut connection, mut sums) = (connect(&url).await, Sums::new());
            loop {
                let from = next.fetch_add(CHUNK, Ordering::Relaxed);
                if from >= office.cases {
                    break;
                }
                let (rows, counted) = chunk(&app, office, from);
                add(&mut sums, counted);
                copy(&mut connection, &rows).await;
            }
            sums
        });
    }
    let mut sums = Sums::new();
    while let Some(counted) = workers.join_next().await {
        add(&mut sums, counted.unwrap());
    }
    copy(&mut connection, &tallies(&office, &sums)).await;
    make_indexes(url, indexes).await;
    for name in names() {
        run(&mut connection, format!("VACUUM (ANALYZE) {name}")).await;
    }
    run(&mut connection, "CHECKPOINT".to_owned()).await;
    sums
}

/// What is copied has been made whole: its foreign keys are not asked about row by row.
async fn connect(url: &str) -> PgConnection {
    let mut connection = PgConnection::connect(url).await.unwrap();
    for setting in [
        "SET session_replication_role = replica",
        "SET synchronous_commit = off",
        "SET maintenance_work_mem = '512MB'",
    ] {
        run(&mut connection, setting.to_owned()).await;
    }
    connection
}

async fn run(connection: &mut PgConnection, sql: String) {
    raw_sql(AssertSqlSafe(sql))
        .execute(connection)
        .await
        .unwrap();
}

async fn drop_indexes(connection: &mut PgConnection) -> Vec<String> {
    let found: Vec<(String, String)> = sqlx::query_as(
        "SELECT indexname::text, indexdef FROM pg_indexes WHERE schemaname = 'public' AND indexname LIKE 'ix\\_%'",
    )
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

async fn make_indexes(url: &str, definitions: Vec<String>) {
    let waiting = Arc::new(std::sync::Mutex::new(definitions));
    let mut workers = JoinSet::new();
    for _ in 0..AT_ONCE {
        let (url, waiting) = (url.to_owned(), Arc::clone(&waiting));
        workers.spawn(async move {
            let mut connection = connect(&url).await;
            loop {
                let next = waiting.lock().unwrap().pop();
                let Some(definition) = next else { return };
                run(&mut connection, definition).await;
            }
        });
    }
    while let Some(done) = workers.join_next().await {
        done.unwrap();
    }
}

async fn copy(connection: &mut PgConnection, rows: &Rows) {
    for (table, columns, rows) in rows.tables() {
        let mut text = String::with_capacity(rows.len() * 256);
        for row in rows {
            for (place, cell) in row.iter().enumerate() {
                if place > 0 {
                    text.push('\t');
                }
                write(&mut text, cell);
            }
            text.push('\n');
        }
        let sql = format!("COPY {table} ({columns}) FROM STDIN");
        let mut stream = connection.copy_in_raw(&sql).await.unwrap();
        stream.send(text.into_bytes()).await.unwrap();
        stream.finish().await.unwrap();
    }
}

fn write(text: &mut String, cell: &Cell) {
    match cell {
        Cell::Null => text.push_str("\\N"),
        Cell::Id(id) => write!(text, "{id}").unwrap(),
        Cell::At(at) => text.push_str(&at.to_rfc3339()),
        Cell::Day(day) => write!(text, "{day}").unwrap(),
        // No text of ours has a sign that COPY takes for its own.
        Cell::Text(value) => text.push_str(value),
        Cell::Code(value) => text.push_str(value),
        Cell::Bytes(bytes) => {
            text.push_str("\\\\x");
            for byte in bytes {
                write!(text, "{byte:02x}").unwrap();
            }
        }
        Cell::Number(n) => write!(text, "{n}").unwrap(),
        Cell::Flag(flag) => text.push(if *flag { 't' } else { 'f' }),
    }
}
