//! Ways for a message to leave: to a mail server, or as a file into a folder.

mod files;
mod smtp;

pub use files::Files;
pub use smtp::{Security, SignIn, Smtp, SmtpFault, SmtpSettings};

use super::message::{Message, Unsendable};

/// How a try to send ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The other side has taken charge of it.
    Delivered,
    /// It was not sent: what it would lead to is not there any more.
    Needless,
    /// Not now: worth another try.
    Retry(Why),
    /// Not so: another try would end the same.
    Refused(Why),
    /// Sending it broke our own code. It is tried a few times, never for a day.
    Broken,
}

/// Why a message has not left. Never the other side's words: they often repeat the address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Why {
    /// The row makes no message.
    #[error(transparent)]
    Unsendable(#[from] Unsendable),
    /// Nobody answered at its address, or the line broke.
    #[error("the mail server could not be reached, or the connection was lost")]
    Unreachable,
    /// No encrypted connection, or a certificate that is not trusted.
    #[error("no trusted encrypted connection to the mail server")]
    Untrusted,
    /// It took longer than the settings allow.
    #[error("the mail server did not answer in time")]
    TooSlow,
    /// It did not let us in, with this SMTP code.
    #[error("the mail server did not let us sign in or begin ({0})")]
    NotLetIn(u16),
    /// It refused or deferred the message, with this SMTP code.
    #[error("the mail server did not take the message ({0})")]
    Answered(u16),
    /// What it said was not SMTP, or lacks what we need.
    #[error("the mail server's answer could not be understood")]
    Garbled,
    /// Our own code failed at it.
    #[error("sending it failed inside the program; its log says where")]
    Broken,
    /// The folder for mail files cannot be written.
    #[error("the folder for mail cannot be written")]
    Folder,
}

/// The one way that is set up.
pub enum Transport {
    /// A mail server.
    Smtp(Smtp),
    /// A folder of `.eml` files.
    Files(Files),
}

impl Transport {
    /// Tries to send, once. It may be dropped at any time: what was under way then counts as
    /// not sent.
    pub async fn send(&self, message: &Message) -> Outcome {
        match self {
            Self::Smtp(smtp) => smtp.send(message).await,
            Self::Files(files) => files.send(message).await,
        }
    }
}
