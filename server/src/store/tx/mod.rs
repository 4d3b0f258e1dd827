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

    /// The case `id` with a grant for this act; out of reach it is not found.
    pub async fn case(&mut self, id: Uuid) -> Result<CasePermit, Refusal> {
        let permit = CasePermit::find(&self.viewer, &self.reader(), &[id])
            .await?
            .pop()
            .ok_or(Refusal::NotFound)?;
        let permit = permit.allowing(&self.viewer, self.act)?;
        self.entry.case = Some(id);
        Ok(permit)
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

    /// Commits everything. The answer to a retry with the same key is `result` again.
    pub async fn commit(self, result: Uuid) -> Result<Uuid, Refusal> {
        self.remember(result).await?;
        audit::insert(&self.reader(), std::slice::from_ref(&self.entry)).await?;
        self.inner.commit().await?;
        Ok(result)
    }
}
