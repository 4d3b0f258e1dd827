//! Taking rows to send, so that no two servers hold the same one, and saying how it went.

use chrono::{DateTime, TimeDelta, Utc};
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{ExprTrait as _, LockBehavior, LockType};
use sea_orm::{Condition, FromQueryResult, JoinType, QueryOrder, QuerySelect, UpdateMany};
use uuid::Uuid;

use super::rows::{Column, Entity};
use super::{Next, Why};
use crate::store::Store;

/// The part of an account that mail needs.
mod recipient {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "app_user")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub email: String,
        pub locale: String,
        pub status: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// The part of a link that its mail needs: whether it is still worth anything.
mod link {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "answer_link")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub expires_at: DateTimeUtc,
        pub revoked_at: Option<DateTimeUtc>,
        pub answered_at: Option<DateTimeUtc>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// A row that is ours to send until its lease ends. Columns that sending does not need are not
/// read: a row that is wrong in one of them must not stop the others.
#[derive(Clone, Debug, FromQueryResult)]
pub(super) struct Claimed {
    pub id: Uuid,
    pub created_at: DateTime<Utc>,
    /// Tries, with the one that is beginning.
    pub attempts: i32,
    /// Where to.
    pub email: String,
    /// The recipient's language.
    pub locale: String,
    /// Whether the account is in use.
    pub status: String,
    /// Where to instead, when it is a question to somebody without an account.
    pub address: Option<String>,
    /// Until when its link is good, when it has one that was neither used nor taken back.
    pub good_until: Option<DateTime<Utc>>,
}

/// Since when the oldest row that could be sent now has been waiting.
pub(super) async fn waiting_since(
    store: &Store,
    now: DateTime<Utc>,
) -> Result<Option<DateTime<Utc>>, DbErr> {
    Entity::find()
        .select_only()
        .column(Column::NotBefore)
        .filter(due(now))
        .order_by_asc(Column::NotBefore)
        .limit(1)
        .into_tuple()
        .one(&store.unscoped_reader())
        .await
}

/// Takes up to `most` rows that are due, for `lease`, as `worker`. A lease that ends without an
/// answer (its server is gone) makes the row due again.
pub(super) async fn claim(
    store: &Store,
    worker: Uuid,
    now: DateTime<Utc>,
    lease: TimeDelta,
    most: u64,
) -> Result<Vec<Claimed>, DbErr> {
    let tx = store.unscoped_begin().await?;
    let select = Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(due(now))
        .order_by_asc(Column::NotBefore)
        .limit(most);
    // Other servers pass over what this one is taking. SQLite has one writer at a time anyway.
    let select = if store.is_postgres() {
        select.lock_with_behavior(LockType::Update, LockBehavior::SkipLocked)
    } else {
        select
    };
    let ids: Vec<Uuid> = select.into_tuple().all(&tx).await?;
    if ids.is_empty() {
        tx.rollback().await?;
        return Ok(Vec::new());
    }
    let until = now + lease;
    Entity::update_many()
        .col_expr(Column::LeasedBy, Expr::value(worker))
        .col_expr(Column::LeaseUntil, Expr::value(until))
        .col_expr(Column::NotBefore, Expr::value(until))
        .col_expr(Column::Attempts, Expr::col(Column::Attempts).add(1))
        .filter(Column::Id.is_in(ids.iter().copied()))
        .exec(&tx)
        .await?;
    let claimed = Entity::find()
        .select_only()
        .columns([
            Column::Id,
            Column::CreatedAt,
            Column::Attempts,
            Column::Address,
        ])
        .column_as(recipient::Column::Email, "email")
        .column_as(recipient::Column::Locale, "locale")
        .column_as(recipient::Column::Status, "status")
        .join(
            JoinType::InnerJoin,
            Entity::belongs_to(recipient::Entity)
                .from(Column::RecipientId)
                .to(recipient::Column::Id)
                .into(),
        )
        .column_as(link::Column::ExpiresAt, "good_until")
        .join(
            JoinType::LeftJoin,
            Entity::belongs_to(link::Entity)
                .from(Column::Id)
                .to(link::Column::Id)
                .on_condition(|_, _| {
                    Condition::all()
                        .add(link::Column::RevokedAt.is_null())
                        .add(link::Column::AnsweredAt.is_null())
                })
                .into(),
        )
        .filter(Column::Id.is_in(ids))
        .order_by_asc(Column::Id)
        .into_model()
        .all(&tx)
        .await?;
    tx.commit().await?;
    Ok(claimed)
}

/// Notes how a try ended. False when the lease has passed to somebody else meanwhile: then it is
/// theirs to say.
pub(super) async fn mark(
    store: &Store,
    worker: Uuid,
    row: &Claimed,
    next: Next,
    why: Option<Why>,
    now: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let tx = store.unscoped_begin().await?;
    let marked = ended(next, now)
        .col_expr(Column::LeasedBy, Expr::value(None::<Uuid>))
        .col_expr(Column::LeaseUntil, Expr::value(None::<DateTime<Utc>>))
        .col_expr(
            Column::LastError,
            Expr::value(why.map(|why| why.to_string())),
        )
        .filter(Column::Id.eq(row.id))
        .filter(Column::LeasedBy.eq(worker))
        .filter(Column::Attempts.eq(row.attempts))
        .exec(&tx)
        .await?;
    tx.commit().await?;
    Ok(marked.rows_affected == 1)
}

fn ended(next: Next, now: DateTime<Utc>) -> UpdateMany<Entity> {
    let update = Entity::update_many();
    match next {
        Next::Done => update.col_expr(Column::DoneAt, Expr::value(now)),
        // Nothing more is to be done with it, either.
        Next::Cancel => update
            .col_expr(Column::DoneAt, Expr::value(now))
            .col_expr(Column::CancelledAt, Expr::value(now)),
        Next::Park => update.col_expr(Column::ParkedAt, Expr::value(now)),
        // A wait that no calendar can hold is a row nobody sees again: park it instead.
        Next::Again(wait) => match TimeDelta::from_std(wait)
            .ok()
            .and_then(|wait| now.checked_add_signed(wait))
        {
            Some(at) => update.col_expr(Column::NotBefore, Expr::value(at)),
            None => update.col_expr(Column::ParkedAt, Expr::value(now)),
        },
    }
}

fn due(now: DateTime<Utc>) -> Condition {
    Condition::all()
        .add(Column::Kind.eq(super::MAIL))
        .add(Column::DoneAt.is_null())
        .add(Column::ParkedAt.is_null())
        .add(Column::NotBefore.lte(now))
}
