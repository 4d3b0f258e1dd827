//! Notes on each clock who has been told of it.

use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

use super::take::Due;
use crate::clocks::entity::clock;
use crate::clocks::status::never;
use crate::error::Refusal;
use crate::store::UnscopedTx;

/// The owner was told: the supervisor is when it is overdue, if it is a duty. Then nobody is.
pub(super) async fn note(
    tx: &UnscopedTx,
    clocks: &[Due],
    now: DateTime<Utc>,
) -> Result<(), Refusal> {
    let (last, first): (Vec<_>, Vec<_>) = clocks
        .iter()
        .partition(|clock| clock.recommended || clock.due_at <= now);
    let ids = |clocks: Vec<&Due>| -> Vec<Uuid> { clocks.iter().map(|clock| clock.id).collect() };
    if !first.is_empty() {
        clock::Entity::update_many()
            .col_expr(clock::Column::OwnerTold, Expr::val(true))
            .col_expr(clock::Column::RemindAt, Expr::col(clock::Column::DueAt))
            .filter(clock::Column::Id.is_in(ids(first)))
            .exec(tx)
            .await?;
    }
    if !last.is_empty() {
        let told = clock::ActiveModel {
            owner_told: Set(true),
            remind_at: Set(never()),
            ..Default::default()
        };
        clock::Entity::update_many()
            .set(told)
            .filter(clock::Column::Id.is_in(ids(last)))
            .exec(tx)
            .await?;
    }
    Ok(())
}
