//! Copies of a case's rows, made past the server: each value is sealed anew for the place of
//! its copy, and opens there as any other does.

use std::fmt::Write as _;
use std::sync::atomic::{AtomicU32, Ordering};

use sea_orm::{ConnectionTrait, DatabaseConnection, QueryResult, Statement};
use server::vault::{DataKey, Place, SealedBytes, WrappedKey, open_bytes, seal};
use uuid::Uuid;

use crate::database::Kind;
use crate::world::World;

/// A table of which rows are copied.
pub struct Part {
    pub table: &'static str,
    /// Its sealed columns.
    pub sealed: &'static [&'static str],
    /// Which of the case's rows is copied.
    pub which: &'static str,
    /// What is otherwise in a copy; `{n}` is a number of its own.
    pub other: &'static [(&'static str, &'static str)],
}

/// Copies rows of the one case that there is.
pub struct Copies<'w> {
    world: &'w World,
    database: DatabaseConnection,
    case: Uuid,
    key: DataKey,
    numbers: AtomicU32,
}

impl<'w> Copies<'w> {
    pub async fn of(world: &'w World) -> Self {
        let database = world.sql().await;
        let one = |sql: &str| Statement::from_string(database.get_database_backend(), sql);
        let row = database.query_one_raw(one("SELECT id FROM cases")).await;
        let case: Uuid = row.unwrap().unwrap().try_get_by_index(0).unwrap();
        let id = literal(world, case);
        let sql = format!("SELECT wrapped, master_kid FROM data_key WHERE id = {id}");
        let row = database.query_one_raw(one(&sql)).await.unwrap().unwrap();
        let kid: String = row.try_get_by_index(1).unwrap();
        let wrapped = WrappedKey {
            bytes: row.try_get_by_index(0).unwrap(),
            kid: kid.parse().unwrap(),
        };
        let key = world.app.keyring().unwrap(&wrapped, case).unwrap();
        Self {
            world,
            database,
            case,
            key,
            numbers: AtomicU32::new(1_000),
        }
    }

    /// So many copies of one row; their ids.
    pub async fn copy(&self, part: &Part, times: usize) -> Vec<Uuid> {
        self.write(part, vec![None; times]).await
    }

    /// A copy of one row for each of `parents`, in which `column` names it.
    pub async fn copy_each(&self, part: &Part, column: &str, parents: &[Uuid]) -> Vec<Uuid> {
        let parents = parents.iter().map(|parent| Some((column, *parent)));
        self.write(part, parents.collect()).await
    }

    /// So many more staffings at which the case is on the agenda.
    pub async fn staffings(&self, times: usize) {
        let statements = (0..times).map(|_| {
            let (id, case) = (literal(self.world, self.world.app.clock().new_id()), literal(self.world, self.case));
            format!(
                "INSERT INTO staffing (id, org_id, version, staffing_type, at, facilitator_id, cancelled, created_at) \
                 SELECT {id}, org_id, version, staffing_type, at, facilitator_id, cancelled, created_at FROM staffing LIMIT 1; \
                 INSERT INTO staffing_case (staffing_id, case_id, org_id) SELECT id, {case}, org_id FROM staffing WHERE id = {id};"
            )
        });
        let sql: String = statements.collect();
        self.database.execute_unprepared(&sql).await.unwrap();
    }

    /// Does something to the case's rows; `{case}` is its id.
    pub async fn execute(&self, sql: &str) {
        let sql = sql.replace("{case}", &literal(self.world, self.case));
        self.database.execute_unprepared(&sql).await.unwrap();
    }

    async fn rows(&self, sql: &str) -> Vec<QueryResult> {
        let statement = Statement::from_string(self.database.get_database_backend(), sql);
        self.database.query_all_raw(statement).await.unwrap()
    }

    async fn columns(&self, table: &str) -> Vec<String> {
        let sql = match self.world.database.kind() {
            Kind::Sqlite => format!("SELECT name FROM pragma_table_info('{table}')"),
            Kind::Postgres => format!(
                "SELECT column_name::text FROM information_schema.columns WHERE table_name = '{table}'"
            ),
        };
        let rows = self.rows(&sql).await;
        rows.iter()
            .map(|row| row.try_get_by_index(0).unwrap())
            .collect()
    }

    async fn write(&self, part: &Part, copies: Vec<Option<(&str, Uuid)>>) -> Vec<Uuid> {
        let Part { table, which, .. } = part;
        let id = |id| literal(self.world, id);
        let sealed = part.sealed.iter().fold(String::new(), |mut list, column| {
            write!(list, ", {column}").unwrap();
            list
        });
        let columns = self.columns(table).await;
        // What hangs on a plan or a clock does not name the case, of which there is one.
        let whose = match columns.iter().any(|column| column == "case_id") {
            true => format!("case_id = {}", id(self.case)),
            false => "1 = 1".to_owned(),
        };
        let found = self
            .rows(&format!(
                "SELECT id{sealed} FROM {table} WHERE {whose} AND {which} ORDER BY id LIMIT 1"
            ))
            .await;
        let found = found.first().unwrap_or_else(|| panic!("no {table}"));
        let from: Uuid = found.try_get_by_index(0).unwrap();
        let (mut sql, mut made) = (String::new(), Vec::new());
        for parent in copies {
            let copy = self.world.app.clock().new_id();
            let number = self.numbers.fetch_add(1, Ordering::Relaxed);
            let value = |column: &String| {
                if column == "id" {
                    return id(copy);
                }
                if let Some((_, parent)) = parent.filter(|(name, _)| name == column) {
                    return id(parent);
                }
                if let Some((_, other)) = part.other.iter().find(|(name, _)| name == column) {
                    return other.replace("{n}", &number.to_string());
                }
                match part.sealed.iter().find(|name| *name == column) {
                    Some(name) => self.sealed_anew(found, part.table, name, (from, copy)),
                    None => column.clone(),
                }
            };
            let values: Vec<String> = columns.iter().map(value).collect();
            let (columns, values) = (columns.join(", "), values.join(", "));
            let from = id(from);
            writeln!(
                sql,
                "INSERT INTO {table} ({columns}) SELECT {values} FROM {table} WHERE id = {from};"
            )
            .unwrap();
            made.push(copy);
        }
        self.database.execute_unprepared(&sql).await.unwrap();
        made
    }

    fn sealed_anew(
        &self,
        row: &QueryResult,
        table: &'static str,
        column: &'static str,
        (from, to): (Uuid, Uuid),
    ) -> String {
        let Some(bytes) = row.try_get::<Option<Vec<u8>>>("", column).unwrap() else {
            return "NULL".to_owned();
        };
        let place = |row| Place { table, column, row };
        let value = open_bytes(&self.key, place(from), &SealedBytes::from(bytes)).unwrap();
        let sealed = seal(&self.key, place(to), &*value).unwrap();
        let hex = sealed
            .as_bytes()
            .iter()
            .fold(String::new(), |mut hex, byte| {
                write!(hex, "{byte:02x}").unwrap();
                hex
            });
        match self.world.database.kind() {
            Kind::Sqlite => format!("x'{hex}'"),
            Kind::Postgres => format!("'\\x{hex}'::bytea"),
        }
    }
}

fn literal(world: &World, id: Uuid) -> String {
    match world.database.kind() {
        Kind::Sqlite => format!("x'{}'", id.simple()),
        Kind::Postgres => format!("'{id}'::uuid"),
    }
}
