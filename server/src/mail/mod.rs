//! Mail for administrators: what waits, what was sent, what was given up, and a new try
//! for that. Content and address are never shown (rule 122).

mod graphql;
mod read;
mod retry;
mod state;

pub use graphql::{MailItem, MailMutation, MailQuery};
pub use read::by_ids;
