//! Which clocks a trigger starts, and until when: the country's and the state's definitions,
//! the organisation's own in place of those, and of each code the strictest (rule 48).

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use super::calendar::Calendar;
use super::definition::Definition;
use super::model::{ClockApplies, ClockTrigger};
use crate::error::Refusal;

/// What decides whether a definition applies.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Facts {
    /// The young person is in the care of the state.
    pub state_care: bool,
    /// The organisation or who asked it is an official.
    pub official: bool,
    /// The return is from another state.
    pub interstate: bool,
    /// The young person is away, and it is known where.
    pub location_known: bool,
    /// The national center was told before the police.
    pub ncmec_told_first: bool,
}

/// A clock to be started.
#[derive(Clone, Debug)]
pub(super) struct Choice {
    pub definition: Definition,
    pub version: i32,
    pub recommended: bool,
    pub due: DateTime<Utc>,
}

/// `own` replaces what `shipped` has of the same code and jurisdiction, but for law: that
/// stays beside it, and the stricter counts.
pub(super) fn replaced(
    shipped: impl Iterator<Item = (i32, Definition)>,
    own: Vec<(i32, Definition)>,
) -> Vec<(i32, Definition)> {
    let replaced = |one: &Definition| {
        own.iter()
            .any(|(_, own)| own.code == one.code && own.jurisdiction == one.jurisdiction)
    };
    let mut all: Vec<_> = shipped
        .filter(|(_, one)| !one.configurable || !replaced(one))
        .collect();
    all.extend(own);
    all.retain(|(_, one)| !one.retired);
    all
}

/// The clocks that `trigger` starts at `at`, in the order in which they are due.
pub(super) fn choose(
    definitions: Vec<(i32, Definition)>,
    facts: Facts,
    trigger: ClockTrigger,
    at: DateTime<Utc>,
    calendar: &Calendar,
) -> Result<Vec<Choice>, Refusal> {
    let mut chosen: BTreeMap<String, Choice> = BTreeMap::new();
    for (version, definition) in definitions {
        if definition.trigger != trigger || (facts.location_known && !definition.location_known) {
            continue;
        }
        let Some(recommended) = recommended(definition.applies, facts) else {
            continue;
        };
        let due = calendar.after(at, definition.amount, definition.unit)?;
        let stricter = chosen
            .get(&definition.code)
            .is_none_or(|kept| (recommended, due) < (kept.recommended, kept.due));
        if stricter {
            let code = definition.code.clone();
            let choice = Choice {
                definition,
                version,
                recommended,
                due,
            };
            chosen.insert(code, choice);
        }
    }
    let mut chosen: Vec<_> = chosen.into_values().collect();
    chosen.sort_by_key(|one| one.due);
    Ok(chosen)
}

/// Whether it is only recommended; `None` where it does not apply.
fn recommended(applies: ClockApplies, facts: Facts) -> Option<bool> {
    match applies {
        ClockApplies::All => Some(false),
        ClockApplies::StateCare => facts.state_care.then_some(false),
        ClockApplies::StateCareOrRecommended => Some(!facts.state_care),
        ClockApplies::OfficialOrRecommended => Some(!facts.official),
        ClockApplies::Interstate => facts.interstate.then_some(false),
        ClockApplies::NcmecToldFirst => facts.ncmec_told_first.then_some(false),
        ClockApplies::Recommended => Some(true),
    }
}
