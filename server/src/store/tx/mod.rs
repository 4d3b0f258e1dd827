//! Changes: one transaction that carries the change, its audit entry, its mail, its
//! board row and its client key, so that all of it is there after a crash or none.

mod client_key;
mod derived;
mod find;
mod write;

use std::sync::Arc;

use chrono::{DateTime, Utc};
use sea_orm::DatabaseTransaction;
use uuid::Uuid;

use super::Reader;
use crate::access::{Act, CasePermit, Grant, Trace, Viewer};
use crate::audit::{self, Entry, Outcome};
use crate::error::{Fault, Refusal};
use crate::outbox::{self, Template};
use crate::vault::{DataKey, Purpose, SealedBytes};

/// A row that people change, and that carries the number of its version.
pub trait Versioned {
    /// The version now.
    fn version(&self) -> i32;
}

/// One change under way. Dropped without [`commit`](Self::commit), nothing of it stays.
pub struct Tx {
    viewer: Viewer,
    act: Act,
    key: Uuid,
    input_hash: Vec<u8>,
    inner: DatabaseTransaction,
    now: DateTime<Utc>,
    entry: Entry,
    finished: Vec<Entry>,
    holds_a_case: bool,
}

impl Tx {
    pub(crate) async fn begin(
        viewer: &Viewer,
        act: Act,
        key: Uuid,
        input: &(impl std::fmt::Debug + Sync),
    ) -> Result<Self, Refusal> {
        viewer.give_back().await;
        let inner = viewer.app().store().unscoped_begin().await?;
        let tx = Self {
            viewer: viewer.clone(),
            act,
            key,
            // Inputs are plain values; their debug form is a faithful and stable text of them.
            // Keyed, since a short input could be found by trying (rule 38).
            input_hash: viewer
                .app()
                .keyring()
                .purpose(Purpose::ClientInput)
                .mac(&[format!("{input:?}").as_bytes()])
                .to_vec(),
            now: viewer.app().clock().now(),
            entry: Entry::of(viewer, act.code(), Outcome::Done),
            finished: Vec::new(),
            holds_a_case: false,
            inner,
        };
        tx.refuse_replay().await?;
        Ok(tx)
    }

    /// The statements of this transaction, counted with the request's.
    pub(crate) fn reader(&self) -> Reader<'_, DatabaseTransaction> {
        Reader::new(&self.inner, self.viewer.statement_counter())
    }

    /// Whether a grant is one for this act, here.
    pub(crate) fn check(&self, grant: &Grant) -> Result<(), Refusal> {
        if grant.act() == self.act && grant.org() == self.viewer.org() {
            Ok(())
        } else {
            Err(Fault::Broken("a grant for another act or organisation").into())
        }
    }

    /// Who changes.
    pub fn viewer(&self) -> &Viewer {
        &self.viewer
    }

    /// The one instant of this change.
    pub fn now(&self) -> DateTime<Utc> {
        self.now
    }

    /// An id for a new row.
    pub fn new_id(&self) -> Uuid {
        self.viewer.app().clock().new_id()
    }

    /// Asks the policy for an act in one's organisation.
    pub fn may(&self) -> Result<Grant, Refusal> {
        self.viewer.may(self.act)
    }

    /// The case `id` with a grant for this act, locked until the end of this transaction;
    /// out of reach it is not found.
    pub async fn case(&mut self, id: Uuid) -> Result<CasePermit, Refusal> {
        Box::pin(async move {
            let permit = CasePermit::hold(&self.viewer, &self.reader(), id)
                .await?
                .ok_or(Refusal::NotFound)?;
            self.holds_a_case = true;
            let permit = permit.allowing(&self.viewer, self.act)?;
            self.turn_to(id);
            Ok(permit)
        })
        .await
    }

    /// From here on this change is about `case`. What it has done on another one before is in
    /// that case's history, with an entry of its own.
    pub fn turn_to(&mut self, case: Uuid) {
        if self.entry.target.is_some() && self.entry.case != Some(case) {
            let next = Entry::of(&self.viewer, self.act.code(), Outcome::Done);
            self.finished.push(std::mem::replace(&mut self.entry, next));
        }
        self.entry.case = Some(case);
    }

    /// A new key for a new owner of sealed values (a case, a request), kept wrapped.
    pub async fn new_key(&self, owner: Uuid, org: Uuid) -> Result<Arc<DataKey>, Refusal> {
        let key = DataKey::generate();
        let wrapped = self.viewer.app().keyring().wrap(&key, owner)?;
        crate::app::keys::insert(&self.reader(), owner, org, &wrapped, self.now).await?;
        Ok(Arc::new(key))
    }

    /// Says in the audit entry what this change is about, when no row says it itself.
    pub fn about(&mut self, trace: Trace) {
        self.entry.touched(Some(trace));
    }

    /// Says in the audit entry that a field was shown.
    pub fn shown(&mut self, field: &'static str) {
        self.entry.changed(field);
    }

    /// The id of the audit entry: the place for which its reason is sealed.
    pub fn entry_id(&self) -> Uuid {
        self.entry.id
    }

    /// Keeps the reason that was given, sealed under the case's key.
    pub fn reason(&mut self, sealed: SealedBytes) {
        self.entry.reason = Some(sealed);
    }

    /// Sends mail when, and only when, this change commits. It says nothing (rule 122).
    pub async fn mail(
        &mut self,
        grant: &Grant,
        to: Uuid,
        template: Template,
        link: &str,
    ) -> Result<(), Refusal> {
        self.check(grant)?;
        outbox::enqueue(
            &self.reader(),
            self.new_id(),
            self.viewer.org(),
            to,
            template,
            link,
            self.now,
        )
        .await
    }

    /// Sends a question to `address`, of somebody without an account, when, and only when, this
    /// change commits. It says nothing; its number is `id`.
    pub async fn question(
        &mut self,
        grant: &Grant,
        id: Uuid,
        address: &str,
    ) -> Result<(), Refusal> {
        self.check(grant)?;
        let by = self.viewer.user();
        outbox::enqueue_question(&self.reader(), id, self.viewer.org(), by, address, self.now).await
    }

    /// Commits everything. The answer to a retry with the same key is `result` again.
    pub async fn commit(mut self, result: Uuid) -> Result<Uuid, Refusal> {
        Box::pin(async move {
            self.remember(result).await?;
            // A case that was looked at last and left as it was has nothing to tell.
            if self.finished.is_empty() || self.entry.target.is_some() {
                self.finished.push(self.entry.clone());
            }
            audit::insert(&self.reader(), &self.finished).await?;
            self.inner.commit().await?;
            Ok(result)
        })
        .await
    }
}
