//! The rows of one table on their way into its file: they wait on the disk until all of its
//! columns are known.

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Seek, Write};

use serde_json::Value;

use super::cells::Columns;
use super::row::Object;

/// The rows of a table, and its columns so far.
pub(super) struct Scratch {
    rows: BufWriter<File>,
    /// The columns of what was added.
    pub columns: Columns,
}

impl Scratch {
    /// Without a row. The file has no name and goes with this value.
    pub(super) fn new() -> io::Result<Self> {
        let mut columns = Columns::default();
        columns.note("id", &Value::Null);
        Ok(Self {
            rows: BufWriter::new(tempfile::tempfile()?),
            columns,
        })
    }

    /// Adds a row.
    pub(super) fn add(&mut self, row: &Object) -> io::Result<()> {
        for (column, value) in row {
            self.columns.note(column, value);
        }
        serde_json::to_writer(&mut self.rows, row)?;
        self.rows.write_all(b"\n")
    }

    /// The columns, and the rows in the order in which they were added.
    pub(super) fn read(self) -> io::Result<(Columns, impl Iterator<Item = io::Result<Object>>)> {
        let mut file = self
            .rows
            .into_inner()
            .map_err(io::IntoInnerError::into_error)?;
        file.rewind()?;
        let lines = BufReader::new(file).lines();
        let rows = lines.map(|line| Ok(serde_json::from_str(&line?)?));
        Ok((self.columns, rows))
    }
}
