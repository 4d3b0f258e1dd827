//! Every column of the migrated database against the list of what may leave (rule 27).

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::{FromQueryResult, Statement};
use server::disclosures::DisclosureField;

use crate::both;
use crate::database::Kind;
use crate::world::World;

const LIST: &str = include_str!("leaves.txt");

#[derive(FromQueryResult)]
struct Column {
    place: String,
}

/// All columns, as `table.column`; not the search index of SQLite, which is of services.
async fn columns(world: &World) -> BTreeSet<String> {
    let sql = match world.database.kind() {
        Kind::Sqlite => {
            "SELECT t.name || '.' || c.name AS place FROM sqlite_master t, pragma_table_info(t.name) c \
             WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' AND t.name NOT LIKE '%\\_fts%' ESCAPE '\\' \
             AND t.name <> 'seaql_migrations'"
        }
        Kind::Postgres => {
            "SELECT table_name || '.' || column_name AS place FROM information_schema.columns \
             WHERE table_schema = 'public' AND table_name <> 'seaql_migrations'"
        }
    };
    let db = world.sql().await;
    let statement = Statement::from_string(db.get_database_backend(), sql);
    let rows = Column::find_by_statement(statement).all(&db).await.unwrap();
    db.close().await.unwrap();
    rows.into_iter().map(|row| row.place).collect()
}

/// What is said of a column or of a whole table.
fn said() -> BTreeMap<&'static str, &'static str> {
    let lines = LIST.lines().filter(|line| !line.starts_with('#'));
    let said = lines.map(|line| {
        let (place, what) = line.split_once(' ').unwrap();
        (place, what.trim())
    });
    let all: Vec<_> = said.collect();
    let each: BTreeMap<_, _> = all.iter().copied().collect();
    assert_eq!(all.len(), each.len(), "each is said once");
    each
}

both! {
    async fn rule_027_each_column_of_the_database_has_a_category_or_never_leaves(world) {
        let (columns, said) = (columns(&world).await, said());
        assert!(columns.len() > 500, "the database was asked: {}", columns.len());
        let mut used = BTreeSet::new();
        for column in &columns {
            let table = format!("{}.*", column.split_once('.').unwrap().0);
            let found = said.get_key_value(column.as_str()).or_else(|| said.get_key_value(table.as_str()));
            let (place, _) = found.unwrap_or_else(|| panic!("{column}: nobody has said whether it may leave"));
            used.insert(*place);
        }
        // A table of the search is of one database alone.
        let each = said.keys().filter(|place| !place.ends_with(".*"));
        let gone: Vec<_> = each.filter(|place| !used.contains(*place)).collect();
        assert!(gone.is_empty(), "no such column: {gone:?}");
    }
}

#[test]
fn rule_027_what_leaves_is_told_in_the_category_of_its_field_and_each_field_is_of_a_column() {
    let mut fields = BTreeSet::new();
    for (place, what) in said() {
        let Some(leaves) = what.strip_prefix("leaves ") else {
            assert!(what.starts_with("never"), "{place}: {what}");
            continue;
        };
        let (category, field) = leaves.split_once(' ').unwrap();
        let field = DisclosureField::parse(field).unwrap_or_else(|| panic!("{place}: {field}"));
        assert_eq!(field.category().unwrap().code(), category, "{place}");
        fields.insert(field);
    }
    let words = DisclosureField::ALL
        .iter()
        .filter(|field| field.category().is_some());
    assert_eq!(
        fields,
        words.copied().collect(),
        "but the words that are written for once"
    );
}
