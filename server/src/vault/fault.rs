//! What can go wrong with keys and sealed values. No message carries a value or a key.

use std::path::PathBuf;

use super::ring::Kid;

/// Why a value or data key could not be sealed or opened.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum VaultFault {
    /// The data key was wrapped by a master key that this server does not hold.
    #[error("master key {0} is not in the keyring; bring it back from the key backup")]
    UnknownMasterKey(Kid),
    /// Changed, cut short, moved from another place, or sealed under another key.
    /// Deliberately one answer for all of these.
    #[error("a sealed value does not open at its place")]
    DoesNotOpen,
    /// Opened well, but is not the UTF-8 text that its column promises.
    #[error("a sealed value is not text")]
    NotText,
    /// More than the cipher takes at once.
    #[error("a value is too long to seal")]
    TooLong,
}

/// Why a keyring could not be made, read or rotated. Each says how to mend it.
#[derive(Debug, thiserror::Error)]
pub enum KeyringFault {
    /// `init` never overwrites: new keys over old ones would make all data unreadable.
    #[error(
        "{0} already holds keys; nothing was changed (to add a new master key, run `trellis keys rotate`)"
    )]
    AlreadyThere(PathBuf),
    /// No key of this kind where the keys should be.
    #[error(
        "no {what} found in {place}; run `trellis keys init`, or point to the folder that holds the keys"
    )]
    Missing {
        /// The kind of key.
        what: &'static str,
        /// Folder, or the name of the setting.
        place: String,
    },
    /// A key file or line that is not what it should be.
    #[error("{0} is not a key of its kind; restore it from the key backup")]
    Malformed(String),
    /// Others on the machine could read the keys.
    #[error("{path} can be read by others (mode {mode:o}); run `chmod {wanted:o} {path}`")]
    TooOpen {
        /// File or folder.
        path: PathBuf,
        /// Its permission bits.
        mode: u32,
        /// What they should be at most.
        wanted: u32,
    },
    /// Keys given by a setting are the operator's to change.
    #[error("the keys come from a setting, not from a folder; add the new line to it and restart")]
    NotOurs,
    /// Kids are 32-bit numbers.
    #[error("no further key number is free")]
    Exhausted,
    /// The file system said no.
    #[error("cannot use {path}: {source}")]
    Io {
        /// File or folder.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
}
