//! A reviewed table of who may do what, as the text that people read.

use std::collections::BTreeMap;

use server::access::{Act, Class, Decision, Relation, Role, Why, classes, decide};

/// What stands in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell {
    /// May.
    Yes,
    /// In reach, and told no.
    No,
    /// Out of reach: it does not exist.
    Hidden,
}

impl Cell {
    pub const ALL: [Self; 3] = [Self::Yes, Self::No, Self::Hidden];

    fn sign(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::Hidden => ".",
        }
    }
}

/// Where a cell stands: relation, row, role.
pub type Place = (Relation, &'static str, Role);

/// A table for each relation; a row for each act or class, a column for each role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    pub cells: BTreeMap<Place, Cell>,
    rows: Vec<&'static str>,
}

impl Table {
    /// What the policy says of acts.
    pub fn of_acts() -> Self {
        let rows = Act::ALL.iter().map(|act| act.code()).collect();
        Self::filled(rows, |relation, row, role| {
            match decide(role, relation, Act::parse(row).unwrap()) {
                Decision::Allow => Cell::Yes,
                Decision::Deny(Why::OutOfReach) => Cell::Hidden,
                Decision::Deny(_) => Cell::No,
            }
        })
    }

    /// What the policy says of the classes of a case's fields; those that it gives to nobody
    /// are not of a case and have no row.
    pub fn of_classes() -> Self {
        let given = |class: &Class| {
            Role::ALL.iter().any(|role| {
                Relation::ALL
                    .iter()
                    .any(|relation| classes(*role, *relation).has(*class))
            })
        };
        let rows = Class::ALL
            .iter()
            .filter(|class| given(class))
            .map(|class| class.code())
            .collect();
        Self::filled(rows, |relation, row, role| {
            if classes(role, relation).has(Class::parse(row).unwrap()) {
                Cell::Yes
            } else {
                Cell::Hidden
            }
        })
    }

    fn filled(rows: Vec<&'static str>, cell: impl Fn(Relation, &str, Role) -> Cell) -> Self {
        let mut cells = BTreeMap::new();
        for relation in Relation::ALL {
            for row in &rows {
                for role in Role::ALL {
                    cells.insert((*relation, *row, *role), cell(*relation, row, *role));
                }
            }
        }
        Self { cells, rows }
    }

    /// The text.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for relation in Relation::ALL {
            text += &format!("\n{:20}", relation.code());
            for role in Role::ALL {
                text += &format!(" {:11}", short(*role));
            }
            for row in &self.rows {
                text = text.trim_end().to_owned() + &format!("\n  {row:18}");
                for role in Role::ALL {
                    text += &format!(" {:11}", self.cells[&(*relation, *row, *role)].sign());
                }
            }
            text = text.trim_end().to_owned() + "\n";
        }
        text
    }

    /// Reads the text of a table with the same rows as this one; anything that is not as it
    /// is written by [`text`](Self::text) stops the test.
    pub fn read(&self, text: &str) -> Self {
        let (mut relation, mut cells) = (None, BTreeMap::new());
        let lines = text.lines().filter(|line| !line.starts_with('#'));
        for line in lines.filter(|line| !line.trim().is_empty()) {
            let mut words = line.split_whitespace();
            let first = words.next().unwrap();
            if !line.starts_with(' ') {
                relation = Relation::parse(first);
                assert!(
                    words.eq(Role::ALL.iter().map(|role| short(*role))),
                    "{line}"
                );
                continue;
            }
            let row = self.rows.iter().find(|row| **row == first);
            let row = row.unwrap_or_else(|| panic!("a row that is none: {line}"));
            let signs: Vec<_> = words.collect();
            assert_eq!(signs.len(), Role::ALL.len(), "{line}");
            for (role, sign) in Role::ALL.iter().zip(signs) {
                let cell = Cell::ALL.into_iter().find(|cell| cell.sign() == sign);
                let place = (relation.expect("a table without a relation"), *row, *role);
                cells.insert(place, cell.unwrap_or_else(|| panic!("{sign}: {line}")));
            }
        }
        Self {
            cells,
            rows: self.rows.clone(),
        }
    }

    /// Where this table and another of the same places differ, in words.
    pub fn differences(&self, other: &Self) -> Vec<String> {
        let same = self.cells.keys().eq(other.cells.keys());
        assert!(same, "cells are missing, or are too many");
        let both = self.cells.iter().zip(other.cells.values());
        both.filter(|((_, one), two)| one != two)
            .map(|((place, one), two)| format!("{}: {one:?} and {two:?}", named(place)))
            .collect()
    }
}

/// A place in words.
pub fn named((relation, row, role): &Place) -> String {
    format!("{} {row} {}", relation.code(), short(*role))
}

fn short(role: Role) -> &'static str {
    match role {
        Role::ResourceSpecialist => "specialist",
        Role::FamilyAdvocacySpecialist => "advocate",
        Role::Supervisor => "supervisor",
        Role::PeerVolunteer => "volunteer",
        Role::Analyst => "analyst",
        Role::ExpertConsultant => "expert",
        Role::Trainer => "trainer",
        Role::Intake => "intake",
        Role::PrivacyOfficer => "privacy",
        Role::DirectoryCurator => "curator",
        Role::VolunteerCoordinator => "coordinator",
        Role::Admin => "admin",
    }
}
