//! PostgreSQL for a test: a database copied by the server from a migrated template.
//!
//! A schema per test, made from dumped statements, was tried: with as many tables
//! as Trellis has it costs 200 ms to make and 100 ms to drop, against 45 and 15.

use std::path::PathBuf;

use migrations::{Migrator, MigratorTrait};
use sea_orm::Database;
use sqlx::{AssertSqlSafe, Connection, PgConnection, raw_sql};
use uuid::Uuid;

/// Templates of builds that are gone are known by the day in their name.
const TEMPLATE: &str = "trellis_template_";

pub async fn database() -> (String, Owned) {
    let server = server();
    // A private cluster has an address of its own each time, and no templates at first.
    let marker = format!("postgres-{:016x}", fingerprint(&server));
    let marker = super::template::path(&marker, make_template).await;
    let template = std::fs::read_to_string(marker).unwrap();
    let name = format!("trellis_test_{}", unique());
    run(
        &server,
        format!("CREATE DATABASE {name} TEMPLATE {template}"),
    )
    .await;
    (within(&server, &name), Owned { server, name })
}

/// A database that is dropped with this value.
#[derive(Debug)]
pub struct Owned {
    server: String,
    name: String,
}

impl Drop for Owned {
    /// On a thread with a runtime of its own: the test's may be gone or busy. Connections that
    /// are still open are ended, so that no test waits here.
    fn drop(&mut self) {
        let server = self.server.clone();
        let statement = format!("DROP DATABASE {} WITH (FORCE)", self.name);
        let dropped = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .unwrap();
            runtime.block_on(run(&server, statement));
        });
        if dropped.join().is_err() {
            eprintln!("the database {} could not be dropped", self.name);
        }
    }
}

/// Makes a migrated database to copy from, and writes its name to `marker`.
async fn make_template(marker: PathBuf) {
    let server = server();
    let today = today();
    remove_older(&server, today).await;
    let name = format!("{TEMPLATE}{today}_{}", unique());
    run(&server, format!("CREATE DATABASE {name}")).await;
    let db = Database::connect(within(&server, &name)).await.unwrap();
    Migrator::up(&db, None).await.unwrap();
    db.close().await.unwrap();
    std::fs::write(marker, name).unwrap();
}

/// Drops the templates of yesterday and before; those of today may belong to another run.
async fn remove_older(server: &str, today: u64) {
    let mut connection = PgConnection::connect(server).await.unwrap();
    let names: Vec<String> =
        sqlx::query_scalar("SELECT datname::text FROM pg_database WHERE starts_with(datname, $1)")
            .bind(TEMPLATE)
            .fetch_all(&mut connection)
            .await
            .unwrap();
    connection.close().await.unwrap();
    for name in names {
        let day = name.trim_start_matches(TEMPLATE).split('_').next();
        if day
            .and_then(|day| day.parse().ok())
            .is_some_and(|day: u64| day < today)
        {
            run(server, format!("DROP DATABASE IF EXISTS {name}")).await;
        }
    }
}

async fn run(server: &str, statement: String) {
    let mut connection = PgConnection::connect(server).await.unwrap();
    raw_sql(AssertSqlSafe(statement))
        .execute(&mut connection)
        .await
        .unwrap();
    connection.close().await.unwrap();
}

/// The address of the server that lends the databases.
#[expect(clippy::disallowed_methods, reason = "the tests' one setting")]
fn server() -> String {
    std::env::var("TEST_DATABASE_URL")
        .ok()
        .filter(|url| !url.is_empty())
        .expect(
            "TEST_DATABASE_URL is not set. `make test` makes a private PostgreSQL by itself; \
             for one test: export TEST_DATABASE_URL=$(tests/run/postgres.sh start target/pg)",
        )
}

/// The server's address with another database in its path.
fn within(server: &str, database: &str) -> String {
    let mut url = reqwest::Url::parse(server).expect("TEST_DATABASE_URL is not an address");
    url.set_path(database);
    url.into()
}

fn fingerprint(text: &str) -> u64 {
    use std::hash::{DefaultHasher, Hash, Hasher};
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

#[expect(clippy::disallowed_methods, reason = "the age of a real database")]
fn today() -> u64 {
    let now = std::time::SystemTime::now();
    let since = now.duration_since(std::time::UNIX_EPOCH).unwrap();
    since.as_secs() / 86_400
}

#[expect(
    clippy::disallowed_methods,
    reason = "a name that no other test has, not an id"
)]
fn unique() -> String {
    Uuid::new_v4().simple().to_string()
}
