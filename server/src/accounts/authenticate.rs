//! From an access token to a viewer, on every request.
//!
//! The token says which session; everything else is read now, in one statement: that
//! the session is alive, that the person is active, and which roles they hold. So a
//! sign-out, a disabling or another role holds from the next request on, and so does that the
//! session was narrowed to the together view, on every server and after a restart.

use std::sync::Arc;

use chrono::Duration;
use uuid::Uuid;

use super::entity::{SessionKind, session, together_view};
use super::session::alive;
use crate::access::{Locale, Role, Together, Viewer, Who};
use crate::app::App;
use crate::error::Refusal;
use crate::people::entity::user::UserStatus;
use crate::people::entity::{role_grant, user};
use crate::store::prelude::*;

/// A session's last use is written down no more often than this: often enough to find
/// thirty idle minutes, seldom enough not to turn every read into a write.
const TOUCH_AFTER_SECONDS: i64 = 60;

/// Why nobody is behind a request.
#[derive(Debug)]
pub enum AuthFault {
    /// The token is not ours, has run out, or names a session that is over. Not said which.
    NotSignedIn,
    /// Our fault.
    Fault(Refusal),
}

impl<R: Into<Refusal>> From<R> for AuthFault {
    fn from(refusal: R) -> Self {
        Self::Fault(refusal.into())
    }
}

#[derive(FromQueryResult)]
struct Row {
    org_id: Uuid,
    locale: Locale,
    last_used_at: chrono::DateTime<chrono::Utc>,
    role: Option<Role>,
    view_id: Option<Uuid>,
    view_case: Option<Uuid>,
    view_plan: Option<Uuid>,
}

impl Row {
    fn together(&self) -> Option<Together> {
        Some(Together {
            id: self.view_id?,
            case: self.view_case?,
            plan: self.view_plan?,
        })
    }
}

/// The viewer behind an access token. A browser's token is only taken from a cookie,
/// and a program's only from its header: out of its place, a token is a stolen one.
pub async fn authenticate(
    app: &App,
    token: &str,
    kind: SessionKind,
    request: Uuid,
) -> Result<Viewer, AuthFault> {
    let named = app
        .tokens()
        .verify(token)
        .map_err(|_| AuthFault::NotSignedIn)?;
    let now = app.clock().now();
    let query = Query::select()
        .column((user::Entity, user::Column::OrgId))
        .column((user::Entity, user::Column::Locale))
        .column((session::Entity, session::Column::LastUsedAt))
        .column((role_grant::Entity, role_grant::Column::Role))
        .expr_as(view(together_view::Column::Id), "view_id")
        .expr_as(view(together_view::Column::CaseId), "view_case")
        .expr_as(view(together_view::Column::PlanId), "view_plan")
        .from(session::Entity)
        .left_join(
            together_view::Entity,
            view(together_view::Column::SessionId)
                .equals((session::Entity, session::Column::Id))
                .and(view(together_view::Column::LeftAt).is_null()),
        )
        .inner_join(
            user::Entity,
            Expr::col((user::Entity, user::Column::Id))
                .equals((session::Entity, session::Column::UserId)),
        )
        .left_join(
            role_grant::Entity,
            Expr::col((role_grant::Entity, role_grant::Column::UserId))
                .equals((user::Entity, user::Column::Id)),
        )
        .and_where(session::Column::Id.eq(named.session))
        .and_where(session::Column::Kind.eq(kind))
        .and_where(user::Column::Id.eq(named.user))
        .and_where(user::Column::Status.eq(UserStatus::Active))
        .cond_where(alive(now))
        .take();
    let lease = app.store().unscoped_lease();
    let rows: Vec<Row> = lease.reader(Arc::default()).rows(&query).await?;
    let first = rows.first().ok_or(AuthFault::NotSignedIn)?;
    if now - first.last_used_at >= Duration::seconds(TOUCH_AFTER_SECONDS) {
        lease.give_back().await;
        touch(app, named.session).await?;
    }
    let who = Who {
        user: named.user,
        org: first.org_id,
        session: named.session,
        roles: rows.iter().filter_map(|row| row.role).collect(),
        locale: first.locale,
        together: first.together(),
    };
    Ok(Viewer::new(app.clone(), who, request, lease))
}

fn view(column: together_view::Column) -> Expr {
    Expr::col((together_view::Entity, column))
}

async fn touch(app: &App, id: Uuid) -> Result<(), Refusal> {
    let tx = app.store().unscoped_begin().await?;
    let now = app.clock().now();
    session::Entity::update_many()
        .col_expr(session::Column::LastUsedAt, Expr::value(now))
        .filter(session::Column::Id.eq(id))
        .filter(session::Column::LastUsedAt.lt(now))
        .exec(&tx)
        .await?;
    tx.commit().await?;
    Ok(())
}
