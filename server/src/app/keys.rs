//! Wrapped data keys in the database, one per owner of sealed values.

use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
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

/// Wraps up to `most` keys anew under the current master key; returns how many. Safe
/// while the server runs: a key opens under its old and its new wrapping alike.
pub async fn rewrap(app: &App, most: u64) -> Result<u64, Refusal> {
    let current = app.keyring().current_master();
    let tx = app.store().unscoped_begin().await?;
    let old = rows::Entity::find()
        .filter(rows::Column::MasterKid.ne(current.to_string()))
        .filter(rows::Column::Wrapped.is_not_null())
        .order_by_asc(rows::Column::Id)
        .limit(most)
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
