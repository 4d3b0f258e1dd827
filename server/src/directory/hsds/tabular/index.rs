//! Where the rows stand that belong into others. Only places are held, never rows: what an
//! import needs grows by some bytes a row, however much a row says.

use std::collections::{HashMap, HashSet};

use csv::Position;
use uuid::Uuid;

use super::row::{Object, Sheet, link};
use super::tables::{Link, TABLES, named};

/// A place: the sheet's number and the position in it.
pub(super) type Place = (usize, Position);

/// The places of all rows.
#[derive(Default)]
pub(super) struct Index {
    /// Of the rows of a table that name a row by a column, by table, column and that row's id.
    parts: HashMap<(usize, &'static str, Uuid), Vec<Place>>,
    /// Of each row, by table and id.
    rows: HashMap<(usize, Uuid), Place>,
    /// Of any table.
    ids: HashSet<Uuid>,
    /// What is named as standing within another.
    held: HashSet<(usize, Uuid)>,
}

impl Index {
    /// Takes note of the rows of `sheet`, the `at`th; tells of those that cannot be read.
    pub(super) fn add(&mut self, at: usize, sheet: &mut Sheet, wrong: &mut dyn FnMut(u64, String)) {
        let Some(table) = TABLES.get(sheet.table) else {
            return;
        };
        while let Some((place, row)) = sheet.next() {
            let row = match row {
                Ok(row) => row,
                Err(error) => {
                    wrong(place.record(), error.to_string());
                    continue;
                }
            };
            if let Some(id) = link(&row, "id") {
                self.ids.insert(id);
                let first = self.rows.entry((sheet.table, id));
                first.or_insert_with(|| (at, place.clone()));
            }
            for one in table.within {
                if let Some(id) = link(&row, one.column) {
                    let there = self.parts.entry((sheet.table, one.column, id));
                    there.or_default().push((at, place.clone()));
                }
            }
            for one in table.holds {
                if let (Some(id), Some(other)) = (link(&row, one.column), named(one.table)) {
                    self.held.insert((other, id));
                }
            }
        }
    }

    /// The places of the rows of `table` that name `id` in `column`.
    pub(super) fn parts(&self, table: usize, column: &'static str, id: Uuid) -> &[Place] {
        let found = self.parts.get(&(table, column, id));
        found.map_or(&[], Vec::as_slice)
    }

    /// The place of the row `id` of `table`.
    pub(super) fn row(&self, table: usize, id: Uuid) -> Option<&Place> {
        self.rows.get(&(table, id))
    }

    /// Whether what `row` names by `link` is there.
    pub(super) fn leads(&self, row: &Object, by: &Link) -> bool {
        let Some(id) = link(row, by.column) else {
            return false;
        };
        match named(by.table) {
            Some(table) => self.rows.contains_key(&(table, id)),
            None => self.ids.contains(&id),
        }
    }

    /// Whether `row` of `table` stands within any other.
    pub(super) fn belongs(&self, table: usize, row: &Object) -> bool {
        let within = TABLES.get(table).map_or(&[][..], |table| table.within);
        let held = |id| self.held.contains(&(table, id));
        within.iter().any(|by| self.leads(row, by)) || link(row, "id").is_some_and(held)
    }
}
