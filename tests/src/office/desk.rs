//! Two organisations with people in them who ask the server, on top of the [`World`].

use chrono::Duration;
use sea_orm::{ConnectionTrait, Statement, TryGetable};
use serde_json::{Value, json};
use server::access::Role;

use crate::database::Kind;
use crate::world::{Persona, World};

/// Runs one test on each database.
macro_rules! on_both {
    ($($(#[$meta:meta])* async fn $name:ident($desk:ident) $body:block)+) => {$(
        mod $name {
            #[allow(unused_imports, reason = "not every test needs all")]
            use super::*;
            async fn run($desk: crate::office::desk::Desk) $body
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            $(#[$meta])*
            async fn sqlite() {
                run(crate::office::desk::Desk::new(crate::database::Kind::Sqlite).await).await;
            }
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            $(#[$meta])*
            async fn postgres() {
                run(crate::office::desk::Desk::new(crate::database::Kind::Postgres).await).await;
            }
        }
    )+};
}
pub(crate) use on_both;

pub struct Desk {
    pub world: World,
}

impl Desk {
    pub async fn new(kind: Kind) -> Self {
        Self {
            world: World::new(kind).await,
        }
    }

    /// Somebody of the organisation Meadow.
    pub async fn person(&self, name: &str, roles: &[Role]) -> Persona {
        self.world.person(name, roles).await
    }

    /// Somebody of the other organisation, Heath.
    pub async fn stranger(&self, name: &str, roles: &[Role]) -> Persona {
        self.world.person_of("Heath", name, roles).await
    }

    pub fn later(&self, minutes: i64) {
        self.world.later(Duration::minutes(minutes));
    }

    /// The whole answer.
    pub async fn ask(&self, who: &Persona, document: &str, variables: Value) -> Value {
        self.world.ask(who, document, variables).await.json
    }

    /// A mutation's outcome, whatever it is; the whole answer when there is none.
    pub async fn act(&self, who: &Persona, name: &str, input: Value, wanted: &str) -> Value {
        let answer = self.world.act(who, name, wanted, input).await;
        match &answer.json["data"][name] {
            Value::Null => answer.json,
            outcome => outcome.clone(),
        }
    }

    /// Records a request and returns its id.
    pub async fn request(&self, who: &Persona) -> String {
        let recorded = self
            .act(who, "requestRecord", request_input(), "request { id }")
            .await;
        text(&recorded["request"]["id"])
    }

    /// Opens a case from a new request and returns its id.
    pub async fn case(&self, supervisor: &Persona, alias: &str) -> String {
        self.world.case(supervisor, alias).await
    }

    /// Puts a colleague on a case's team.
    pub async fn assign(&self, supervisor: &Persona, case: &str, who: &Persona, role: &str) {
        self.world.assign(supervisor, case, who, role).await;
    }

    /// The first column of each row, as text.
    pub async fn column(&self, sql: &str) -> Vec<String> {
        let values = self.stored::<Option<String>>(sql).await;
        values.into_iter().map(Option::unwrap_or_default).collect()
    }

    /// The first column of each row, as bytes.
    pub async fn bytes(&self, sql: &str) -> Vec<Vec<u8>> {
        self.stored(sql).await
    }

    async fn stored<T: TryGetable>(&self, sql: &str) -> Vec<T> {
        let db = self.world.sql().await;
        let query = Statement::from_string(db.get_database_backend(), sql);
        let rows = db.query_all_raw(query).await.unwrap();
        db.close().await.unwrap();
        rows.iter()
            .map(|row| row.try_get_by_index(0).unwrap())
            .collect()
    }
}

/// A request as somebody tells it on the telephone.
pub fn request_input() -> Value {
    json!({
        "requesterKind": "CHILD_WELFARE_WORKER", "requesterName": "Willow Marsh",
        "requesterPhone": "555-0114", "requesterOrganization": "Example County",
        "jurisdiction": "OR", "urgency": "CHILD_JUST_FOUND",
        "topics": ["IMMEDIATE_RECOVERY_PLAN", "PLACEMENT_OPTIONS"],
        "situation": "Found an hour ago at the heron pond.",
    })
}

pub fn text(value: &Value) -> String {
    value
        .as_str()
        .unwrap_or_else(|| panic!("{value}"))
        .to_owned()
}
