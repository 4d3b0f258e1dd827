//! Reads a folder of tables as the objects of HSDS, each with what stands within it.

use std::path::{Path, PathBuf};

use serde_json::Value;
use tokio::sync::mpsc::Sender;
use uuid::Uuid;

use super::index::{Index, Place};
use super::package::Types;
use super::row::{Object, Sheet, link};
use super::table_of;
use super::tables::{TABLES, Table, named};
use crate::directory::hsds::entity::RecordKind;
use crate::directory::hsds::read::Row;

/// Rows within rows at most; HSDS has four.
const DEEPEST: usize = 8;

/// Reads the tables among `files` and sends what they hold. `folder` may have a package.
pub(in crate::directory::hsds) fn send(
    folder: &Path,
    files: &[(PathBuf, String)],
    to: &Sender<Row>,
) {
    let types = Types::of(folder);
    let mut reader = Reader {
        sheets: Vec::new(),
        index: Index::default(),
        to,
    };
    for (path, name) in files {
        let Some(table) = table_of(name) else {
            if !name.ends_with("meta_table_descriptions.csv") {
                reader.tell(name, 0, Err("no table of HSDS".to_owned()));
            }
            continue;
        };
        match Sheet::open(path, name, table, &types) {
            Ok(sheet) => reader.sheets.push(sheet),
            Err(error) => reader.tell(name, 0, Err(error.to_string())),
        }
    }
    reader.note();
    for (path, name) in files {
        let Some(table) = table_of(name) else {
            continue;
        };
        // Opened again, since the places within the other are sought while this one is read.
        if let Ok(sheet) = Sheet::open(path, name, table, &types) {
            match kind(table) {
                Some(kind) => reader.records(sheet, kind),
                None => reader.strays(sheet),
            }
        }
        if to.is_closed() {
            return;
        }
    }
}

/// The kind of record that the rows of a table are; none where they are parts of one.
fn kind(table: usize) -> Option<RecordKind> {
    let file = TABLES.get(table)?.file;
    RecordKind::ALL
        .iter()
        .copied()
        .find(|kind| kind.table() == file)
}

struct Reader<'t> {
    sheets: Vec<Sheet>,
    index: Index,
    to: &'t Sender<Row>,
}

impl Reader<'_> {
    fn tell(&self, file: &str, row: u64, told: Result<(RecordKind, Object), String>) {
        let file = file.to_owned();
        // Nobody listens any more: the loop over the files ends by that.
        let _ = self.to.blocking_send(Row { file, row, told });
    }

    fn note(&mut self) {
        let mut wrong = Vec::new();
        for (at, sheet) in self.sheets.iter_mut().enumerate() {
            let file = sheet.name.clone();
            let mut tell = |row, why| wrong.push((file.clone(), row, why));
            self.index.add(at, sheet, &mut tell);
        }
        for (file, row, why) in wrong {
            self.tell(&file, row, Err(why));
        }
    }

    fn records(&mut self, mut sheet: Sheet, kind: RecordKind) {
        // What cannot be read was told when the places were noted.
        while let Some((place, row)) = sheet.next() {
            let Ok(mut row) = row else { continue };
            let told = self
                .complete(sheet.table, &mut row, 0)
                .map(|()| (kind, row));
            self.tell(
                &sheet.name,
                place.record(),
                told.map_err(|why| why.to_string()),
            );
            if self.to.is_closed() {
                return;
            }
        }
    }

    /// Tells of the parts that belong to nothing.
    fn strays(&mut self, mut sheet: Sheet) {
        while let Some((place, row)) = sheet.next() {
            if let Ok(row) = row
                && !self.index.belongs(sheet.table, &row)
            {
                let why = "it names nothing to belong to that is here".to_owned();
                self.tell(&sheet.name, place.record(), Err(why));
            }
        }
    }

    /// Puts into `row` of `table` what stands within it.
    fn complete(&mut self, table: usize, row: &mut Object, depth: usize) -> csv::Result<()> {
        let (Some(of), true) = (TABLES.get(table), depth < DEEPEST) else {
            return Ok(());
        };
        for by in of.holds {
            let place = link(row, by.column)
                .zip(named(by.table))
                .and_then(|(id, other)| self.index.row(other, id).cloned().zip(Some(other)));
            if let Some((place, other)) = place {
                let inner = self.part(other, &place, depth)?;
                row.insert(by.field.to_owned(), Value::Object(inner));
                row.remove(by.column);
            }
        }
        if let Some(id) = link(row, "id") {
            self.lists(of, id, row, depth)?;
        }
        Ok(())
    }

    fn lists(&mut self, of: &Table, id: Uuid, row: &mut Object, depth: usize) -> csv::Result<()> {
        for (other, part) in TABLES.iter().enumerate() {
            for by in part.within {
                if by.table != of.file && !by.table.is_empty() {
                    continue;
                }
                let places = self.index.parts(other, by.column, id).to_vec();
                if places.is_empty() {
                    continue;
                }
                let mut list = Vec::with_capacity(places.len());
                for place in &places {
                    list.push(Value::Object(self.part(other, place, depth)?));
                }
                row.insert(by.field.to_owned(), Value::Array(list));
            }
        }
        Ok(())
    }

    /// The row of `table` at `place` as it stands within another: where it stands says what
    /// its links said, but for those that lead nowhere.
    fn part(&mut self, table: usize, place: &Place, depth: usize) -> csv::Result<Object> {
        let (sheet, position) = place;
        let mut row = match self.sheets.get_mut(*sheet) {
            Some(sheet) => sheet.at(position)?,
            None => Object::new(),
        };
        for by in TABLES.get(table).map_or(&[][..], |table| table.within) {
            if self.index.leads(&row, by) {
                row.remove(by.column);
            }
        }
        self.complete(table, &mut row, depth + 1)?;
        Ok(row)
    }
}
