//! Releases, the one check, and the accounting (rules 11 to 28).

mod compelled;
pub mod desk;
mod door;
mod drafts;
mod exits;
mod leaves;
mod making;
mod many;
mod reach;
mod remind;
mod signers;
