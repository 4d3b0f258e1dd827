//! Wrapped data keys in the database, one per owner of sealed values.

use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, Func, OnConflict, Query};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder,
    QuerySelect,
};
use uuid::Uuid;

use crate::app::App;
use crate::error::{Fault, Refusal};
use crate::vault::{DataKey, Kid, WrappedKey};

mod rows {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "data_key")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub org_id: Uuid,
        pub wrapped: Option<Vec<u8>>,
        pub master_kid: String,
        pub created_at: DateTimeUtc,
        pub destroyed_at: Option<DateTimeUtc>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// Keeps a new owner's wrapped key.
pub async fn insert(
    connection: &impl ConnectionTrait,
    owner: Uuid,
    org: Uuid,
    wrapped: &WrappedKey,
    now: DateTime<Utc>,
) -> Result<(), Refusal> {
    rows::Entity::insert(row(owner, org, wrapped, now))
        .exec_without_returning(connection)
        .await?;
    Ok(())
}

fn row(owner: Uuid, org: Uuid, wrapped: &WrappedKey, now: DateTime<Utc>) -> rows::ActiveModel {
    rows::ActiveModel {
        id: Set(owner),
        org_id: Set(org),
        wrapped: Set(Some(wrapped.bytes.clone())),
        master_kid: Set(wrapped.kid.to_string()),
        created_at: Set(now),
        destroyed_at: Set(None),
    }
}

/// Makes a key for an owner that may have one already; then that one stays.
pub(crate) async fn insert_if_absent(
    app: &App,
    connection: &impl ConnectionTrait,
    owner: Uuid,
    org: Uuid,
    now: DateTime<Utc>,
) -> Result<(), Refusal> {
    let wrapped = app.keyring().wrap(&DataKey::generate(), owner)?;
    rows::Entity::insert(row(owner, org, &wrapped, now))
        .on_conflict(OnConflict::new().do_nothing().to_owned())
        .exec_without_returning(connection)
        .await?;
    Ok(())
}

/// The keys of `owners` that are not cases: requests, users, the organisation. A case's
/// key comes with its permit.
pub(crate) async fn find(
    app: &App,
    connection: &impl ConnectionTrait,
    owners: &[Uuid],
) -> Result<Vec<(Uuid, DataKey)>, Refusal> {
    let rows = rows::Entity::find()
        .filter(rows::Column::Id.is_in(owners.iter().copied()))
        .all(connection)
        .await?;
    rows.into_iter()
        .map(|row| {
            let bytes = row.wrapped.ok_or(Fault::KeyDestroyed)?;
            Ok((
                row.id,
                app.keyring().unwrap(
                    &WrappedKey {
                        bytes,
                        kid: kid(&row.master_kid)?,
                    },
                    row.id,
                )?,
            ))
        })
        .collect()
}

/// Data keys wrapped anew in one transaction: short enough that writers hardly notice.
const BATCH: u64 = 500;

/// Reads the keys again and wraps anew what is still wrapped with an older one: a server
/// that did not know a new master key at once has wrapped with the one before it.
pub(super) async fn follow(app: &App) -> Result<u64, Refusal> {
    if let Err(fault) = app.keyring().reload() {
        tracing::error!(%fault, "keys could not be read again; the ones in memory stay in use");
    }
    rewrap(app).await
}

/// Wraps a batch of keys anew under the current master key; returns how many. Safe while
/// the server runs: a key opens under its old and its new wrapping alike.
pub async fn rewrap(app: &App) -> Result<u64, Refusal> {
    let older: Vec<String> = older(app).map(|kid| kid.to_string()).collect();
    if older.is_empty() {
        return Ok(0);
    }
    let tx = app.store().unscoped_begin().await?;
    let old = rows::Entity::find()
        .filter(rows::Column::MasterKid.is_in(older))
        .filter(rows::Column::Wrapped.is_not_null())
        .order_by_asc(rows::Column::Id)
        .limit(BATCH)
        .all(&tx)
        .await?;
    let count = old.len() as u64;
    for row in old {
        let bytes = row.wrapped.ok_or(Fault::KeyDestroyed)?;
        let Some(fresh) = app.keyring().rewrap(
            &WrappedKey {
                bytes,
                kid: kid(&row.master_kid)?,
            },
            row.id,
        )?
        else {
            continue;
        };
        rows::Entity::update_many()
            .col_expr(rows::Column::Wrapped, Expr::value(fresh.bytes))
            .col_expr(rows::Column::MasterKid, Expr::value(fresh.kid.to_string()))
            .filter(rows::Column::Id.eq(row.id))
            .filter(rows::Column::DestroyedAt.is_null())
            .exec(&tx)
            .await?;
    }
    tx.commit().await?;
    Ok(count)
}

/// The master keys that do not wrap any more.
fn older(app: &App) -> impl Iterator<Item = Kid> {
    let current = app.keyring().current_master();
    let all = app.keyring().master_kids().into_iter();
    all.filter(move |kid| *kid != current)
}

/// How many data keys each master key wraps, for whoever wants to remove an old one.
pub(super) async fn wrapped(app: &App) -> Result<Vec<(Kid, i64)>, Refusal> {
    #[derive(FromQueryResult)]
    struct Wrapped {
        master_kid: String,
        n: i64,
    }
    let query = Query::select()
        .column(rows::Column::MasterKid)
        .expr_as(Func::count(Expr::val(1)), "n")
        .from(rows::Entity)
        .and_where(rows::Column::Wrapped.is_not_null())
        .group_by_col(rows::Column::MasterKid)
        .take();
    let found = app
        .store()
        .unscoped_reader()
        .rows::<Wrapped>(&query)
        .await?;
    found
        .into_iter()
        .map(|row| Ok((kid(&row.master_kid)?, row.n)))
        .collect()
}

/// Destroys an owner's key: what was sealed under it is unreadable from now on, in every
/// backup too (rule 40). Returns whether there was a key to destroy.
pub async fn destroy(app: &App, owner: Uuid) -> Result<bool, Refusal> {
    let tx = app.store().unscoped_begin().await?;
    let done = rows::Entity::update_many()
        .col_expr(rows::Column::Wrapped, Expr::value(None::<Vec<u8>>))
        .col_expr(rows::Column::DestroyedAt, Expr::value(app.clock().now()))
        .filter(rows::Column::Id.eq(owner))
        .filter(rows::Column::Wrapped.is_not_null())
        .exec(&tx)
        .await?;
    tx.commit().await?;
    Ok(done.rows_affected > 0)
}

fn kid(text: &str) -> Result<Kid, Refusal> {
    text.parse()
        .map_err(|_| Fault::Broken("a key number that is none").into())
}
