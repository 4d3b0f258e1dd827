//! Pages as Relay has them: cursors that only this server can make, for one order.

use async_graphql::SimpleObject;

use super::id;
use super::policy_directive::policy;
use crate::access::{Class, Viewer};
use crate::error::{Fault, FieldCode, Refusal, Wrong};
use crate::store::page::Cursor;
use uuid::Uuid;

/// Where a page is in its list (Relay cursor connections).
#[derive(SimpleObject)]
pub struct PageInfo {
    /// Whether there are rows before this page.
    #[graphql(directive = policy::apply(Class::Pointer))]
    pub has_previous_page: bool,
    /// Whether there are rows after this page.
    #[graphql(directive = policy::apply(Class::Pointer))]
    pub has_next_page: bool,
    /// The first row's place.
    #[graphql(directive = policy::apply(Class::Pointer))]
    pub start_cursor: Option<String>,
    /// The last row's place; send it as `after` for the next page.
    #[graphql(directive = policy::apply(Class::Pointer))]
    pub end_cursor: Option<String>,
}

impl PageInfo {
    /// Of a page's edges, and whether there are rows before and after it.
    pub fn of<T>(edges: &[(String, T)], before: bool, more: bool) -> Self {
        Self {
            has_previous_page: before,
            has_next_page: more,
            start_cursor: edges.first().map(|(cursor, _)| cursor.clone()),
            end_cursor: edges.last().map(|(cursor, _)| cursor.clone()),
        }
    }
}

/// The text of a cursor.
pub fn cursor(viewer: &Viewer, place: &Cursor) -> Result<String, Refusal> {
    let mut bytes = place.id.as_bytes().to_vec();
    bytes.extend_from_slice(place.key.as_bytes());
    id::seal_bytes(viewer.app(), &bytes, place.order.as_bytes())
}

/// The place that a cursor of `order` names. A cursor of another order, or one that this
/// server did not make, is a wrong field.
pub fn place(
    viewer: &Viewer,
    order: &'static str,
    after: Option<&str>,
) -> Result<Option<Cursor>, Refusal> {
    let Some(text) = after else { return Ok(None) };
    let malformed = || {
        Refusal::from(Wrong::at(
            "after",
            FieldCode::Malformed,
            "This is no place in this list.",
        ))
    };
    let bytes = id::open_bytes(viewer.app(), text, order.as_bytes())?.ok_or_else(malformed)?;
    let (row, key) = bytes.split_at_checked(16).ok_or_else(malformed)?;
    let id = Uuid::from_slice(row).map_err(|_| Fault::Broken("a cursor without a row"))?;
    let key = String::from_utf8(key.to_vec()).map_err(|_| malformed())?;
    Ok(Some(Cursor { order, key, id }))
}
