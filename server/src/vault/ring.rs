//! The keys themselves, once read and checked.

use std::collections::BTreeMap;
use std::fmt;
use std::num::ParseIntError;
use std::str::FromStr;

use aws_lc_rs::signature::{Ed25519KeyPair, KeyPair};
use zeroize::Zeroizing;

use super::fault::KeyringFault;
use super::purpose::{Purpose, PurposeKey};

/// The number of a master or signing key. Higher is newer; the highest is current.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Kid(pub(super) u32);

impl Kid {
    /// The first key's.
    pub(super) const FIRST: Self = Self(1);

    /// The one after this.
    pub(super) fn next(self) -> Result<Self, KeyringFault> {
        self.0
            .checked_add(1)
            .map(Self)
            .ok_or(KeyringFault::Exhausted)
    }
}

impl fmt::Display for Kid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for Kid {
    type Err = ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self)
    }
}

/// 32 secret bytes, wiped when dropped. No `Debug`.
pub(super) type Secret = Zeroizing<[u8; 32]>;

/// An Ed25519 key for signing access tokens: PKCS #8 in DER, and its public half.
#[derive(Clone)]
pub struct SigningKey {
    kid: Kid,
    pkcs8: Zeroizing<Vec<u8>>,
    public: [u8; 32],
}

impl SigningKey {
    /// Checks that `pkcs8` is an Ed25519 key pair.
    pub(super) fn parse(kid: Kid, pkcs8: Zeroizing<Vec<u8>>) -> Option<Self> {
        let pair = Ed25519KeyPair::from_pkcs8(&pkcs8).ok()?;
        let public = pair.public_key().as_ref().try_into().ok()?;
        Some(Self { kid, pkcs8, public })
    }

    /// Its number, the token's `kid`.
    pub fn kid(&self) -> Kid {
        self.kid
    }

    /// The private key as PKCS #8 DER.
    pub fn pkcs8(&self) -> &[u8] {
        &self.pkcs8
    }

    /// The public key, 32 bytes.
    pub fn public(&self) -> &[u8; 32] {
        &self.public
    }
}

/// Everything read from one source at one time. Immutable; [`Keyring`](super::Keyring) swaps whole rings.
pub(super) struct Ring {
    masters: BTreeMap<Kid, Secret>,
    current_master: (Kid, Secret),
    signing: BTreeMap<Kid, SigningKey>,
    current_signing: SigningKey,
    purposes: [PurposeKey; Purpose::ALL.len()],
}

impl Ring {
    /// `place` names the source in complaints.
    pub(super) fn new(
        masters: BTreeMap<Kid, Secret>,
        signing: BTreeMap<Kid, SigningKey>,
        index_root: Option<Secret>,
        place: &str,
    ) -> Result<Self, KeyringFault> {
        let missing = |what| KeyringFault::Missing {
            what,
            place: place.to_owned(),
        };
        let (kid, master) = masters
            .last_key_value()
            .ok_or_else(|| missing("master key (master-1.key)"))?;
        let (_, signer) = signing
            .last_key_value()
            .ok_or_else(|| missing("token signing key (jwt-1.pem)"))?;
        let root = index_root.ok_or_else(|| missing("index root (index-root.key)"))?;
        Ok(Self {
            current_master: (*kid, master.clone()),
            current_signing: signer.clone(),
            purposes: Purpose::ALL.map(|purpose| PurposeKey::derive(&root, purpose)),
            masters,
            signing,
        })
    }

    /// The master key that wraps new data keys.
    pub(super) fn current_master(&self) -> (Kid, &Secret) {
        (self.current_master.0, &self.current_master.1)
    }

    pub(super) fn master(&self, kid: Kid) -> Option<&Secret> {
        self.masters.get(&kid)
    }

    pub(super) fn master_kids(&self) -> Vec<Kid> {
        self.masters.keys().copied().collect()
    }

    pub(super) fn signing_kids(&self) -> Vec<Kid> {
        self.signing.keys().copied().collect()
    }

    /// The newest signing key.
    pub(super) fn current_signing(&self) -> &SigningKey {
        &self.current_signing
    }

    /// The current signing key or the one before it; older ones no longer verify, since no token lives that long.
    pub(super) fn verifying(&self, kid: Kid) -> Option<&SigningKey> {
        self.signing
            .values()
            .rev()
            .take(2)
            .find(|key| key.kid == kid)
    }

    pub(super) fn purpose(&self, purpose: Purpose) -> &PurposeKey {
        let [blind, audit, cursor, throttle, terms, input, answers] = &self.purposes;
        match purpose {
            Purpose::BlindIndex => blind,
            Purpose::AuditChain => audit,
            Purpose::Cursor => cursor,
            Purpose::Throttle => throttle,
            Purpose::SearchTerm => terms,
            Purpose::ClientInput => input,
            Purpose::AnswerLink => answers,
        }
    }
}
