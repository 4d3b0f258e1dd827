//! The chain: each committed entry is linked to the one before by a keyed hash.
//!
//! A sealer links what has committed, a moment after, so that writers never stand in a
//! queue for the chain's end. The key comes from the index root, which is held outside
//! the database: who can change rows cannot make a link.

use chrono::{DateTime, Duration, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, DbBackend, DbErr, EntityTrait, QueryFilter,
    QueryOrder, QuerySelect, Statement,
};
use uuid::Uuid;

use super::rows::{self, Model};
use crate::store::Store;
use crate::vault::PurposeKey;

/// Entries linked in one transaction.
const BATCH: u64 = 1000;
/// Ids are made before their transaction commits, so an entry can appear behind newer
/// ones; no transaction lives as long as this.
const LATE: Duration = Duration::minutes(10);
/// Any number, the same in every server.
const SEALER_LOCK: i64 = 0x7472_656c_6c69_7302;

pub(super) mod links {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "audit_link")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub seq: i64,
        pub entry_id: Uuid,
        pub prev_hash: Vec<u8>,
        pub hash: Vec<u8>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// The end of the chain; kept elsewhere, it proves later that nothing was cut off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Number of the last link, from 1.
    pub seq: i64,
    /// Its hash.
    pub hash: Vec<u8>,
}

impl Head {
    /// The beginning, before any link.
    pub(super) fn genesis() -> Self {
        Self {
            seq: 0,
            hash: vec![0; 32],
        }
    }
}

/// Links every committed entry that has no link yet; returns how many. Several servers
/// may call it at once: one of them links at a time.
pub async fn seal_pending(
    store: &Store,
    key: &PurposeKey,
    now: DateTime<Utc>,
) -> Result<u64, DbErr> {
    let mut sealed = 0;
    loop {
        let tx = store.unscoped_begin().await?;
        if store.is_postgres() && !try_lock(&tx).await? {
            return Ok(sealed);
        }
        let linked = seal_batch(&tx, key, now).await?;
        tx.commit().await?;
        sealed += linked;
        if linked < BATCH {
            return Ok(sealed);
        }
    }
}

async fn try_lock(tx: &DatabaseTransaction) -> Result<bool, DbErr> {
    let lock = Statement::from_sql_and_values(
        DbBackend::Postgres,
        "SELECT pg_try_advisory_xact_lock($1) AS mine",
        [SEALER_LOCK.into()],
    );
    tx.query_one_raw(lock)
        .await?
        .map_or(Ok(false), |row| row.try_get("", "mine"))
}

async fn seal_batch(
    tx: &DatabaseTransaction,
    key: &PurposeKey,
    now: DateTime<Utc>,
) -> Result<u64, DbErr> {
    let last = links::Entity::find()
        .order_by_desc(links::Column::Seq)
        .one(tx)
        .await?;
    let mut head = last.as_ref().map_or_else(Head::genesis, |link| Head {
        seq: link.seq,
        hash: link.hash.clone(),
    });
    // From the newest linked entry back by what can be late; everything, the first time.
    let since = match &last {
        None => DateTime::UNIX_EPOCH,
        Some(link) => {
            let newest = rows::Entity::find_by_id(link.entry_id).one(tx).await?;
            newest.map_or(DateTime::UNIX_EPOCH, |entry| Ord::min(entry.at, now) - LATE)
        }
    };
    let linked = Query::select()
        .expr(Expr::val(1))
        .from(links::Entity)
        .and_where(
            Expr::col((links::Entity, links::Column::EntryId))
                .equals((rows::Entity, rows::Column::Id)),
        )
        .take();
    let pending = rows::Entity::find()
        .filter(rows::Column::Id.gte(floor_id(since)))
        .filter(Expr::exists(linked).not())
        .order_by_asc(rows::Column::Id)
        .limit(BATCH)
        .all(tx)
        .await?;
    let count = pending.len() as u64;
    if count == 0 {
        return Ok(0);
    }
    let mut new = Vec::with_capacity(pending.len());
    for entry in &pending {
        let next = link(key, &head, entry);
        new.push(links::ActiveModel {
            seq: Set(next.seq),
            entry_id: Set(entry.id),
            prev_hash: Set(head.hash),
            hash: Set(next.hash.clone()),
        });
        head = next;
    }
    links::Entity::insert_many(new)
        .exec_without_returning(tx)
        .await?;
    Ok(count)
}

/// The smallest version-7 id of a moment.
fn floor_id(at: DateTime<Utc>) -> Uuid {
    let millis = u64::try_from(at.timestamp_millis()).unwrap_or(0);
    Uuid::from_u64_pair(millis << 16, 0)
}

/// The link that follows `head` and holds `entry`: every column goes into the hash, each
/// with its length, so that nothing can move between two of them.
pub(super) fn link(key: &PurposeKey, head: &Head, entry: &Model) -> Head {
    let seq = head.seq.saturating_add(1);
    let id = |id: Option<Uuid>| id.map_or_else(Vec::new, |id| id.as_bytes().to_vec());
    let text = |text: &Option<String>| {
        text.as_ref()
            .map_or_else(Vec::new, |text| text.as_bytes().to_vec())
    };
    let parts: [Vec<u8>; 18] = [
        seq.to_be_bytes().to_vec(),
        head.hash.clone(),
        entry.id.as_bytes().to_vec(),
        entry.org_id.as_bytes().to_vec(),
        entry.at.timestamp_micros().to_be_bytes().to_vec(),
        id(entry.actor_id),
        id(entry.session_id),
        entry.request_id.as_bytes().to_vec(),
        entry.act.as_bytes().to_vec(),
        entry.outcome.code().as_bytes().to_vec(),
        text(&entry.why),
        text(&entry.target_type),
        id(entry.target_id),
        id(entry.case_id),
        text(&entry.ids),
        text(&entry.fields),
        text(&entry.purpose),
        entry
            .reason
            .as_ref()
            .map_or_else(Vec::new, |sealed| sealed.as_bytes().to_vec()),
    ];
    let slices: Vec<&[u8]> = parts.iter().map(Vec::as_slice).collect();
    Head {
        seq,
        hash: key.mac(&slices).to_vec(),
    }
}
