//! `trellis completions`

use clap::Args;
use clap_complete::Shell;

use super::{Failure, command};

/// Completions for a shell.
#[derive(Args, Debug)]
pub(super) struct Completions {
    /// The shell
    shell: Shell,
}

impl Completions {
    pub(super) fn run(self) -> Result<(), Failure> {
        clap_complete::generate(
            self.shell,
            &mut command(),
            "trellis",
            &mut std::io::stdout(),
        );
        Ok(())
    }
}
