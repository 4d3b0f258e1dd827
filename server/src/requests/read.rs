//! Finding requests.

use std::sync::Arc;

use uuid::Uuid;

use super::entity::{request, request_topic};
use super::filter::{RequestFilter, RequestOrder};
use super::row::{Flat, RequestRow, shape};
use crate::access::{Act, Viewer};
use crate::error::Refusal;
use crate::store::page::{Asked, Cursor, Keyset, Page};
use crate::store::prelude::*;

/// A page of the organisation's requests, in two statements.
pub(super) async fn page(
    viewer: &Viewer,
    filter: &RequestFilter,
    order: RequestOrder,
    asked: Asked,
    after: Option<&Cursor>,
) -> Result<Page<Arc<RequestRow>>, Refusal> {
    viewer.may(Act::RequestView)?;
    let (column, direction) = order.column();
    let keyset = Keyset::new(order.name(), column, request::Column::Id, direction, asked)
        .after(after.map(Cursor::instant).transpose()?);
    let page = viewer
        .select::<request::Entity>()
        .filter(filter.condition(viewer.app().clock().now()))
        .shape(shape)
        .page::<Flat>(&keyset)
        .await?;
    let rows = with_topics(viewer, page.rows).await?;
    Ok(Page {
        more: page.more,
        before: page.before,
        rows: rows.into_iter().map(Arc::new).collect(),
    })
}

/// The requests `ids` that one may see, in two statements.
pub async fn by_ids(viewer: &Viewer, ids: &[Uuid]) -> Result<Vec<RequestRow>, Refusal> {
    let flats = viewer
        .select::<request::Entity>()
        .by_ids(ids)
        .shape(shape)
        .all_as::<Flat>()
        .await?;
    with_topics(viewer, flats).await
}

/// The request `id`; not found when it is another organisation's (rule 29).
pub(super) async fn one(viewer: &Viewer, id: Uuid) -> Result<RequestRow, Refusal> {
    by_ids(viewer, &[id]).await?.pop().ok_or(Refusal::NotFound)
}

async fn with_topics(viewer: &Viewer, flats: Vec<Flat>) -> Result<Vec<RequestRow>, Refusal> {
    let mut rows = flats
        .into_iter()
        .map(|flat| RequestRow::from_flat(viewer, flat))
        .collect::<Result<Vec<_>, _>>()?;
    if rows.is_empty() {
        return Ok(rows);
    }
    let ids = rows.iter().map(|row| row.request.id);
    let topics = viewer
        .select::<request_topic::Entity>()
        .filter(request_topic::Column::RequestId.is_in(ids))
        .all()
        .await?;
    for topic in topics {
        let of = rows
            .iter_mut()
            .find(|row| row.request.id == topic.request_id);
        if let Some(row) = of {
            row.topics.insert(topic.topic);
        }
    }
    Ok(rows)
}
