//! `make bench`; see `tests::bench`.

use clap::Parser as _;
use tests::bench::{Command, Options, bare, run};

#[tokio::main(worker_threads = 2)]
async fn main() {
    match Options::parse().command {
        Command::Run(bench) => run(bench).await,
        Command::Bare(options) => {
            bare::serve(&options.listen, &options.database_url, options.connections).await;
        }
    }
}
