//! The times that a service was checked.

use uuid::Uuid;

use super::entity::service_vetting::{Column as V, Entity as Vettings, Model};
use crate::access::{Act, OwnerPermit, Viewer};
use crate::directory::read::one;
use crate::error::Refusal;
use crate::store::page::{Asked, Cursor, Keyset, Page};
use crate::store::prelude::*;
use crate::vault::Place;

/// The order of the list: newest first.
pub(super) const NEWEST: &str = "service_vetting.newest";

/// Where the notes of a row are sealed.
pub(in crate::directory) fn notes_place(row: Uuid) -> Place {
    Place {
        table: "service_vetting",
        column: "notes",
        row,
    }
}

/// A time, with the notes for who keeps the directory; to nobody else there are none.
pub(super) struct Vetted {
    pub row: Model,
    pub notes: Option<String>,
}

/// A page of them, newest first. `NotFound` for a service that one does not see.
pub(super) async fn page(
    viewer: &Viewer,
    service: Uuid,
    asked: Asked,
    after: Option<&Cursor>,
) -> Result<Page<Vetted>, Refusal> {
    one(viewer, service).await?;
    let place = after.map(Cursor::text);
    let keyset = Keyset::by_id(NEWEST, V::Id, Order::Desc, asked).after(place);
    let found = viewer
        .select::<Vettings>()
        .filter(V::ServiceId.eq(service))
        .page::<Model>(&keyset)
        .await?;
    let keeps = viewer.may(Act::ServiceRecord).is_ok();
    let key = match keeps && found.rows.iter().any(|row| row.notes.is_some()) {
        true => OwnerPermit::shared(viewer, Act::ServiceRecord).await?,
        false => None,
    };
    let mut rows = Vec::with_capacity(found.rows.len());
    for row in found.rows {
        let notes = match &key {
            Some(key) => key.open_some(notes_place(row.id), row.notes.as_ref())?,
            None => None,
        };
        rows.push(Vetted { row, notes });
    }
    Ok(Page {
        rows,
        more: found.more,
        before: found.before,
    })
}
