//! Fills a database with an [`Office`]: by bulk, on several connections where there can be
//! several, with the indexes made after the rows.

mod postgres;
mod sqlite;

use std::path::Path;
use std::time::{Duration, Instant};

use server::accounts::password::HashCost;
use server::app::{App, Mode, Settings};
use server::boards;
use server::clock::Clock;
use server::directory;
use server::outbox::{MailSettings, Way};
use server::store::StoreSettings;
use server::vault::{KeySource, Keyring};

use super::office::{CaseMaker, Office, PASSWORD, Rows, Sums, TABLES, staff};
use super::say;

/// Cases made and sent at once.
const CHUNK: u64 = 500;
/// Up to this many cases, what was filled in is held against the server's own recount.
const RECOUNTED: u64 = 10_000;

/// The app on the database at `url`, with its keys in `data/keys`, as the loader and the
/// ids of requests need it.
pub async fn app(url: &str, data: &Path) -> App {
    let keys = data.join("keys");
    if !keys.exists() {
        Keyring::init(&keys).unwrap();
    }
    let settings = Settings {
        store: StoreSettings {
            statement: Duration::from_secs(600),
            ..StoreSettings::at(url)
        },
        keys: KeySource::Folder(keys),
        hash: HashCost::default(),
        mail: MailSettings {
            from: "Notes <notes@localhost.example>".parse().unwrap(),
            way: Way::Files(data.join("mail")),
        },
        data: data.to_owned(),
        public_url: "http://localhost:8080".to_owned(),
        mode: Mode::Production,
        demo: false,
        title: "Notes".to_owned(),
        public_directory: None,
        stale_after_days: 180,
        leave_url: "https://weather.example".to_owned(),
        release_days: server::releases::ReleaseDays::default(),
        subpoena_never: Vec::new(),
    };
    App::open(settings, Clock::system()).await.unwrap()
}

/// Fills the empty database at `url`; says how long it took.
pub async fn fill(app: &App, url: &str, office: Office) {
    let begun = Instant::now();
    app.store().migrate_up().await.unwrap();
    let hash = app.passwords().hash(PASSWORD).await.unwrap();
    let first = staff(&office, &hash);
    let sums = if app.store().is_postgres() {
        postgres::fill(url, app, office, first).await
    } else {
        sqlite::fill(url, app, office, first).await
    };
    let rows: i64 = sums.values().sum();
    directory::catch_up(app.store()).await.unwrap();
    say(format_args!(
        "  {} cases loaded in {:.0?} ({rows} counted)",
        office.cases,
        begun.elapsed()
    ));
    if office.cases <= RECOUNTED {
        let found = boards::recount(app).await.unwrap();
        assert!(
            found.is_empty(),
            "{} differ from the recount, first {:?}",
            found.len(),
            found[0]
        );
        say(format_args!(
            "  boards and counters are what the server recounts"
        ));
    }
}

/// The rows of the cases from `from` on, and what they count.
fn chunk(app: &App, office: Office, from: u64) -> (Rows, Sums) {
    let maker = CaseMaker {
        office,
        keys: app.keyring(),
        index: app.keyring().blind_index(),
    };
    let (mut rows, mut sums) = (Rows::default(), Sums::new());
    for number in from..(from + CHUNK).min(office.cases) {
        maker.add(number, &mut rows, &mut sums);
    }
    (rows, sums)
}

fn add(all: &mut Sums, some: Sums) {
    for (counter, n) in some {
        *all.entry(counter).or_default() += n;
    }
}

/// The counters as rows.
fn tallies(office: &Office, sums: &Sums) -> Rows {
    use super::office::{Cell, Of};
    let mut rows = Rows::default();
    let org = office.id(Of::Organization, 0);
    for (counter, n) in sums {
        let cells: Vec<Cell> = vec![
            org.into(),
            counter.supervisor.into(),
            counter.measure.code().into(),
            counter.specialist.into(),
            counter.day.into(),
            (*n).into(),
        ];
        rows.add("tally", cells);
    }
    rows
}

/// The tables' names, for statements that go over all of them.
fn names() -> impl Iterator<Item = &'static str> {
    TABLES.iter().map(|(name, _)| *name)
}
