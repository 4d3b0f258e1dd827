//! A server's inside with mail that waits, a mail server beside it, and a clock the test moves.

use std::path::PathBuf;
use std::time::Duration as Wait;

use async_graphql::Request;
use chrono::{DateTime, Duration, Utc};
use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection, EntityTrait};
use server::access::{Locale, Role, Viewer};
use server::accounts::entity::SessionKind;
use server::accounts::password::HashCost;
use server::accounts::users::{NewUser, create_user, organization_named};
use server::accounts::{SignIn, authenticate, sign_in};
use server::app::{App, Mode, Settings};
use server::clock::Clock;
use server::graphql::{attach, schema};
use server::outbox::{
    MailSettings, OutboxEntity, OutboxRow, Security, SmtpSettings, Template, Way, Worker, enqueue,
};
use server::store::StoreSettings;
use server::vault::{KeySource, Keyring};
use uuid::Uuid;

use crate::database::{Kind, TestDatabase};
use crate::smtp::{Fate, Offer, Peer, Script};

/// Runs one test on each database.
macro_rules! on_both {
    ($($(#[$meta:meta])* async fn $name:ident($room:ident) $body:block)+) => {$(
        $(#[$meta])*
        mod $name {
            #[allow(unused_imports, reason = "not every test needs all")]
            use super::*;
            async fn run($room: crate::outbox::room::Room) $body
            #[tokio::test]
            async fn sqlite() {
                run(crate::outbox::room::Room::new(crate::database::Kind::Sqlite).await).await;
            }
            #[tokio::test]
            async fn postgres() {
                run(crate::outbox::room::Room::new(crate::database::Kind::Postgres).await).await;
            }
        }
    )+};
}
pub(crate) use on_both;

pub struct Room {
    pub app: App,
    pub clock: Clock,
    pub peer: Peer,
    pub mail: DatabaseConnection,
    org: Uuid,
    user: Uuid,
    settings: Settings,
    // The last to go.
    database: TestDatabase,
    data: tempfile::TempDir,
}

impl Room {
    /// One whose mail goes to a mail server that takes everything.
    pub async fn new(kind: Kind) -> Self {
        let database = TestDatabase::new(kind).await;
        let data = tempfile::tempdir().unwrap();
        let peer = Peer::start(
            &data.path().join("taken"),
            Script::new(&[Fate::Accept]),
            Offer::Plain,
        )
        .await;
        let clock = Clock::fixed(DateTime::from_timestamp(1_780_000_000, 0).unwrap());
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
                from: "Updates <updates@app.example>".parse().unwrap(),
                way: Way::Smtp(Box::new(smtp_at(&peer))),
            },
            data: data.path().to_owned(),
            public_url: "https://app.example".to_owned(),
            mode: Mode::Production,
            demo: false,
            title: "Notes".to_owned(),
            public_directory: None,
            stale_after_days: 180,
            leave_url: "https://weather.example".to_owned(),
            release_days: server::releases::ReleaseDays::default(),
            subpoena_never: Vec::new(),
        };
        let app = App::open(settings.clone(), clock.clone()).await.unwrap();
        let org = organization_named(&app, "Meadow").await.unwrap();
        let new = NewUser {
            org,
            email: "birch@meadow.example".to_owned(),
            name: "Birch".to_owned(),
            roles: vec![Role::ResourceSpecialist],
            locale: Locale::Es,
            password_hash: "none".to_owned(),
        };
        let user = create_user(&app, new, Uuid::nil()).await.unwrap();
        let mut options = ConnectOptions::new(database.url());
        options.max_connections(1).sqlx_logging(false);
        Self {
            mail: Database::connect(options).await.unwrap(),
            app,
            clock,
            peer,
            org,
            user,
            settings,
            database,
            data,
        }
    }

    /// The database's address, for a server in a process of its own.
    pub fn url(&self) -> &str {
        self.database.url()
    }

    /// A folder for what such a server keeps.
    pub fn folder(&self) -> PathBuf {
        self.data.path().join("server")
    }

    /// Another server on the same database, with mail that leaves another way.
    pub async fn another(&self, way: Way) -> App {
        let mut settings = self.settings.clone();
        settings.mail.way = way;
        App::open(settings, self.clock.clone()).await.unwrap()
    }

    /// Puts a message into the outbox, as a change does.
    pub async fn post(&self) -> Uuid {
        let id = self.clock.new_id();
        enqueue(
            &self.mail,
            id,
            self.org,
            self.user,
            Template::CaseAssigned,
            "/cases/x",
            self.clock.now(),
        )
        .await
        .unwrap();
        id
    }

    /// Somebody with these roles, signed in.
    pub async fn viewer(&self, name: &str, role: Role) -> Viewer {
        let password = "mossy stones under the brook";
        let email = format!("{name}@meadow.example");
        let new = NewUser {
            org: self.org,
            email: email.clone(),
            name: name.to_owned(),
            roles: vec![role],
            locale: Locale::En,
            password_hash: self.app.passwords().hash(password).await.unwrap(),
        };
        create_user(&self.app, new, Uuid::nil()).await.unwrap();
        let attempt = SignIn {
            login: email,
            password: password.to_owned().into(),
            kind: SessionKind::Browser,
            from: [192, 0, 2, 1].into(),
            request: Uuid::nil(),
        };
        let tokens = sign_in(&self.app, attempt).await.ok().unwrap();
        let viewer =
            authenticate(&self.app, &tokens.access, SessionKind::Browser, Uuid::nil()).await;
        viewer.ok().unwrap()
    }

    /// The answer to a GraphQL document, as JSON.
    pub async fn ask(&self, viewer: &Viewer, document: &str) -> serde_json::Value {
        let request = attach(Request::new(document), viewer.clone());
        serde_json::to_value(schema().execute(request).await).unwrap()
    }

    pub async fn row(&self, id: Uuid) -> OutboxRow {
        let found = OutboxEntity::find_by_id(id).one(&self.mail).await.unwrap();
        found.unwrap()
    }

    pub async fn execute(&self, sql: &str) {
        self.mail.execute_unprepared(sql).await.unwrap();
    }

    /// Tries everything that is due, once.
    pub async fn drain(&self) -> usize {
        Worker::new(&self.app).drain().await.unwrap()
    }

    /// Goes on to when the row is due, and tries what is due then.
    pub async fn drain_when_due(&self, id: Uuid) -> usize {
        let due: DateTime<Utc> = self.row(id).await.not_before;
        self.clock.set(due.max(self.clock.now()));
        self.drain().await
    }

    pub fn later(&self, by: Duration) {
        self.clock.advance(by);
    }
}

/// How to reach a test's mail server, in the clear and with little patience.
pub fn smtp_at(peer: &Peer) -> SmtpSettings {
    SmtpSettings {
        host: peer.address().ip().to_string(),
        port: peer.address().port(),
        security: Security::None,
        sign_in: None,
        authority: None,
        hello: "app.example".to_owned(),
        deadline: Wait::from_secs(2),
    }
}
