//! An empty database of each kind, which goes away with the test.

use std::path::PathBuf;
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};

use sea_orm_migration::sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbErr,
};
use tempfile::TempDir;

/// A connection, and what has to live as long as it does. Fields drop in this order.
pub struct Empty {
    pub db: DatabaseConnection,
    schema: Option<String>,
    _cluster: Option<Cluster>,
    _folder: Option<TempDir>,
}

impl Empty {
    /// Leaves nothing behind. A test that fails does not come here: its schema stays
    /// to be looked at, in a cluster that was given.
    pub async fn clean_up(self) {
        if let Some(schema) = &self.schema {
            let drop = format!("DROP SCHEMA {schema} CASCADE");
            self.db
                .execute_unprepared(&drop)
                .await
                .expect("the schema goes");
        }
        self.db.close().await.expect("the connection closes");
    }
}

pub async fn sqlite() -> Empty {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let url = format!(
        "sqlite://{}?mode=rwc",
        folder.path().join("trellis.db").display()
    );
    Empty {
        db: connect(ConnectOptions::new(url))
            .await
            .expect("SQLite opens"),
        schema: None,
        _cluster: None,
        _folder: Some(folder),
    }
}

/// A schema of its own in the cluster that `TEST_DATABASE_URL` names; without it,
/// in a private cluster from the installed programs.
pub async fn postgres() -> Empty {
    let (url, cluster) = match given_url() {
        Some(url) => (url, None),
        None => {
            let cluster = Cluster::start();
            (cluster.url.clone(), Some(cluster))
        }
    };
    let schema = fresh_name();
    let outside = connect(ConnectOptions::new(url.clone()))
        .await
        .expect("PostgreSQL answers");
    outside
        .execute_unprepared(&format!("DROP SCHEMA IF EXISTS {schema} CASCADE"))
        .await
        .expect("an earlier schema of this name goes");
    outside
        .execute_unprepared(&format!("CREATE SCHEMA {schema}"))
        .await
        .expect("a schema can be made");
    outside.close().await.expect("the connection closes");
    let mut options = ConnectOptions::new(url);
    options.set_schema_search_path(&schema);
    Empty {
        db: connect(options).await.expect("PostgreSQL answers"),
        schema: Some(schema),
        _cluster: cluster,
        _folder: None,
    }
}

async fn connect(mut options: ConnectOptions) -> Result<DatabaseConnection, DbErr> {
    options.max_connections(1).sqlx_logging(false);
    Database::connect(options).await
}

#[allow(
    clippy::disallowed_methods,
    reason = "tests have no configuration but this"
)]
fn given_url() -> Option<String> {
    std::env::var("TEST_DATABASE_URL")
        .ok()
        .filter(|url| !url.is_empty())
}

fn fresh_name() -> String {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    format!(
        "migrations_{}_{}",
        std::process::id(),
        NEXT.fetch_add(1, Ordering::Relaxed)
    )
}

/// A private PostgreSQL cluster in a temporary folder.
struct Cluster {
    url: String,
    folder: TempDir,
}

impl Cluster {
    fn start() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let started = Command::new(script())
            .arg("start")
            .arg(folder.path().join("postgres"))
            .output()
            .expect("the script runs");
        assert!(
            started.status.success(),
            "no cluster: {}",
            String::from_utf8_lossy(&started.stderr)
        );
        let url = String::from_utf8(started.stdout).expect("an address");
        Self {
            url: url.trim().to_owned(),
            folder,
        }
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        let stopped = Command::new(script())
            .arg("stop")
            .arg(self.folder.path().join("postgres"))
            .status();
        assert!(
            stopped.is_ok_and(|status| status.success()) || std::thread::panicking(),
            "the private cluster did not stop"
        );
    }
}

fn script() -> PathBuf {
    PathBuf::from(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../tests/run/postgres.sh"
    ))
}
