//! `trellis directory`

use std::path::PathBuf;

use clap::Subcommand;

use super::{Failure, open, say};
use crate::cases::model::State;
use crate::config::Options;
use crate::directory::hsds::{self, Asked, Defaults, Form, Told};
use crate::directory::model::ServiceCategory;

/// The directory of services, in HSDS 3.0 (and the shapes of 3.1).
#[derive(Subcommand, Debug)]
pub(super) enum Directory {
    /// Take in JSON, an API's answer saved as one, or CSV tables: a file, a folder or a ZIP archive; again takes nothing twice
    Import {
        /// The organisation whose directory it is, by its name
        #[arg(long)]
        organization: String,
        /// What the source is called; records of one source are the same by their HSDS ids
        #[arg(long)]
        source: String,
        /// The source's own name for this state of its data
        #[arg(long)]
        source_version: Option<String>,
        /// The licence of its taxonomies, where they may not be passed on: they are never exported
        #[arg(long)]
        licensed: Option<String>,
        /// What kind of help services give that do not say it in the directory's own terms
        #[arg(long, value_parser = category)]
        category: Option<ServiceCategory>,
        /// The state of services that do not say where they are, by its two letters
        #[arg(long, value_parser = state)]
        state: Option<State>,
        /// Say what would change, and change nothing
        #[arg(long)]
        dry_run: bool,
        /// The file, folder or ZIP archive
        path: PathBuf,
    },
    /// Write the directory as JSON or as CSV tables, a file a kind
    Export {
        /// The organisation whose directory it is, by its name
        #[arg(long)]
        organization: String,
        /// Without what is not for the public (rule 80)
        #[arg(long)]
        public: bool,
        /// As CSV tables with a datapackage.json, for programs (no cell is changed to please a spreadsheet)
        #[arg(long)]
        tables: bool,
        /// The folder, made if missing; or a ZIP archive, where the name ends in .zip
        path: PathBuf,
    },
}

fn category(code: &str) -> Result<ServiceCategory, String> {
    ServiceCategory::parse(code).ok_or_else(|| {
        let all: Vec<_> = ServiceCategory::ALL.iter().map(|one| one.code()).collect();
        format!("choose from {}", all.join(", "))
    })
}

fn state(code: &str) -> Result<State, String> {
    State::parse(&code.to_uppercase()).ok_or_else(|| "two letters, such as TX".to_owned())
}

impl Directory {
    pub(super) async fn run(self, options: &Options) -> Result<(), Failure> {
        let app = open::app(options).await?;
        match self {
            Self::Import {
                organization,
                source,
                source_version,
                licensed,
                category,
                state,
                dry_run,
                path,
            } => {
                let asked = Asked {
                    organization,
                    source,
                    version: source_version,
                    licence: licensed,
                    defaults: Defaults { category, state },
                    dry_run,
                };
                let mut tell = |told| match told {
                    Told::Refused { file, row, reason } => {
                        say(format_args!("! {file}, {row}: {reason}"));
                    }
                    Told::Difference(line) if dry_run => say(line),
                    Told::Difference(_) => {}
                    Told::Progress(through) => eprintln!("{through} through"),
                };
                let done = hsds::import(&app, &path, &asked, &mut tell)
                    .await
                    .map_err(open::refusal)?;
                say(format_args!(
                    "{}{} new, {} changed, {} the same, {} not taken, {} kept apart as confidential, {} waiting for a curator",
                    if dry_run { "would be: " } else { "" },
                    done.new,
                    done.changed,
                    done.same,
                    done.refused,
                    done.confidential,
                    done.waiting
                ));
            }
            Self::Export {
                organization,
                public,
                tables,
                path,
            } => {
                let form = if tables { Form::Tables } else { Form::Json };
                let written = hsds::export(&app, &organization, public, form, &path)
                    .await
                    .map_err(open::refusal)?;
                say(format_args!("{written} records written"));
            }
        }
        Ok(())
    }
}
