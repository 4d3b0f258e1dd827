//! Prolonging a session: each refresh token buys one new pair, once.
//!
//! A token that comes again may be a copy in other hands, and nobody can tell which of
//! the two holders is the right one: the whole session ends. One case is different. A
//! client whose answer was lost on the way knows only its old token; as long as the
//! successor has never been used, the old one is taken once more, and the successor
//! that went astray is revoked.

use uuid::Uuid;

use super::entity::{EndReason, SessionKind, refresh_token, session};
use super::session::{Happening, Tokens, alive, end, issue, note};
use super::token::RefreshToken;
use crate::app::App;
use crate::audit::Outcome;
use crate::error::{Fault, Refusal};
use crate::people::entity::user::{self, UserStatus};
use crate::store::UnscopedTx;
use crate::store::prelude::*;

/// Why a session was not prolonged.
#[derive(Debug)]
pub enum RefreshRefusal {
    /// There is no live session for this token (any more).
    Ended,
    /// Our fault.
    Fault(Refusal),
}

impl<R: Into<Refusal>> From<R> for RefreshRefusal {
    fn from(refusal: R) -> Self {
        Self::Fault(refusal.into())
    }
}

/// What a token that was sent is worth.
enum Worth {
    /// Never used: the common case.
    Fresh,
    /// Used, but its answer was lost; the successor that nobody has used.
    Lost(refresh_token::Model),
    /// Used or revoked: a copy.
    Copy,
}

/// Trades a refresh token for a new pair. A browser's is only taken from its cookie, a
/// program's only from the body.
pub async fn refresh(
    app: &App,
    token: &str,
    kind: SessionKind,
    request: Uuid,
) -> Result<Tokens, RefreshRefusal> {
    let hash = RefreshToken::hash_of(token).ok_or(RefreshRefusal::Ended)?;
    let tx = app.store().unscoped_begin().await?;
    let (token, session, user) = find(app, &tx, &hash, kind)
        .await?
        .ok_or(RefreshRefusal::Ended)?;
    let now = app.clock().now();
    let happening = |act, outcome, why| Happening {
        org: user.org_id,
        actor: Some(user.id),
        user: Some(user.id),
        session: Some(session.id),
        request,
        act,
        outcome,
        why,
    };
    let lost = match worth(&tx, &token).await? {
        Worth::Fresh => None,
        Worth::Lost(successor) => Some(successor),
        Worth::Copy => {
            end(
                app,
                &tx,
                session::Column::Id.eq(session.id).into_condition(),
                EndReason::TokenReused,
            )
            .await?;
            note(
                app,
                &tx,
                happening(
                    "session_end",
                    Outcome::Done,
                    Some(EndReason::TokenReused.code()),
                ),
            )
            .await?;
            tx.commit().await?;
            tracing::warn!(%request, session = %session.id, "a refresh token came twice; its session was ended");
            return Err(RefreshRefusal::Ended);
        }
    };
    let (successor, tokens) = issue(app, &tx, &session).await?;
    match lost {
        None => {
            let spent = refresh_token::ActiveModel {
                used_at: Set(Some(now)),
                successor_id: Set(Some(successor)),
                ..token.into_active_model()
            };
            refresh_token::Entity::update(spent).exec(&tx).await?;
        }
        Some(astray) => {
            let revoked = refresh_token::ActiveModel {
                revoked_at: Set(Some(now)),
                successor_id: Set(Some(successor)),
                ..astray.into_active_model()
            };
            refresh_token::Entity::update(revoked).exec(&tx).await?;
        }
    }
    let used = session::ActiveModel {
        last_used_at: Set(now),
        ..session.clone().into_active_model()
    };
    session::Entity::update(used).exec(&tx).await?;
    note(app, &tx, happening("session_refresh", Outcome::Done, None)).await?;
    tx.commit().await?;
    Ok(tokens)
}

/// The token, its session if that is alive and its person if they are active. The
/// session is locked, so that two holders of one token come one after the other.
async fn find(
    app: &App,
    tx: &UnscopedTx,
    hash: &[u8; 32],
    kind: SessionKind,
) -> Result<Option<(refresh_token::Model, session::Model, user::Model)>, Refusal> {
    let by_hash =
        || refresh_token::Entity::find().filter(refresh_token::Column::Hash.eq(hash.to_vec()));
    let Some(first) = by_hash().one(tx).await? else {
        return Ok(None);
    };
    let live = session::Entity::find()
        .filter(session::Column::Id.eq(first.session_id))
        .filter(session::Column::Kind.eq(kind))
        .filter(alive(app.clock().now()));
    let live = if app.store().is_postgres() {
        live.lock_exclusive()
    } else {
        live
    };
    let Some(session) = live.one(tx).await? else {
        return Ok(None);
    };
    // Read again: another holder may have used it while we waited for the lock.
    let token = by_hash().one(tx).await?;
    let user = user::Entity::find()
        .filter(user::Column::Id.eq(session.user_id))
        .filter(user::Column::Status.eq(UserStatus::Active))
        .one(tx)
        .await?;
    Ok(token.zip(user).map(|(token, user)| (token, session, user)))
}

async fn worth(tx: &UnscopedTx, token: &refresh_token::Model) -> Result<Worth, Refusal> {
    if token.revoked_at.is_some() {
        return Ok(Worth::Copy);
    }
    if token.used_at.is_none() {
        return Ok(Worth::Fresh);
    }
    let successor = token
        .successor_id
        .ok_or(Fault::Broken("a spent token without a successor"))?;
    let successor = refresh_token::Entity::find_by_id(successor).one(tx).await?;
    Ok(match successor {
        Some(unused) if unused.used_at.is_none() && unused.revoked_at.is_none() => {
            Worth::Lost(unused)
        }
        _ => Worth::Copy,
    })
}
