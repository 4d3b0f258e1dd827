//! Logs: one JSON object a line on standard error, no personal value in any.

use tracing_subscriber::EnvFilter;
use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

use crate::config::ConfigFault;

/// Starts logging to standard error with `filter`.
pub(super) fn start(filter: &str) -> Result<(), ConfigFault> {
    // A second start (in tests) keeps the first.
    let _ = lines(filter, std::io::stderr)?.try_init();
    Ok(())
}

/// What logs go through on their way to `writer`. The libraries are kept at warnings
/// whatever is asked for: below that they log statements with their values.
pub fn lines<W>(filter: &str, writer: W) -> Result<impl SubscriberInitExt, ConfigFault>
where
    W: for<'w> MakeWriter<'w> + Send + Sync + 'static,
{
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
        .with_writer(writer);
    Ok(tracing_subscriber::registry().with(filter).with(lines))
}
