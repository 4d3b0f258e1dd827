//! What a session is made of, and when it is still one.

use chrono::{DateTime, Duration, Utc};
use uuid::Uuid;
use zeroize::Zeroizing;

use super::entity::{EndReason, SessionKind, refresh_token, session};
use super::token::{Named, RefreshToken};
use crate::app::App;
use crate::audit::{self, Entry, Outcome};
use crate::error::{Fault, Refusal};
use crate::store::UnscopedTx;
use crate::store::prelude::*;

/// Without use for so long, a session is over.
pub const IDLE_MINUTES: i64 = 30;
/// Used or not, a session is over after so long.
pub const ABSOLUTE_HOURS: i64 = 12;

/// What a successful sign-in or refresh hands out.
pub struct Tokens {
    /// Goes with every request. A secret.
    pub access: Zeroizing<String>,
    /// When it runs out.
    pub expires_at: DateTime<Utc>,
    /// Buys the next pair, once. A secret.
    pub refresh: Zeroizing<String>,
    /// When the session ends whatever happens.
    pub session_ends_at: DateTime<Utc>,
    /// Whose tokens these are.
    pub named: Named,
}

/// The condition under which a session is alive.
pub(super) fn alive(now: DateTime<Utc>) -> Condition {
    Condition::all()
        .add(session::Column::EndedAt.is_null())
        .add(session::Column::EndsAt.gt(now))
        .add(session::Column::LastUsedAt.gt(now - Duration::minutes(IDLE_MINUTES)))
}

/// Starts a session.
pub(super) async fn start(
    app: &App,
    tx: &UnscopedTx,
    user: Uuid,
    kind: SessionKind,
) -> Result<Tokens, Refusal> {
    let now = app.clock().now();
    let row = session::ActiveModel {
        id: Set(app.clock().new_id()),
        user_id: Set(user),
        kind: Set(kind),
        started_at: Set(now),
        last_used_at: Set(now),
        ends_at: Set(now + Duration::hours(ABSOLUTE_HOURS)),
        ended_at: Set(None),
        end_reason: Set(None),
    };
    let row = session::Entity::insert(row).exec_with_returning(tx).await?;
    let (_, tokens) = issue(app, tx, &row).await?;
    Ok(tokens)
}

/// A new pair of tokens for a session, and the id of the refresh token's row.
pub(super) async fn issue(
    app: &App,
    tx: &UnscopedTx,
    session: &session::Model,
) -> Result<(Uuid, Tokens), Refusal> {
    let refresh = RefreshToken::generate();
    let id = app.clock().new_id();
    let row = refresh_token::ActiveModel {
        id: Set(id),
        session_id: Set(session.id),
        hash: Set(refresh.hash.to_vec()),
        issued_at: Set(app.clock().now()),
        used_at: Set(None),
        revoked_at: Set(None),
        successor_id: Set(None),
    };
    refresh_token::Entity::insert(row)
        .exec_without_returning(tx)
        .await?;
    let named = Named {
        user: session.user_id,
        session: session.id,
    };
    let access = app
        .tokens()
        .issue(named)
        .map_err(|_| Fault::Broken("an access token could not be signed"))?;
    let tokens = Tokens {
        access: access.text,
        expires_at: access.expires_at,
        refresh: refresh.text,
        session_ends_at: session.ends_at,
        named,
    };
    Ok((id, tokens))
}

/// Ends those sessions for which `which` holds and that have not ended; tells how many.
/// Their refresh tokens and access tokens are worth nothing from this commit on.
pub(super) async fn end(
    app: &App,
    tx: &UnscopedTx,
    which: Condition,
    reason: EndReason,
) -> Result<u64, Refusal> {
    let ended = session::Entity::update_many()
        .col_expr(session::Column::EndedAt, Expr::value(app.clock().now()))
        .col_expr(session::Column::EndReason, Expr::value(reason.code()))
        .filter(which)
        .filter(session::Column::EndedAt.is_null())
        .exec(tx)
        .await?;
    Ok(ended.rows_affected)
}

/// What happened to an account, for the audit, by whom it concerns rather than a viewer.
pub(super) struct Happening {
    pub org: Uuid,
    pub actor: Option<Uuid>,
    pub user: Option<Uuid>,
    pub session: Option<Uuid>,
    pub request: Uuid,
    pub act: &'static str,
    pub outcome: Outcome,
    pub why: Option<&'static str>,
}

/// Writes it down, in the transaction in which it happened.
pub(super) async fn note(app: &App, tx: &UnscopedTx, what: Happening) -> Result<(), Refusal> {
    let entry = Entry {
        id: app.clock().new_id(),
        at: app.clock().now(),
        org: what.org,
        actor: what.actor,
        session: what.session,
        request: what.request,
        act: what.act,
        outcome: what.outcome,
        why: what.why,
        target_kind: Some("user"),
        target: what.user,
        case: None,
        ids: Vec::new(),
        fields: std::collections::BTreeSet::new(),
        reason: None,
    };
    audit::insert(tx, &[entry]).await
}
