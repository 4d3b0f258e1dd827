//! Opens what a command works on.

use super::Failure;
use crate::app::App;
use crate::clock::Clock;
use crate::config::Options;

/// The app with an up-to-date schema.
pub(super) async fn app(options: &Options) -> Result<App, Failure> {
    let app = unmigrated(options).await?;
    let steps = app
        .store()
        .migrations()
        .await
        .map_err(|error| Failure::because("the schema cannot be read", error))?;
    if steps.iter().all(|(_, applied)| *applied) {
        Ok(app)
    } else {
        Err(Failure::NeedsMigration)
    }
}

/// The app as its database is.
pub(super) async fn unmigrated(options: &Options) -> Result<App, Failure> {
    let settings = options.settings()?;
    std::fs::create_dir_all(&settings.data).map_err(|error| {
        Failure::because(
            &format!("{} cannot be made", settings.data.display()),
            error,
        )
    })?;
    App::open(settings, Clock::system())
        .await
        .map_err(|fault| Failure::Failed(fault.to_string()))
}

/// A refusal in words, for those who run the server.
pub(super) fn refusal(refusal: crate::error::Refusal) -> Failure {
    use crate::error::{Fault, Refusal};
    match refusal {
        Refusal::Invalid(wrong) => Failure::Refused(
            wrong
                .into_iter()
                .map(|wrong| format!("{}: {}", wrong.path.join("."), wrong.message))
                .collect::<Vec<_>>()
                .join("; "),
        ),
        Refusal::Fault(Fault::Database(error)) => Failure::because("the database", error),
        Refusal::Fault(Fault::Vault(fault)) => Failure::because("the keys", fault),
        Refusal::NotFound => Failure::Refused("there is no such thing".to_owned()),
        other => Failure::Failed(format!("{other:?}")),
    }
}
