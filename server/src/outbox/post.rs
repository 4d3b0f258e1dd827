//! How this server's mail leaves, as it was set up.

use std::{path::PathBuf, time::Duration};

use lettre::message::Mailbox;

use super::{Files, Sender, Smtp, SmtpFault, SmtpSettings, Transport};

/// For one message written as a file.
const FILE_DEADLINE: Duration = Duration::from_secs(30);

/// How mail leaves.
#[derive(Clone, Debug)]
pub struct MailSettings {
    /// From whom: neutral, name and address (rule 123).
    pub from: Mailbox,
    /// Which way.
    pub way: Way,
}

/// The ways to choose from.
#[derive(Clone, Debug)]
pub enum Way {
    /// `.eml` files into this folder: without a mail server, and for the demo.
    Files(PathBuf),
    /// To a mail server.
    Smtp(Box<SmtpSettings>),
}

/// Ready to send.
pub struct Post {
    sender: Sender,
    transport: Transport,
    deadline: Duration,
}

impl Post {
    /// Judges the settings; sends nothing yet.
    pub fn new(settings: &MailSettings, public_url: &str) -> Result<Self, SmtpFault> {
        let (transport, deadline) = match &settings.way {
            Way::Files(folder) => (Transport::Files(Files::new(folder.clone())), FILE_DEADLINE),
            Way::Smtp(smtp) => (Transport::Smtp(Smtp::new((**smtp).clone())?), smtp.deadline),
        };
        Ok(Self {
            sender: Sender {
                from: settings.from.clone(),
                public_url: public_url.to_owned(),
            },
            transport,
            deadline,
        })
    }

    pub(super) fn sender(&self) -> &Sender {
        &self.sender
    }

    pub(super) fn transport(&self) -> &Transport {
        &self.transport
    }

    /// After this a try has ended, one way or the other.
    pub(super) fn deadline(&self) -> Duration {
        self.deadline
    }
}
