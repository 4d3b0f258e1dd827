//! A server process with its database, its keys and a mail server beside it, and people who
//! are signed in there.

use std::path::{Path, PathBuf};
use std::process::{Output, Stdio};
use std::time::{Duration, Instant};

use sea_orm::{ConnectionTrait, Database, DatabaseConnection, Statement};
use serde_json::{Value, json};
use server::access::{Locale, Role};
use server::accounts::password::HashCost;
use server::accounts::users::{NewUser, create_user, organization_named, supervise};
use server::app::{App, Mode, Settings};
use server::clock::Clock;
use server::graphql::{Kind as NodeKind, id::id_of};
use server::outbox::{MailSettings, Way};
use server::store::StoreSettings;
use server::vault::{KeySource, Keyring};
use tokio::process::{Child, Command};
use uuid::Uuid;

use crate::database::{Kind, TestDatabase};
use crate::smtp::{Fate, Offer, Peer, Script};

const PASSWORD: &str = "mossy stones under the brook";
/// How often a port that is taken is tried again.
const PORT_TRIES: usize = 50;
/// How long anything may take before the test gives up.
const PATIENCE: Duration = Duration::from_secs(60);

/// Somebody of the house.
#[derive(Clone, Debug)]
pub struct Resident {
    pub name: String,
    /// The opaque id.
    pub id: String,
    /// Empty until signed in.
    pub token: String,
}

pub struct House {
    pub database: TestDatabase,
    pub peer: Peer,
    /// The inside, for what no client can ask.
    pub app: App,
    /// Where the server answers, the same after each start.
    pub base: String,
    pub client: reqwest::Client,
    folder: tempfile::TempDir,
    server: Option<Child>,
}

impl House {
    /// With keys and a mail server; the server itself is not started.
    pub async fn new(kind: Kind) -> Self {
        let database = TestDatabase::new(kind).await;
        let folder = tempfile::tempdir().unwrap();
        let keys = folder.path().join("data/keys");
        std::fs::create_dir(folder.path().join("data")).unwrap();
        Keyring::init(&keys).unwrap();
        let peer = Peer::start(
            &folder.path().join("taken"),
            Script::new(&[Fate::Accept]),
            Offer::Plain,
        )
        .await;
        let app = App::open(settings(database.url(), folder.path()), Clock::system())
            .await
            .unwrap();
        // Let go again at once: the server listens there a moment later, and at each start.
        let port = std::net::TcpListener::bind("127.0.0.1:0")
            .unwrap()
            .local_addr()
            .unwrap();
        Self {
            database,
            peer,
            app,
            base: format!("http://{port}"),
            client: reqwest::Client::builder().no_proxy().build().unwrap(),
            folder,
            server: None,
        }
    }

    /// A command of the binary that was built with these tests.
    pub fn trellis(&self, words: &[&str]) -> Command {
        let mut command = Command::new(binary());
        let listen = self.base.trim_start_matches("http://");
        command
            .args(words)
            .env_clear()
            .env("TRELLIS_DATA", self.folder.path().join("data"))
            .env("TRELLIS_DATABASE_URL", self.database.url())
            .env("TRELLIS_PUBLIC_URL", &self.base)
            .env("TRELLIS_LISTEN", listen)
            .env("TRELLIS_METRICS_LISTEN", "127.0.0.1:0")
            .env("TRELLIS_SMTP_HOST", "127.0.0.1")
            .env("TRELLIS_SMTP_PORT", self.peer.address().port().to_string())
            .env("TRELLIS_SMTP_SECURITY", "none")
            .env("TRELLIS_LOG", "trellis=debug,info")
            .stdin(Stdio::null())
            .kill_on_drop(true);
        command
    }

    /// Runs a command to its end, which must be a good one.
    pub async fn done(&self, words: &[&str]) -> Output {
        let output = self.trellis(words).output().await.unwrap();
        let told = String::from_utf8_lossy(&output.stdout).into_owned()
            + &String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{words:?}: {told}");
        output
    }

    /// Starts the server and waits until it answers. What it logs goes to [`Self::log`].
    pub async fn start(&mut self) {
        // While it was away, its port may have been lent for a moment to somebody's connection.
        for _ in 0..PORT_TRIES {
            if self.try_start().await {
                return;
            }
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
        panic!("the server cannot listen on {}", self.base);
    }

    /// False when the port is taken.
    async fn try_start(&mut self) -> bool {
        let log = std::fs::File::options()
            .create(true)
            .append(true)
            .open(self.log())
            .unwrap();
        let mut command = self.trellis(&["serve"]);
        command.stdout(log.try_clone().unwrap()).stderr(log);
        let mut server = command.spawn().unwrap();
        let begun = Instant::now();
        while !self.answers().await {
            if server.try_wait().unwrap().is_some() {
                let log = std::fs::read_to_string(self.log()).unwrap();
                let last = log.lines().last().unwrap_or_default().to_owned();
                assert!(last.contains("cannot listen"), "the server ended: {log}");
                return false;
            }
            assert!(begun.elapsed() < PATIENCE, "the server does not get ready");
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        self.server = Some(server);
        true
    }

    async fn answers(&self) -> bool {
        let ready = self
            .client
            .get(format!("{}/readyz", self.base))
            .send()
            .await;
        ready.is_ok_and(|answer| answer.status() == 200)
    }

    pub fn log(&self) -> PathBuf {
        self.folder.path().join("log")
    }

    pub fn keys(&self) -> PathBuf {
        self.folder.path().join("data/keys")
    }

    /// `kill -9`.
    pub async fn kill(&mut self) {
        self.server
            .take()
            .expect("a server that runs")
            .kill()
            .await
            .unwrap();
    }

    /// Asks it to end, which it does within its ten seconds.
    pub async fn stop(&mut self) {
        let mut server = self.server.take().expect("a server that runs");
        let pid = server.id().unwrap().to_string();
        let asked = std::process::Command::new("kill")
            .args(["-TERM", &pid])
            .status()
            .unwrap();
        assert!(asked.success());
        let ended = tokio::time::timeout(Duration::from_secs(20), server.wait())
            .await
            .unwrap()
            .unwrap();
        assert!(ended.success(), "{ended}");
    }

    /// Somebody who works here; supervised by `by` if there is one.
    pub async fn person(&self, name: &str, role: Role, by: Option<&Resident>) -> Resident {
        let org = organization_named(&self.app, "Meadow").await.unwrap();
        let new = NewUser {
            org,
            email: address(name),
            name: name.to_owned(),
            roles: vec![role],
            locale: Locale::En,
            password_hash: self.app.passwords().hash(PASSWORD).await.unwrap(),
        };
        let id = create_user(&self.app, new, Uuid::from_u128(1))
            .await
            .unwrap();
        if let Some(by) = by {
            supervise(
                &self.app,
                &address(&by.name),
                &address(name),
                Uuid::from_u128(1),
            )
            .await
            .unwrap();
        }
        Resident {
            name: name.to_owned(),
            id: id_of(&self.app, NodeKind::User, id).unwrap(),
            token: String::new(),
        }
    }

    /// The same, signed in at the running server.
    pub async fn signed_in(&self, who: Resident) -> Resident {
        let body = json!({ "login": address(&who.name), "password": PASSWORD, "mode": "token" });
        let request = self
            .client
            .post(format!("{}/auth/sign-in", self.base))
            .header("x-trellis", "1")
            .json(&body);
        let answer: Value = request.send().await.unwrap().json().await.unwrap();
        let token = answer["accessToken"]
            .as_str()
            .unwrap_or_else(|| panic!("{answer}"))
            .to_owned();
        Resident { token, ..who }
    }

    /// A connection past the server.
    pub async fn sql(&self) -> DatabaseConnection {
        Database::connect(self.database.url()).await.unwrap()
    }

    /// One number past the server.
    pub async fn number(&self, sql: &str) -> i64 {
        let db = self.sql().await;
        let statement = Statement::from_string(db.get_database_backend(), sql);
        let row = db.query_one_raw(statement).await.unwrap().unwrap();
        let number = row.try_get_by_index(0).unwrap();
        db.close().await.unwrap();
        number
    }

    /// Waits until a number past the server is 0.
    pub async fn until_none(&self, sql: &str) {
        let begun = Instant::now();
        loop {
            let left = self.number(sql).await;
            if left == 0 {
                return;
            }
            assert!(begun.elapsed() < PATIENCE, "{left} are left of: {sql}");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }
}

fn address(name: &str) -> String {
    format!("{name}@meadow.example")
}

fn binary() -> PathBuf {
    let program = std::env::current_exe().unwrap();
    let folder = program.parent().and_then(Path::parent).unwrap();
    let binary = folder.join("trellis");
    assert!(
        binary.exists(),
        "build the server first: cargo build -p trellis"
    );
    binary
}

fn settings(url: &str, folder: &Path) -> Settings {
    Settings {
        store: StoreSettings {
            acquire: Duration::from_secs(30),
            ..StoreSettings::at(url)
        },
        keys: KeySource::Folder(folder.join("data/keys")),
        hash: HashCost {
            memory_kib: 64,
            passes: 1,
        },
        mail: MailSettings {
            from: "Notes <post@meadow.example>".parse().unwrap(),
            way: Way::Files(folder.join("mail")),
        },
        data: folder.to_owned(),
        public_url: "http://localhost".to_owned(),
        mode: Mode::Production,
        demo: false,
        title: "Notes".to_owned(),
        public_directory: None,
        stale_after_days: 180,
        leave_url: "https://weather.example".to_owned(),
        release_days: server::releases::ReleaseDays::default(),
        subpoena_never: Vec::new(),
    }
}
