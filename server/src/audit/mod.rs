//! The trace that each read and each write leaves (rules 35, 36).
//!
//! A write's entry commits with it; the entries of reads, of many requests together,
//! are on disk before the answers leave; refusals are entries too. Entries hold ids,
//! names of fields and codes, never a value. A sealer links committed entries into a
//! chain of keyed hashes, apart from the writers, so that none of them waits for it;
//! [`verify`] finds an entry that was changed, removed, inserted or moved.

mod chain;
mod entry;
mod log;
mod rows;
mod verify;

pub use chain::{Head, seal_pending};
pub use entry::{Entry, Outcome};
pub use log::ReadLog;
pub use rows::{
    AuditEntry, Column as AuditColumn, Entity as AuditEntity, Model as AuditRow, insert,
};
pub use verify::{Finding, Report, verify};
