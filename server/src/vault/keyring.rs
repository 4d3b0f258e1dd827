//! The keys that the database never sees.
//!
//! Keys come from a folder, by default `keys/` in the data folder, or from a setting
//! (environment variable or file) for hosts without a disk of their own. The highest
//! number is current; older master keys stay to open what they wrapped.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::{Duration, Instant};

use uuid::Uuid;
use zeroize::Zeroizing;

use super::blind::BlindIndex;
use super::data_key::{self, DataKey, WrappedKey};
use super::fault::{KeyringFault, VaultFault};
use super::files;
use super::purpose::{Purpose, PurposeKey};
use super::ring::{Kid, Ring, SigningKey};

/// A signing key's number that this server does not know may be newer than its ring: it
/// then reads the source again, but no more often than this, so that made-up numbers in
/// tokens do not keep the disk busy.
const REREAD_AFTER: Duration = Duration::from_secs(2);

/// Where the keys are.
#[derive(Clone)]
pub enum KeySource {
    /// A folder (0700) of key files (0600).
    Folder(PathBuf),
    /// The same keys as lines of a setting.
    Setting(Zeroizing<String>),
}

/// All keys of this server. Clones share one state.
#[derive(Clone)]
pub struct Keyring {
    source: KeySource,
    ring: Arc<RwLock<Arc<Ring>>>,
    read_at: Arc<Mutex<Instant>>,
}

impl Keyring {
    /// Makes a first set of keys in `folder` and loads it. Refuses a folder that holds keys.
    pub fn init(folder: &Path) -> Result<Self, KeyringFault> {
        files::make_folder(folder)?;
        if !files::read_folder(folder)?.is_empty() {
            return Err(KeyringFault::AlreadyThere(folder.to_owned()));
        }
        for (name, content) in files::new_set()? {
            let content = if name.ends_with(".pem") {
                files::pem(&content)
            } else {
                content
            };
            files::write_new(folder, &name, &content)?;
        }
        Self::load(KeySource::Folder(folder.to_owned()))
    }

    /// A first set of keys as the lines of a setting, for hosts without a key folder.
    pub fn new_setting() -> Result<Zeroizing<String>, KeyringFault> {
        let mut text = Zeroizing::new(String::with_capacity(512));
        for (name, content) in files::new_set()? {
            text.extend([name.as_str(), " ", content.as_str(), "\n"]);
        }
        Ok(text)
    }

    /// Reads and checks all keys.
    pub fn load(source: KeySource) -> Result<Self, KeyringFault> {
        let ring = Arc::new(RwLock::new(Arc::new(read(&source)?)));
        Ok(Self {
            source,
            ring,
            read_at: Arc::new(Mutex::new(Instant::now())),
        })
    }

    /// Reads the keys again, for instance after another process has rotated them.
    pub fn reload(&self) -> Result<(), KeyringFault> {
        let fresh = Arc::new(read(&self.source)?);
        *self.ring.write().unwrap_or_else(PoisonError::into_inner) = fresh;
        Ok(())
    }

    /// Adds a new master key, which wraps from now on; the old ones stay. Data keys
    /// are then rewrapped one by one ([`rewrap`](Self::rewrap)) while the server runs.
    pub fn rotate_master(&self) -> Result<Kid, KeyringFault> {
        let kid = self.ring().current_master().0.next()?;
        self.add(&files::master_name(kid), &files::new_secret())?;
        Ok(kid)
    }

    /// Adds a new signing key; tokens of the one before it hold until they end.
    pub fn rotate_signing(&self) -> Result<Kid, KeyringFault> {
        let kid = self.ring().current_signing().kid().next()?;
        self.add(
            &files::signing_name(kid),
            &files::pem(&files::new_signing()?),
        )?;
        Ok(kid)
    }

    fn add(&self, name: &str, content: &str) -> Result<(), KeyringFault> {
        let KeySource::Folder(folder) = &self.source else {
            return Err(KeyringFault::NotOurs);
        };
        files::write_new(folder, name, content)?;
        self.reload()
    }

    /// The master keys' numbers, oldest first.
    pub fn master_kids(&self) -> Vec<Kid> {
        self.ring().master_kids()
    }

    /// The number of the master key that wraps now.
    pub fn current_master(&self) -> Kid {
        self.ring().current_master().0
    }

    /// The signing keys' numbers, oldest first.
    pub fn signing_kids(&self) -> Vec<Kid> {
        self.ring().signing_kids()
    }

    /// Wraps a data key for its owner (`data_key.id`) under the current master key.
    pub fn wrap(&self, key: &DataKey, id: Uuid) -> Result<WrappedKey, VaultFault> {
        data_key::wrap(&self.ring(), key, id)
    }

    /// Opens the wrapped data key of owner `id`.
    pub fn unwrap(&self, wrapped: &WrappedKey, id: Uuid) -> Result<DataKey, VaultFault> {
        match data_key::unwrap(&self.ring(), wrapped, id) {
            // The number comes from our own database: the key is there to be read, or is lost.
            Err(VaultFault::UnknownMasterKey(_)) if self.reloaded() => {
                data_key::unwrap(&self.ring(), wrapped, id)
            }
            answer => answer,
        }
    }

    /// The same data key under the current master key, or none if it is there already.
    pub fn rewrap(&self, wrapped: &WrappedKey, id: Uuid) -> Result<Option<WrappedKey>, VaultFault> {
        if wrapped.kid == self.current_master() {
            return Ok(None);
        }
        self.wrap(&self.unwrap(wrapped, id)?, id).map(Some)
    }

    /// The key for one purpose; it outlives master keys.
    pub fn purpose(&self, purpose: Purpose) -> PurposeKey {
        self.ring().purpose(purpose).clone()
    }

    /// The makers of tokens by which sealed values are found.
    pub fn blind_index(&self) -> BlindIndex {
        BlindIndex::new(self.purpose(Purpose::BlindIndex))
    }

    /// The key that signs access tokens now.
    pub fn signing_key(&self) -> SigningKey {
        self.ring().current_signing().clone()
    }

    /// The public key numbered `kid`, if its tokens may still be live.
    pub fn verifying_key(&self, kid: Kid) -> Option<[u8; 32]> {
        let find = || self.ring().verifying(kid).map(|key| *key.public());
        find().or_else(|| if self.reread() { find() } else { None })
    }

    fn ring(&self) -> Arc<Ring> {
        self.ring
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// Reads the source again unless that was done a moment ago; tells whether it was.
    fn reread(&self) -> bool {
        {
            let mut read_at = self.read_at.lock().unwrap_or_else(PoisonError::into_inner);
            if read_at.elapsed() < REREAD_AFTER {
                return false;
            }
            *read_at = Instant::now();
        }
        self.reloaded()
    }

    /// Reads the source again; tells whether it could be read.
    fn reloaded(&self) -> bool {
        match self.reload() {
            Ok(()) => true,
            Err(fault) => {
                tracing::error!(%fault, "keys could not be read again; the ones in memory stay in use");
                false
            }
        }
    }
}

fn read(source: &KeySource) -> Result<Ring, KeyringFault> {
    match source {
        KeySource::Folder(folder) => {
            files::parse(files::read_folder(folder)?, &folder.display().to_string())
        }
        KeySource::Setting(text) => files::parse(files::parse_lines(text), "the key setting"),
    }
}

#[cfg(test)]
#[path = "keyring_tests.rs"]
mod tests;
