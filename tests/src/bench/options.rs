//! What is measured.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

/// Measures Trellis beside a bare handler.
#[derive(Debug, Parser)]
#[command(name = "bench")]
pub struct Options {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Fill, drive, report
    Run(Bench),
    /// The bare handler, as the run starts it
    Bare(Bare),
}

#[derive(Args, Debug)]
pub struct Bench {
    /// The server's program
    #[arg(long)]
    pub trellis: PathBuf,
    /// A PostgreSQL server on which databases may be made
    #[arg(long)]
    pub database_url: Option<String>,
    /// A folder for what is loaded; it is made and emptied
    #[arg(long)]
    pub work: PathBuf,
    /// Where the report goes
    #[arg(long)]
    pub out: PathBuf,
    /// The machine, in words
    #[arg(long)]
    pub machine: String,
    /// Numbers of cases, the smallest first
    #[arg(long, value_delimiter = ',', default_value = "10000,100000")]
    pub cases: Vec<u64>,
    /// Services in the directory
    #[arg(long, default_value_t = 2_000)]
    pub services: u64,
    /// Numbers of clients
    #[arg(long, value_delimiter = ',', default_value = "1,8,32")]
    pub clients: Vec<u64>,
    /// Seconds for each measurement
    #[arg(long, default_value_t = 4.0)]
    pub seconds: f64,
    /// `postgres`, `sqlite`
    #[arg(long, value_delimiter = ',', default_value = "postgres,sqlite")]
    pub databases: Vec<String>,
    /// Only acts whose name has one of these in it
    #[arg(long, value_delimiter = ',')]
    pub acts: Vec<String>,
    /// Database connections of each server, instead of its own number
    #[arg(long)]
    pub connections: Option<u32>,
}

#[derive(Args, Debug)]
pub struct Bare {
    #[arg(long)]
    pub listen: String,
    #[arg(long)]
    pub database_url: String,
    #[arg(long)]
    pub connections: u32,
}
