//! The definitions in force: what ships, with an organisation's own in place of or beside it.

use std::collections::BTreeMap;

use super::definition::Definition;
use super::entity::definition;
use super::office::body;
use super::resolve::replaced;
use super::shipped::shipped;
use crate::access::{Act, Viewer};
use crate::error::Refusal;
use crate::store::prelude::*;

/// A definition that new clocks are made by.
#[derive(Clone, Debug)]
pub(super) struct InForce {
    pub version: i32,
    pub definition: Definition,
    /// The organisation's own; otherwise it ships as an example.
    pub own: bool,
}

impl InForce {
    /// Its place in the list: the country's first, then by state and code, one's own last.
    pub fn place(&self) -> String {
        let Definition {
            jurisdiction, code, ..
        } = &self.definition;
        let federal = u8::from(jurisdiction != "US");
        let own = u8::from(self.own);
        format!("{federal}/{jurisdiction}/{code}/{own}")
    }
}

/// All of the viewer's organisation, in their order; one statement.
pub(super) async fn in_force(viewer: &Viewer) -> Result<Vec<InForce>, Refusal> {
    viewer.may(Act::ClockDefinitionsView)?;
    let rows = viewer
        .select::<definition::Entity>()
        .order(definition::Column::Version, Order::Asc)
        .all()
        .await?;
    // Later versions take the place of earlier ones.
    let newest: BTreeMap<(String, String), definition::Model> = rows
        .into_iter()
        .map(|row| ((row.jurisdiction.clone(), row.code.clone()), row))
        .collect();
    let own = newest
        .into_values()
        .map(|row| Ok((row.version, body(&row.body)?)))
        .collect::<Result<Vec<_>, Refusal>>()?;
    let shipped = shipped()?;
    let theirs = || shipped.all().map(|(version, one)| (version, one.clone()));
    let mine = own.clone();
    let mut all: Vec<_> = replaced(theirs(), own)
        .into_iter()
        .map(|(version, definition)| InForce {
            own: mine.contains(&(version, definition.clone())),
            version,
            definition,
        })
        .collect();
    all.sort_by_key(InForce::place);
    Ok(all)
}
