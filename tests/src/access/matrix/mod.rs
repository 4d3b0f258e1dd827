//! The whole matrix: role × relation × act, as reviewed tables and over HTTP.
//!
//! `acts.txt` and `classes.txt` are read by people. The policy must say what they say, and
//! so must a running server, cell by cell. A change of the policy changes a table, which a
//! reviewer sees; run with `REVIEW=1` to write it.

mod fields;
mod table;

use std::collections::BTreeMap;

use futures::StreamExt;
use server::access::{Act, Relation, Role};

use self::table::{Cell, Place, Table, named};
use super::probes::{self, How, Probe};
use super::stage::Stage;
use super::trial::Seen;
use crate::both;
use crate::world::Persona;

const ACTS: &str = include_str!("acts.txt");
const CLASSES: &str = include_str!("classes.txt");

const ACTS_HEAD: &str = "\
# Who may do what. A table for each way of standing to a case or its organisation.
#   yes  may
#   no   in reach, and told no
#   .    out of reach: it looks as if it did not exist (rules 29, 30)
";
const CLASSES_HEAD: &str = "\
# Whose fields of a case one sees, by class. What is not seen is null, or empty.
";

/// Compares with the file, or writes it when a reviewer asks for that.
#[allow(
    clippy::disallowed_methods,
    reason = "it is the reviewer of a change who asks, not the server's configuration"
)]
fn reviewed(policy: &Table, file: &str, name: &str, head: &str) {
    if std::env::var_os("REVIEW").is_some() {
        let path = format!("{}/src/access/matrix/{name}", env!("CARGO_MANIFEST_DIR"));
        std::fs::write(path, head.to_owned() + &policy.text()).unwrap();
        return;
    }
    let differences = policy.differences(&policy.read(file));
    assert!(
        differences.is_empty(),
        "policy and {name} differ: {differences:#?}"
    );
    assert_eq!(
        file,
        head.to_owned() + &policy.text(),
        "{name} is not written as it would be"
    );
}

#[test]
fn the_policy_is_the_reviewed_table() {
    reviewed(&Table::of_acts(), ACTS, "acts.txt", ACTS_HEAD);
    reviewed(&Table::of_classes(), CLASSES, "classes.txt", CLASSES_HEAD);
}

/// One cell of the table written differently is one difference found, whichever it is.
#[test]
fn a_policy_with_any_one_cell_changed_is_not_the_reviewed_table() {
    for (mut policy, file) in [(Table::of_acts(), ACTS), (Table::of_classes(), CLASSES)] {
        let reviewed = policy.read(file);
        for (place, cell) in &reviewed.cells {
            for other in Cell::ALL.into_iter().filter(|other| other != cell) {
                policy.cells.insert(*place, other);
                let found = policy.differences(&reviewed);
                assert_eq!(found.len(), 1, "{}", named(place));
            }
            policy.cells.insert(*place, *cell);
        }
    }
}

#[test]
fn every_act_has_a_probe() {
    let probes = probes::all();
    for act in Act::ALL {
        assert!(
            probes.iter().any(|probe| probe.act == *act),
            "{}",
            act.code()
        );
    }
}

/// What was learned over HTTP about each cell, once by each probe of its act.
type Observed = BTreeMap<Place, Vec<Seen>>;

/// Whether what was learned is what the cell says.
fn fits(place: &Place, cell: Cell, seen: Seen) -> bool {
    let about_a_case = Act::parse(place.1).unwrap().about_a_case();
    match cell {
        Cell::Yes => seen == Seen::Done,
        // A record that one may not read is not there for a change of it either.
        Cell::No => seen != Seen::Done,
        // Whether one has the role at all is said of one's own organisation, before any
        // record is looked for: the same is said when there is none.
        Cell::Hidden => seen == Seen::Nothing || (seen == Seen::ToldNo && !about_a_case),
    }
}

/// Tries everything as one with `role` who stands in `relation`.
async fn play(
    stage: &Stage,
    role: Role,
    relation: Relation,
    who: &Persona,
    reviewed: &Table,
) -> Observed {
    let mut observed = Observed::new();
    let stranger = relation == Relation::OtherOrganisation;
    let others = if stranger {
        probes::of_others()
    } else {
        Vec::new()
    };
    let own = |probe: &Probe| matches!(probe.how, How::Own(..));
    let probes = probes::all()
        .into_iter()
        .filter(|probe| !stranger || !own(probe));
    for probe in probes.chain(others) {
        let place = (relation, probe.act.code(), role);
        let cell = reviewed.cells[&place];
        let seen = stage.attempt(who, &probe, cell == Cell::Hidden).await;
        assert!(
            fits(&place, cell, seen),
            "{} by {}: {cell:?} and {seen:?}",
            named(&place),
            probe.field
        );
        observed.entry(place).or_default().push(seen);
    }
    observed
}

/// A server whose policy differed from the reviewed table in one cell would not have been
/// seen as this one was. Only two refusals can look alike: whether one is told no, or nothing,
/// where all that can be asked answers with `null`.
fn mutants(reviewed: &Table, observed: &Observed) {
    for (place, cell) in &reviewed.cells {
        let seen = observed
            .get(place)
            .unwrap_or_else(|| panic!("never tried: {}", named(place)));
        for other in Cell::ALL.into_iter().filter(|other| other != cell) {
            let found = seen.iter().any(|seen| !fits(place, other, *seen));
            let refusals = *cell != Cell::Yes && other != Cell::Yes;
            assert!(
                found || refusals,
                "{} as {other:?} would not be found",
                named(place)
            );
        }
    }
}

both! {
    async fn rule_030_every_cell_of_the_matrix_over_http(world) {
        let reviewed = Table::of_acts().read(ACTS);
        let stage = Stage::new(world).await;
        let mut players = Vec::new();
        for role in Role::ALL {
            for relation in Relation::ALL {
                players.push((*role, *relation, stage.player(*role, *relation).await));
            }
        }
        let plays = players.iter().map(|(role, relation, who)| play(&stage, *role, *relation, who, &reviewed));
        let observed: Vec<Observed> = futures::stream::iter(plays).buffer_unordered(4).collect().await;
        mutants(&reviewed, &observed.into_iter().flatten().collect());
        stage.untouched().await;
    }
}
