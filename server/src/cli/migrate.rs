//! `trellis migrate`

use clap::Subcommand;

use super::{Failure, open, say};
use crate::config::Options;
use crate::directory::catch_up;
use crate::store::Store;

/// Steps of the schema.
#[derive(Subcommand, Debug)]
pub(super) enum Migrate {
    /// Apply every step that is missing
    Up,
    /// Take back the newest steps, and what they hold
    Down {
        /// How many
        #[arg(long, default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..))]
        steps: u32,
        /// Do it: tables and their rows go with the steps
        #[arg(long)]
        yes: bool,
    },
    /// List the steps and which are applied
    Status,
}

impl Migrate {
    pub(super) async fn run(self, options: &Options) -> Result<(), Failure> {
        let settings = options.database.settings(&options.data)?;
        std::fs::create_dir_all(&options.data)
            .map_err(|error| Failure::because("the data folder", error))?;
        let failed = |error| Failure::because("the database", error);
        let store = Store::open(&settings).await.map_err(failed)?;
        match self {
            Self::Up => {
                store.migrate_up().await.map_err(failed)?;
                catch_up(&store).await.map_err(open::refusal)?;
            }
            Self::Down { steps, yes: true } => store.migrate_down(steps).await.map_err(failed)?,
            Self::Down { steps, yes: false } => {
                return Err(Failure::Refused(format!(
                    "this takes back {steps} step(s) and the rows they hold; add --yes to do it"
                )));
            }
            Self::Status => {}
        }
        for (name, applied) in store.migrations().await.map_err(failed)? {
            say(format_args!(
                "{} {name}",
                if applied { "applied" } else { "missing" }
            ));
        }
        store.close().await.map_err(failed)
    }
}
