//! Compares two moments of a plan: what came, what went, which field says something else.

use std::collections::HashMap;

use super::items::{Field, Item, items};
use super::{Content, Part};
use crate::codes;

codes! {
    /// What became of something in a plan.
    pub enum DifferenceKind {
        Added = "added",
        Removed = "removed",
        Changed = "changed",
    }
}

/// One difference between two moments of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::plans) struct Difference {
    pub kind: DifferenceKind,
    pub part: Part,
    /// By what a reader knows the thing: a goal's text, a line.
    pub label: String,
    /// Which field, when the thing was there before and after.
    pub field: Option<Field>,
    pub before: Option<String>,
    pub after: Option<String>,
    /// Whether it touches what was agreed on.
    pub material: bool,
}

/// What is different in `after`, in the order in which a plan is read: what is there now,
/// then what went.
pub(in crate::plans) fn compare(before: &Content, after: &Content) -> Vec<Difference> {
    let (before, after) = (items(before), items(after));
    let known: HashMap<_, _> = before.iter().map(|item| (item.id(), item)).collect();
    let kept: HashMap<_, _> = after.iter().map(|item| (item.id(), item)).collect();
    let now = after.iter().flat_map(|item| match known.get(&item.id()) {
        Some(before) => changed(before, item),
        None => vec![item.whole(DifferenceKind::Added)],
    });
    let gone = before.iter().filter(|item| !kept.contains_key(&item.id()));
    let gone = gone.map(|item| item.whole(DifferenceKind::Removed));
    now.chain(gone).collect()
}

fn changed(before: &Item, after: &Item) -> Vec<Difference> {
    let value = |item: &Item, field: Field| {
        let found = item.fields.iter().find(|(name, _)| *name == field);
        found.map(|(_, value)| value.clone())
    };
    let different = |field: Field| {
        let (old, new) = (value(before, field), value(after, field));
        (old != new).then(|| Difference {
            kind: DifferenceKind::Changed,
            part: after.part,
            label: after.label.clone(),
            field: Some(field),
            before: old,
            after: new,
            material: !field.is_progress(after.part),
        })
    };
    Field::ALL.iter().copied().filter_map(different).collect()
}

impl Item {
    fn id(&self) -> (Part, &str) {
        (self.part, &self.key)
    }

    /// The thing as a whole came, or went. A line of a list says of which list it is.
    fn whole(&self, kind: DifferenceKind) -> Difference {
        let line = match self.fields.as_slice() {
            [(field, text)] if self.label == *text => Some(*field),
            _ => None,
        };
        let text = Some(self.label.clone());
        let (before, after) = match kind {
            DifferenceKind::Removed => (text, None),
            _ => (None, text),
        };
        Difference {
            kind,
            part: self.part,
            label: self.label.clone(),
            field: line,
            before,
            after,
            material: true,
        }
    }
}
