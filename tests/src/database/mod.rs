//! Databases for tests: each test gets one of its own, already migrated.
//!
//! Migrations run once per build of the tests and database kind. From then on a
//! SQLite database is a copy of the migrated file, and a PostgreSQL one is copied
//! by the server from a migrated template.

mod postgres;
mod sqlite;
mod template;

/// The database kinds that every test of the server runs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Sqlite,
    Postgres,
}

/// An empty, migrated database that goes away with this value.
#[derive(Debug)]
pub struct TestDatabase {
    kind: Kind,
    url: String,
    _keeper: Keeper,
}

/// What has to be undone at the end.
#[derive(Debug)]
enum Keeper {
    Folder(#[expect(dead_code, reason = "held for its Drop")] tempfile::TempDir),
    Server(#[expect(dead_code, reason = "held for its Drop")] postgres::Owned),
}

impl TestDatabase {
    /// A new one of the given kind. Panics when the machine cannot give it: a test without its
    /// database must fail, not pass.
    pub async fn new(kind: Kind) -> Self {
        let (url, keeper) = match kind {
            Kind::Sqlite => {
                let (url, folder) = sqlite::database().await;
                (url, Keeper::Folder(folder))
            }
            Kind::Postgres => {
                let (url, owned) = postgres::database().await;
                (url, Keeper::Server(owned))
            }
        };
        Self {
            kind,
            url,
            _keeper: keeper,
        }
    }

    /// Which kind it is.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// The address that the server's configuration takes.
    pub fn url(&self) -> &str {
        &self.url
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use sea_orm::{ConnectionTrait, Database};

    /// Two databases of a kind are migrated, apart from each other, and gone afterwards.
    async fn each_test_has_its_own(kind: Kind) {
        let (one, two) = (TestDatabase::new(kind).await, TestDatabase::new(kind).await);
        assert_ne!(one.url(), two.url());
        let insert = "INSERT INTO organization (id, name, created_at) \
                      VALUES ('0190a000-0000-7000-8000-000000000001', 'Birch', '2026-01-01T00:00:00Z')";
        let (first, second) = (
            Database::connect(one.url()).await.unwrap(),
            Database::connect(two.url()).await.unwrap(),
        );
        first.execute_unprepared(insert).await.unwrap();
        let rows = |db: sea_orm::DatabaseConnection| async move {
            let statement = sea_orm::Statement::from_string(
                db.get_database_backend(),
                "SELECT id FROM organization",
            );
            let rows = db.query_all_raw(statement).await.unwrap().len();
            db.close().await.unwrap();
            rows
        };
        assert_eq!((rows(first).await, rows(second).await), (1, 0));
        let url = one.url().to_owned();
        drop(one);
        let gone = match Database::connect(&url).await {
            Err(_) => true,
            Ok(db) => db.execute_unprepared(insert).await.is_err(),
        };
        assert!(gone, "{kind:?}: the database outlived its test");
    }

    #[tokio::test]
    async fn sqlite_each_test_has_its_own() {
        each_test_has_its_own(Kind::Sqlite).await;
    }

    #[tokio::test]
    async fn postgres_each_test_has_its_own() {
        each_test_has_its_own(Kind::Postgres).await;
    }

    /// What the template holds says that it is migrated, so that a server does not begin anew.
    #[tokio::test]
    async fn nothing_is_left_to_migrate() {
        use migrations::{Migrator, MigratorTrait};
        for kind in [Kind::Sqlite, Kind::Postgres] {
            let database = TestDatabase::new(kind).await;
            let db = Database::connect(database.url()).await.unwrap();
            let waiting = Migrator::get_pending_migrations(&db).await.unwrap();
            assert!(waiting.is_empty(), "{kind:?}");
            db.close().await.unwrap();
        }
    }
}
