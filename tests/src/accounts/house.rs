//! A server's inside with people in it, and a clock that the test moves.

use std::net::IpAddr;
use std::time::Duration as Wait;

use async_graphql::{Request, Variables};
use chrono::{DateTime, Duration, Utc};
use sea_orm::{ConnectionTrait, Database, DatabaseConnection, Statement};
use serde_json::Value;
use server::access::{Locale, Role, Viewer};
use server::accounts::entity::SessionKind;
use server::accounts::password::HashCost;
use server::accounts::users::{NewUser, create_user, organization_named};
use server::accounts::{AuthFault, SignIn, SignInRefusal, Tokens, authenticate, sign_in};
use server::app::{App, Mode, Settings};
use server::clock::Clock;
use server::graphql::{attach, schema};
use server::http::serve;
use server::outbox::{MailSettings, Way};
use server::store::StoreSettings;
use server::vault::{KeySource, Keyring};
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use uuid::Uuid;

use crate::database::{Kind, TestDatabase};

pub const PASSWORD: &str = "mossy stones under the brook";
pub const REQUEST: Uuid = Uuid::from_u128(77);

/// Runs one test on each database.
macro_rules! on_both {
    ($($(#[$meta:meta])* async fn $name:ident($house:ident) $body:block)+) => {$(
        mod $name {
            #[allow(unused_imports, reason = "not every test needs all")]
            use super::*;
            async fn run($house: crate::accounts::house::House) $body
            #[tokio::test]
            $(#[$meta])*
            async fn sqlite() {
                run(crate::accounts::house::House::new(crate::database::Kind::Sqlite).await).await;
            }
            #[tokio::test]
            $(#[$meta])*
            async fn postgres() {
                run(crate::accounts::house::House::new(crate::database::Kind::Postgres).await).await;
            }
        }
    )+};
}
pub(crate) use on_both;

pub struct House {
    pub app: App,
    pub clock: Clock,
    pub database: TestDatabase,
    org: Uuid,
    stop: Option<oneshot::Sender<()>>,
    _data: tempfile::TempDir,
}

impl House {
    pub async fn new(kind: Kind) -> Self {
        let database = TestDatabase::new(kind).await;
        let data = tempfile::tempdir().unwrap();
        let clock = Clock::fixed(start());
        let settings = Settings {
            store: StoreSettings {
                acquire: Wait::from_secs(20),
                ..StoreSettings::at(database.url())
            },
            keys: KeySource::Setting(Keyring::new_setting().unwrap()),
            hash: HashCost {
                memory_kib: 64,
                passes: 1,
            },
            mail: MailSettings {
                from: "Meadow <post@meadow.example>".parse().unwrap(),
                way: Way::Files(data.path().join("mail")),
            },
            data: data.path().to_owned(),
            public_url: "https://trellis.example".to_owned(),
            mode: Mode::Production,
            demo: false,
            title: "Notes".to_owned(),
            public_directory: None,
            stale_after_days: 180,
            leave_url: "https://weather.example".to_owned(),
            release_days: server::releases::ReleaseDays::default(),
            subpoena_never: Vec::new(),
        };
        let app = App::open(settings, clock.clone()).await.unwrap();
        let org = organization_named(&app, "Meadow").await.unwrap();
        Self {
            app,
            clock,
            database,
            org,
            stop: None,
            _data: data,
        }
    }

    /// Makes somebody whose address is `name@meadow.example`.
    pub async fn person(&self, name: &str, roles: &[Role]) -> Uuid {
        let new = NewUser {
            org: self.org,
            email: address(name),
            name: name.to_owned(),
            roles: roles.to_vec(),
            locale: Locale::En,
            password_hash: self.app.passwords().hash(PASSWORD).await.unwrap(),
        };
        create_user(&self.app, new, REQUEST).await.unwrap()
    }

    pub async fn try_sign_in(
        &self,
        login: &str,
        password: &str,
        from: &str,
    ) -> Result<Tokens, SignInRefusal> {
        let attempt = SignIn {
            login: login.to_owned(),
            password: password.to_owned().into(),
            kind: SessionKind::Browser,
            from: from.parse::<IpAddr>().unwrap(),
            request: REQUEST,
        };
        sign_in(&self.app, attempt).await
    }

    pub async fn sign_in(&self, name: &str) -> Tokens {
        self.try_sign_in(&address(name), PASSWORD, "192.0.2.1")
            .await
            .ok()
            .unwrap()
    }

    /// The viewer behind a token, or none when it is worth nothing.
    pub async fn viewer(&self, tokens: &Tokens) -> Option<Viewer> {
        match authenticate(&self.app, &tokens.access, SessionKind::Browser, REQUEST).await {
            Ok(viewer) => Some(viewer),
            Err(AuthFault::NotSignedIn) => None,
            Err(AuthFault::Fault(refusal)) => panic!("{refusal:?}"),
        }
    }

    /// Serves it on loopback until the house goes; the address without a slash at the end.
    pub async fn serve(&mut self) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let settings = server::http::settings::Settings::default();
        let site = server::site::site(&self.app, settings.clone()).unwrap();
        let (stop, stopped) = oneshot::channel::<()>();
        self.stop = Some(stop);
        tokio::spawn(async move {
            // An error is the house's end, which is a stop as well.
            serve::serve(listener, site, &settings, async { drop(stopped.await) }).await
        });
        base
    }

    /// What GraphQL answers the holder of a token; panics on a fault.
    pub async fn ask(&self, tokens: &Tokens, document: &str, variables: Value) -> Value {
        let viewer = self.viewer(tokens).await.unwrap();
        let request = Request::new(document).variables(Variables::from_json(variables));
        let response = schema().execute(attach(request, viewer.clone())).await;
        viewer.flush_reads().await.unwrap();
        assert!(response.errors.is_empty(), "{:?}", response.errors);
        response.data.into_json().unwrap()
    }

    /// A client's key for one change.
    pub fn key(&self) -> String {
        self.clock.new_id().to_string()
    }

    pub fn later(&self, minutes: i64) {
        self.clock.advance(Duration::minutes(minutes));
    }

    /// The first column of each row, as text.
    pub async fn column(&self, sql: &str) -> Vec<String> {
        let db = self.connect().await;
        let rows = db
            .query_all_raw(Statement::from_string(db.get_database_backend(), sql))
            .await
            .unwrap();
        rows.iter()
            .map(|row| {
                row.try_get_by_index::<Option<String>>(0)
                    .unwrap()
                    .unwrap_or_default()
            })
            .collect()
    }

    /// The first column of each row, as bytes.
    pub async fn bytes(&self, sql: &str) -> Vec<Vec<u8>> {
        let db = self.connect().await;
        let rows = db
            .query_all_raw(Statement::from_string(db.get_database_backend(), sql))
            .await
            .unwrap();
        rows.iter()
            .map(|row| row.try_get_by_index(0).unwrap())
            .collect()
    }

    pub async fn execute(&self, sql: &str) {
        self.connect().await.execute_unprepared(sql).await.unwrap();
    }

    async fn connect(&self) -> DatabaseConnection {
        Database::connect(self.database.url()).await.unwrap()
    }
}

pub fn address(name: &str) -> String {
    format!("{name}@meadow.example")
}

fn start() -> DateTime<Utc> {
    DateTime::from_timestamp(1_780_000_000, 0).unwrap()
}
