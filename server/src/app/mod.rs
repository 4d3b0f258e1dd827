//! The composition root: from settings to a running whole, and down again.

pub mod health;
pub mod keys;

mod jobs;
mod settings;

pub use jobs::Jobs;
pub use settings::{Mode, Settings};

use std::sync::Arc;

use sea_orm::DbErr;

use crate::accounts::password::{PasswordFault, Passwords};
use crate::accounts::token::AccessTokens;
use crate::audit::ReadLog;
use crate::clock::Clock;
use crate::outbox::{Post, SmtpFault};
use crate::store::Store;
use crate::vault::{Keyring, KeyringFault};

/// Everything a server holds. Clones are handles to the same.
#[derive(Clone)]
pub struct App(Arc<Parts>);

struct Parts {
    settings: Settings,
    store: Store,
    keyring: Keyring,
    clock: Clock,
    reads: ReadLog,
    post: Arc<Post>,
    passwords: Passwords,
    tokens: AccessTokens,
}

/// Why the server cannot start. Each says how to mend it.
#[derive(Debug, thiserror::Error)]
pub enum StartFault {
    /// The database cannot be opened.
    #[error(
        "the database cannot be opened ({0}); check the database URL and that the server is up"
    )]
    Database(#[from] DbErr),
    /// The keys cannot be read.
    #[error(transparent)]
    Keys(#[from] KeyringFault),
    /// Mail cannot be sent as set up.
    #[error(transparent)]
    Mail(#[from] SmtpFault),
    /// Passwords cannot be hashed as configured.
    #[error(transparent)]
    Passwords(#[from] PasswordFault),
}

impl App {
    /// Opens the database and the keys. Neither is changed.
    pub async fn open(settings: Settings, clock: Clock) -> Result<Self, StartFault> {
        let keyring = Keyring::load(settings.keys.clone())?;
        let post = Arc::new(Post::new(&settings.mail, &settings.public_url)?);
        let store = Store::open(&settings.store).await?;
        let reads = ReadLog::start(store.clone());
        let passwords = Passwords::new(settings.hash)?;
        let tokens = AccessTokens::new(keyring.clone(), clock.clone(), settings.public_url.clone());
        Ok(Self(Arc::new(Parts {
            settings,
            store,
            keyring,
            clock,
            reads,
            post,
            passwords,
            tokens,
        })))
    }

    /// How the server is set up.
    pub fn settings(&self) -> &Settings {
        &self.0.settings
    }

    /// The database; its pools stay private to it.
    pub fn store(&self) -> &Store {
        &self.0.store
    }

    /// The keys.
    pub fn keyring(&self) -> &Keyring {
        &self.0.keyring
    }

    /// The clock, ids and randomness.
    pub fn clock(&self) -> &Clock {
        &self.0.clock
    }

    /// Hashes and checks passwords.
    pub fn passwords(&self) -> &Passwords {
        &self.0.passwords
    }

    /// Signs and checks access tokens.
    pub fn tokens(&self) -> &AccessTokens {
        &self.0.tokens
    }

    /// The writer of read entries.
    pub fn reads(&self) -> &ReadLog {
        &self.0.reads
    }

    /// The way out for mail.
    pub fn post(&self) -> Arc<Post> {
        Arc::clone(&self.0.post)
    }
}
