//! The command line. One file a command; exit codes: 0 done, 1 failed, 2 not understood,
//! 3 the schema needs migrating, 4 a setting is wrong, 5 refused.

mod audit;
mod clocks;
mod completions;
mod directory;
mod doctor;
mod keys;
pub mod log;
mod migrate;
mod open;
mod schema;
mod seed;
mod serve;
mod templates;
mod user;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};

use crate::config::{ConfigFault, Options, with_file};

/// Case management and recovery planning for teams that help children who survived sex trafficking.
#[derive(Parser, Debug)]
#[command(
    name = "trellis",
    version,
    propagate_version = true,
    max_term_width = 100
)]
pub struct Cli {
    #[command(flatten)]
    options: Options,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand, Debug)]
enum Command {
    /// Serve site and API
    Serve(serve::Serve),
    /// Bring the database's schema up to date, take steps back, or list them
    #[command(subcommand)]
    Migrate(migrate::Migrate),
    /// Fill an empty database with invented data
    Seed(seed::Seed),
    /// The people who sign in
    #[command(subcommand)]
    User(user::User),
    /// The clocks that run by law or by agreement
    #[command(subcommand)]
    Clocks(clocks::Clocks),
    /// Templates of goals and steps, from which plans may begin
    #[command(subcommand)]
    Templates(templates::Templates),
    /// The directory of services, in HSDS 3.0 (and the shapes of 3.1)
    #[command(subcommand)]
    Directory(directory::Directory),
    /// The GraphQL schema
    #[command(subcommand)]
    Schema(schema::SchemaCommand),
    /// The trace of what was read and done
    #[command(subcommand)]
    Audit(audit::Audit),
    /// The keys that the database never sees
    #[command(subcommand)]
    Keys(keys::Keys),
    /// Say what is wrong with this installation and how to mend it
    Doctor(doctor::Doctor),
    /// Completions for a shell, on standard output
    Completions(completions::Completions),
}

/// Why a command did not do what it was asked to.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    /// It failed.
    #[error("{0}")]
    Failed(String),
    /// The database's schema is not this program's.
    #[error("the database's schema is not up to date; run `trellis migrate up`")]
    NeedsMigration,
    /// A setting is wrong.
    #[error(transparent)]
    Config(#[from] ConfigFault),
    /// Not allowed, or not as things stand.
    #[error("{0}")]
    Refused(String),
}

impl Failure {
    /// A failure with its cause in words.
    pub(crate) fn because(what: &str, cause: impl std::fmt::Display) -> Self {
        Self::Failed(format!("{what}: {cause}"))
    }

    fn code(&self) -> u8 {
        match self {
            Self::Failed(_) => 1,
            Self::NeedsMigration => 3,
            Self::Config(_) => 4,
            Self::Refused(_) => 5,
        }
    }
}

/// The command with every option, for help texts, completions and their tests.
pub fn command() -> clap::Command {
    Cli::command()
}

/// Runs the program with `args` (the first is its name). `config` is what the variable
/// for the settings file holds.
pub fn run(args: Vec<OsString>, config: Option<OsString>) -> ExitCode {
    match parse(&args, config) {
        Err(fault) => end(&Failure::Config(fault)),
        Ok(Cli { options, command }) => match dispatch(&options, command) {
            Ok(()) => ExitCode::SUCCESS,
            Err(failure) => end(&failure),
        },
    }
}

fn parse(args: &[OsString], config: Option<OsString>) -> Result<Cli, ConfigFault> {
    let matches = with_file(command(), args, config)?.get_matches_from(args);
    Ok(Cli::from_arg_matches(&matches).unwrap_or_else(|error| error.exit()))
}

fn dispatch(options: &Options, command: Command) -> Result<(), Failure> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|error| Failure::because("no threads to work with", error))?;
    runtime.block_on(async {
        match command {
            Command::Serve(serve) => serve.run(options).await,
            Command::Migrate(migrate) => migrate.run(options).await,
            Command::Seed(seed) => seed.run(options).await,
            Command::User(user) => user.run(options).await,
            Command::Clocks(clocks) => clocks.run(options).await,
            Command::Templates(templates) => templates.run(options).await,
            Command::Directory(directory) => directory.run(options).await,
            Command::Schema(schema) => schema.run(),
            Command::Audit(audit) => audit.run(options).await,
            Command::Keys(keys) => keys.run(options).await,
            Command::Doctor(doctor) => doctor.run(options).await,
            Command::Completions(completions) => completions.run(),
        }
    })
}

fn end(failure: &Failure) -> ExitCode {
    eprintln!("trellis: {failure}");
    ExitCode::from(failure.code())
}

/// Writes a line to standard output; when nobody reads it any more, that is no error.
pub(crate) fn say(line: impl std::fmt::Display) {
    use std::io::Write;
    let _ = writeln!(std::io::stdout(), "{line}");
}
