//! Keys for everything that must stay the same while master keys come and go.
//!
//! They are derived from the index root by HKDF-SHA256, one per purpose, so that a
//! value made for one purpose says nothing about, and is never valid for, another.
//! The index root is not rotated with the master key: every blind token, audit link
//! and throttle row would have to be made anew from values that may no longer be there.

use aws_lc_rs::{hkdf, hmac};
use zeroize::Zeroizing;

use super::ring::Secret;

/// What a derived key is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Tokens by which sealed names, phones and e-mail addresses are found.
    BlindIndex,
    /// The links of the audit chain.
    AuditChain,
    /// Sealing of page cursors and opaque ids.
    Cursor,
    /// Keys of sign-in throttle rows, so that the table names no account or address.
    Throttle,
    /// Search terms as the audit trail keeps them.
    SearchTerm,
    /// What a client's key was used with.
    ClientInput,
    /// The secrets of the links by which services answer.
    AnswerLink,
}

impl Purpose {
    /// All, in the order in which a ring keeps them.
    pub(super) const ALL: [Self; 7] = [
        Self::BlindIndex,
        Self::AuditChain,
        Self::Cursor,
        Self::Throttle,
        Self::SearchTerm,
        Self::ClientInput,
        Self::AnswerLink,
    ];

    /// HKDF's info: changing one of these strings loses everything made under it.
    fn info(self) -> &'static [u8] {
        match self {
            Self::BlindIndex => b"trellis/v1/blind-index",
            Self::AuditChain => b"trellis/v1/audit-chain",
            Self::Cursor => b"trellis/v1/cursor",
            Self::Throttle => b"trellis/v1/throttle",
            Self::SearchTerm => b"trellis/v1/search-term",
            Self::ClientInput => b"trellis/v1/client-input",
            Self::AnswerLink => b"trellis/v1/answer-link",
        }
    }
}

/// A key for one purpose. No `Debug`; cheap to clone.
#[derive(Clone)]
pub struct PurposeKey {
    mac: hmac::Key,
    bytes: Zeroizing<[u8; 32]>,
}

impl PurposeKey {
    pub(super) fn derive(root: &Secret, purpose: Purpose) -> Self {
        let extracted = hkdf::Salt::new(hkdf::HKDF_SHA256, b"trellis").extract(root.as_slice());
        let mut bytes = Zeroizing::new([0; 32]);
        let filled = extracted
            .expand(&[purpose.info()], hkdf::HKDF_SHA256)
            .and_then(|okm| okm.fill(bytes.as_mut_slice()));
        if filled.is_err() {
            // HKDF cannot fail at this length. Were it to, the key would be all zeroes.
            std::process::abort();
        }
        Self {
            mac: hmac::Key::new(hmac::HMAC_SHA256, bytes.as_slice()),
            bytes,
        }
    }

    /// HMAC-SHA256 over the parts, each preceded by its length, so that no two
    /// different lists of parts give the same input.
    pub fn mac(&self, parts: &[&[u8]]) -> [u8; 32] {
        let mut context = hmac::Context::with_key(&self.mac);
        for part in parts {
            context.update(&(part.len() as u64).to_be_bytes());
            context.update(part);
        }
        let mut out = [0; 32];
        out.iter_mut()
            .zip(context.sign().as_ref())
            .for_each(|(to, from)| *to = *from);
        out
    }

    /// The raw key, for a cipher rather than a hash.
    pub fn expose(&self) -> &[u8; 32] {
        &self.bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(root: u8, purpose: Purpose) -> PurposeKey {
        PurposeKey::derive(&Zeroizing::new([root; 32]), purpose)
    }

    #[test]
    fn each_purpose_and_each_root_has_its_own_key() {
        let mut seen = std::collections::BTreeSet::new();
        for root in [1, 2] {
            for purpose in Purpose::ALL {
                assert!(seen.insert(*key(root, purpose).expose()));
            }
        }
    }

    #[test]
    fn derivation_is_fixed_for_good() {
        // Computed with another implementation of RFC 5869 and RFC 2104. Everything in a
        // database that was made under these keys depends on it.
        let hex = hex::encode(key(7, Purpose::BlindIndex).mac(&[b"org", b"name"]));
        assert_eq!(
            hex,
            "52864bdc416df0650dfd04ca78e16cf877b943e2c97acf43c7fad3c719a6217e"
        );
    }

    #[test]
    fn parts_cannot_run_into_each_other() {
        let key = key(1, Purpose::BlindIndex);
        assert_ne!(key.mac(&[b"ab", b"c"]), key.mac(&[b"a", b"bc"]));
        assert_ne!(key.mac(&[b"a"]), key.mac(&[b"a", b""]));
    }
}
