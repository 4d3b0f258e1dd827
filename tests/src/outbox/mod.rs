//! Mail from the row to the mail server, on both databases: nothing lost, nothing doubled,
//! nothing said.

mod encryption;
mod fates;
mod killed;
mod office;
pub mod room;
mod several;
