//! Computes board rows and counters anew from what they are taken from, and says where the
//! kept ones differ: for `trellis doctor`, and for the test that they never do.

mod counters;
mod rows;

use std::collections::HashMap;

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::{board, never};
use crate::app::App;
use crate::cases::entity::case;
use crate::error::Refusal;

/// Cases read at once.
const BATCH: u64 = 500;

/// A kept value that is not what it should be. Ids, days and numbers; nothing of a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The case of a board row; `None` for a counter.
    pub case: Option<Uuid>,
    /// The column, or the counter.
    pub what: String,
    /// What is kept.
    pub kept: String,
    /// What it should be.
    pub counted: String,
}

/// All differences, as of one moment: none, when everything is as it should be.
pub async fn recount(app: &App) -> Result<Vec<Difference>, Refusal> {
    let snapshot = app.store().unscoped_snapshot().await?;
    let now = app.clock().now();
    let mut found = Vec::new();
    let mut counters = counters::Counters::default();
    let mut after = Uuid::nil();
    loop {
        let cases = case::Entity::find()
            .filter(case::Column::Id.gt(after))
            .order_by_asc(case::Column::Id)
            .limit(BATCH)
            .all(&snapshot)
            .await?;
        let Some(last) = cases.last() else { break };
        after = last.id;
        let kept = rows::kept(&snapshot, &cases).await?;
        for counted in rows::counted(&snapshot, cases, now).await? {
            counters.add(&counted);
            found.extend(compare(&kept, counted.board, now));
        }
    }
    found.extend(counters.compare(&snapshot).await?);
    snapshot.rollback().await?;
    Ok(found)
}

fn compare(
    kept: &HashMap<Uuid, board::Model>,
    mut counted: board::Model,
    now: chrono::DateTime<chrono::Utc>,
) -> Vec<Difference> {
    let case = counted.case_id;
    let difference = |what: &str, kept: String, counted: String| Difference {
        case: Some(case),
        what: what.to_owned(),
        kept,
        counted,
    };
    let Some(kept) = kept.get(&case) else {
        let (none, one) = ("none".to_owned(), "one".to_owned());
        return vec![difference("row", none, one)];
    };
    // A staffing that has gone by stays until the row is written again; whoever reads it
    // looks further. A coming one is the next, and none is none.
    if kept.next_staffing_at < now {
        counted.next_staffing_at = kept.next_staffing_at;
    }
    let mut found = Vec::new();
    macro_rules! columns {
        ($($column:ident),+ $(,)?) => {
            $(if kept.$column != counted.$column {
                let (kept, counted) = (&kept.$column, &counted.$column);
                found.push(difference(stringify!($column), format!("{kept:?}"), format!("{counted:?}")));
            })+
        };
    }
    columns!(
        org_id,
        supervisor_id,
        specialist_id,
        advocate_id,
        status,
        open,
        opened_at,
        plan_state,
        awaiting_voice,
        open_goals,
        open_referrals,
        waiting_referrals,
        contacts_logged,
        last_contact_at,
        has_contact,
        next_contact_on,
        next_review_on,
        next_staffing_at,
    );
    found
}

/// The instant that stands for "none is planned".
fn no_staffing() -> chrono::DateTime<chrono::Utc> {
    never().and_time(chrono::NaiveTime::MIN).and_utc()
}
