//! Leaving the together view: the session gets its reach back for the PIN it was narrowed with.
//!
//! A try is counted before its PIN is looked at, so that many at once get no further than one
//! after another. With the last of them the session ends: whoever holds the device signs in.

mod graphql;

use std::fmt;

use uuid::Uuid;
use zeroize::Zeroizing;

use super::entity::{EndReason, session, together_view};
use super::password::{PasswordFault, Verdict};
use super::session::{Happening, end, note};
use crate::access::{Act, Viewer};
use crate::app::App;
use crate::audit::Outcome;
use crate::error::{FieldCode, Refusal, Wrong};
use crate::store::UnscopedTx;
use crate::store::prelude::*;

pub use graphql::{TogetherLeaveMutation, TogetherLeaveResult};

/// So many PINs may be tried.
const MOST_TRIES: i32 = 5;

/// The PIN, to leave.
pub(super) struct TogetherLeave {
    pub key: Uuid,
    pub pin: Zeroizing<String>,
}

/// Not the PIN: what is printed here is hashed into the record of the client's key.
impl fmt::Debug for TogetherLeave {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TogetherLeave")
    }
}

/// Leaves it. Returns the view's row.
pub(super) async fn leave(viewer: &Viewer, input: TogetherLeave) -> Result<Uuid, Refusal> {
    // A retry of one that was right is answered here, when the session is not in it any more.
    drop(viewer.begin(Act::TogetherLeave, input.key, &input).await?);
    viewer.may(Act::TogetherLeave)?;
    let view = viewer.together().ok_or(Refusal::NotFound)?;
    let row = viewer.select::<together_view::Entity>().by_id(view.id);
    let row = row.one().await?.ok_or(Refusal::NotFound)?;
    viewer.give_back().await;
    let app = viewer.app();
    let tries = count(app, view.id).await?;
    if tries > MOST_TRIES || !is_right(app, &input, &row).await? {
        let target = Some(row.id);
        viewer
            .note_refusal(Act::TogetherLeave, target, "wrong_pin")
            .await?;
        if tries >= MOST_TRIES {
            end_session(viewer).await?;
        }
        return Err(wrong("This is not the PIN.").into());
    }
    let mut tx = viewer.begin(Act::TogetherLeave, input.key, &input).await?;
    let grant = tx.may()?;
    let mut left = row.into_active_model();
    left.left_at = Set(Some(tx.now()));
    tx.update(&grant, left).await?;
    tx.commit(view.id).await
}

/// Whether it is the PIN. That too many are signing in at this moment is not held against it.
async fn is_right(
    app: &App,
    input: &TogetherLeave,
    row: &together_view::Model,
) -> Result<bool, Refusal> {
    let verdict = app.passwords().verify(&input.pin, Some(&row.pin_hash));
    match verdict.await {
        Ok(verdict) => Ok(verdict != Verdict::Wrong),
        Err(PasswordFault::Busy) => {
            uncount(app, row.id).await?;
            Err(wrong("Try again in a few seconds.").into())
        }
        Err(fault) => Err(fault.into()),
    }
}

fn wrong(message: &str) -> Wrong {
    Wrong::at("pin", FieldCode::NotAllowedHere, message)
}

/// Counts a try; tells which one it is.
async fn count(app: &App, view: Uuid) -> Result<i32, Refusal> {
    let tx = app.store().unscoped_begin().await?;
    add(&tx, view, 1).await?;
    let row = together_view::Entity::find_by_id(view).one(&tx).await?;
    tx.commit().await?;
    Ok(row.ok_or(Refusal::NotFound)?.tries)
}

/// Takes a try back that was not looked at.
async fn uncount(app: &App, view: Uuid) -> Result<(), Refusal> {
    let tx = app.store().unscoped_begin().await?;
    add(&tx, view, -1).await?;
    Ok(tx.commit().await?)
}

async fn add(tx: &UnscopedTx, view: Uuid, tries: i32) -> Result<(), Refusal> {
    let counted = Expr::col(together_view::Column::Tries).add(tries);
    together_view::Entity::update_many()
        .col_expr(together_view::Column::Tries, counted)
        .filter(together_view::Column::Id.eq(view))
        .exec(tx)
        .await?;
    Ok(())
}

async fn end_session(viewer: &Viewer) -> Result<(), Refusal> {
    let (app, reason) = (viewer.app(), EndReason::WrongPin);
    let tx = app.store().unscoped_begin().await?;
    let which = session::Column::Id.eq(viewer.session()).into_condition();
    end(app, &tx, which, reason).await?;
    let happening = Happening {
        org: viewer.org(),
        actor: Some(viewer.user()),
        user: Some(viewer.user()),
        session: Some(viewer.session()),
        request: viewer.request(),
        act: "session_end",
        outcome: Outcome::Done,
        why: Some(reason.code()),
    };
    note(app, &tx, happening).await?;
    tx.commit().await?;
    Ok(())
}
