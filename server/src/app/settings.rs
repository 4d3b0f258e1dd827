//! What a running server needs to know. The command line makes it from file,
//! environment and flags; tests make it by hand.

use std::path::PathBuf;

use crate::accounts::password::HashCost;
use crate::cases::model::State;
use crate::outbox::MailSettings;
use crate::releases::ReleaseDays;
use crate::store::StoreSettings;
use crate::vault::KeySource;

/// Where it runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Introspection for those signed in, free documents.
    Development,
    /// Trusted documents for browsers, no introspection.
    Production,
}

/// How a server is set up.
#[derive(Clone)]
pub struct Settings {
    /// Database.
    pub store: StoreSettings,
    /// Keys.
    pub keys: KeySource,
    /// From whom mail comes and which way it leaves.
    pub mail: MailSettings,
    /// What a password hash costs.
    pub hash: HashCost,
    /// The folder for what is no database: mail files and the like.
    pub data: PathBuf,
    /// Where people reach the site, without a slash at the end. Links in mail begin with it.
    pub public_url: String,
    /// Where it runs.
    pub mode: Mode,
    /// Invented data, demo sign-ins and the mailbox page.
    pub demo: bool,
    /// The neutral title of every page (rule 123).
    pub title: String,
    /// The organisation whose directory everybody may read as HSDS, by name (rule 79).
    pub public_directory: Option<String>,
    /// Days after which a service that nobody checked again is stale (rule 81).
    pub stale_after_days: u32,
    /// Where "Leave now" goes (rule 121).
    pub leave_url: String,
    /// How long releases last (rule 13).
    pub release_days: ReleaseDays,
    /// States in which a subpoena does nothing, whatever counsel says (rule 22).
    pub subpoena_never: Vec<State>,
}
