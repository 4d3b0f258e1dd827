//! `trellis templates`

use std::path::PathBuf;

use clap::Subcommand;

use super::{Failure, open, say};
use crate::config::Options;
use crate::plans::templates;

/// Templates of goals and steps, from which plans may begin.
#[derive(Subcommand, Debug)]
pub(super) enum Templates {
    /// Load templates from a TOML file, or those that ship; what people have changed since stays theirs
    Load {
        /// The organisation, by its name
        #[arg(long)]
        organization: String,
        /// The file, as those in `server/src/plans/templates/data`; those themselves, when none is named
        file: Option<PathBuf>,
    },
}

impl Templates {
    pub(super) async fn run(self, options: &Options) -> Result<(), Failure> {
        let Self::Load { organization, file } = self;
        let texts = match file {
            None => templates::shipped().map(str::to_owned).to_vec(),
            Some(file) => vec![std::fs::read_to_string(&file).map_err(|error| {
                Failure::because(&format!("{} cannot be read", file.display()), error)
            })?],
        };
        let app = open::app(options).await?;
        // The command is a request of its own in the trace.
        let request = app.clock().new_id();
        let mut all = templates::Loaded::default();
        for text in texts {
            let loaded = templates::load(&app, &organization, &text, request)
                .await
                .map_err(open::refusal)?;
            all.new += loaded.new;
            all.same += loaded.same;
            all.kept += loaded.kept;
        }
        say(format_args!(
            "{} published, {} as they were, {} kept as people changed them",
            all.new, all.same, all.kept
        ));
        Ok(())
    }
}
