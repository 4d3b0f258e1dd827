//! `trellis clocks`

use std::path::PathBuf;

use clap::Subcommand;

use super::{Failure, open, say};
use crate::clocks;
use crate::config::Options;

/// The clocks that run by law or by agreement.
#[derive(Subcommand, Debug)]
pub(super) enum Clocks {
    /// Load an organisation's own definitions from a TOML file; clocks that run already stay as they are
    Load {
        /// The organisation, by its name
        #[arg(long)]
        organization: String,
        /// The file; `server/src/clocks/data` has examples
        file: PathBuf,
    },
}

impl Clocks {
    pub(super) async fn run(self, options: &Options) -> Result<(), Failure> {
        let Self::Load { organization, file } = self;
        let text = std::fs::read_to_string(&file).map_err(|error| {
            Failure::because(&format!("{} cannot be read", file.display()), error)
        })?;
        let app = open::app(options).await?;
        // The command is a request of its own in the trace.
        let request = app.clock().new_id();
        let loaded = clocks::load(&app, &organization, &text, request)
            .await
            .map_err(open::refusal)?;
        say(format_args!(
            "{} new, {} as they were; they hold for clocks that start from now on",
            loaded.new, loaded.same
        ));
        Ok(())
    }
}
