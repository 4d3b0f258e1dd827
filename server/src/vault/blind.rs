//! Finding sealed values: keyed hashes of their normal forms.
//!
//! A token tells that two values of one organisation are equal, to whoever holds the
//! database, and nothing else; without the key nobody can try names against it. Kinds
//! and organisations never share tokens (rule 29).

use sea_orm::DeriveValueType;
use uuid::Uuid;

use super::normal;
use super::phone::e164;
use super::purpose::PurposeKey;

/// 16 bytes of HMAC-SHA256: as a column, BLOB or bytea.
///
/// Cut in half so that an index row stays small; by chance two of a thousand million
/// names share a token less often than once in 10^20.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, DeriveValueType)]
pub struct Token(Vec<u8>);

impl Token {
    /// The stored bytes.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

impl sea_orm::TryFromU64 for Token {
    /// Asked of every column of a primary key; a token is no number.
    fn try_from_u64(_: u64) -> Result<Self, sea_orm::DbErr> {
        Err(sea_orm::DbErr::ConvertFromU64("Token"))
    }
}

/// What a token was made of (`search_token.kind`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TokenKind {
    /// One word of a name.
    Name,
    /// The beginning of a working alias.
    AliasPrefix,
    /// A telephone number in E.164.
    Phone,
    /// An e-mail address.
    Email,
}

impl TokenKind {
    /// The code in the database; also hashed into each token.
    pub fn code(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::AliasPrefix => "alias_prefix",
            Self::Phone => "phone",
            Self::Email => "email",
        }
    }
}

/// Makes tokens. The same functions serve writing and searching, so that they cannot drift apart.
#[derive(Clone)]
pub struct BlindIndex {
    key: PurposeKey,
}

impl BlindIndex {
    pub(super) fn new(key: PurposeKey) -> Self {
        Self { key }
    }

    /// One token per word of a name, in order, each once; a search matches a person who has all of them.
    pub fn name(&self, org: Uuid, text: &str) -> Vec<Token> {
        normal::words(text)
            .iter()
            .map(|word| self.token(org, TokenKind::Name, word))
            .collect()
    }

    /// The token of a number, or none if it is not one that could be called.
    pub fn phone(&self, org: Uuid, text: &str) -> Option<Token> {
        e164(text).map(|number| self.token(org, TokenKind::Phone, &number))
    }

    /// The token of an e-mail address, or none if it is not one.
    pub fn email(&self, org: Uuid, text: &str) -> Option<Token> {
        normal::email(text).map(|address| self.token(org, TokenKind::Email, &address))
    }

    /// To store with an alias: a token for each beginning of 1 to 12 characters.
    pub fn alias_prefixes(&self, org: Uuid, alias: &str) -> Vec<Token> {
        let prefixes = normal::prefixes(&normal::alias(alias));
        prefixes
            .iter()
            .map(|prefix| self.token(org, TokenKind::AliasPrefix, prefix))
            .collect()
    }

    /// To search with: the token of what was typed so far, cut to 12 characters; none if
    /// nothing is left of it. Longer terms find all aliases that share the first 12.
    pub fn alias_prefix(&self, org: Uuid, typed: &str) -> Option<Token> {
        let longest = normal::prefixes(&normal::alias(typed)).pop()?;
        Some(self.token(org, TokenKind::AliasPrefix, &longest))
    }

    fn token(&self, org: Uuid, kind: TokenKind, normal: &str) -> Token {
        let mac = self
            .key
            .mac(&[org.as_bytes(), kind.code().as_bytes(), normal.as_bytes()]);
        Token(mac.into_iter().take(16).collect())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::vault::{KeySource, Keyring};

    const ORG: Uuid = Uuid::from_u128(1);

    fn index() -> BlindIndex {
        Keyring::load(KeySource::Setting(Keyring::new_setting().unwrap()))
            .unwrap()
            .blind_index()
    }

    #[test]
    fn spellings_share_tokens() {
        let index = index();
        assert_eq!(index.name(ORG, "Zoë O'Fern"), index.name(ORG, "zoe OFERN"));
        assert_eq!(
            index.phone(ORG, "(206) 555-0142"),
            index.phone(ORG, "+1 206 555 0142")
        );
        assert_eq!(
            index.email(ORG, "Fern@Meadow.example"),
            index.email(ORG, "fern@meadow.EXAMPLE ")
        );
        assert_eq!(index.phone(ORG, "none"), None);
    }

    #[test]
    fn rule_029_organisations_kinds_and_keys_never_share_tokens() {
        let index = index();
        let mut seen = BTreeSet::new();
        for org in [ORG, Uuid::from_u128(2)] {
            for kind in [
                TokenKind::Name,
                TokenKind::AliasPrefix,
                TokenKind::Phone,
                TokenKind::Email,
            ] {
                assert!(seen.insert(index.token(org, kind, "fern")));
            }
        }
        assert!(seen.insert(self::index().token(ORG, TokenKind::Name, "fern")));
        assert!(seen.iter().all(|token| token.as_bytes().len() == 16));
    }

    #[test]
    fn an_alias_is_found_by_each_of_its_beginnings() {
        let index = index();
        let stored: BTreeSet<_> = index
            .alias_prefixes(ORG, "Wandering Heron")
            .into_iter()
            .collect();
        for typed in [
            "w",
            "WAND",
            "wandering ",
            "Wandering h",
            "wandering heron",
            "wandering-he",
        ] {
            assert!(
                stored.contains(&index.alias_prefix(ORG, typed).unwrap()),
                "{typed}"
            );
        }
        for typed in ["x", "andering", "wandering x", "heron"] {
            assert!(
                !stored.contains(&index.alias_prefix(ORG, typed).unwrap()),
                "{typed}"
            );
        }
        assert_eq!(index.alias_prefix(ORG, "  "), None);
    }
}
