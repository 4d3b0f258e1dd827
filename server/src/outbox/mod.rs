//! Mail that waits in the database until a mail server has taken it.
//!
//! A message is a row, written in the transaction of the change that causes it. It
//! says that something waits, and nothing else (rule 122).

mod enqueue;
mod rows;

pub use enqueue::{Template, enqueue};
pub use rows::{Column as OutboxColumn, Entity as OutboxEntity, Model as OutboxRow};
