//! What one may open of an owner of sealed values that is no case: a request, one's own
//! account, one's organisation. As with cases, there is no key without a grant.

use std::sync::Arc;

use uuid::Uuid;

use super::{Act, Grant, KeyParts, Viewer, Why};
use crate::app::keys;
use crate::error::{Fault, Refusal};
use crate::store::Tx;
use crate::vault::{DataKey, Place, SealedBytes};

/// A row that has a data key of its own, under its own id.
pub trait KeyOwner {
    /// The owner's id.
    fn key_owner(&self) -> Uuid;
}

/// A grant in one's organisation, with the key of one owner in it.
#[derive(Clone)]
pub struct OwnerPermit {
    owner: Uuid,
    grant: Grant,
    key: Option<Arc<DataKey>>,
}

impl OwnerPermit {
    /// From the columns that a query within scope has brought, if one may do `act`.
    pub fn from_parts(viewer: &Viewer, act: Act, parts: KeyParts) -> Result<Self, Refusal> {
        let grant = viewer.may(act)?;
        if parts.org != grant.org() {
            return Err(Refusal::NotFound);
        }
        Ok(Self {
            owner: parts.owner,
            grant,
            key: parts.unwrap(viewer)?,
        })
    }

    /// Of a row that this change has found within scope.
    pub async fn of(tx: &Tx, row: &impl KeyOwner) -> Result<Self, Refusal> {
        let (grant, owner) = (tx.may()?, row.key_owner());
        let key = keys::find(tx.viewer().app(), &tx.reader(), &[owner])
            .await?
            .pop()
            .ok_or(Fault::Broken("an owner without a key"))?;
        Ok(Self::with(grant, owner, Arc::new(key.1)))
    }

    /// Of a new owner that this change makes, with a new key.
    pub async fn made(tx: &Tx, owner: Uuid) -> Result<Self, Refusal> {
        let grant = tx.may()?;
        let key = tx.new_key(owner, grant.org()).await?;
        Ok(Self::with(grant, owner, key))
    }

    /// Of one's own account; its key is made on first use.
    pub async fn own_account(tx: &Tx) -> Result<Self, Refusal> {
        Self::found_or_made(tx, tx.may()?, tx.viewer().user()).await
    }

    /// Of one's organisation, for an act that was granted for one of its cases; its key is
    /// made on first use.
    pub async fn organisation(tx: &Tx, grant: Grant) -> Result<Self, Refusal> {
        tx.check(&grant)?;
        Self::found_or_made(tx, grant, grant.org()).await
    }

    /// Of one's organisation, to read what its teams share: for those who may do `act` to
    /// something. `None` while nothing has been sealed under its key.
    pub async fn shared(viewer: &Viewer, act: Act) -> Result<Option<Self>, Refusal> {
        let grant = viewer
            .grant_for_some(act)
            .ok_or(Refusal::Forbidden(Why::RoleMayNot))?;
        let org = viewer.org();
        let key = keys::find(viewer.app(), &viewer.reader(), &[org])
            .await?
            .pop();
        Ok(key.map(|(_, key)| Self::with(grant, org, Arc::new(key))))
    }

    async fn found_or_made(tx: &Tx, grant: Grant, owner: Uuid) -> Result<Self, Refusal> {
        let (app, reader) = (tx.viewer().app(), tx.reader());
        let key = match keys::find(app, &reader, &[owner]).await?.pop() {
            Some((_, key)) => key,
            None => {
                // Another request may be making it at this moment: the first one stays.
                keys::insert_if_absent(app, &reader, owner, grant.org(), tx.now()).await?;
                let found = keys::find(app, &reader, &[owner]).await?.pop();
                found
                    .ok_or(Fault::Broken("a key that was made and is not there"))?
                    .1
            }
        };
        Ok(Self::with(grant, owner, Arc::new(key)))
    }

    fn with(grant: Grant, owner: Uuid, key: Arc<DataKey>) -> Self {
        Self {
            owner,
            grant,
            key: Some(key),
        }
    }

    /// Whose key it is.
    pub fn owner(&self) -> Uuid {
        self.owner
    }

    /// The proof that a change takes.
    pub fn grant(&self) -> Grant {
        self.grant
    }

    fn key(&self) -> Result<&DataKey, Refusal> {
        self.key
            .as_deref()
            .ok_or(Refusal::Fault(Fault::KeyDestroyed))
    }

    /// Opens a sealed value.
    pub fn open(&self, place: Place, sealed: &SealedBytes) -> Result<String, Refusal> {
        Ok(crate::vault::open(self.key()?, place, sealed)?.to_string())
    }

    /// [`open`](Self::open) for a value that may be empty.
    pub fn open_some(
        &self,
        place: Place,
        sealed: Option<&SealedBytes>,
    ) -> Result<Option<String>, Refusal> {
        sealed.map(|sealed| self.open(place, sealed)).transpose()
    }

    /// Seals a value.
    pub fn seal(&self, place: Place, value: &str) -> Result<SealedBytes, Refusal> {
        Ok(crate::vault::seal(self.key()?, place, value)?)
    }

    /// [`seal`](Self::seal) for a value that may be empty.
    pub fn seal_some(
        &self,
        place: Place,
        value: Option<&str>,
    ) -> Result<Option<SealedBytes>, Refusal> {
        value.map(|value| self.seal(place, value)).transpose()
    }
}
