//! From whom mail comes and which way it leaves.

use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::{Args, ValueEnum};
use lettre::message::Mailbox;

use super::ConfigFault;
use crate::outbox::{MailSettings, Security, SignIn, SmtpSettings, Way};

/// How the connection to the mail server is encrypted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SmtpSecurity {
    /// From the first byte (port 465)
    Tls,
    /// By STARTTLS before anything is said (port 587)
    Starttls,
    /// Not at all: only for a mail catcher on the same machine or network of containers
    None,
}

/// Mail options.
#[derive(Args, Clone, Debug)]
#[command(next_help_heading = "Mail")]
pub struct MailOptions {
    /// From whom: a neutral name and address
    #[arg(
        long,
        env = "TRELLIS_MAIL_FROM",
        value_name = "NAME <ADDRESS>",
        default_value = "Notes <notes@localhost.example>",
        global = true
    )]
    pub mail_from: String,
    /// Mail server; without one, messages become .eml files in mail/ in the data folder
    #[arg(long, env = "TRELLIS_SMTP_HOST", value_name = "HOST", global = true)]
    pub smtp_host: Option<String>,
    /// Its port; without it, 465 for tls, 587 for starttls, 25 for none
    #[arg(long, env = "TRELLIS_SMTP_PORT", value_name = "PORT", global = true)]
    pub smtp_port: Option<u16>,
    /// How the connection is encrypted
    #[arg(
        long,
        env = "TRELLIS_SMTP_SECURITY",
        value_enum,
        default_value = "starttls",
        global = true
    )]
    pub smtp_security: SmtpSecurity,
    /// Account at the mail server
    #[arg(long, env = "TRELLIS_SMTP_USER", value_name = "NAME", global = true)]
    pub smtp_user: Option<String>,
    /// File that holds its password (or TRELLIS_SMTP_PASSWORD itself; never a flag)
    #[arg(
        long,
        env = "TRELLIS_SMTP_PASSWORD_FILE",
        value_name = "FILE",
        global = true
    )]
    pub smtp_password_file: Option<PathBuf>,
    /// Certificate authority (PEM) to trust beside those of the system
    #[arg(long, env = "TRELLIS_SMTP_CA_FILE", value_name = "FILE", global = true)]
    pub smtp_ca_file: Option<PathBuf>,
    /// Seconds for one message, from its first byte to its last
    #[arg(long, env = "TRELLIS_SMTP_DEADLINE", value_name = "SECONDS", default_value_t = 30, value_parser = clap::value_parser!(u64).range(1..=600), global = true)]
    pub smtp_deadline: u64,
}

impl MailOptions {
    pub(super) fn settings(&self, data: &Path) -> Result<MailSettings, ConfigFault> {
        let from: Mailbox = self.mail_from.parse().map_err(|_| {
            ConfigFault::new(
                "--mail-from",
                "not a name and an address",
                "Write it like: Notes <notes@your.host>",
            )
        })?;
        let way = match &self.smtp_host {
            None => Way::Files(data.join("mail")),
            Some(host) => Way::Smtp(Box::new(self.smtp(host, from.email.domain())?)),
        };
        Ok(MailSettings { from, way })
    }

    /// `hello` is the name to greet with: mail servers distrust `localhost`.
    fn smtp(&self, host: &str, hello: &str) -> Result<SmtpSettings, ConfigFault> {
        let (security, usual) = match self.smtp_security {
            SmtpSecurity::Tls => (Security::Tls, 465),
            SmtpSecurity::Starttls => (Security::StartTls, 587),
            SmtpSecurity::None => (Security::None, 25),
        };
        let authority = self
            .smtp_ca_file
            .as_deref()
            .map(|file| read("--smtp-ca-file", file))
            .transpose()?;
        Ok(SmtpSettings {
            host: host.to_owned(),
            port: self.smtp_port.unwrap_or(usual),
            security,
            sign_in: self.sign_in()?,
            authority,
            hello: hello.to_owned(),
            deadline: Duration::from_secs(self.smtp_deadline),
        })
    }

    fn sign_in(&self) -> Result<Option<SignIn>, ConfigFault> {
        let Some(user) = self.smtp_user.clone() else {
            return Ok(None);
        };
        let password = match &self.smtp_password_file {
            Some(file) => String::from_utf8_lossy(&read("--smtp-password-file", file)?)
                .trim()
                .to_owned(),
            None => variable("TRELLIS_SMTP_PASSWORD").ok_or_else(|| {
                ConfigFault::new(
                    "--smtp-user",
                    "no password for it",
                    "Set TRELLIS_SMTP_PASSWORD or --smtp-password-file",
                )
            })?,
        };
        Ok(Some(SignIn { user, password }))
    }
}

#[allow(
    clippy::disallowed_methods,
    reason = "a secret has no flag; this is its place in the settings"
)]
fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

fn read(setting: &str, file: &Path) -> Result<Vec<u8>, ConfigFault> {
    std::fs::read(file).map_err(|error| {
        ConfigFault::new(
            setting,
            format!("{} cannot be read: {error}", file.display()),
            "Name a file that this user can read",
        )
    })
}
