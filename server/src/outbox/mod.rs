//! Mail that waits in the database until a mail server has taken it.
//!
//! A message is a row, written in the transaction of the change that causes it. It
//! says that something waits, and nothing else (rule 122).

mod claim;
mod enqueue;
pub mod http;
mod message;
mod past;
mod post;
mod rows;
#[cfg(test)]
mod rules_tests;
mod schedule;
mod text;
mod token;
mod transport;
mod worker;

pub use enqueue::{Letter, Template, enqueue, enqueue_new, enqueue_question};
pub use message::{Draft, Message, Sender, Unsendable, can_be_written_to, compose};
pub use past::unscoped_taken_before;
pub use post::{MailSettings, Post, Way};
pub use rows::{Column as OutboxColumn, Entity as OutboxEntity, Model as OutboxRow};
pub use schedule::{Next, next};
pub use text::{Language, Words, question, words};
pub use token::AnswerToken;
pub use transport::{
    Files, Outcome, Security, SignIn, Smtp, SmtpFault, SmtpSettings, Transport, Why,
};
pub use worker::Worker;

/// Where a message's link leads, before the row's id: the site sends on who has signed in.
pub const LINK_PATH: &str = "/go/";

/// Where a question's link leads, before its secret: no sign-in is needed there.
pub const ANSWER_PATH: &str = "/answer/";

/// The kind of the rows that are mail.
const MAIL: &str = "mail";
