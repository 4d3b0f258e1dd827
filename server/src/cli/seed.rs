//! `trellis seed`

use clap::Args;

use super::{Failure, log, open, say};
use crate::app::App;
use crate::config::Options;
use crate::demo;

/// Invented data for an empty database. Needs `--demo`, so that nobody does it by mistake.
#[derive(Args, Debug)]
pub(super) struct Seed {}

impl Seed {
    pub(super) async fn run(self, options: &Options) -> Result<(), Failure> {
        if !options.site.demo {
            return Err(Failure::Refused(
                "only invented data can be seeded; add --demo".to_owned(),
            ));
        }
        log::start(&options.server.log)?;
        let app = open::app(options).await?;
        if fill_if_empty(&app).await? {
            say("invented data is in the database");
            Ok(())
        } else {
            Err(Failure::Refused(
                "the database is not empty; nothing was changed".to_owned(),
            ))
        }
    }
}

/// Fills an empty database; returns whether it was empty.
pub(super) async fn fill_if_empty(app: &App) -> Result<bool, Failure> {
    demo::fill_if_empty(app).await.map_err(open::refusal)
}
