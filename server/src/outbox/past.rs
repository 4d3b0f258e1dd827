//! Mail of an invented past.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter};

use super::rows::{Column, Entity};
use crate::store::Store;

/// Counts all mail from before `instant` as taken when it was written: a demonstration's two
/// years are told in a minute, and their mail would go out all at once.
pub async fn unscoped_taken_before(store: &Store, instant: DateTime<Utc>) -> Result<(), DbErr> {
    let tx = store.unscoped_begin().await?;
    Entity::update_many()
        .col_expr(Column::DoneAt, Expr::col(Column::CreatedAt))
        .filter(Column::CreatedAt.lt(instant))
        .filter(Column::DoneAt.is_null())
        .exec(&tx)
        .await?;
    tx.commit().await
}
