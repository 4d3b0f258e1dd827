//! What the site is to those who use it.

use std::net::SocketAddr;

use clap::{ArgAction, Args};

use super::ConfigFault;
use crate::app::Mode;
use crate::directory::model::STALE_AFTER_DAYS;

/// Site options.
#[derive(Args, Clone, Debug)]
#[command(next_help_heading = "Site")]
pub struct SiteOptions {
    /// Where people reach the site, such as https://trellis.example; links in mail begin with it
    #[arg(long, env = "TRELLIS_PUBLIC_URL", value_name = "URL", global = true)]
    pub public_url: Option<String>,
    /// For developers: introspection for those signed in, and documents other than the site's own
    #[arg(long, env = "TRELLIS_DEVELOPER", action = ArgAction::SetTrue, global = true)]
    pub developer: bool,
    /// Invented data, sign-ins on the first page, and a mailbox that shows what was sent
    #[arg(long, env = "TRELLIS_DEMO", action = ArgAction::SetTrue, global = true)]
    pub demo: bool,
    /// Title of every page: neutral, for it stands in the browser's history
    #[arg(
        long,
        env = "TRELLIS_TITLE",
        value_name = "TEXT",
        default_value = "Notes",
        global = true
    )]
    pub title: String,
    /// Organisation whose directory of services everybody may read, as HSDS under /hsds/3.0/; nobody may without it
    #[arg(
        long,
        env = "TRELLIS_PUBLIC_DIRECTORY",
        value_name = "NAME",
        global = true
    )]
    pub public_directory: Option<String>,
    /// Days after which a service of the directory that nobody checked again is stale
    #[arg(
        long,
        env = "TRELLIS_STALE_AFTER_DAYS",
        value_name = "DAYS",
        default_value_t = STALE_AFTER_DAYS,
        value_parser = clap::value_parser!(u32).range(1..=3650),
        global = true
    )]
    pub stale_after_days: u32,
    /// Where "Leave now" goes: a site that anybody might look at
    #[arg(
        long,
        env = "TRELLIS_LEAVE_URL",
        value_name = "URL",
        default_value = "https://www.weather.gov/",
        global = true
    )]
    pub leave_url: String,
}

impl SiteOptions {
    pub(super) fn mode(&self) -> Mode {
        if self.developer {
            Mode::Development
        } else {
            Mode::Production
        }
    }

    pub(super) fn public_url(&self, listen: SocketAddr) -> Result<String, ConfigFault> {
        match &self.public_url {
            None => Ok(format!("http://localhost:{}", listen.port())),
            Some(url) => {
                let url = url.trim_end_matches('/');
                let local =
                    url.starts_with("http://localhost") || url.starts_with("http://127.0.0.1");
                let host = url.split_once("://").map_or("", |(_, host)| host);
                if host.is_empty() || host.contains('/') {
                    return Err(ConfigFault::new(
                        "--public-url",
                        "not an address without a path",
                        "Write https://your.host",
                    ));
                }
                if !url.starts_with("https://") && !local {
                    let mend = "Write https://…: browsers keep the sign-in cookies to themselves over anything else";
                    return Err(ConfigFault::new("--public-url", "not https", mend));
                }
                Ok(url.to_owned())
            }
        }
    }

    pub(super) fn leave_url(&self) -> Result<String, ConfigFault> {
        if self.leave_url.starts_with("https://") {
            Ok(self.leave_url.clone())
        } else {
            Err(ConfigFault::new(
                "--leave-url",
                "not https",
                "Name an everyday site, such as https://www.weather.gov/",
            ))
        }
    }
}
