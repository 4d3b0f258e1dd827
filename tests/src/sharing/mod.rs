//! Releases, the one check, and the accounting (rules 11 to 28).

mod compelled;
pub mod desk;
mod drafts;
mod exits;
mod making;
mod many;
mod reach;
mod signers;
