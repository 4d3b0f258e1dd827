//! Marks services of which something has become known, until a curator has looked.

use chrono::{DateTime, Utc};
use sea_orm::ConnectionTrait;
use uuid::Uuid;

use super::entity::service_mark::{self, Column as M, Entity as Marks};
use super::model::MarkWhy;
use crate::access::Grant;
use crate::directory::entity::service;
use crate::directory::model::Capacity;
use crate::error::Refusal;
use crate::store::Tx;
use crate::store::prelude::*;

/// Rows in one statement: within what either database binds.
const ROWS: usize = 500;

/// A curator has looked.
pub(in crate::directory) async fn seen(
    tx: &mut Tx,
    grant: &Grant,
    service: Uuid,
) -> Result<(), Refusal> {
    let of_it = M::ServiceId.eq(service);
    tx.delete::<Marks>(grant, of_it).await.map(drop)
}

/// The service itself says whether there is room; it is marked when that is news.
pub(in crate::directory) async fn answered(
    connection: &impl ConnectionTrait,
    id: Uuid,
    capacity: Capacity,
    now: DateTime<Utc>,
) -> Result<(), Refusal> {
    let found = service::Entity::find_by_id(id).one(connection).await?;
    match found.filter(|found| found.capacity != capacity) {
        Some(found) => {
            let mark = mark(&found, MarkWhy::Answered, "capacity".to_owned(), now);
            write(connection, vec![mark]).await
        }
        None => Ok(()),
    }
}

/// Sources say something else of these services now; each with the names of the fields.
pub(in crate::directory) async fn source_changed(
    connection: &impl ConnectionTrait,
    services: &[(service::Model, Vec<String>)],
    now: DateTime<Utc>,
) -> Result<(), Refusal> {
    let marks = services
        .iter()
        .map(|(found, fields)| mark(found, MarkWhy::SourceChanged, fields.join(","), now));
    write(connection, marks.collect()).await
}

fn mark(
    of: &service::Model,
    why: MarkWhy,
    fields: String,
    now: DateTime<Utc>,
) -> service_mark::ActiveModel {
    service_mark::ActiveModel {
        service_id: Set(of.id),
        why: Set(why),
        org_id: Set(of.org_id),
        fields: Set(fields),
        since: Set(now),
    }
}

/// It waits since it was marked first, for what changed last.
async fn write(
    connection: &impl ConnectionTrait,
    marks: Vec<service_mark::ActiveModel>,
) -> Result<(), Refusal> {
    let again = OnConflict::columns([M::ServiceId, M::Why])
        .update_column(M::Fields)
        .to_owned();
    for rows in marks.chunks(ROWS) {
        Marks::insert_many(rows.to_vec())
            .on_conflict(again.clone())
            .exec_without_returning(connection)
            .await?;
    }
    Ok(())
}
