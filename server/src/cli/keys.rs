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
    Rotate {
        /// Add a new key for signing access tokens instead; those signed before hold until they end
        #[arg(long)]
        signing: bool,
    },
}

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
            Self::Rotate { signing: true } => {
                let app = open::app(options).await?;
                let kid = app
                    .keyring()
                    .rotate_signing()
                    .map_err(|fault| Failure::Refused(fault.to_string()))?;
                say(format_args!(
                    "signing key {kid} is current; running servers sign with it within seconds"
                ));
                Ok(())
            }
            Self::Rotate { signing: false } => {
                let app = open::app(options).await?;
                let kid = app
                    .keyring()
                    .rotate_master()
                    .map_err(|fault| Failure::Refused(fault.to_string()))?;
                let mut rewrapped = 0;
                loop {
                    let batch = keys::rewrap(&app).await.map_err(open::refusal)?;
                    rewrapped += batch;
                    if batch == 0 {
                        break;
                    }
                }
                say(format_args!(
                    "master key {kid} is current; {rewrapped} data keys wrapped with it. Remove an older one \
                     when `trellis doctor` says that nothing is wrapped with it"
                ));
                Ok(())
            }
        }
    }
}
