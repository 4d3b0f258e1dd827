//! A CSV file of a table: its columns, and its rows in turn or by their place.

use std::fs::File;
use std::path::Path;

use csv::{Position, Reader, ReaderBuilder, StringRecord};
use serde_json::{Map, Value};
use uuid::Uuid;

use super::cells::{self, Type};
use super::package::Types;
use super::tables::TABLES;

/// A row as an object.
pub(super) type Object = Map<String, Value>;

/// An open file.
pub(super) struct Sheet {
    /// Which table.
    pub table: usize,
    /// The file, as it is called within what was named.
    pub name: String,
    columns: Vec<(String, Type)>,
    reader: Reader<File>,
}

impl Sheet {
    /// Opens `path`, the file of `table`.
    pub(super) fn open(path: &Path, name: &str, table: usize, types: &Types) -> csv::Result<Self> {
        let mut reader = ReaderBuilder::new().from_path(path)?;
        let columns = reader.headers()?.iter().map(|column| {
            let of = TABLES.get(table).map(|table| types.get(table, column));
            (column.to_owned(), of.unwrap_or(Type::Text))
        });
        let columns = columns.collect();
        Ok(Self {
            table,
            name: name.to_owned(),
            columns,
            reader,
        })
    }

    /// The next row and its place; none at the end.
    pub(super) fn next(&mut self) -> Option<(Position, csv::Result<Object>)> {
        let mut record = StringRecord::new();
        let before = self.reader.position().clone();
        match self.reader.read_record(&mut record) {
            Ok(false) => None,
            Ok(true) => {
                let place = record.position().cloned().unwrap_or(before);
                Some((place, Ok(self.object(&record))))
            }
            // A file that cannot be read on ends here; a row that is none does not end it.
            Err(error) if error.is_io_error() => {
                let ended = self.reader.is_done();
                (!ended).then_some((before, Err(error)))
            }
            Err(error) => Some((before, Err(error))),
        }
    }

    /// The row at `place`.
    pub(super) fn at(&mut self, place: &Position) -> csv::Result<Object> {
        self.reader.seek(place.clone())?;
        let mut record = StringRecord::new();
        self.reader.read_record(&mut record)?;
        Ok(self.object(&record))
    }

    fn object(&self, record: &StringRecord) -> Object {
        let told = self.columns.iter().zip(record);
        told.filter_map(|((column, of), cell)| Some((column.clone(), cells::read(cell, *of)?)))
            .collect()
    }
}

/// The id that `object` has in `column`.
pub(super) fn link(object: &Object, column: &str) -> Option<Uuid> {
    object.get(column)?.as_str()?.parse().ok()
}
