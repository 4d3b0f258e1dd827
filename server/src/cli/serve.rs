//! `trellis serve`

use clap::Args;
use futures::FutureExt as _;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};

use super::{Failure, log, open, say, seed};
use crate::app::{App, Jobs};
use crate::config::{ConfigFault, Options};
use crate::directory::catch_up;
use crate::http::{metrics, panics, serve, settings};
use crate::site;
use crate::vault::Keyring;

/// Serves site and API until SIGTERM or SIGINT, then answers what is under way.
#[derive(Args, Debug)]
pub(super) struct Serve {}

impl Serve {
    pub(super) async fn run(self, options: &Options) -> Result<(), Failure> {
        log::start(&options.server.log)?;
        panics::log_place_only();
        only_this_machine(options.server.metrics_listen)?;
        let settings = options.settings()?;
        if settings.demo {
            prepare_demo(options)?;
        }
        let app = if settings.demo {
            demo(options).await?
        } else {
            open::app(options).await?
        };
        let listener = bind(options.server.listen, "--listen").await?;
        let metrics_listener = bind(options.server.metrics_listen, "--metrics-listen").await?;
        let http = settings::Settings {
            in_flight: usize::try_from(options.server.in_flight).unwrap_or(128),
            proxies: options.server.proxies.clone(),
            ..settings::Settings::default()
        };
        let site = site::site(&app, http.clone())
            .map_err(|fault| Failure::because("the web interface's documents", fault))?;
        let handle = metrics::install().map_err(|error| Failure::because("metrics", error))?;
        let upkeep = tokio::spawn(metrics::upkeep(handle.clone()));
        let metrics_site = axum::serve(
            metrics_listener,
            metrics::routes(handle, site::readiness(&app)),
        );
        let metrics_task = tokio::spawn(async move { metrics_site.await });
        let jobs = Jobs::start(&app);
        greet(&app, options);
        // Requests and jobs end side by side: each may take most of the time there is.
        let stopped = stop().boxed().shared();
        let jobs_end = async {
            stopped.clone().await;
            jobs.stop().await;
        };
        tokio::join!(
            serve::serve(listener, site, &http, stopped.clone()),
            jobs_end
        );
        metrics_task.abort();
        upkeep.abort();
        app.store()
            .clone()
            .close()
            .await
            .map_err(|error| Failure::because("the database did not close", error))
    }
}

/// Metrics tell how much is done when, and need no sign-in.
fn only_this_machine(address: std::net::SocketAddr) -> Result<(), ConfigFault> {
    if metrics::is_loopback(address) {
        return Ok(());
    }
    let what = format!("{address} can be reached from other machines");
    Err(ConfigFault::new(
        "--metrics-listen",
        what,
        "Choose an address of this machine alone, such as 127.0.0.1:9090",
    ))
}

async fn bind(address: std::net::SocketAddr, flag: &str) -> Result<TcpListener, Failure> {
    TcpListener::bind(address).await.map_err(|error| {
        let what = format!("{flag}: cannot listen on {address}");
        Failure::because(
            &what,
            format_args!("{error}; choose another port or stop what uses it"),
        )
    })
}

/// Ends on the first signal to stop; the second, of the impatient, is the system's.
async fn stop() {
    let (Ok(mut term), Ok(mut interrupt)) = (
        signal(SignalKind::terminate()),
        signal(SignalKind::interrupt()),
    ) else {
        return std::future::pending().await;
    };
    tokio::select! {
        _ = term.recv() => {}
        _ = interrupt.recv() => {}
    }
}

/// Keys for a demonstration, where there are none.
fn prepare_demo(options: &Options) -> Result<(), Failure> {
    std::fs::create_dir_all(&options.data)
        .map_err(|error| Failure::because("the data folder", error))?;
    let folder = options.keys.folder(&options.data);
    if folder.exists() {
        return Ok(());
    }
    Keyring::init(&folder)
        .map(drop)
        .map_err(|fault| Failure::Failed(fault.to_string()))
}

/// The app with its schema and, in an empty database, invented data.
async fn demo(options: &Options) -> Result<App, Failure> {
    let app = open::unmigrated(options).await?;
    app.store()
        .migrate_up()
        .await
        .map_err(|error| Failure::because("the schema", error))?;
    catch_up(app.store()).await.map_err(open::refusal)?;
    seed::fill_if_empty(&app).await?;
    Ok(app)
}

fn greet(app: &App, options: &Options) {
    say(format_args!(
        "Trellis is at {} (listening on {})",
        app.settings().public_url,
        options.server.listen
    ));
    if app.settings().demo {
        for person in crate::demo::people::sign_ins() {
            say(format_args!(
                "  {:<34} {:<28} {}",
                person.login, person.password, person.what
            ));
        }
    }
}
