//! Walks the chain and says what is not as it was written.

use chrono::{DateTime, Duration, Utc};
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{ColumnTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

use super::chain::{Head, link, links};
use super::rows;
use crate::store::Store;
use crate::vault::PurposeKey;

/// Links read at once: memory stays the same however long the chain is.
const BATCH: u64 = 1000;
/// An entry without a link is a finding when it is older than this; the sealer takes a second.
const SEALED_WITHIN: Duration = Duration::seconds(30);

/// Something that is not as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// The entry at this place does not give the hash that was kept: it or a link was changed.
    Changed { seq: i64, entry: Uuid },
    /// The link's entry is gone.
    Removed { seq: i64, entry: Uuid },
    /// Links are missing before this one, or it does not follow the one before it: some
    /// were removed, or two have changed places.
    Broken { seq: i64 },
    /// Old enough to be linked, and is not: put in past the server, or its link was removed.
    Unsealed { entry: Uuid },
    /// The exported head is not in the chain: its end was cut off or written anew.
    HeadMissing { seq: i64 },
}

/// What was walked and what was found.
#[derive(Clone, Debug)]
pub struct Report {
    /// The end of the chain.
    pub head: Head,
    /// Entries so young that the sealer has not come to them.
    pub unsealed: u64,
    /// Empty when all is as it was written.
    pub findings: Vec<Finding>,
}

/// Walks the whole chain. `exported`: a head that was kept elsewhere, to be found again.
pub async fn verify(
    store: &Store,
    key: &PurposeKey,
    now: DateTime<Utc>,
    exported: Option<&Head>,
) -> Result<Report, DbErr> {
    let mut report = Report {
        head: Head::genesis(),
        unsealed: 0,
        findings: Vec::new(),
    };
    let mut met_exported = exported.is_none_or(|head| head.seq == 0);
    loop {
        let batch = links::Entity::find()
            .filter(links::Column::Seq.gt(report.head.seq))
            .order_by_asc(links::Column::Seq)
            .limit(BATCH)
            .all(&store.unscoped_reader())
            .await?;
        if batch.is_empty() {
            break;
        }
        let entries = entries_of(store, &batch).await?;
        for kept in batch {
            if kept.seq != report.head.seq.saturating_add(1) || kept.prev_hash != report.head.hash {
                report.findings.push(Finding::Broken { seq: kept.seq });
            }
            // Go on from what this link says it follows, so that one break is one finding.
            let before = Head {
                seq: kept.seq.saturating_sub(1),
                hash: kept.prev_hash.clone(),
            };
            match entries.iter().find(|entry| entry.id == kept.entry_id) {
                None => report.findings.push(Finding::Removed {
                    seq: kept.seq,
                    entry: kept.entry_id,
                }),
                Some(entry) if link(key, &before, entry).hash != kept.hash => {
                    report.findings.push(Finding::Changed {
                        seq: kept.seq,
                        entry: entry.id,
                    });
                }
                Some(_) => {}
            }
            report.head = Head {
                seq: kept.seq,
                hash: kept.hash,
            };
            met_exported |= exported == Some(&report.head);
        }
    }
    if let Some(head) = exported.filter(|_| !met_exported) {
        report.findings.push(Finding::HeadMissing { seq: head.seq });
    }
    unsealed(store, now, &mut report).await?;
    Ok(report)
}

async fn entries_of(store: &Store, batch: &[links::Model]) -> Result<Vec<rows::Model>, DbErr> {
    let ids = batch.iter().map(|link| link.entry_id);
    rows::Entity::find()
        .filter(rows::Column::Id.is_in(ids))
        .all(&store.unscoped_reader())
        .await
}

async fn unsealed(store: &Store, now: DateTime<Utc>, report: &mut Report) -> Result<(), DbErr> {
    let linked = Query::select()
        .expr(Expr::val(1))
        .from(links::Entity)
        .and_where(
            Expr::col((links::Entity, links::Column::EntryId))
                .equals((rows::Entity, rows::Column::Id)),
        )
        .take();
    let entries = rows::Entity::find()
        .filter(Expr::exists(linked).not())
        .order_by_asc(rows::Column::Id)
        .limit(BATCH)
        .all(&store.unscoped_reader())
        .await?;
    for entry in entries {
        if now - entry.at > SEALED_WITHIN {
            report.findings.push(Finding::Unsealed { entry: entry.id });
        } else {
            report.unsealed += 1;
        }
    }
    Ok(())
}
