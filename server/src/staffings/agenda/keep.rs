//! Keeps an agenda with its staffing.

use std::collections::BTreeMap;

use uuid::Uuid;

use super::super::entity::staffing_item;
use super::super::model::AgendaKind;
use super::NewItem;
use crate::access::CasePermit;
use crate::error::{FieldCode, Refusal, Wrong};
use crate::store::Tx;
use crate::store::prelude::*;
use crate::vault::Place;

/// The place of an item's words.
pub(super) fn place(row: Uuid) -> Place {
    Place {
        table: "staffing_item",
        column: "text",
        row,
    }
}

/// Keeps `items` on the agenda of `staffing`: the young person's own first, for each case,
/// named or not (rule 97).
pub(in crate::staffings) async fn keep(
    tx: &mut Tx,
    staffing: Uuid,
    cases: &BTreeMap<Uuid, CasePermit>,
    items: Vec<NewItem>,
) -> Result<(), Refusal> {
    let mut rows = Vec::new();
    for (case, permit) in cases {
        for kind in AgendaKind::OF_YOUTH {
            let of_this = |item: &&NewItem| item.case == *case && item.kind == kind;
            let said = items
                .iter()
                .find(of_this)
                .and_then(|item| item.text.as_deref());
            rows.push(row(tx, staffing, permit, kind, said, rows.len())?);
        }
    }
    for (nth, item) in items.iter().enumerate() {
        let Some(permit) = cases.get(&item.case) else {
            let message = "It is about a case that is not on the agenda.";
            let path = format!("agenda.{nth}.case");
            return Err(Wrong::at(&path, FieldCode::NotAllowedHere, message).into());
        };
        if !AgendaKind::OF_YOUTH.contains(&item.kind) {
            let text = item.text.as_deref();
            rows.push(row(tx, staffing, permit, item.kind, text, rows.len())?);
        }
    }
    if let Some(permit) = cases.values().next() {
        tx.insert_all(&permit.grant()?, rows).await?;
    }
    Ok(())
}

fn row(
    tx: &Tx,
    staffing: Uuid,
    permit: &CasePermit,
    kind: AgendaKind,
    text: Option<&str>,
    nth: usize,
) -> Result<staffing_item::ActiveModel, Refusal> {
    let id = tx.new_id();
    Ok(staffing_item::ActiveModel {
        id: Set(id),
        org_id: Set(permit.org()),
        staffing_id: Set(staffing),
        case_id: Set(permit.case()),
        position: Set(i32::try_from(nth).unwrap_or(i32::MAX)),
        kind: Set(kind),
        text: Set(permit.seal_some(place(id), text)?),
        written_by: Set(tx.viewer().user()),
        written_at: Set(tx.now()),
    })
}
