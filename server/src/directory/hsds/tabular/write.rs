//! Writes the objects of HSDS as tables.

use std::collections::{BTreeMap, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::Path;

use serde_json::{Value, json};
use uuid::Uuid;

use super::cells;
use super::package;
use super::row::{Object, link};
use super::scratch::Scratch;
use super::tables::{Link, TABLES, listed, named};

/// An organisation stands within its services when they are told, and is a row of its own.
const WHOSE: Link = Link {
    column: "organization_id",
    table: "organizations",
    field: "organization",
};

/// Of a row that was written: what it said, and where it stands.
struct Written {
    said: u64,
    stands: BTreeMap<&'static str, Uuid>,
}

/// Rows of another table that stand within one.
struct Parts {
    table: usize,
    by: &'static Link,
    rows: Vec<Value>,
}

/// Tables that are being written.
#[derive(Default)]
pub(in crate::directory::hsds) struct Tables {
    scratch: BTreeMap<usize, Scratch>,
    written: HashMap<(usize, Uuid), Written>,
}

impl Tables {
    /// Adds an object of the table `file`, with what stands within it.
    pub(in crate::directory::hsds) fn add(&mut self, file: &str, object: Object) -> io::Result<()> {
        let table = named(file).ok_or_else(|| io::Error::other("no table of HSDS"))?;
        self.take(table, object, None)
    }

    fn take(
        &mut self,
        table: usize,
        mut row: Object,
        stands: Option<(&'static Link, Uuid)>,
    ) -> io::Result<()> {
        let id = link(&row, "id");
        if let Some(id) = id
            && stands.is_none()
            && self.written.contains_key(&(table, id))
        {
            return Ok(());
        }
        let parts = self.take_out(table, &mut row)?;
        let mut hasher = DefaultHasher::new();
        json!(row).to_string().hash(&mut hasher);
        let said = hasher.finish();
        if !self.again(table, id, said, stands)? {
            if let Some((by, whole)) = stands {
                row.insert(by.column.to_owned(), json!(whole));
            }
            if let Some(id) = id {
                let stands = stands.map(|(by, whole)| (by.column, whole));
                let written = Written {
                    said,
                    stands: stands.into_iter().collect(),
                };
                self.written.entry((table, id)).or_insert(written);
            }
            self.scratch(table)?.add(&row)?;
        }
        for part in parts {
            for row in part.rows {
                if let (Value::Object(row), Some(id)) = (row, id) {
                    self.take(part.table, row, Some((part.by, id)))?;
                }
            }
        }
        Ok(())
    }

    /// Whether a row that was written says the same and does not stand in the like of this:
    /// then it stands here as well.
    fn again(
        &mut self,
        table: usize,
        id: Option<Uuid>,
        said: u64,
        stands: Option<(&'static Link, Uuid)>,
    ) -> io::Result<bool> {
        let (Some(id), Some((by, whole))) = (id, stands) else {
            return Ok(false);
        };
        let Some(written) = self.written.get_mut(&(table, id)) else {
            return Ok(false);
        };
        if written.said != said {
            return Ok(false);
        }
        let there = written.stands.entry(by.column).or_insert(whole);
        let here = *there == whole;
        self.scratch(table)?.columns.note(by.column, &json!(whole));
        Ok(here)
    }

    /// Takes out of `row` what are rows of other tables: the lists are returned, the single
    /// ones are written.
    fn take_out(&mut self, table: usize, row: &mut Object) -> io::Result<Vec<Parts>> {
        let mut parts = Vec::new();
        let Some(of) = TABLES.get(table) else {
            return Ok(parts);
        };
        for by in of
            .holds
            .iter()
            .chain((of.file == "services").then_some(&WHOSE))
        {
            let inner = row.get(by.field).and_then(Value::as_object);
            let id = inner.and_then(|inner| link(inner, "id"));
            if let (Some(id), Some(other)) = (id, named(by.table))
                && let Some(Value::Object(inner)) = row.remove(by.field)
            {
                self.take(other, inner, None)?;
                row.insert(by.column.to_owned(), json!(id));
            }
        }
        if link(row, "id").is_none() {
            return Ok(parts);
        }
        let fields: Vec<String> = row.keys().cloned().collect();
        for field in fields {
            let Some((table, by)) = listed(of, &field) else {
                continue;
            };
            let objects = |value: &Value| {
                let list = value.as_array();
                list.is_some_and(|list| list.iter().all(Value::is_object))
            };
            if row.get(&field).is_some_and(objects)
                && let Some(Value::Array(rows)) = row.remove(&field)
            {
                parts.push(Parts { table, by, rows });
            }
        }
        Ok(parts)
    }

    fn scratch(&mut self, table: usize) -> io::Result<&mut Scratch> {
        use std::collections::btree_map::Entry;
        Ok(match self.scratch.entry(table) {
            Entry::Occupied(there) => there.into_mut(),
            Entry::Vacant(none) => none.insert(Scratch::new()?),
        })
    }

    /// Writes the tables and the package that describes them into `folder`.
    pub(in crate::directory::hsds) fn finish(self, folder: &Path) -> io::Result<()> {
        let (mut described, mut written) = (Vec::new(), self.written);
        for (table, scratch) in self.scratch {
            let Some(of) = TABLES.get(table) else {
                continue;
            };
            let (columns, rows) = scratch.read()?;
            let path = folder.join(format!("{}.csv", of.file));
            let mut csv = csv::Writer::from_path(path)?;
            csv.write_record(columns.all().map(|(column, _)| column))?;
            for row in rows {
                let mut row = row?;
                // The first row of an id stands wherever others would have said the same.
                let id = link(&row, "id");
                if let Some(first) = id.and_then(|id| written.remove(&(table, id))) {
                    for (column, whole) in first.stands {
                        row.entry(column).or_insert_with(|| json!(whole));
                    }
                }
                let cell = |(column, of)| {
                    row.get(column)
                        .map_or(String::new(), |value| cells::write(value, of))
                };
                csv.write_record(columns.all().map(cell))?;
            }
            csv.flush()?;
            described.push((table, columns));
        }
        let package = serde_json::to_string_pretty(&package::describe(&described))?;
        std::fs::write(folder.join(package::FILE), package + "\n")
    }
}
