//! What must hold before the crate compiles.
#![allow(clippy::print_stdout, reason = "cargo listens on standard output")]

mod policies;

use std::path::Path;
use std::{fs, io};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=src");
    let crate_root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for field in policies::missing(&crate_root.join("src")) {
        println!(
            "cargo::error={field} names no policy: add #[graphql(directive = policy::apply(Class::…))]"
        );
    }
    make_web_folder(crate_root)
}

/// `web/dist` is embedded. Without the web interface built it is empty, and the
/// server builds all the same.
fn make_web_folder(crate_root: &Path) -> io::Result<()> {
    fs::create_dir_all(crate_root.join("../web/dist"))
}
