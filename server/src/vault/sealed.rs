//! Values sealed for one place in the database and for no other.

use std::fmt;

use sea_orm::DeriveValueType;
use uuid::Uuid;
use zeroize::Zeroizing;

use super::data_key::{DataKey, decrypt, encrypt};
use super::fault::VaultFault;

/// First byte of a sealed value; another layout takes another number.
const VERSION: u8 = 1;

/// Where a sealed value lives. It opens nowhere else: a row copied over another, or a
/// value moved to a column that more people may read, fails instead of leaking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The table's name.
    pub table: &'static str,
    /// The column's name.
    pub column: &'static str,
    /// The row's id.
    pub row: Uuid,
}

impl Place {
    /// Names come with their lengths, so that no two places share their bytes.
    fn aad(&self) -> Vec<u8> {
        let mut aad = Vec::with_capacity(32 + self.table.len() + self.column.len());
        for name in [self.table, self.column] {
            aad.extend_from_slice(&(name.len() as u64).to_be_bytes());
            aad.extend_from_slice(name.as_bytes());
        }
        aad.extend_from_slice(self.row.as_bytes());
        aad
    }
}

/// Ciphertext as a column holds it (BLOB, bytea). Its `Debug` shows nothing.
#[derive(Clone, PartialEq, Eq, DeriveValueType)]
pub struct SealedBytes(Vec<u8>);

impl SealedBytes {
    /// The stored bytes: ciphertext, safe to write anywhere.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

/// What came from a column; whether it is whole shows when it is opened.
impl From<Vec<u8>> for SealedBytes {
    fn from(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }
}

impl fmt::Debug for SealedBytes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[sealed]")
    }
}

/// Seals a value (text or bytes) for `place`. Sealing the same value twice gives
/// different bytes. Fails only on values of more than 64 GiB.
pub fn seal(
    key: &DataKey,
    place: Place,
    value: impl AsRef<[u8]>,
) -> Result<SealedBytes, VaultFault> {
    encrypt(&key.cipher()?, VERSION, &place.aad(), value.as_ref()).map(SealedBytes)
}

/// Opens a text sealed for `place`; it is wiped when dropped.
pub fn open(
    key: &DataKey,
    place: Place,
    sealed: &SealedBytes,
) -> Result<Zeroizing<String>, VaultFault> {
    let mut bytes = open_bytes(key, place, sealed)?;
    String::from_utf8(std::mem::take(&mut *bytes))
        .map(Zeroizing::new)
        .map_err(|error| {
            drop(Zeroizing::new(error.into_bytes()));
            VaultFault::NotText
        })
}

/// Opens bytes sealed for `place`; they are wiped when dropped.
pub fn open_bytes(
    key: &DataKey,
    place: Place,
    sealed: &SealedBytes,
) -> Result<Zeroizing<Vec<u8>>, VaultFault> {
    decrypt(&key.cipher()?, VERSION, &place.aad(), &sealed.0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const ROW: Uuid = Uuid::from_u128(7);
    const PLACE: Place = Place {
        table: "cases",
        column: "alias",
        row: ROW,
    };

    #[test]
    fn debug_shows_nothing() {
        let sealed = seal(&DataKey::generate(), PLACE, "Heron").unwrap();
        assert_eq!(
            format!("{sealed:?} {:?}", Some(&sealed)),
            "[sealed] Some([sealed])"
        );
    }

    #[test]
    fn names_of_table_and_column_cannot_run_into_each_other() {
        let place = |table, column| Place {
            table,
            column,
            row: ROW,
        };
        assert_ne!(place("ab", "c").aad(), place("a", "bc").aad());
    }

    #[test]
    fn bytes_that_are_no_text_open_as_bytes_only() {
        let key = DataKey::generate();
        let sealed = seal(&key, PLACE, [0xff, 0xfe]).unwrap();
        assert_eq!(open(&key, PLACE, &sealed), Err(VaultFault::NotText));
        assert_eq!(
            open_bytes(&key, PLACE, &sealed).unwrap().as_slice(),
            [0xff, 0xfe]
        );
    }

    #[test]
    fn nothing_short_opens() {
        for length in 0..30 {
            let sealed = SealedBytes::from(vec![VERSION; length]);
            assert_eq!(
                open(&DataKey::generate(), PLACE, &sealed),
                Err(VaultFault::DoesNotOpen)
            );
        }
    }

    proptest! {
        #[test]
        fn what_is_sealed_opens(text in ".{0,200}") {
            let key = DataKey::generate();
            let sealed = seal(&key, PLACE, &text).unwrap();
            let opened = open(&key, PLACE, &sealed).unwrap();
            prop_assert_eq!(opened.as_str(), text.as_str());
            prop_assert_ne!(seal(&key, PLACE, &text).unwrap(), sealed);
        }

        #[test]
        fn rule_038_ciphertext_holds_no_plaintext(text in "[a-z]{8,40}") {
            let sealed = seal(&DataKey::generate(), PLACE, &text).unwrap();
            prop_assert!(!sealed.as_bytes().windows(4).any(|four| text.as_bytes().windows(4).any(|part| part == four)));
        }

        #[test]
        fn any_flipped_bit_is_found(text in ".{0,60}", at in any::<prop::sample::Index>(), bit in 0..8u8) {
            let key = DataKey::generate();
            let mut sealed = seal(&key, PLACE, &text).unwrap();
            let index = at.index(sealed.0.len());
            sealed.0[index] ^= 1 << bit;
            prop_assert_eq!(open(&key, PLACE, &sealed), Err(VaultFault::DoesNotOpen));
        }

        #[test]
        fn any_cut_is_found(text in ".{0,60}", at in any::<prop::sample::Index>()) {
            let key = DataKey::generate();
            let mut sealed = seal(&key, PLACE, &text).unwrap();
            let length = at.index(sealed.0.len());
            sealed.0.truncate(length);
            prop_assert_eq!(open(&key, PLACE, &sealed), Err(VaultFault::DoesNotOpen));
        }

        #[test]
        fn no_other_place_and_no_other_key_opens_it(row in any::<u128>().prop_filter("another row", |n| *n != 7)) {
            let key = DataKey::generate();
            let sealed = seal(&key, PLACE, "Heron").unwrap();
            for place in [
                Place { row: Uuid::from_u128(row), ..PLACE },
                Place { column: "summary", ..PLACE },
                Place { table: "request", ..PLACE },
            ] {
                prop_assert_eq!(open(&key, place, &sealed), Err(VaultFault::DoesNotOpen));
            }
            prop_assert_eq!(open(&DataKey::generate(), PLACE, &sealed), Err(VaultFault::DoesNotOpen));
        }
    }
}
