//! Makes the texts that are missing: those of services from before there were any.

use uuid::Uuid;

use super::entity::directory_text;
use super::keep::{Text, keep};
use crate::directory::entity::service;
use crate::directory::hsds::entity::{RecordKind, directory_record};
use crate::error::Refusal;
use crate::store::Store;
use crate::store::prelude::*;

/// Services in a transaction.
const BATCH: u64 = 500;

/// Makes them, a batch a transaction; it can be broken off and repeated. Returns how many were
/// made.
///
/// # Errors
/// When the database fails.
pub async fn catch_up(store: &Store) -> Result<u64, Refusal> {
    let mut made = 0;
    loop {
        let tx = store.unscoped_begin().await?;
        let mut texts = Vec::new();
        let services = service::Entity::find()
            .filter(missing(service::Entity, service::Column::Id))
            .order_by_asc(service::Column::Id)
            .limit(BATCH)
            .all(&tx)
            .await?;
        for row in &services {
            let text = Text::new(
                row.id,
                true,
                &row.name,
                &row.organization_name,
                &row.description,
            );
            texts.push((row.org_id, text));
        }
        if texts.is_empty() {
            texts = waiting(&tx).await?;
        }
        let mut orgs: Vec<Uuid> = texts.iter().map(|(org, _)| *org).collect();
        orgs.sort_unstable();
        orgs.dedup();
        for org in orgs {
            let of_it = texts.iter().filter(|(whose, _)| *whose == org);
            let of_it: Vec<Text> = of_it.map(|(_, text)| text.clone()).collect();
            keep(&tx, org, &of_it).await?;
        }
        tx.commit().await?;
        if texts.is_empty() {
            return Ok(made);
        }
        made += texts.len() as u64;
    }
}

/// Records of services that wait for a curator. They are found by their name.
async fn waiting(tx: &crate::store::UnscopedTx) -> Result<Vec<(Uuid, Text)>, Refusal> {
    use directory_record::Column as R;
    let rows = directory_record::Entity::find()
        .filter(R::Kind.eq(RecordKind::Service))
        .filter(R::ServiceId.is_null())
        .filter(missing(directory_record::Entity, R::Id))
        .order_by_asc(R::Id)
        .limit(BATCH)
        .all(tx)
        .await?;
    let text = |row: directory_record::Model| {
        let text = Text::new(row.id, false, &row.name, "", "");
        (row.org_id, text)
    };
    Ok(rows.into_iter().map(text).collect())
}

fn missing<E: EntityTrait<Column = C>, C: ColumnTrait>(table: E, id: C) -> SimpleExpr {
    let text = Query::select()
        .expr(Expr::val(1))
        .from(directory_text::Entity)
        .and_where(
            Expr::col((directory_text::Entity, directory_text::Column::OfId))
                .eq(Expr::col((table, id))),
        )
        .take();
    Expr::exists(text).not()
}
