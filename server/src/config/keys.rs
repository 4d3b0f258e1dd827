//! Where the keys are: never in the database.

use std::path::{Path, PathBuf};

use clap::Args;
use zeroize::Zeroizing;

use super::ConfigFault;
use crate::vault::KeySource;

/// Key options.
#[derive(Args, Clone, Debug)]
#[command(next_help_heading = "Keys")]
pub struct KeyOptions {
    /// Folder of the keys; without it, keys/ in the data folder. Keep its backup apart from the database's
    #[arg(
        long,
        env = "TRELLIS_KEYS_FOLDER",
        value_name = "FOLDER",
        global = true
    )]
    pub keys_folder: Option<PathBuf>,
    /// File that holds all keys as lines, for hosts that hand out secrets as files
    #[arg(
        long,
        env = "TRELLIS_KEYS_FILE",
        value_name = "FILE",
        conflicts_with = "keys_folder",
        global = true
    )]
    pub keys_file: Option<PathBuf>,
}

impl KeyOptions {
    /// The folder of the keys, unless they come as one file.
    pub fn folder(&self, data: &Path) -> PathBuf {
        self.keys_folder
            .clone()
            .unwrap_or_else(|| data.join("keys"))
    }

    pub(super) fn source(&self, data: &Path) -> Result<KeySource, ConfigFault> {
        match &self.keys_file {
            None => Ok(KeySource::Folder(self.folder(data))),
            Some(file) => std::fs::read_to_string(file)
                .map(|keys| KeySource::Setting(Zeroizing::new(keys)))
                .map_err(|error| {
                    let wrong = format!("{} cannot be read: {error}", file.display());
                    ConfigFault::new("--keys-file", wrong, "Name a file that this user can read")
                }),
        }
    }
}
