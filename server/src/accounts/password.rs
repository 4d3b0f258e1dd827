//! Password hashes: Argon2id, a few at a time, and the same work for accounts that do not exist.

use std::sync::Arc;
use std::time::Duration;

use argon2::password_hash::phc::{Output, ParamsString, PasswordHash, Salt};
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use tokio::sync::Semaphore;
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

use crate::clock::random;

/// Hashes under way at once. Each holds [`HashCost::memory_kib`]; a flood of sign-ins
/// waits here instead of taking all memory and every core.
const AT_ONCE: usize = 2;
/// How long a sign-in waits for its turn before it is told to come back.
const LONGEST_WAIT: Duration = Duration::from_secs(5);
/// More than any accepted password; what is longer is hashed as nothing and fails.
const MOST_BYTES: usize = 1_024;

/// What one hash costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HashCost {
    /// Memory in KiB.
    pub memory_kib: u32,
    /// Passes over the memory.
    pub passes: u32,
}

impl Default for HashCost {
    /// 64 MiB and three passes: 100 to 300 ms on one core of today's servers.
    fn default() -> Self {
        Self {
            memory_kib: 64 * 1_024,
            passes: 3,
        }
    }
}

/// Why no verdict could be had. Never says anything of a password or account.
#[derive(Debug, thiserror::Error)]
pub enum PasswordFault {
    /// Too many sign-ins wait already.
    #[error("password checks are queueing; try again in a few seconds")]
    Busy,
    /// The configured cost is outside what Argon2 allows.
    #[error("the password hash cost is not possible: {0}")]
    Cost(argon2::Error),
    /// A stored hash is not in PHC form, or hashing itself failed.
    #[error("a password could not be hashed or a stored hash is damaged")]
    Broken,
}

/// The answer to a sign-in.
#[derive(Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Wrong password, or no such account: nobody can tell, by text or time.
    Wrong,
    /// Right.
    Right {
        /// The stored hash costs less than it should by now: hash anew and store.
        outdated: bool,
    },
}

/// Hashes and checks passwords. Clones share one queue.
#[derive(Clone)]
pub struct Passwords {
    hasher: Argon2<'static>,
    turns: Arc<Semaphore>,
    /// A well-formed hash that no password has, at the present cost.
    nobody: Arc<str>,
}

impl Passwords {
    /// Fails if `cost` is outside what Argon2 allows.
    pub fn new(cost: HashCost) -> Result<Self, PasswordFault> {
        let params =
            Params::new(cost.memory_kib, cost.passes, 1, None).map_err(PasswordFault::Cost)?;
        let nobody = hash_of_nobody(&params).ok_or(PasswordFault::Broken)?;
        let hasher = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        Ok(Self {
            hasher,
            turns: Arc::new(Semaphore::new(AT_ONCE)),
            nobody: nobody.into(),
        })
    }

    /// A PHC string for a new password.
    pub async fn hash(&self, password: &str) -> Result<String, PasswordFault> {
        let (hasher, bytes) = (self.hasher.clone(), canonical(password));
        self.in_turn(move || {
            let hash = hasher.hash_password_with_salt(&bytes, &random::<16>());
            hash.map(|hash| hash.to_string())
                .map_err(|_| PasswordFault::Broken)
        })
        .await
    }

    /// Checks a password against the stored hash, or against nobody's when there is no such account.
    pub async fn verify(
        &self,
        password: &str,
        stored: Option<&str>,
    ) -> Result<Verdict, PasswordFault> {
        let (hasher, bytes) = (self.hasher.clone(), canonical(password));
        let known = stored.is_some();
        let stored = stored.unwrap_or(&self.nobody).to_owned();
        self.in_turn(move || {
            let hash = PasswordHash::new(&stored).map_err(|_| PasswordFault::Broken)?;
            let right = match hasher.verify_password(&bytes, &hash) {
                Ok(()) => known,
                Err(argon2::password_hash::Error::PasswordInvalid) => false,
                Err(_) => return Err(PasswordFault::Broken),
            };
            let outdated =
                Params::try_from(&hash).map_or(true, |params| cheaper(&params, hasher.params()));
            Ok(if right {
                Verdict::Right { outdated }
            } else {
                Verdict::Wrong
            })
        })
        .await
    }

    /// Runs `work` off the threads that answer requests, when it is its turn.
    async fn in_turn<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T, PasswordFault> + Send + 'static,
    ) -> Result<T, PasswordFault> {
        let turn = tokio::time::timeout(LONGEST_WAIT, self.turns.clone().acquire_owned());
        let turn = turn
            .await
            .map_err(|_| PasswordFault::Busy)?
            .map_err(|_| PasswordFault::Busy)?;
        // The turn moves along, so that a request that goes away does not free it early.
        let hand = tokio::task::spawn_blocking(move || {
            let done = work();
            drop(turn);
            done
        });
        hand.await.map_err(|_| PasswordFault::Broken)?
    }
}

/// Composed Unicode, so that the same password typed on two systems is the same bytes.
fn canonical(password: &str) -> Zeroizing<Vec<u8>> {
    let text: Zeroizing<String> = Zeroizing::new(password.chars().take(MOST_BYTES).nfc().collect());
    Zeroizing::new(if text.len() > MOST_BYTES {
        Vec::new()
    } else {
        text.as_bytes().to_vec()
    })
}

fn cheaper(stored: &Params, wanted: &Params) -> bool {
    stored.m_cost() < wanted.m_cost() || stored.t_cost() < wanted.t_cost()
}

/// Made, not computed: start-up need not wait for a hash.
fn hash_of_nobody(params: &Params) -> Option<String> {
    let hash = PasswordHash {
        algorithm: Algorithm::Argon2id.ident(),
        version: Some(Version::V0x13.into()),
        params: ParamsString::try_from(params).ok()?,
        salt: Some(Salt::new(&random::<16>()).ok()?),
        hash: Some(Output::new(&random::<32>()).ok()?),
    };
    Some(hash.to_string())
}

#[cfg(test)]
#[path = "password_tests.rs"]
mod tests;

impl From<PasswordFault> for crate::error::Refusal {
    fn from(_: PasswordFault) -> Self {
        crate::error::Fault::Broken("a password could not be hashed").into()
    }
}
