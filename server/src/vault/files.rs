//! How keys look outside the server: a folder of small files, or the same as lines of one setting.
//!
//! | file | holds |
//! |---|---|
//! | `master-<n>.key` | a master key, 64 hexadecimal digits |
//! | `jwt-<n>.pem` | an Ed25519 private key for access tokens, PKCS #8 PEM |
//! | `index-root.key` | the secret behind the purpose keys, 64 hexadecimal digits |
//!
//! As a setting: one line per file, its name, a space, its content without line breaks
//! (for PEM the base64 between the dashes).

use std::collections::BTreeMap;
use std::fs::{DirBuilder, File, OpenOptions, Permissions};
use std::io::{ErrorKind, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

use aws_lc_rs::signature::Ed25519KeyPair;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use zeroize::Zeroizing;

use super::fault::KeyringFault;
use super::ring::{Kid, Ring, SigningKey};
use crate::clock::random;

const INDEX_ROOT: &str = "index-root.key";
const PEM_HEAD: &str = "-----BEGIN PRIVATE KEY-----";
const PEM_FOOT: &str = "-----END PRIVATE KEY-----";

/// What a file's name says it is.
enum Entry {
    Master(Kid),
    Signing(Kid),
    IndexRoot,
}

fn classify(name: &str) -> Option<Result<Entry, KeyringFault>> {
    let numbered = |middle: &str| {
        middle
            .parse()
            .map_err(|_| KeyringFault::Malformed(name.to_owned()))
    };
    if name == INDEX_ROOT {
        return Some(Ok(Entry::IndexRoot));
    }
    if let Some(middle) = name
        .strip_prefix("master-")
        .and_then(|rest| rest.strip_suffix(".key"))
    {
        return Some(numbered(middle).map(Entry::Master));
    }
    let middle = name
        .strip_prefix("jwt-")
        .and_then(|rest| rest.strip_suffix(".pem"))?;
    Some(numbered(middle).map(Entry::Signing))
}

/// A new master key or index root as its file's content.
pub(super) fn new_secret() -> Zeroizing<String> {
    let bytes = Zeroizing::new(random::<32>());
    Zeroizing::new(hex::encode(bytes.as_slice()))
}

/// A new signing key as base64 of its PKCS #8.
pub(super) fn new_signing() -> Result<Zeroizing<String>, KeyringFault> {
    let fail = |_| KeyringFault::Malformed("a new signing key".to_owned());
    let pkcs8 = Ed25519KeyPair::generate()
        .and_then(|pair| pair.to_pkcs8v1())
        .map_err(fail)?;
    Ok(Zeroizing::new(BASE64.encode(pkcs8.as_ref())))
}

/// Wraps base64 of PKCS #8 in PEM's dashes.
pub(super) fn pem(base64: &str) -> Zeroizing<String> {
    Zeroizing::new(format!("{PEM_HEAD}\n{base64}\n{PEM_FOOT}"))
}

pub(super) fn master_name(kid: Kid) -> String {
    format!("master-{kid}.key")
}

pub(super) fn signing_name(kid: Kid) -> String {
    format!("jwt-{kid}.pem")
}

/// A whole new set of keys, as name and content.
pub(super) fn new_set() -> Result<Vec<(String, Zeroizing<String>)>, KeyringFault> {
    Ok(vec![
        (INDEX_ROOT.to_owned(), new_secret()),
        (signing_name(Kid::FIRST), new_signing()?),
        (master_name(Kid::FIRST), new_secret()),
    ])
}

/// Reads named contents into a ring. `place` names their source in complaints.
pub(super) fn parse(
    entries: impl IntoIterator<Item = (String, Zeroizing<String>)>,
    place: &str,
) -> Result<Ring, KeyringFault> {
    let (mut masters, mut signing, mut root) = (BTreeMap::new(), BTreeMap::new(), None);
    for (name, content) in entries {
        let malformed = || KeyringFault::Malformed(format!("{name} in {place}"));
        let secret = || {
            let mut bytes = Zeroizing::new([0; 32]);
            hex::decode_to_slice(content.trim(), bytes.as_mut_slice()).map_err(|_| malformed())?;
            Ok::<_, KeyringFault>(bytes)
        };
        match classify(&name) {
            None => {}
            Some(Err(fault)) => return Err(fault),
            Some(Ok(Entry::Master(kid))) => drop(masters.insert(kid, secret()?)),
            Some(Ok(Entry::IndexRoot)) => root = Some(secret()?),
            Some(Ok(Entry::Signing(kid))) => {
                let body: Zeroizing<String> = Zeroizing::new(
                    content
                        .lines()
                        .filter(|line| !line.starts_with("-----"))
                        .map(str::trim)
                        .collect(),
                );
                let pkcs8 =
                    Zeroizing::new(BASE64.decode(body.as_bytes()).map_err(|_| malformed())?);
                drop(signing.insert(kid, SigningKey::parse(kid, pkcs8).ok_or_else(malformed)?));
            }
        }
    }
    Ring::new(masters, signing, root, place)
}

/// The lines of a setting, as name and content.
pub(super) fn parse_lines(text: &str) -> Vec<(String, Zeroizing<String>)> {
    text.lines()
        .filter_map(|line| line.trim().split_once(char::is_whitespace))
        .map(|(name, content)| (name.to_owned(), Zeroizing::new(content.trim().to_owned())))
        .collect()
}

fn io(path: &Path) -> impl Fn(std::io::Error) -> KeyringFault {
    let path = path.to_owned();
    move |source| KeyringFault::Io {
        path: path.clone(),
        source,
    }
}

/// Refuses what others on the machine could read.
fn check_mode(path: &Path, wanted: u32) -> Result<(), KeyringFault> {
    let mode = path.metadata().map_err(io(path))?.permissions().mode() & 0o777;
    if mode & 0o077 == 0 {
        Ok(())
    } else {
        Err(KeyringFault::TooOpen {
            path: path.to_owned(),
            mode,
            wanted,
        })
    }
}

/// The key files of a folder, as name and content; other files are passed over.
pub(super) fn read_folder(folder: &Path) -> Result<Vec<(String, Zeroizing<String>)>, KeyringFault> {
    let listing = match folder.read_dir() {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        other => other.map_err(io(folder))?,
    };
    check_mode(folder, 0o700)?;
    let mut entries = Vec::new();
    for item in listing {
        let path = item.map_err(io(folder))?.path();
        let Some(name) = path
            .file_name()
            .and_then(|name| name.to_str())
            .filter(|name| classify(name).is_some())
        else {
            continue;
        };
        check_mode(&path, 0o600)?;
        entries.push((
            name.to_owned(),
            Zeroizing::new(std::fs::read_to_string(&path).map_err(io(&path))?),
        ));
    }
    Ok(entries)
}

/// Makes the folder (0700), or narrows the rights of one that is there.
pub(super) fn make_folder(folder: &Path) -> Result<(), KeyringFault> {
    DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)
        .map_err(io(folder))?;
    std::fs::set_permissions(folder, Permissions::from_mode(0o700)).map_err(io(folder))
}

/// Writes a new key file (0600), never over another, whole or not at all, and on disk before it returns.
pub(super) fn write_new(folder: &Path, name: &str, content: &str) -> Result<(), KeyringFault> {
    let path = folder.join(name);
    let draft = folder.join(format!("{name}.new-{}", hex::encode(random::<8>())));
    let written = write_draft(&draft, content).and_then(|()| {
        // A hard link fails when the name is taken, which a rename would not.
        std::fs::hard_link(&draft, &path).map_err(|source| taken(&path, source))
    });
    let cleared = std::fs::remove_file(&draft).map_err(io(&draft));
    written?;
    cleared?;
    File::open(folder)
        .and_then(|handle| handle.sync_all())
        .map_err(io(folder))
}

fn taken(path: &Path, source: std::io::Error) -> KeyringFault {
    if source.kind() == ErrorKind::AlreadyExists {
        KeyringFault::AlreadyThere(path.to_owned())
    } else {
        KeyringFault::Io {
            path: path.to_owned(),
            source,
        }
    }
}

fn write_draft(draft: &PathBuf, content: &str) -> Result<(), KeyringFault> {
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(draft)
        .map_err(io(draft))?;
    writeln!(file, "{content}")
        .and_then(|()| file.sync_all())
        .map_err(io(draft))
}
