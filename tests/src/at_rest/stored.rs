//! Everything that a database has on disk, as bytes to search.

use std::path::PathBuf;

use sea_orm::{ConnectionTrait, DatabaseConnection, Statement};

use crate::database::Kind;
use crate::world::World;

/// A look at the disk that began before the test's first write.
pub struct Stored {
    /// PostgreSQL: the log segment in which it began.
    from: Option<String>,
}

/// What was found there.
pub struct Bytes(Vec<String>);

impl Stored {
    /// Notes where the log stands.
    pub async fn begin(world: &World) -> Self {
        let from = match world.database.kind() {
            Kind::Sqlite => None,
            Kind::Postgres => Some(segment(&world.sql().await).await),
        };
        Self { from }
    }

    /// Reads all of it: SQLite's file, log and index; PostgreSQL's dump, the files of the
    /// database, and its log since the beginning.
    pub async fn end(self, world: &World) -> Bytes {
        let Some(from) = self.from else {
            return files(world.database.url());
        };
        let db = world.sql().await;
        let mut found = vec![dump(world.database.url()).await];
        // What changed is in the files once it was written out of the memory.
        db.execute_unprepared("CHECKPOINT").await.unwrap();
        found.extend(column::<Vec<u8>>(&db, FILES).await);
        let to = segment(&db).await;
        let log = format!(
            "SELECT pg_read_binary_file('pg_wal/' || name) FROM pg_ls_waldir() \
             WHERE name >= '{from}' AND name <= '{to}' AND length(name) = 24"
        );
        // Only an administrator of the server may: whoever gives another server to test
        // on learns it here, rather than have less tested.
        found.extend(column::<Vec<u8>>(&db, &log).await);
        db.close().await.unwrap();
        Bytes::of(&found)
    }
}

impl Bytes {
    /// Lower-case, and as text wherever it is text: what was looked for is plain ASCII,
    /// which stays whole between bytes that are none.
    fn of(found: &[Vec<u8>]) -> Self {
        let text = |bytes: &Vec<u8>| String::from_utf8_lossy(bytes).to_ascii_lowercase();
        Self(found.iter().map(text).collect())
    }

    /// Whether a word is in there, in any case, as itself or in hexadecimal digits.
    pub fn hold(&self, word: &str) -> bool {
        let plain = word.to_lowercase();
        let hex: String = word.bytes().map(|byte| format!("{byte:02x}")).collect();
        self.0
            .iter()
            .any(|text| text.contains(&plain) || text.contains(&hex))
    }
}

fn files(url: &str) -> Bytes {
    let path = url.trim_start_matches("sqlite://");
    let read = |end: &str| std::fs::read(format!("{path}{end}"));
    // The log is there as long as the server is.
    Bytes::of(&[
        read("").unwrap(),
        read("-wal").unwrap(),
        read("-shm").unwrap(),
    ])
}

/// Every file of the database: tables, indexes, what is too long for a row.
const FILES: &str = "\
WITH place AS (SELECT 'base/' || oid || '/' AS folder FROM pg_database WHERE datname = current_database())
SELECT pg_read_binary_file(folder || name, 0, 1000000000, true) AS bytes
FROM place, pg_ls_dir(folder) AS name
WHERE pg_read_binary_file(folder || name, 0, 1000000000, true) IS NOT NULL";

/// What PostgreSQL's own program dumps.
async fn dump(url: &str) -> Vec<u8> {
    let output = tokio::process::Command::new(pg_dump())
        .arg(url)
        .output()
        .await
        .unwrap();
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "pg_dump: {told}");
    output.stdout
}

/// Debian keeps the program that fits the newest server out of the path.
fn pg_dump() -> PathBuf {
    let mut found: Vec<_> = std::fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .map(|version| version.unwrap().path().join("bin/pg_dump"))
        .filter(|program| program.exists())
        .collect();
    found.sort();
    found.pop().unwrap_or_else(|| PathBuf::from("pg_dump"))
}

async fn segment(db: &DatabaseConnection) -> String {
    let now = "SELECT pg_walfile_name(pg_current_wal_insert_lsn())";
    column::<String>(db, now).await.remove(0)
}

async fn column<T: sea_orm::TryGetable>(db: &DatabaseConnection, sql: &str) -> Vec<T> {
    let statement = Statement::from_string(db.get_database_backend(), sql);
    let rows = db.query_all_raw(statement).await.unwrap();
    rows.iter()
        .map(|row| row.try_get_by_index(0).unwrap())
        .collect()
}
