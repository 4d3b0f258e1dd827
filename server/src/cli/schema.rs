//! `trellis schema`

use std::path::PathBuf;

use clap::Subcommand;

use super::{Failure, say};
use crate::graphql;

/// The GraphQL schema.
#[derive(Subcommand, Debug)]
pub(super) enum SchemaCommand {
    /// Print it
    Print,
    /// Compare a file with it
    Check {
        /// The file that should hold it
        #[arg(default_value = "schema.graphql")]
        file: PathBuf,
    },
}

impl SchemaCommand {
    pub(super) fn run(self) -> Result<(), Failure> {
        let printed = graphql::sdl();
        match self {
            Self::Print => {
                say(printed.trim_end());
                Ok(())
            }
            Self::Check { file } => {
                let kept = std::fs::read_to_string(&file).map_err(|error| {
                    Failure::because(&format!("{} cannot be read", file.display()), error)
                })?;
                if kept.trim_end() == printed.trim_end() {
                    say(format_args!(
                        "{} is the schema of this program",
                        file.display()
                    ));
                    Ok(())
                } else {
                    let file = file.display();
                    Err(Failure::Failed(format!(
                        "{file} is not the schema of this program; run `trellis schema print > {file}`"
                    )))
                }
            }
        }
    }
}
