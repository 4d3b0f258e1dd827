//! Where the data is.

use std::path::Path;
use std::time::Duration;

use clap::Args;

use super::ConfigFault;
use crate::store::StoreSettings;

/// Database options.
#[derive(Args, Clone, Debug)]
#[command(next_help_heading = "Database")]
pub struct DatabaseOptions {
    /// `postgres://…` or `sqlite:FILE`; without it, trellis.db in the data folder
    #[arg(
        long,
        env = "TRELLIS_DATABASE_URL",
        value_name = "URL",
        hide_env_values = true,
        global = true
    )]
    pub database_url: Option<String>,
    /// File that holds the database URL, for hosts that hand out secrets as files
    #[arg(
        long,
        env = "TRELLIS_DATABASE_URL_FILE",
        value_name = "FILE",
        global = true
    )]
    pub database_url_file: Option<std::path::PathBuf>,
    /// Connections at most (on PostgreSQL half of them write; on SQLite they read, beside the one writer)
    #[arg(long, env = "TRELLIS_DATABASE_CONNECTIONS", value_name = "N", default_value_t = 12, value_parser = clap::value_parser!(u32).range(2..=100), global = true)]
    pub database_connections: u32,
    /// Seconds to wait for a connection before a request is turned away
    #[arg(long, env = "TRELLIS_DATABASE_WAIT", value_name = "SECONDS", default_value_t = 5, value_parser = clap::value_parser!(u64).range(1..=60), global = true)]
    pub database_wait: u64,
}

impl DatabaseOptions {
    /// Judges the options. `data` is the folder for an embedded database.
    pub fn settings(&self, data: &Path) -> Result<StoreSettings, ConfigFault> {
        let url = match (&self.database_url, &self.database_url_file) {
            (Some(url), _) => url.clone(),
            (None, Some(file)) => std::fs::read_to_string(file)
                .map_err(|error| {
                    let wrong = format!("{} cannot be read: {error}", file.display());
                    ConfigFault::new(
                        "--database-url-file",
                        wrong,
                        "Name a file that this user can read",
                    )
                })?
                .trim()
                .to_owned(),
            (None, None) => format!("sqlite:{}", data.join("trellis.db").display()),
        };
        if !["sqlite:", "postgres://", "postgresql://"]
            .iter()
            .any(|scheme| url.starts_with(scheme))
        {
            let mend = "Write postgres://user:password@host/database or sqlite:/path/to/file.db";
            return Err(ConfigFault::new(
                "--database-url",
                "neither PostgreSQL nor SQLite",
                mend,
            ));
        }
        if url.contains(":memory:") {
            let mend = "Name a file: in memory, each connection would see a database of its own";
            return Err(ConfigFault::new(
                "--database-url",
                "a database in memory",
                mend,
            ));
        }
        Ok(StoreSettings {
            connections: self.database_connections,
            acquire: Duration::from_secs(self.database_wait),
            ..StoreSettings::at(url)
        })
    }
}
