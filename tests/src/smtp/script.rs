//! What the mail server of a test does with each message.

use std::str::FromStr;

/// One message's fate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// Taken: on the disk before the 250.
    Accept,
    /// 451 to the recipient.
    DeferRecipient,
    /// 451 after the message.
    DeferMessage,
    /// 550 to the recipient. The words repeat the address, as real servers' do.
    RejectRecipient,
    /// 554 after the message.
    RejectMessage,
    /// Silence from the first command on, the line kept open.
    Hang,
    /// The line cut after the message, which is lost.
    DropBeforeTaking,
    /// Taken, but the line is cut before the 250.
    DropBeforeAnswer,
    /// Taken and answered, then the line is cut.
    DropAfterAnswer,
}

impl FromStr for Fate {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, String> {
        Ok(match word {
            "accept" => Self::Accept,
            "defer-recipient" => Self::DeferRecipient,
            "defer-message" => Self::DeferMessage,
            "reject-recipient" => Self::RejectRecipient,
            "reject-message" => Self::RejectMessage,
            "hang" => Self::Hang,
            "drop-before-taking" => Self::DropBeforeTaking,
            "drop-before-answer" => Self::DropBeforeAnswer,
            "drop-after-answer" => Self::DropAfterAnswer,
            _ => return Err(format!("no such fate: {word}")),
        })
    }
}

/// Fates in the order of the messages; the last is that of all that follow.
#[derive(Clone, Debug)]
pub struct Script {
    fates: Vec<Fate>,
    next: usize,
}

impl Script {
    pub fn new(fates: &[Fate]) -> Self {
        Self {
            fates: fates.to_vec(),
            next: 0,
        }
    }

    pub(super) fn next(&mut self) -> Fate {
        let fate = self.fates.get(self.next).or(self.fates.last());
        self.next += 1;
        fate.copied().unwrap_or(Fate::Accept)
    }
}
