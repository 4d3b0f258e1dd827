//! `trellis keys`

use clap::Subcommand;

use super::{Failure, open, say};
use crate::app::keys;
use crate::config::Options;
use crate::vault::Keyring;

/// The keys that the database never sees.
#[derive(Subcommand, Debug)]
pub(super) enum Keys {
    /// Make the first keys; never overwrites any
    Init,
    /// Add a new master key and wrap every data key with it, while the server runs
    Rotate,
}

/// Data keys wrapped anew in one transaction: short enough that writers hardly notice.
const BATCH: u64 = 500;

impl Keys {
    pub(super) async fn run(self, options: &Options) -> Result<(), Failure> {
        match self {
            Self::Init => {
                let folder = options.keys.folder(&options.data);
                let ring =
                    Keyring::init(&folder).map_err(|fault| Failure::Refused(fault.to_string()))?;
                say(format_args!(
                    "master key {} in {}: back it up, apart from the database",
                    ring.current_master(),
                    folder.display()
                ));
                Ok(())
            }
            Self::Rotate => {
                let app = open::app(options).await?;
                let kid = app
                    .keyring()
                    .rotate_master()
                    .map_err(|fault| Failure::Refused(fault.to_string()))?;
                let mut rewrapped = 0;
                loop {
                    let batch = keys::rewrap(&app, BATCH).await.map_err(open::refusal)?;
                    rewrapped += batch;
                    if batch < BATCH {
                        break;
                    }
                }
                say(format_args!(
                    "master key {kid} is current; {rewrapped} data keys wrapped with it"
                ));
                Ok(())
            }
        }
    }
}
