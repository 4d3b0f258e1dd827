//! Settings from a file, the environment and flags, in that order of rising weight.
//!
//! One struct per concern; each option is at once a flag (`--listen`), a variable
//! (`TRELLIS_LISTEN`) and a key of the file (`listen`), so that `--help` shows them all.
//! What the file says becomes the option's default, which variables and flags outweigh.

mod database;
mod fault;
mod file;
mod keys;
mod mail;
mod releases;
mod server;
mod site;

use std::path::PathBuf;

use clap::Args;

pub use database::DatabaseOptions;
pub use fault::ConfigFault;
pub use file::with_file;
pub use keys::KeyOptions;
pub use mail::MailOptions;
pub use releases::ReleaseOptions;
pub use server::ServerOptions;
pub use site::SiteOptions;

use crate::accounts::password::HashCost;
use crate::app::Settings;

/// Every option. All are global, so that each command understands the same file.
#[derive(Args, Clone, Debug)]
pub struct Options {
    /// File with settings (TOML: the long names of the options as keys)
    #[arg(long, env = "TRELLIS_CONFIG", value_name = "FILE", global = true)]
    pub config: Option<PathBuf>,
    /// Folder for the database, the keys and mail files; made if missing
    #[arg(
        long,
        env = "TRELLIS_DATA",
        value_name = "FOLDER",
        default_value = "data",
        global = true
    )]
    pub data: PathBuf,
    #[command(flatten)]
    pub database: DatabaseOptions,
    #[command(flatten)]
    pub keys: KeyOptions,
    #[command(flatten)]
    pub server: ServerOptions,
    #[command(flatten)]
    pub site: SiteOptions,
    #[command(flatten)]
    pub mail: MailOptions,
    #[command(flatten)]
    pub releases: ReleaseOptions,
}

impl Options {
    /// Judges every option and puts them together.
    pub fn settings(&self) -> Result<Settings, ConfigFault> {
        let public_url = self.site.public_url(self.server.listen)?;
        Ok(Settings {
            store: self.database.settings(&self.data)?,
            keys: self.keys.source(&self.data)?,
            mail: self.mail.settings(&self.data)?,
            hash: HashCost::default(),
            data: self.data.clone(),
            public_url,
            mode: self.site.mode(),
            demo: self.site.demo,
            title: self.site.title.clone(),
            public_directory: self.site.public_directory.clone(),
            stale_after_days: self.site.stale_after_days,
            leave_url: self.site.leave_url()?,
            release_days: self.releases.days()?,
            subpoena_never: self.releases.subpoena_never()?,
        })
    }
}
