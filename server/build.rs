//! What must be there before the crate compiles.

use std::path::Path;
use std::{fs, io};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    make_web_folder()
}

/// `web/dist` is embedded. Without the web interface built it is empty, and the
/// server builds all the same.
fn make_web_folder() -> io::Result<()> {
    fs::create_dir_all(Path::new(env!("CARGO_MANIFEST_DIR")).join("../web/dist"))
}
