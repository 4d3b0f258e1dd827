//! Mail as files: what a Trellis without a mail server does, and the demo.

use std::{
    fs::{self, DirBuilder, File, OpenOptions},
    io::{self, Write},
    os::unix::fs::{DirBuilderExt, OpenOptionsExt},
    path::{Path, PathBuf},
};

use super::{Outcome, Why};
use crate::outbox::message::Message;

/// A folder that gets a file `<id>.eml` for each message.
#[derive(Clone, Debug)]
pub struct Files {
    folder: PathBuf,
}

impl Files {
    /// Mail into `folder`, which is made when the first message comes.
    pub fn new(folder: PathBuf) -> Self {
        Self { folder }
    }

    pub(super) async fn send(&self, message: &Message) -> Outcome {
        let (folder, name, bytes) = (
            self.folder.clone(),
            message.id.to_string(),
            message.bytes.clone(),
        );
        let written = tokio::task::spawn_blocking(move || write(&folder, &name, &bytes)).await;
        match written {
            Ok(Ok(())) => Outcome::Delivered,
            Ok(Err(error)) => {
                tracing::warn!(kind = ?error.kind(), "the folder for mail cannot be written");
                Outcome::Retry(Why::Folder)
            }
            Err(_) => Outcome::Broken,
        }
    }
}

/// Whole or not at all, and on the disk before it counts: a reader never meets half a message,
/// and writing the same one again changes nothing.
fn write(folder: &Path, name: &str, bytes: &[u8]) -> io::Result<()> {
    DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)?;
    let unfinished = folder.join(format!(".{name}.unfinished"));
    let mut file = OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(&unfinished)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    fs::rename(&unfinished, folder.join(format!("{name}.eml")))?;
    // The name itself is on the disk only when the folder is.
    File::open(folder)?.sync_all()
}
