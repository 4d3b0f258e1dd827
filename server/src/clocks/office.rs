//! What an organisation's clocks go by: its calendar, and its own definitions.

use std::collections::BTreeMap;

use super::calendar::Calendar;
use super::definition::Definition;
use super::entity::{clock, definition, holiday, office};
use super::resolve::replaced;
use super::shipped::shipped;
use crate::access::Locale;
use crate::cases::model::State;
use crate::error::{Fault, Refusal};
use crate::store::Tx;
use crate::store::prelude::*;

/// An organisation's clocks in one state.
pub(super) struct Office {
    /// Whether the organisation is an official one.
    pub official: bool,
    /// Its days.
    pub calendar: Calendar,
    /// What holds there, with its version.
    pub definitions: Vec<(i32, Definition)>,
}

impl Office {
    /// Of the organisation in which this change is made.
    pub async fn of(tx: &Tx, state: State) -> Result<Self, Refusal> {
        let shipped = shipped()?;
        let org = tx.viewer().org();
        let kept = tx
            .find_all::<office::Entity>(office::Column::OrgId.eq(org))
            .await?
            .pop();
        let days = tx
            .find_all::<holiday::Entity>(holiday::Column::OrgId.eq(org))
            .await?;
        let zone = kept.as_ref().and_then(|office| office.zone.as_deref());
        let zone = zone.map_or_else(|| shipped.zone(state), Ok)?;
        let here = |jurisdiction: &str| jurisdiction == "US" || jurisdiction == state.code();
        let ours = definition::Column::OrgId.eq(org);
        let mut own: BTreeMap<(String, String), definition::Model> = BTreeMap::new();
        for row in tx.find_all::<definition::Entity>(ours).await? {
            let key = (row.jurisdiction.clone(), row.code.clone());
            let newer = own.get(&key).is_none_or(|kept| kept.version < row.version);
            if newer && here(&row.jurisdiction) {
                own.insert(key, row);
            }
        }
        let own = own
            .into_values()
            .map(|row| Ok((row.version, body(&row.body)?)))
            .collect::<Result<Vec<_>, Refusal>>()?;
        let theirs = shipped.all().filter(|(_, one)| here(&one.jurisdiction));
        let theirs = theirs.map(|(version, one)| (version, one.clone()));
        let days = days.into_iter().map(|row| row.day).collect();
        Ok(Self {
            official: kept.as_ref().is_some_and(|office| office.official),
            calendar: Calendar::of(zone, shipped.holidays(), days)?,
            definitions: replaced(theirs, own),
        })
    }
}

/// A definition as a row keeps it.
pub(super) fn body(text: &str) -> Result<Definition, Refusal> {
    serde_json::from_str(text)
        .map_err(|_| Fault::Broken("a kept definition that cannot be read").into())
}

/// What `clock` asks to be done, in words.
pub fn title(clock: &clock::Model, locale: Locale) -> Result<String, Refusal> {
    let title = body(&clock.body)?.title;
    Ok(match locale {
        Locale::En => title.en,
        Locale::Es => title.es,
    })
}

/// The reverse.
pub(super) fn text_of(definition: &Definition) -> Result<String, Refusal> {
    serde_json::to_string(definition)
        .map_err(|_| Fault::Broken("a definition that cannot be kept").into())
}
