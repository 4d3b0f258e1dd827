//! Tells the team that a service has used a link, by the mail that says nothing.

use chrono::{DateTime, Utc};

use super::entity::answer_link;
use crate::app::App;
use crate::boards;
use crate::error::{Fault, Refusal};
use crate::graphql::{Kind, id};
use crate::outbox::{self, Template};
use crate::store::UnscopedTx;
use crate::store::prelude::*;

/// Writes to who walks it to its outcome: the specialist, or the supervisor.
pub(super) async fn tell_the_team(
    app: &App,
    tx: &UnscopedTx,
    link: &answer_link::Model,
    now: DateTime<Utc>,
) -> Result<(), Refusal> {
    let board = boards::board::Entity::find_by_id(link.case_id)
        .one(tx)
        .await?
        .ok_or(Fault::Broken("a case without a board row"))?;
    let place = match link.referral_id {
        Some(referral) => {
            let referral = id::id_of(app, Kind::Referral, referral)?;
            format!("/referrals/{referral}")
        }
        None => {
            let case = id::id_of(app, Kind::Case, link.case_id)?;
            format!("/cases/{case}")
        }
    };
    let to = board.specialist_id.unwrap_or(board.supervisor_id);
    let id = app.clock().new_id();
    outbox::enqueue(
        tx,
        id,
        link.org_id,
        to,
        Template::ServiceAnswered,
        &place,
        now,
    )
    .await
}
