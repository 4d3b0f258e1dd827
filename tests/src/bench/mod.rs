//! `make bench`: what Trellis can bear, beside a handler that does nothing but answer.
//!
//! Fills each database with an invented [`office`], starts the release server on it and has
//! [clients](drive) do what people do, over HTTP. The [bare handler](bare) answers the same in
//! the same run. The [report] is a table and says which aims are met.

pub mod bare;

mod acts;
mod drive;
mod fill;
mod long;
mod office;
mod options;
mod process;
mod report;
mod wire;

pub use options::{Bare, Bench, Command, Options};

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use acts::{Act, Target};
use office::Office;
use process::Process;
use report::Part;
use server::app::App;
use server::clock::Clock;
use sqlx::{AssertSqlSafe, Connection as _, PgConnection, raw_sql};

/// Progress, which goes beside the report.
fn say(what: std::fmt::Arguments<'_>) {
    eprintln!("{what}");
}

/// Runs all of it and writes the report.
pub async fn run(options: Bench) {
    let begun = Instant::now();
    let mut parts = Vec::new();
    for &cases in &options.cases {
        let office = Office {
            cases,
            services: options.services,
            now: Clock::system().now(),
        };
        for database in &options.databases {
            let folder = options.work.join(format!("{database}-{cases}"));
            if folder.exists() {
                std::fs::remove_dir_all(&folder).unwrap();
            }
            std::fs::create_dir_all(&folder).unwrap();
            say(format_args!(
                "{database}, {cases} cases ({:.0?} since the start)",
                begun.elapsed()
            ));
            match database.as_str() {
                "postgres" => parts.extend(postgres(&options, office, &folder).await),
                _ => parts.push(sqlite(&options, office, &folder).await),
            }
            std::fs::remove_dir_all(&folder).unwrap();
        }
    }
    let on = Clock::system().now().date_naive().to_string();
    let text = report::report(
        &parts,
        (&options.cases, options.services),
        &options.machine,
        &on,
        options.seconds,
    );
    std::fs::write(&options.out, text).unwrap();
    say(format_args!(
        "{} written after {:.0?}",
        options.out.display(),
        begun.elapsed()
    ));
}

async fn postgres(options: &Bench, office: Office, folder: &Path) -> Vec<Part> {
    let name = format!("bench_{}", office.cases);
    let admin = options
        .database_url
        .as_deref()
        .expect("--database-url for PostgreSQL");
    statement(
        admin,
        &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"),
    )
    .await;
    statement(admin, &format!("CREATE DATABASE {name}")).await;
    let mut url = reqwest::Url::parse(admin).unwrap();
    url.set_path(&name);
    let url = url.as_str();
    let app = fill::app(url, folder).await;
    fill::fill(&app, url, office).await;
    statement(url, bare::PLAIN).await;
    let parts = vec![
        trellis(options, office, "PostgreSQL", &app, url, folder).await,
        limit(options, office, url).await,
    ];
    drop(app);
    statement(admin, &format!("DROP DATABASE {name} WITH (FORCE)")).await;
    parts
}

async fn sqlite(options: &Bench, office: Office, folder: &Path) -> Part {
    let url = format!("sqlite://{}", folder.join("trellis.db").display());
    let app = fill::app(&url, folder).await;
    fill::fill(&app, &url, office).await;
    trellis(options, office, "SQLite", &app, &url, folder).await
}

async fn statement(url: &str, sql: &str) {
    let mut connection = PgConnection::connect(url).await.unwrap();
    raw_sql(AssertSqlSafe(sql.to_owned()))
        .execute(&mut connection)
        .await
        .unwrap();
    connection.close().await.unwrap();
}

async fn trellis(
    options: &Bench,
    office: Office,
    name: &'static str,
    app: &App,
    url: &str,
    folder: &Path,
) -> Part {
    let server = Process::trellis(&options.trellis, url, folder, options.connections).await;
    let most = options.clients.iter().copied().max().unwrap_or(1);
    let tokens = acts::sign_in(&server.address, &office, most).await;
    let target = Arc::new(Target::Trellis {
        app: app.clone(),
        tokens,
    });
    let mut part = part(options, office, name, server, target).await;
    if options.cases.iter().min() == Some(&office.cases) {
        let server = Process::trellis(&options.trellis, url, folder, options.connections).await;
        part.heavy = long::measure(server, app, url, &office).await;
        for one in &part.heavy {
            say(format_args!("  {name:<25} {}: {}", one.what, one.measured));
        }
    }
    part
}

async fn limit(options: &Bench, office: Office, url: &str) -> Part {
    let server = Process::bare(url, options.connections.unwrap_or(12)).await;
    part(
        options,
        office,
        "Bare handler, PostgreSQL",
        server,
        Arc::new(Target::Bare),
    )
    .await
}

async fn part(
    options: &Bench,
    office: Office,
    name: &'static str,
    server: Process,
    target: Arc<Target>,
) -> Part {
    let bare = matches!(*target, Target::Bare);
    let mut measured = Vec::new();
    drive::rehearse(&server, &target, office).await;
    for act in Act::ALL {
        if bare && !act.is_bare() {
            continue;
        }
        if !options.acts.is_empty()
            && !options
                .acts
                .iter()
                .any(|wanted| act.name().contains(wanted.as_str()))
        {
            continue;
        }
        for &clients in &options.clients {
            let time = Duration::from_secs_f64(options.seconds);
            let one = drive::measure(&server, &target, office, act, clients, time).await;
            say(format_args!(
                "  {name:<25} {:<17} {clients:>3} clients {:>7.0}/s  p50 {:>7.2} ms  p99 {:>7.2} ms  {:>4.1} statements  {:>5.0} µs CPU",
                act.name(),
                one.rate,
                one.p50 / 1e3,
                one.p99 / 1e3,
                one.statements,
                one.processor
            ));
            measured.push(one);
        }
    }
    let (memory, started_in) = (server.memory(), server.started_in);
    say(format_args!(
        "  {name:<25} ready after {started_in:.0?}, {:.0} MB, {:.0} MB at most",
        memory.0, memory.1
    ));
    server.stop().await;
    Part {
        name,
        cases: office.cases,
        measured,
        started_in,
        memory,
        heavy: Vec::new(),
        bare,
    }
}
