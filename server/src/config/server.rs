//! Where the server listens and what it bears.

use std::net::{IpAddr, SocketAddr};

use clap::Args;

/// Server options.
#[derive(Args, Clone, Debug)]
#[command(next_help_heading = "Server")]
pub struct ServerOptions {
    /// Address for site and API
    #[arg(
        long,
        env = "TRELLIS_LISTEN",
        value_name = "ADDRESS:PORT",
        default_value = "127.0.0.1:8080",
        global = true
    )]
    pub listen: SocketAddr,
    /// Address for Prometheus metrics; keep it from others
    #[arg(
        long,
        env = "TRELLIS_METRICS_LISTEN",
        value_name = "ADDRESS:PORT",
        default_value = "127.0.0.1:9090",
        global = true
    )]
    pub metrics_listen: SocketAddr,
    /// Addresses of the reverse proxies whose X-Forwarded-For is believed
    #[arg(
        long,
        env = "TRELLIS_PROXIES",
        value_name = "ADDRESS,…",
        value_delimiter = ',',
        global = true
    )]
    pub proxies: Vec<IpAddr>,
    /// Requests worked on at once; more wait briefly and are then turned away
    #[arg(long, env = "TRELLIS_IN_FLIGHT", value_name = "N", default_value_t = 128, value_parser = clap::value_parser!(u32).range(1..=10_000), global = true)]
    pub in_flight: u32,
    /// Log filter, such as `info` or `trellis=debug`
    #[arg(
        long,
        env = "TRELLIS_LOG",
        value_name = "FILTER",
        default_value = "info",
        global = true
    )]
    pub log: String,
}
