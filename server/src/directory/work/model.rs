//! Why a service needs a curator.

use crate::codes;

codes! {
    /// Why something in the directory needs a curator.
    pub enum DirectoryTaskKind {
        /// It does not say what kind of help it is, or where: nobody finds it.
        Incomplete = "incomplete",
        /// Its source says something else now than when it was checked.
        SourceChanged = "source_changed",
        /// The service itself told something else than what was known.
        Answered = "answered",
        /// Nobody has checked it yet.
        Unverified = "unverified",
        /// It was checked too long ago (rule 81).
        Stale = "stale",
    }
}

codes! {
    /// What has become known of a service.
    pub enum MarkWhy {
        SourceChanged = "source_changed",
        Answered = "answered",
    }
}
