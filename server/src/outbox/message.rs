//! From a row of the outbox to the bytes that go out.
//!
//! The bytes follow from the row and the settings alone: the Message-ID and the
//! boundary from its id, the date from its creation. A message that is sent again
//! after a lost answer is the same message, and the recipient's mail server can
//! know it by its Message-ID.

use chrono::{DateTime, Utc};
use lettre::{
    Address, Message as Letter,
    address::Envelope,
    message::{Mailbox, MultiPart, SinglePart, header},
};
use uuid::Uuid;

use super::text::{Language, question, words};
use super::token::AnswerToken;

/// Longest link that is sent, in bytes. A line of mail holds 998.
const MAX_LINK: usize = 500;

/// Who sends, and where its links lead. Both neutral (rule 123).
#[derive(Clone, Debug)]
pub struct Sender {
    /// The From address, with a name that tells nothing about the organisation's work.
    pub from: Mailbox,
    /// Where people reach the site, without a slash at the end: `https://app.example`.
    pub public_url: String,
}

/// What a message is made from.
#[derive(Clone, Copy, Debug)]
pub struct Draft<'a> {
    /// The row's id.
    pub id: Uuid,
    /// When the row was written.
    pub created_at: DateTime<Utc>,
    /// The recipient's address.
    pub to: &'a str,
    /// The recipient's language.
    pub language: Language,
    /// The secret of a question's link, where it is one.
    pub answer: Option<&'a AnswerToken>,
}

/// A message as it goes out.
#[derive(Clone, Debug)]
pub struct Message {
    /// The row's id, which names it everywhere.
    pub id: Uuid,
    /// From whom and to whom.
    pub envelope: Envelope,
    /// Headers and body, lines ended by CR LF.
    pub bytes: Vec<u8>,
}

/// Why a row cannot become a message, now or ever.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unsendable {
    /// The recipient's address is none.
    #[error("the recipient's address cannot be written to")]
    Address,
    /// The link would not be one.
    #[error("the link is not one that may be sent")]
    Link,
    /// Nobody reads it there any more.
    #[error("the recipient's account is not in use")]
    Account,
    /// The message cannot be put together.
    #[error("the message cannot be put together")]
    Form,
}

/// Makes the message of a row.
pub fn compose(sender: &Sender, draft: Draft<'_>) -> Result<Message, Unsendable> {
    let to: Address = draft.to.parse().map_err(|_| Unsendable::Address)?;
    let words = match draft.answer {
        Some(token) => question(&link(sender, super::ANSWER_PATH, &token.text)?),
        None => {
            let id = draft.id.simple().to_string();
            words(draft.language, &link(sender, super::LINK_PATH, &id)?)
        }
    }
    .map_err(|_| Unsendable::Form)?;
    let body = MultiPart::alternative()
        .boundary(format!("=_{}", draft.id.simple()))
        .singlepart(SinglePart::plain(words.text))
        .singlepart(SinglePart::html(words.html));
    let letter = Letter::builder()
        .message_id(Some(format!(
            "<{}@{}>",
            draft.id,
            sender.from.email.domain()
        )))
        .date(draft.created_at.into())
        .from(sender.from.clone())
        .to(Mailbox::new(None, to))
        .subject(words.subject)
        // Holiday notes and the like are not to answer it (RFC 3834).
        .header(AutoSubmitted)
        .multipart(body)
        .map_err(|_| Unsendable::Form)?;
    Ok(Message {
        id: draft.id,
        envelope: letter.envelope().clone(),
        bytes: letter.formatted(),
    })
}

/// Whether mail can be addressed so.
pub fn can_be_written_to(address: &str) -> bool {
    address.parse::<Address>().is_ok()
}

/// The one link of a message. It names the row and nothing else: what kind of thing waits
/// there is told by the site, to who has signed in, or who holds the secret of a question.
fn link(sender: &Sender, path: &str, end: &str) -> Result<String, Unsendable> {
    let link = format!("{}{path}{end}", sender.public_url);
    let plain = |c: char| c.is_ascii_alphanumeric() || "-._~:/[]".contains(c);
    let known = link.starts_with("https://") || link.starts_with("http://");
    if known && link.len() <= MAX_LINK && link.chars().all(plain) {
        Ok(link)
    } else {
        Err(Unsendable::Link)
    }
}

/// `Auto-Submitted: auto-generated`.
#[derive(Clone)]
struct AutoSubmitted;

impl header::Header for AutoSubmitted {
    fn name() -> header::HeaderName {
        header::HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> header::HeaderValue {
        header::HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}
