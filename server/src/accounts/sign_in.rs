//! Signing in with name and password.
//!
//! Whether the account exists, is disabled or the password is wrong: one answer, by
//! the same steps. Each of them looks, hashes, counts and writes the same number of
//! times, because a difference of one write has been enough to tell accounts apart.

use std::net::IpAddr;

use unicode_normalization::UnicodeNormalization;
use uuid::Uuid;
use zeroize::Zeroizing;

use super::entity::SessionKind;
use super::password::{PasswordFault, Verdict};
use super::session::{Happening, Tokens, note, start};
use super::throttle::{Attempt, Wait};
use crate::app::App;
use crate::audit::Outcome;
use crate::error::{Fault, Refusal};
use crate::people::entity::user::{self, UserStatus};
use crate::store::prelude::*;

/// A try at signing in. No `Debug`: it holds a password.
pub struct SignIn {
    /// The e-mail address, as typed.
    pub login: String,
    /// The password, as typed.
    pub password: Zeroizing<String>,
    /// What will hold the tokens.
    pub kind: SessionKind,
    /// The address it comes from.
    pub from: IpAddr,
    /// The request's id.
    pub request: Uuid,
}

/// Why nobody was signed in.
#[derive(Debug)]
pub enum SignInRefusal {
    /// No such account, disabled, or a wrong password. Which of them is not said.
    Refused,
    /// Too many failures; so many seconds to wait.
    TooManyTries(u64),
    /// Too many are signing in at this moment.
    Busy,
    /// Our fault.
    Fault(Refusal),
}

impl From<Refusal> for SignInRefusal {
    fn from(refusal: Refusal) -> Self {
        Self::Fault(refusal)
    }
}

/// The form under which a sign-in name is looked up (`app_user.login_key`).
pub fn login_key(login: &str) -> String {
    login
        .trim()
        .nfkc()
        .flat_map(char::to_lowercase)
        .nfkc()
        .collect()
}

/// Checks name and password and starts a session.
pub async fn sign_in(app: &App, attempt: SignIn) -> Result<Tokens, SignInRefusal> {
    let key = login_key(&attempt.login);
    let counted = Attempt::new(app, &key, attempt.from);
    if let Err(Wait(seconds)) = counted.count(app).await? {
        tracing::warn!(request = %attempt.request, seconds, "a sign-in has to wait after failures");
        return Err(SignInRefusal::TooManyTries(seconds));
    }
    let found = user::Entity::find()
        .filter(user::Column::LoginKey.eq(key))
        .one(&app.store().unscoped_reader())
        .await
        .map_err(Refusal::from)?;
    let stored = found.as_ref().map(|user| user.password_hash.as_str());
    let verdict = app
        .passwords()
        .verify(&attempt.password, stored)
        .await
        .map_err(password_fault)?;
    match (verdict, found) {
        (Verdict::Right { outdated }, Some(user)) if user.status == UserStatus::Active => {
            admit(app, &attempt, &counted, user, outdated).await
        }
        (Verdict::Right { .. }, user) => refuse(app, &attempt, user, "disabled").await,
        (Verdict::Wrong, user) => refuse(app, &attempt, user, "wrong_password").await,
    }
}

async fn admit(
    app: &App,
    attempt: &SignIn,
    counted: &Attempt,
    user: user::Model,
    outdated: bool,
) -> Result<Tokens, SignInRefusal> {
    let raised = match outdated {
        true => Some(
            app.passwords()
                .hash(&attempt.password)
                .await
                .map_err(password_fault)?,
        ),
        false => None,
    };
    let tx = app.store().unscoped_begin().await.map_err(Refusal::from)?;
    counted.succeed(app, &tx).await?;
    if let Some(hash) = raised {
        user::Entity::update_many()
            .col_expr(user::Column::PasswordHash, Expr::value(hash))
            .filter(user::Column::Id.eq(user.id))
            // Should it have been changed in the meantime, the new one stays.
            .filter(user::Column::PasswordHash.eq(user.password_hash))
            .exec(&tx)
            .await
            .map_err(Refusal::from)?;
    }
    let tokens = start(app, &tx, user.id, attempt.kind).await?;
    let happening = Happening {
        org: user.org_id,
        actor: Some(user.id),
        user: Some(user.id),
        session: Some(tokens.named.session),
        request: attempt.request,
        act: "sign_in",
        outcome: Outcome::Done,
        why: None,
    };
    note(app, &tx, happening).await?;
    tx.commit().await.map_err(Refusal::from)?;
    Ok(tokens)
}

/// Writes an entry for unknown names too, under no organisation: the same work, and a
/// search for accounts shows in the trail.
async fn refuse(
    app: &App,
    attempt: &SignIn,
    user: Option<user::Model>,
    why: &'static str,
) -> Result<Tokens, SignInRefusal> {
    let tx = app.store().unscoped_begin().await.map_err(Refusal::from)?;
    let happening = Happening {
        org: user.as_ref().map_or(Uuid::nil(), |user| user.org_id),
        actor: None,
        user: user.as_ref().map(|user| user.id),
        session: None,
        request: attempt.request,
        act: "sign_in",
        outcome: Outcome::Refused,
        why: Some(if user.is_some() {
            why
        } else {
            "unknown_account"
        }),
    };
    note(app, &tx, happening).await?;
    tx.commit().await.map_err(Refusal::from)?;
    Err(SignInRefusal::Refused)
}

fn password_fault(fault: PasswordFault) -> SignInRefusal {
    match fault {
        PasswordFault::Busy => SignInRefusal::Busy,
        PasswordFault::Cost(_) | PasswordFault::Broken => {
            Fault::Broken("a password could not be checked").into()
        }
    }
}

impl From<Fault> for SignInRefusal {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault.into())
    }
}
