//! What keeps person-level values unreadable to whoever holds only the database.
//!
//! Each case (and each person outside cases) has a [`DataKey`]; values are sealed
//! under it for one place ([`Place`]: table, column, row) and for no other. Data keys
//! lie in the database wrapped by a master key that does not ([`Keyring`]). Rotating
//! the master key rewraps data keys and touches no value; destroying a wrapped key
//! makes its values unreadable in every backup.
//!
//! Sealed values are found again by keyed tokens of their normal forms ([`BlindIndex`]).

mod blind;
mod data_key;
mod fault;
mod files;
mod keyring;
mod normal;
mod phone;
mod purpose;
mod ring;
mod sealed;

pub use blind::{BlindIndex, Token, TokenKind};
pub use data_key::{DataKey, WrappedKey};
pub use fault::{KeyringFault, VaultFault};
pub use keyring::{KeySource, Keyring};
pub(crate) use normal::fold;
pub use purpose::{Purpose, PurposeKey};
pub use ring::{Kid, SigningKey};
pub use sealed::{Place, SealedBytes, open, open_bytes, seal};
