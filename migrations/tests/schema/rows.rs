//! Rows to try the schema with, in SQL that each database understands.

use migrations::{Migrator, MigratorTrait};
use sea_orm_migration::sea_orm::{
    ConnectionTrait, DatabaseConnection, DbBackend, DbErr, Statement,
};

pub const NOW: &str = "'2026-01-02 03:04:05.000006+00:00'";

/// A migrated database with the rows to be tried on it.
pub struct Rows<'a> {
    pub db: &'a DatabaseConnection,
}

impl<'a> Rows<'a> {
    pub async fn migrated(db: &'a DatabaseConnection) -> Self {
        Migrator::up(db, None).await.expect("up from empty");
        Self { db }
    }

    pub fn is_postgres(&self) -> bool {
        self.db.get_database_backend() == DbBackend::Postgres
    }

    /// A uuid, told by a small number.
    pub fn key(&self, number: u32) -> String {
        if self.is_postgres() {
            format!("'00000000-0000-0000-0000-{number:012x}'::uuid")
        } else {
            format!("x'{number:032x}'")
        }
    }

    pub fn bytes(&self, length: usize) -> String {
        let hex = "ab".repeat(length);
        if self.is_postgres() {
            format!("'\\x{hex}'::bytea")
        } else {
            format!("x'{hex}'")
        }
    }

    pub async fn run(&self, sql: &str) -> Result<u64, DbErr> {
        self.db
            .execute_unprepared(sql)
            .await
            .map(|done| done.rows_affected())
    }

    /// `values` are pairs of a column and what it gets, in SQL.
    pub async fn insert(&self, table: &str, values: &[(&str, &str)]) -> Result<u64, DbErr> {
        self.run(&insert_sql("INSERT", table, values)).await
    }

    /// Inserts a row that has to be taken.
    pub async fn given(&self, table: &str, values: &[(&str, &str)]) {
        self.insert(table, values).await.expect(table);
    }

    pub async fn count(&self, table: &str, condition: &str) -> i64 {
        let sql = format!("SELECT count(*) AS n FROM {table} WHERE {condition}");
        let statement = Statement::from_string(self.db.get_database_backend(), sql);
        let row = self.db.query_one_raw(statement).await.expect("counted");
        row.expect("one row").try_get("", "n").expect("a number")
    }

    pub async fn organization(&self, number: u32) {
        let id = self.key(number);
        self.given(
            "organization",
            &[("id", &id), ("name", "'Example Team'"), ("created_at", NOW)],
        )
        .await;
    }

    pub async fn user(&self, number: u32, org: u32) {
        let login = format!("'person{number}@trellis.example'");
        self.given(
            "app_user",
            &[
                ("id", &self.key(number)),
                ("org_id", &self.key(org)),
                ("login_key", &login),
                ("email", &login),
                ("display_name", "'Juniper Brook'"),
                ("password_hash", "''"),
                ("status", "'active'"),
                ("created_at", NOW),
            ],
        )
        .await;
    }

    pub async fn case(&self, number: u32, org: u32, supervisor: u32) {
        self.given(
            "cases",
            &[
                ("id", &self.key(number)),
                ("org_id", &self.key(org)),
                ("number", &self.bytes(4)),
                ("alias", &self.bytes(4)),
                ("status", "'open'"),
                ("origin", "'ta_request'"),
                ("jurisdiction", "'OR'"),
                ("supervisor_id", &self.key(supervisor)),
                ("opened_at", NOW),
                ("created_at", NOW),
            ],
        )
        .await;
    }

    pub async fn plan(
        &self,
        number: u32,
        org: u32,
        case: u32,
        by: u32,
        state: &str,
    ) -> Result<u64, DbErr> {
        self.insert(
            "plan",
            &[
                ("id", &self.key(number)),
                ("org_id", &self.key(org)),
                ("case_id", &self.key(case)),
                ("state", &format!("'{state}'")),
                ("created_by", &self.key(by)),
                ("created_at", NOW),
            ],
        )
        .await
    }

    /// What some service is found by.
    pub async fn text(&self, org: u32, name: &str, description: &str) {
        self.given(
            "directory_text",
            &[
                ("of_id", &self.key(9)),
                ("org_id", &self.key(org)),
                ("name", &format!("'{name}'")),
                ("organization", "''"),
                ("description", &format!("'{description}'")),
            ],
        )
        .await;
    }

    pub async fn service(&self, number: u32, org: u32) {
        self.given(
            "service",
            &[
                ("id", &self.key(number)),
                ("org_id", &self.key(org)),
                ("name", "'Cedar House'"),
                ("organization_name", "'Cedar'"),
                ("category", "'emergency_shelter'"),
                ("description", "''"),
                ("capacity", "'unknown'"),
                ("state", "'OR'"),
                ("created_at", NOW),
            ],
        )
        .await;
    }

    pub async fn referral(
        &self,
        number: u32,
        org: u32,
        case: u32,
        service: u32,
        by: u32,
    ) -> Result<u64, DbErr> {
        self.insert(
            "referral",
            &[
                ("id", &self.key(number)),
                ("org_id", &self.key(org)),
                ("case_id", &self.key(case)),
                ("reference", "'R-CEDARS'"),
                ("service_id", &self.key(service)),
                ("state", "'draft'"),
                ("need", &self.bytes(4)),
                ("created_by", &self.key(by)),
                ("created_at", NOW),
            ],
        )
        .await
    }
}

pub fn insert_sql(verb: &str, table: &str, values: &[(&str, &str)]) -> String {
    let (columns, values): (Vec<_>, Vec<_>) = values.iter().copied().unzip();
    format!(
        "{verb} INTO {table} ({}) VALUES ({})",
        columns.join(", "),
        values.join(", ")
    )
}
