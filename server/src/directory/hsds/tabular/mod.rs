//! HSDS as tables: a folder of CSV files, a table each, with a `datapackage.json` that tells
//! the types of their columns (Frictionless Data's tabular data package).
//!
//! A table's row belongs where its links say; in the objects of HSDS it stands within them.
//! So a row that names a service and a location stands in both, and comes out as one row again.
//! The files are for programs: what a cell says is not changed to please a spreadsheet.

mod cells;
mod index;
mod package;
mod read;
mod row;
mod scratch;
mod tables;
mod write;

pub(super) use read::send;
pub(super) use write::Tables;

use super::entity::RecordKind;
use tables::TABLES;

impl RecordKind {
    /// The table of HSDS that holds records of this kind.
    pub(super) fn table(self) -> &'static str {
        match self {
            Self::Taxonomy => "taxonomies",
            Self::TaxonomyTerm => "taxonomy_terms",
            Self::Organization => "organizations",
            Self::Location => "locations",
            Self::Service => "services",
            Self::ServiceAtLocation => "service_at_location",
        }
    }
}

/// The table that a file holds, by its name.
fn table_of(file: &str) -> Option<usize> {
    let name = file.rsplit('/').next()?.strip_suffix(".csv")?;
    // The one name that the specification gives in the singular is often told in the plural.
    let name = match name {
        "service_at_locations" => RecordKind::ServiceAtLocation.table(),
        name => name,
    };
    TABLES.iter().position(|table| table.file == name)
}
