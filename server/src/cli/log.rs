//! Logs: one JSON object a line on standard error, no personal value in any.

use tracing_subscriber::EnvFilter;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

use crate::config::ConfigFault;

/// Starts logging with `filter`. The database library is kept at warnings whatever is
/// asked for: below that it logs statements with their values.
pub(super) fn start(filter: &str) -> Result<(), ConfigFault> {
    let wrong = |error: String| {
        ConfigFault::new(
            "--log",
            error,
            "Write a level (info) or modules with levels (trellis=debug)",
        )
    };
    let mut filter = EnvFilter::try_new(filter).map_err(|error| wrong(error.to_string()))?;
    for quiet in [
        "sqlx=warn",
        "sea_orm=warn",
        "lettre=warn",
        "async_graphql=warn",
        "hyper=warn",
    ] {
        filter = filter.add_directive(
            quiet
                .parse()
                .map_err(|_| wrong("a directive of ours".to_owned()))?,
        );
    }
    let lines = tracing_subscriber::fmt::layer()
        .json()
        .flatten_event(true)
        .with_writer(std::io::stderr);
    // A second start (in tests) keeps the first.
    let _ = tracing_subscriber::registry()
        .with(filter)
        .with(lines)
        .try_init();
    Ok(())
}
