//! The secret of a link by which somebody without an account answers once.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use sha2::{Digest, Sha256};
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::vault::{Keyring, Purpose};

/// 256 bits that nobody can guess: a keyed hash of the message's number, under a key that is
/// not in the database. So the worker can write it into a message that waits, and neither the
/// message's row nor the link's holds it; the link's holds its hash.
pub struct AnswerToken {
    /// What stands in the link. A secret.
    pub text: Zeroizing<String>,
    /// What the database keeps (`answer_link.hash`).
    pub hash: [u8; 32],
}

/// Says nothing: it is a secret.
impl fmt::Debug for AnswerToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AnswerToken")
    }
}

impl AnswerToken {
    /// The token of the message `id`.
    pub fn of(keyring: &Keyring, id: Uuid) -> Self {
        let secret = Zeroizing::new(keyring.purpose(Purpose::AnswerLink).mac(&[id.as_bytes()]));
        Self {
            text: Zeroizing::new(BASE64.encode(secret.as_slice())),
            hash: Sha256::digest(secret.as_slice()).into(),
        }
    }

    /// The hash under which what was sent would be stored. What cannot be a token has one too,
    /// which nothing is stored under: it is the same work.
    pub fn hash_of(text: &str) -> [u8; 32] {
        let mut secret = Zeroizing::new([0; 32]);
        let length = BASE64.decode_slice(text, secret.as_mut_slice());
        if length != Ok(32) {
            *secret = [0; 32];
        }
        Sha256::digest(secret.as_slice()).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vault::{KeySource, Keyring};

    #[test]
    fn a_token_is_found_by_its_hash_and_each_message_has_its_own() {
        let keys = KeySource::Setting(Keyring::new_setting().unwrap());
        let keyring = Keyring::load(keys).unwrap();
        let (one, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let token = AnswerToken::of(&keyring, one);
        assert_eq!(token.text.len(), 43);
        assert_eq!(AnswerToken::hash_of(&token.text), token.hash);
        assert_eq!(AnswerToken::of(&keyring, one).hash, token.hash);
        assert_ne!(AnswerToken::of(&keyring, other).hash, token.hash);
        for none in ["", "abc", &"A".repeat(44), "*"] {
            assert_ne!(AnswerToken::hash_of(none), token.hash);
        }
    }
}
