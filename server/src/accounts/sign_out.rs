//! Signing out: the session of a token ends, on every server, with the next request.

use uuid::Uuid;

use super::entity::{EndReason, refresh_token, session};
use super::session::{Happening, end, note};
use super::token::RefreshToken;
use crate::app::App;
use crate::audit::Outcome;
use crate::error::Refusal;
use crate::people::entity::user;
use crate::store::prelude::*;

/// Ends the session that either token names. An access token that has run out still
/// names its session by the refresh token beside it. Tells whether there was one; a
/// client need not know, it is signed out either way.
pub async fn sign_out(
    app: &App,
    access: Option<&str>,
    refresh: Option<&str>,
    request: Uuid,
) -> Result<bool, Refusal> {
    let tx = app.store().unscoped_begin().await?;
    let named = access
        .and_then(|token| app.tokens().verify(token).ok())
        .map(|named| named.session);
    let named = match (named, refresh.and_then(RefreshToken::hash_of)) {
        (None, Some(hash)) => refresh_token::Entity::find()
            .filter(refresh_token::Column::Hash.eq(hash.to_vec()))
            .one(&tx)
            .await?
            .map(|token| token.session_id),
        (named, _) => named,
    };
    let Some(id) = named else { return Ok(false) };
    let which = session::Column::Id.eq(id).into_condition();
    let ended = end(app, &tx, which, EndReason::SignedOut).await? > 0;
    let owner = session::Entity::find_by_id(id).one(&tx).await?;
    let owner = match owner {
        Some(session) => user::Entity::find_by_id(session.user_id).one(&tx).await?,
        None => None,
    };
    if let (true, Some(user)) = (ended, owner) {
        let happening = Happening {
            org: user.org_id,
            actor: Some(user.id),
            user: Some(user.id),
            session: Some(id),
            request,
            act: "session_end",
            outcome: Outcome::Done,
            why: Some(EndReason::SignedOut.code()),
        };
        note(app, &tx, happening).await?;
    }
    tx.commit().await?;
    Ok(ended)
}
