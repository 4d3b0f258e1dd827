//! Mail to a mail server by SMTP, encrypted, its certificate checked.

use std::{error::Error as _, io, sync::Mutex, time::Duration};

use lettre::transport::smtp::{
    Error,
    authentication::{Credentials, Mechanism},
    client::{AsyncSmtpConnection, Certificate, TlsParameters},
    extension::ClientId,
};
use tokio::time::{Instant, timeout, timeout_at};

use super::{Outcome, Why};
use crate::outbox::message::Message;

/// A session that has rested longer is not used again: servers and what stands between
/// forget it in silence.
const REST: Duration = Duration::from_secs(20);
/// Sessions kept for the next message. The worker sends no more than a few at once.
const KEPT: usize = 8;

/// How the connection is encrypted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Security {
    /// From the first byte (port 465).
    Tls,
    /// By STARTTLS before anything is said (port 587). A server that does not offer it gets nothing.
    StartTls,
    /// Not at all: for a mail catcher on the same machine.
    None,
}

/// How to sign in at the mail server.
#[derive(Clone)]
pub struct SignIn {
    /// The account.
    pub user: String,
    /// Its password.
    pub password: String,
}

impl std::fmt::Debug for SignIn {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("SignIn")
    }
}

/// Where the mail server is and how to speak with it.
#[derive(Clone, Debug)]
pub struct SmtpSettings {
    /// Its name, which its certificate must carry.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the connection is encrypted.
    pub security: Security,
    /// An account, when it wants one.
    pub sign_in: Option<SignIn>,
    /// A certificate authority (PEM) to trust beside those of the system.
    pub authority: Option<Vec<u8>>,
    /// The name we greet with.
    pub hello: String,
    /// For one message, from the first byte to the last.
    pub deadline: Duration,
}

/// Why the settings for a mail server cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum SmtpFault {
    /// There is no certificate to trust.
    #[error(
        "no certificate authority could be read ({0}); check the file named for it, or install the system's ca-certificates"
    )]
    Authority(#[from] Error),
    /// Anybody on the way could read the password.
    #[error(
        "a password is never sent without encryption; choose starttls or tls, or leave the account out"
    )]
    PasswordInClear,
}

/// A mail server.
///
/// Sessions are kept for the next message, but only those that have ended a message well:
/// one that was dropped half-way is closed. (A pool that takes a session back after a
/// timeout would hand out one whose answers lag a message behind, and the answer to the
/// last message would count for the next.)
pub struct Smtp {
    settings: SmtpSettings,
    tls: Option<TlsParameters>,
    resting: Mutex<Vec<(Instant, Box<AsyncSmtpConnection>)>>,
}

impl Smtp {
    /// Nothing is sent yet: only the settings are judged.
    pub fn new(settings: SmtpSettings) -> Result<Self, SmtpFault> {
        if settings.security == Security::None && settings.sign_in.is_some() {
            return Err(SmtpFault::PasswordInClear);
        }
        let tls = match settings.security {
            Security::None => None,
            Security::Tls | Security::StartTls => Some(trust(&settings)?),
        };
        Ok(Self {
            settings,
            tls,
            resting: Mutex::default(),
        })
    }

    pub(super) async fn send(&self, message: &Message) -> Outcome {
        let by = Instant::now() + self.settings.deadline;
        let mut session = match timeout_at(by, self.session()).await {
            Ok(Ok(session)) => session,
            Ok(Err(error)) => return Outcome::Retry(why_not_begun(&error)),
            Err(_) => return Outcome::Retry(Why::TooSlow),
        };
        match timeout_at(by, session.send(&message.envelope, &message.bytes)).await {
            Ok(Ok(_)) => {
                self.rest(session);
                Outcome::Delivered
            }
            Ok(Err(error)) => judge(&error),
            Err(_) => Outcome::Retry(Why::TooSlow),
        }
    }

    /// One that rests and still answers, or a new one.
    async fn session(&self) -> Result<Box<AsyncSmtpConnection>, Error> {
        while let Some(mut session) = self.rested() {
            if timeout(Duration::from_secs(5), session.test_connected())
                .await
                .is_ok_and(|alive| alive)
            {
                return Ok(session);
            }
        }
        self.connect().await.map(Box::new)
    }

    /// Whatever is refused before the message is spoken of is about us, not about the message.
    async fn connect(&self) -> Result<AsyncSmtpConnection, Error> {
        let hello = ClientId::Domain(self.settings.hello.clone());
        let from_the_start = self
            .tls
            .clone()
            .filter(|_| self.settings.security == Security::Tls);
        let mut session = AsyncSmtpConnection::connect_tokio1(
            (self.settings.host.as_str(), self.settings.port),
            Some(self.settings.deadline),
            &hello,
            from_the_start,
            None,
        )
        .await?;
        if let (Security::StartTls, Some(tls)) = (self.settings.security, self.tls.clone()) {
            session.starttls(tls, &hello).await?;
        }
        if let Some(SignIn { user, password }) = self.settings.sign_in.clone() {
            let known = [Mechanism::Plain, Mechanism::Login];
            session
                .auth(&known, &Credentials::new(user, password))
                .await?;
        }
        Ok(session)
    }

    fn rested(&self) -> Option<Box<AsyncSmtpConnection>> {
        let mut resting = self
            .resting
            .lock()
            .unwrap_or_else(|poisoned| poisoned.into_inner());
        resting.retain(|(since, _)| since.elapsed() < REST);
        resting.pop().map(|(_, session)| session)
    }

    fn rest(&self, session: Box<AsyncSmtpConnection>) {
        let mut resting = self
            .resting
            .lock()
            .unwrap_or_else(|poisoned| poisoned.into_inner());
        if resting.len() < KEPT {
            resting.push((Instant::now(), session));
        }
    }
}

/// Whom to believe, for this host's name only.
fn trust(settings: &SmtpSettings) -> Result<TlsParameters, Error> {
    let mut builder = TlsParameters::builder(settings.host.clone());
    if let Some(pem) = &settings.authority {
        builder = builder.add_root_certificate(Certificate::from_pem(pem)?);
    }
    builder.build()
}

/// Of an answer to the message: 4xx is worth another try, 5xx is not.
fn judge(error: &Error) -> Outcome {
    match error.status() {
        Some(code) if error.is_permanent() => Outcome::Refused(Why::Answered(code.into())),
        Some(code) => Outcome::Retry(Why::Answered(code.into())),
        None => Outcome::Retry(without_code(error)),
    }
}

fn why_not_begun(error: &Error) -> Why {
    error
        .status()
        .map_or_else(|| without_code(error), |code| Why::NotLetIn(code.into()))
}

fn without_code(error: &Error) -> Why {
    let mut source = error.source();
    while let Some(cause) = source {
        // What rustls refuses comes as invalid data.
        if let Some(cause) = cause.downcast_ref::<io::Error>() {
            return match cause.kind() {
                io::ErrorKind::InvalidData => Why::Untrusted,
                io::ErrorKind::TimedOut => Why::TooSlow,
                _ => Why::Unreachable,
            };
        }
        source = cause.source();
    }
    if error.is_tls() {
        Why::Untrusted
    } else if error.is_response() || error.is_client() {
        Why::Garbled
    } else {
        Why::Unreachable
    }
}
