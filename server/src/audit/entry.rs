//! One entry, before it is written.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::access::{Trace, Viewer};
use crate::codes;
use crate::vault::SealedBytes;

codes! {
    /// How it ended.
    pub enum Outcome {
        /// A change, made.
        Done = "done",
        /// Records, read.
        Seen = "seen",
        /// Not allowed, or out of reach.
        Refused = "refused",
        /// Tried, and something of ours failed.
        Failed = "failed",
    }
}

/// What is kept of one act.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its own id.
    pub id: Uuid,
    /// When.
    pub at: DateTime<Utc>,
    /// The organisation in which it happened.
    pub org: Uuid,
    /// Who; `None` for the server itself and for those who are not signed in.
    pub actor: Option<Uuid>,
    /// With which session.
    pub session: Option<Uuid>,
    /// In which request.
    pub request: Uuid,
    /// What.
    pub act: &'static str,
    /// How it ended.
    pub outcome: Outcome,
    /// Why it was refused.
    pub why: Option<&'static str>,
    /// The kind of record.
    pub target_kind: Option<&'static str>,
    /// The record.
    pub target: Option<Uuid>,
    /// The case it belongs to.
    pub case: Option<Uuid>,
    /// The records of a list, when there is more than one.
    pub ids: Vec<Uuid>,
    /// Names of the columns that were changed.
    pub fields: BTreeSet<&'static str>,
    /// The reason that was given, sealed.
    pub reason: Option<SealedBytes>,
}

impl Entry {
    /// An entry of what `viewer` does.
    pub fn of(viewer: &Viewer, act: &'static str, outcome: Outcome) -> Self {
        let clock = viewer.app().clock();
        Self {
            id: clock.new_id(),
            at: clock.now(),
            org: viewer.org(),
            actor: Some(viewer.user()),
            session: Some(viewer.session()),
            request: viewer.request(),
            act,
            outcome,
            why: None,
            target_kind: None,
            target: None,
            case: None,
            ids: Vec::new(),
            fields: BTreeSet::new(),
            reason: None,
        }
    }

    /// One entry for each kind of record that was seen.
    pub fn seen(viewer: &Viewer, seen: &BTreeSet<Trace>) -> Vec<Self> {
        let mut kinds: BTreeMap<&'static str, Vec<&Trace>> = BTreeMap::new();
        for trace in seen {
            kinds.entry(trace.kind).or_default().push(trace);
        }
        kinds
            .into_iter()
            .map(|(kind, traces)| {
                let cases: BTreeSet<_> = traces.iter().map(|trace| trace.case).collect();
                let ids: Vec<_> = traces.iter().map(|trace| trace.id).collect();
                let one = <[Uuid; 1]>::try_from(ids.as_slice()).ok();
                Self {
                    target_kind: Some(kind),
                    target: one.map(|[id]| id),
                    case: if cases.len() == 1 {
                        cases.first().copied().flatten()
                    } else {
                        None
                    },
                    ids: if one.is_some() { Vec::new() } else { ids },
                    ..Self::of(viewer, "read", Outcome::Seen)
                }
            })
            .collect()
    }

    /// The first record that a change touches is what it is about.
    pub fn touched(&mut self, trace: Option<Trace>) {
        let Some(trace) = trace else { return };
        if self.target.is_none() {
            self.target = Some(trace.id);
            self.target_kind = Some(trace.kind);
        } else if self.target != Some(trace.id) && !self.ids.contains(&trace.id) {
            self.ids.push(trace.id);
        }
        self.case = self.case.or(trace.case);
    }

    /// A column that was changed.
    pub fn changed(&mut self, column: &'static str) {
        self.fields.insert(column);
    }
}
