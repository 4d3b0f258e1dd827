//! What services are found by: their words, in the transaction that writes them, and the
//! vocabulary against which typing errors are put right.

mod catch_up;
mod entity;
mod found;
mod keep;
mod spelling;
mod vocabulary;

pub use catch_up::catch_up;
pub use entity::directory_text;
pub(super) use found::{MOST_RANKED, found_by, having, says};
pub(super) use keep::{Text, forget, keep};
pub(super) use spelling::correct;
