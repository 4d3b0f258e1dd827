//! The program: everything is in the library, where tests can reach it.

use std::process::ExitCode;

#[allow(
    clippy::disallowed_methods,
    reason = "the settings file must be known before the settings"
)]
fn main() -> ExitCode {
    trellis::cli::run(
        std::env::args_os().collect(),
        std::env::var_os("TRELLIS_CONFIG"),
    )
}
