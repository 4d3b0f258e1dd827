//! Access tokens (signed, ten minutes, naming a session) and refresh tokens (random, kept hashed).
//!
//! An access token says who asks and in which session; what that person may do is read
//! from the database on each request. It carries no name, address or role.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use chrono::{DateTime, Duration, Utc};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::clock::{Clock, random};
use crate::vault::Keyring;

/// How long an access token is good for; also the longest that one is believed.
pub const ACCESS_MINUTES: i64 = 10;
/// RFC 9068: keeps any other kind of token signed by the same key from passing as one of these.
const TYPE: &str = "at+jwt";
/// Servers' clocks may differ by this much.
const SKEW_SECONDS: i64 = 5;
/// Ours are about 350 bytes; nothing longer is worth parsing.
const MOST_BYTES: usize = 1_024;

#[derive(Serialize, Deserialize)]
struct Claims {
    iss: String,
    aud: String,
    sub: Uuid,
    sid: Uuid,
    jti: Uuid,
    iat: i64,
    exp: i64,
}

/// Whom a valid access token names. Both are still to be looked up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Named {
    /// `app_user.id`.
    pub user: Uuid,
    /// `user_session.id`.
    pub session: Uuid,
}

/// A new access token.
pub struct AccessToken {
    /// The compact JWS. A secret.
    pub text: Zeroizing<String>,
    /// When it ends.
    pub expires_at: DateTime<Utc>,
}

/// Not a token of ours, or no longer. One answer for every reason, so that a forger learns nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a valid access token")]
pub struct NotValid;

/// A token could not be signed: the keys are at fault.
#[derive(Debug, thiserror::Error)]
#[error("an access token could not be signed")]
pub struct CannotSign;

/// Signs and checks access tokens.
#[derive(Clone)]
pub struct AccessTokens {
    keyring: Keyring,
    clock: Clock,
    issuer: String,
}

impl AccessTokens {
    /// `issuer` is the public address of this installation: both `iss` and `aud`, since
    /// it is the only one that takes its tokens.
    pub fn new(keyring: Keyring, clock: Clock, issuer: String) -> Self {
        Self {
            keyring,
            clock,
            issuer,
        }
    }

    /// Signs a token for a session.
    pub fn issue(&self, named: Named) -> Result<AccessToken, CannotSign> {
        let now = self.clock.now();
        let expires_at = now + Duration::minutes(ACCESS_MINUTES);
        let key = self.keyring.signing_key();
        let header = Header {
            typ: Some(TYPE.to_owned()),
            kid: Some(key.kid().to_string()),
            ..Header::new(Algorithm::EdDSA)
        };
        let claims = Claims {
            iss: self.issuer.clone(),
            aud: self.issuer.clone(),
            sub: named.user,
            sid: named.session,
            jti: self.clock.new_id(),
            iat: now.timestamp(),
            exp: expires_at.timestamp(),
        };
        let text = jsonwebtoken::encode(&header, &claims, &EncodingKey::from_ed_der(key.pkcs8()));
        Ok(AccessToken {
            text: Zeroizing::new(text.map_err(|_| CannotSign)?),
            expires_at,
        })
    }

    /// Checks signature (EdDSA, nothing else), type, issuer, audience and times.
    pub fn verify(&self, token: &str) -> Result<Named, NotValid> {
        if token.len() > MOST_BYTES {
            return Err(NotValid);
        }
        let header = jsonwebtoken::decode_header(token).map_err(|_| NotValid)?;
        if header.typ.as_deref() != Some(TYPE) {
            return Err(NotValid);
        }
        let kid = header
            .kid
            .and_then(|kid| kid.parse().ok())
            .ok_or(NotValid)?;
        let key = self.keyring.verifying_key(kid).ok_or(NotValid)?;
        let mut rules = Validation::new(Algorithm::EdDSA);
        rules.set_issuer(&[&self.issuer]);
        rules.set_audience(&[&self.issuer]);
        rules.set_required_spec_claims(&["iss", "aud", "sub", "exp"]);
        // Times are checked below, by the clock that the rest of the server goes by.
        rules.validate_exp = false;
        let decoded =
            jsonwebtoken::decode::<Claims>(token, &DecodingKey::from_ed_der(&key), &rules);
        let claims = decoded.map_err(|_| NotValid)?.claims;
        let now = self.clock.now().timestamp();
        let lifetime = claims.exp.saturating_sub(claims.iat);
        let live = claims.iat <= now.saturating_add(SKEW_SECONDS)
            && now < claims.exp
            && (0..=ACCESS_MINUTES * 60).contains(&lifetime);
        if live {
            Ok(Named {
                user: claims.sub,
                session: claims.sid,
            })
        } else {
            Err(NotValid)
        }
    }
}

/// 256 random bits that prolong a session once. Only its hash is kept.
pub struct RefreshToken {
    /// What the holder sends back. A secret.
    pub text: Zeroizing<String>,
    /// What the database keeps (`refresh_token.hash`).
    pub hash: [u8; 32],
}

impl RefreshToken {
    /// A new one.
    pub fn generate() -> Self {
        let bytes = Zeroizing::new(random::<32>());
        Self {
            text: Zeroizing::new(BASE64.encode(bytes.as_slice())),
            hash: Sha256::digest(bytes.as_slice()).into(),
        }
    }

    /// The hash under which a token that was sent would be stored; none if it cannot be one.
    /// A plain hash is enough: 256 random bits cannot be guessed from it.
    pub fn hash_of(text: &str) -> Option<[u8; 32]> {
        let mut bytes = Zeroizing::new([0; 32]);
        let length = BASE64.decode_slice(text, bytes.as_mut_slice()).ok()?;
        (length == 32).then(|| Sha256::digest(bytes.as_slice()).into())
    }
}

#[cfg(test)]
#[path = "token_tests.rs"]
mod tests;
