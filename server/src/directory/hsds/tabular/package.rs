//! `datapackage.json`: which types the columns of the tables have.

use std::collections::HashMap;
use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use serde_json::{Value, json};

use super::cells::{Columns, Type};
use super::tables::{TABLES, Table};

/// The file's name.
pub(super) const FILE: &str = "datapackage.json";

/// The types that a package tells, by table and column.
#[derive(Debug, Default)]
pub(super) struct Types(HashMap<(String, String), Type>);

impl Types {
    /// Of the package in `folder`. Where there is none, or one that cannot be read (the
    /// specification's own example is empty), the types of the specification hold.
    pub(super) fn of(folder: &Path) -> Self {
        let told = File::open(folder.join(FILE)).ok();
        let told = told.and_then(|file| serde_json::from_reader(BufReader::new(file)).ok());
        let told: Value = told.unwrap_or_default();
        let mut types = HashMap::new();
        for resource in list(&told, "resources") {
            let path = resource
                .get("path")
                .and_then(Value::as_str)
                .unwrap_or_default();
            let file = path.rsplit('/').next().unwrap_or_default();
            let table = file.strip_suffix(".csv").unwrap_or(file);
            for field in resource
                .get("schema")
                .map(|schema| list(schema, "fields"))
                .unwrap_or_default()
            {
                let text = |name: &str| field.get(name).and_then(Value::as_str);
                if let (Some(name), Some(of)) = (text("name"), text("type")) {
                    types.insert((table.to_owned(), name.to_owned()), Type::named(of));
                }
            }
        }
        Self(types)
    }

    /// The type of `column` in `table`.
    pub(super) fn get(&self, table: &Table, column: &str) -> Type {
        let told = self.0.get(&(table.file.to_owned(), column.to_owned()));
        let known = || match table.numbers.contains(&column) {
            true => Type::Number,
            false => Type::Text,
        };
        told.copied().unwrap_or_else(known)
    }
}

fn list<'v>(value: &'v Value, field: &str) -> Vec<&'v Value> {
    let list = value.get(field).and_then(Value::as_array);
    list.into_iter().flatten().collect()
}

/// The package that describes tables with these columns.
pub(super) fn describe(columns: &[(usize, Columns)]) -> Value {
    let resources = columns.iter().filter_map(|(at, columns)| {
        let table = TABLES.get(*at)?;
        let fields: Vec<_> = columns
            .all()
            .map(|(name, of)| json!({ "name": name, "type": of.name() }))
            .collect();
        let links: Vec<_> = table
            .within
            .iter()
            .chain(table.holds)
            .filter(|link| !link.table.is_empty() && columns.all().any(|(name, _)| name == link.column))
            .map(|link| {
                json!({ "fields": link.column, "reference": { "resource": link.table, "fields": "id" } })
            })
            .collect();
        Some(json!({
            "name": table.file, "path": format!("{}.csv", table.file), "profile": "tabular-data-resource",
            "format": "csv", "mediatype": "text/csv", "encoding": "utf-8",
            "schema": { "fields": fields, "foreignKeys": links },
        }))
    });
    json!({
        "name": "hsds", "profile": "tabular-data-package",
        "resources": resources.collect::<Vec<_>>(),
    })
}
