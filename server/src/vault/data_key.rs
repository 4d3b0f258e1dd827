//! Data keys: one per case (or other owner), wrapped by the master key.

use aws_lc_rs::aead::{AES_256_GCM_SIV, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use uuid::Uuid;
use zeroize::Zeroizing;

use super::fault::VaultFault;
use super::ring::{Kid, Ring, Secret};
use crate::clock::random;

/// First byte of a wrapped key; another layout takes another number.
const VERSION: u8 = 1;

/// The key of one owner's values. Wiped when dropped; no `Debug`, no comparison.
pub struct DataKey(Secret);

impl DataKey {
    /// A fresh random key.
    pub fn generate() -> Self {
        Self(Zeroizing::new(random()))
    }

    pub(super) fn cipher(&self) -> Result<LessSafeKey, VaultFault> {
        cipher(&self.0)
    }
}

/// A data key as the database keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrappedKey {
    /// Version, nonce, ciphertext and tag: 61 bytes.
    pub bytes: Vec<u8>,
    /// The master key that opens it.
    pub kid: Kid,
}

/// AES-256-GCM-SIV: a nonce that by mischance comes twice tells only that two equal
/// values are equal, where GCM would lose its authentication key.
pub(super) fn cipher(key: &Secret) -> Result<LessSafeKey, VaultFault> {
    let key =
        UnboundKey::new(&AES_256_GCM_SIV, key.as_slice()).map_err(|_| VaultFault::DoesNotOpen)?;
    Ok(LessSafeKey::new(key))
}

/// Version, nonce, then ciphertext and tag.
pub(super) fn encrypt(
    key: &LessSafeKey,
    version: u8,
    aad: &[u8],
    plain: &[u8],
) -> Result<Vec<u8>, VaultFault> {
    let nonce: [u8; NONCE_LEN] = random();
    let mut body = Vec::with_capacity(plain.len().saturating_add(16));
    body.extend_from_slice(plain);
    key.seal_in_place_append_tag(
        Nonce::assume_unique_for_key(nonce),
        Aad::from(aad),
        &mut body,
    )
    .map_err(|_| VaultFault::TooLong)?;
    let mut sealed = Vec::with_capacity(1 + NONCE_LEN + body.len());
    sealed.push(version);
    sealed.extend_from_slice(&nonce);
    sealed.append(&mut body);
    Ok(sealed)
}

/// The reverse of [`encrypt`]; the plaintext is wiped when dropped.
pub(super) fn decrypt(
    key: &LessSafeKey,
    version: u8,
    aad: &[u8],
    sealed: &[u8],
) -> Result<Zeroizing<Vec<u8>>, VaultFault> {
    let (first, rest) = sealed.split_first().ok_or(VaultFault::DoesNotOpen)?;
    let (nonce, body) = rest
        .split_first_chunk::<NONCE_LEN>()
        .ok_or(VaultFault::DoesNotOpen)?;
    if *first != version {
        return Err(VaultFault::DoesNotOpen);
    }
    let mut buffer = Zeroizing::new(body.to_vec());
    let length = key
        .open_in_place(
            Nonce::assume_unique_for_key(*nonce),
            Aad::from(aad),
            &mut buffer,
        )
        .map_err(|_| VaultFault::DoesNotOpen)?
        .len();
    buffer.truncate(length);
    Ok(buffer)
}

/// Bound to the owner, so that swapping two wrapped keys in the database opens neither.
fn wrap_aad(id: Uuid, kid: Kid) -> Vec<u8> {
    let mut aad = b"trellis/data-key".to_vec();
    aad.extend_from_slice(id.as_bytes());
    aad.extend_from_slice(&kid.0.to_be_bytes());
    aad
}

/// Wraps `key` for its owner `id` under the current master key.
pub(super) fn wrap(ring: &Ring, key: &DataKey, id: Uuid) -> Result<WrappedKey, VaultFault> {
    let (kid, master) = ring.current_master();
    let bytes = encrypt(
        &cipher(master)?,
        VERSION,
        &wrap_aad(id, kid),
        key.0.as_slice(),
    )?;
    Ok(WrappedKey { bytes, kid })
}

/// Opens the wrapped key of owner `id`.
pub(super) fn unwrap(ring: &Ring, wrapped: &WrappedKey, id: Uuid) -> Result<DataKey, VaultFault> {
    let master = ring
        .master(wrapped.kid)
        .ok_or(VaultFault::UnknownMasterKey(wrapped.kid))?;
    let plain = decrypt(
        &cipher(master)?,
        VERSION,
        &wrap_aad(id, wrapped.kid),
        &wrapped.bytes,
    )?;
    let bytes = plain
        .as_slice()
        .try_into()
        .map_err(|_| VaultFault::DoesNotOpen)?;
    Ok(DataKey(Zeroizing::new(bytes)))
}
