//! Changing one's own password. Every other session of the person ends: whoever knew
//! the old one is out.

use std::fmt;

use uuid::Uuid;
use zeroize::Zeroizing;

use super::entity::{EndReason, session};
use super::password::{PasswordFault, Verdict};
use super::session_end::end_where;
use super::throttle::{Attempt, Wait};
use super::users::judge_password;
use crate::access::{Act, Trace, Viewer};
use crate::error::{Fault, FieldCode, Refusal, Wrong};
use crate::people::entity::user;
use crate::store::prelude::*;

/// The present password and the next.
pub(super) struct PasswordChange {
    pub key: Uuid,
    pub current: Zeroizing<String>,
    pub next: Zeroizing<String>,
}

/// Neither password: what is printed here is hashed into the record of the client's key.
impl fmt::Debug for PasswordChange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PasswordChange")
    }
}

/// Changes it. Wrong guesses at the present one are counted and made to wait, as at sign-in:
/// a session left open is not a way to the password.
pub(super) async fn change(viewer: &Viewer, input: PasswordChange) -> Result<Uuid, Refusal> {
    // Asked once before the work: hashing inside a transaction would keep every other
    // writer waiting, and a retry must not be told that its present password is wrong.
    drop(viewer.begin(Act::OwnAccount, input.key, &input).await?);
    let me = viewer
        .select::<user::Entity>()
        .by_id(viewer.user())
        .one()
        .await?
        .ok_or(Refusal::NotFound)?;
    check_current(viewer, &me, &input).await?;
    let app = viewer.app();
    judge_password(app, me.org_id, &me.email, &me.display_name, &input.next)
        .await
        .map_err(at_next)?;
    if *input.next == *input.current {
        let message = "This is your present password.";
        return Err(Wrong::at("next", FieldCode::NotAllowedHere, message).into());
    }
    let hash = app
        .passwords()
        .hash(&input.next)
        .await
        .map_err(password_fault)?;

    let mut tx = viewer.begin(Act::OwnAccount, input.key, &input).await?;
    let grant = tx.may()?;
    let row = tx.find::<user::Entity>(me.id).await?;
    if row.password_hash != me.password_hash {
        return Err(wrong_current().into());
    }
    let changed = user::ActiveModel {
        password_hash: Set(hash),
        version: Set(row.version.saturating_add(1)),
        ..row.into_active_model()
    };
    tx.update(&grant, changed).await?;
    let others = Condition::all()
        .add(session::Column::UserId.eq(me.id))
        .add(session::Column::Id.ne(viewer.session()));
    end_where(&mut tx, &grant, others, EndReason::PasswordChanged).await?;
    tx.about(Trace {
        kind: "user",
        id: me.id,
        case: None,
    });
    tx.commit(me.id).await
}

async fn check_current(
    viewer: &Viewer,
    me: &user::Model,
    input: &PasswordChange,
) -> Result<(), Refusal> {
    let counted = Attempt::of_user(viewer.app(), me.id);
    if let Err(Wait(seconds)) = counted.count(viewer.app()).await? {
        let message = format!("Too many wrong tries. Wait {seconds} seconds.");
        return Err(Wrong::at("current", FieldCode::NotAllowedHere, message).into());
    }
    let checked = viewer
        .app()
        .passwords()
        .verify(&input.current, Some(&me.password_hash))
        .await;
    match checked.map_err(password_fault)? {
        Verdict::Right { .. } => counted.forgive(viewer.app()).await,
        Verdict::Wrong => {
            viewer
                .note_refusal(Act::OwnAccount, Some(me.id), "wrong_password")
                .await?;
            Err(wrong_current().into())
        }
    }
}

fn wrong_current() -> Wrong {
    Wrong::at(
        "current",
        FieldCode::NotAllowedHere,
        "This is not your present password.",
    )
}

fn at_next(refusal: Refusal) -> Refusal {
    match refusal {
        Refusal::Invalid(wrong) => {
            let next = |wrong| Wrong {
                path: vec!["next".to_owned()],
                ..wrong
            };
            Refusal::Invalid(wrong.into_iter().map(next).collect())
        }
        other => other,
    }
}

fn password_fault(fault: PasswordFault) -> Refusal {
    match fault {
        PasswordFault::Busy => {
            let message = "Many people are signing in at this moment. Try again in a few seconds.";
            Wrong::at("current", FieldCode::NotAllowedHere, message).into()
        }
        PasswordFault::Cost(_) | PasswordFault::Broken => {
            Fault::Broken("a password could not be checked").into()
        }
    }
}
