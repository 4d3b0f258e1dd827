//! A whole server on loopback, with a clock that the test moves and people who ask.
//!
//! Everything a test sees comes over HTTP with a Bearer token, as a client would have
//! it; only the database and the clock are reached from inside.

mod answer;
mod people;
#[cfg(test)]
pub mod post;
mod story;

pub use answer::Answer;
pub use people::{Persona, address};
pub use story::{Team, text};

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration as Wait;

use chrono::{DateTime, Duration, Utc};
use sea_orm::{ConnectionTrait, Database, DatabaseConnection, Statement};
use serde_json::{Value, json};
use server::accounts::password::HashCost;
use server::app::{App, Jobs, Mode, Settings};
use server::clock::Clock;
use server::http::serve;
use server::outbox::{MailSettings, Way};
use server::store::StoreSettings;
use server::vault::{KeySource, Keyring};
use tokio::net::TcpListener;
use tokio::sync::oneshot;

use crate::database::{Kind, TestDatabase};

/// Runs one test on each database: `both! { async fn rule_030_…(world) { … } }`.
#[macro_export]
macro_rules! both {
    ($($(#[$meta:meta])* async fn $name:ident($world:ident) $body:block)+) => {$(
        mod $name {
            #[allow(unused_imports, reason = "not every test needs all of its file's imports")]
            use super::*;
            async fn run($world: $crate::world::World) $body
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            $(#[$meta])*
            async fn sqlite() {
                run($crate::world::World::new($crate::database::Kind::Sqlite).await).await;
            }
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            $(#[$meta])*
            async fn postgres() {
                run($crate::world::World::new($crate::database::Kind::Postgres).await).await;
            }
        }
    )+};
}

/// The day on which every test begins: a Wednesday.
pub fn start() -> DateTime<Utc> {
    "2026-03-04T15:00:00Z".parse().unwrap()
}

/// A server and what a test needs around it.
pub struct World {
    /// Where it answers, without a slash at the end.
    pub base: String,
    /// Its inside, for what no client can ask.
    pub app: App,
    /// Its time.
    pub clock: Clock,
    /// Its database.
    pub database: TestDatabase,
    /// Its data folder: mail becomes files in `mail/`.
    pub data: tempfile::TempDir,
    client: reqwest::Client,
    keys: AtomicU64,
    _stop: oneshot::Sender<()>,
}

impl World {
    /// A server without people, jobs or data.
    pub async fn new(kind: Kind) -> Self {
        Self::with(kind, None).await
    }

    /// The same, with the directory of an organisation open to everybody.
    pub async fn public(kind: Kind, organization: &str) -> Self {
        Self::with(kind, Some(organization.to_owned())).await
    }

    async fn with(kind: Kind, public_directory: Option<String>) -> Self {
        let database = TestDatabase::new(kind).await;
        let data = tempfile::tempdir().unwrap();
        let clock = Clock::fixed(start());
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let settings = Settings {
            store: StoreSettings {
                acquire: Wait::from_secs(30),
                ..StoreSettings::at(database.url())
            },
            keys: KeySource::Setting(Keyring::new_setting().unwrap()),
            hash: HashCost {
                memory_kib: 64,
                passes: 1,
            },
            mail: MailSettings {
                from: "Notes <post@meadow.example>".parse().unwrap(),
                way: Way::Files(data.path().join("mail")),
            },
            data: data.path().to_owned(),
            public_url: base.clone(),
            mode: Mode::Development,
            demo: false,
            title: "Notes".to_owned(),
            public_directory,
            stale_after_days: 180,
            leave_url: "https://weather.example".to_owned(),
            release_days: server::releases::ReleaseDays::default(),
            subpoena_never: vec![server::cases::model::State::GU],
        };
        let app = App::open(settings, clock.clone()).await.unwrap();
        let http = server::http::settings::Settings::default();
        let site = server::site::site(&app, http.clone()).unwrap();
        let (stop, stopped) = oneshot::channel::<()>();
        tokio::spawn(async move {
            serve::serve(listener, site, &http, async {
                // An error is the world's end, which is a stop as well.
                let _ = stopped.await;
            })
            .await
        });
        // Sooner than the server hangs up on a silent connection, or a request may meet its end.
        let client = reqwest::Client::builder()
            .no_proxy()
            .pool_idle_timeout(Wait::from_secs(3))
            .build()
            .unwrap();
        Self {
            base,
            app,
            clock,
            database,
            data,
            client,
            keys: AtomicU64::new(1),
            _stop: stop,
        }
    }

    /// Starts the jobs (mail, chain, counters), for tests that need one of them.
    pub fn jobs(&self) -> Jobs {
        Jobs::start(&self.app)
    }

    /// Moves the clock on.
    pub fn later(&self, by: Duration) {
        self.clock.advance(by);
    }

    /// A key for a mutation: another each time, the same on every run.
    pub fn key(&self) -> String {
        uuid::Uuid::from_u128(0xfeed_0000 + u128::from(self.keys.fetch_add(1, Ordering::Relaxed)))
            .to_string()
    }

    /// Asks as `who`.
    pub async fn ask(&self, who: &Persona, document: &str, variables: Value) -> Answer {
        self.post(
            Some(&who.token),
            json!({ "query": document, "variables": variables }),
        )
        .await
    }

    /// Does `mutation` as `who`: `input` is completed with a fresh client key, and the
    /// answer's union is selected with what every problem has, and `success` of the success.
    pub async fn act(&self, who: &Persona, mutation: &str, success: &str, input: Value) -> Answer {
        let mut input = input;
        if input.get("clientMutationKey").is_none() {
            input["clientMutationKey"] = json!(self.key());
        }
        let pascal = mutation[..1].to_uppercase() + &mutation[1..];
        let document = format!(
            "mutation($input: {pascal}Input!) {{ {mutation}(input: $input) {{ __typename \
             ... on {pascal}Success {{ {success} }} ... on ValidationProblem {{ fields {{ path code message }} }} \
             ... on ConflictProblem {{ expectedVersion currentVersion fields {{ path yours theirs }} }} \
             ... on ForbiddenProblem {{ why }} ... on MoveProblem {{ from to allowed }} \
             ... on Problem {{ code message }} }} }}"
        );
        let mut answer = self.ask(who, &document, json!({ "input": input })).await;
        answer.root = Some(mutation.to_owned());
        answer
    }

    /// Posts a body to `/graphql`.
    pub async fn post(&self, token: Option<&str>, body: Value) -> Answer {
        let mut request = self
            .client
            .post(format!("{}/graphql", self.base))
            .json(&body);
        if let Some(token) = token {
            request = request.bearer_auth(token);
        }
        Answer::of(request.send().await.unwrap()).await
    }

    /// Asks as a program that takes GraphQL's own form of answer, in which the status says that
    /// a question is wrong.
    pub async fn ask_strictly(&self, who: &Persona, document: &str, variables: Value) -> Answer {
        let request = self
            .client
            .post(format!("{}/graphql", self.base))
            .header("accept", "application/graphql-response+json")
            .bearer_auth(&who.token)
            .json(&json!({ "query": document, "variables": variables }));
        Answer::of(request.send().await.unwrap()).await
    }

    /// The client, for what is not GraphQL.
    pub fn client(&self) -> &reqwest::Client {
        &self.client
    }

    /// A connection past the server, to look at or tamper with what is stored.
    pub async fn sql(&self) -> DatabaseConnection {
        Database::connect(self.database.url()).await.unwrap()
    }

    /// Runs a statement past the server.
    pub async fn execute(&self, sql: &str) {
        let db = self.sql().await;
        db.execute_raw(Statement::from_string(db.get_database_backend(), sql))
            .await
            .unwrap();
        db.close().await.unwrap();
    }

    /// One number past the server.
    pub async fn number(&self, sql: &str) -> i64 {
        let db = self.sql().await;
        let row = db
            .query_one_raw(Statement::from_string(db.get_database_backend(), sql))
            .await
            .unwrap()
            .unwrap();
        let number = row
            .try_get_by_index::<i64>(0)
            .or_else(|_| row.try_get_by_index::<i32>(0).map(i64::from))
            .unwrap();
        db.close().await.unwrap();
        number
    }
}
