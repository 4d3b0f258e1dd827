//! The tables of HSDS 3.0, how they hang together, and which columns hold numbers
//! (`schema/compiled/tabular.json` of the specification).

/// A table.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Table {
    /// The name of its file, without the ending.
    pub file: &'static str,
    /// What a column that links to it begins with.
    pub one: &'static str,
    /// The columns that say in which object of which table a row stands, and in which field.
    pub within: &'static [Link],
    /// The columns that name a row which stands within, and in which field.
    pub holds: &'static [Link],
    /// Columns that hold numbers, where no package says so.
    pub numbers: &'static [&'static str],
}

/// A column that names a row of another table.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Link {
    /// The column.
    pub column: &'static str,
    /// The file of the other table; empty for any.
    pub table: &'static str,
    /// The field in which the one stands within the other.
    pub field: &'static str,
}

const fn link(column: &'static str, table: &'static str, field: &'static str) -> Link {
    Link {
        column,
        table,
        field,
    }
}

/// A table whose rows stand within others.
const fn part(file: &'static str, one: &'static str, within: &'static [Link]) -> Table {
    Table {
        file,
        one,
        within,
        holds: &[],
        numbers: &[],
    }
}

impl Table {
    const fn holding(self, holds: &'static [Link]) -> Self {
        Self { holds, ..self }
    }

    const fn counting(self, numbers: &'static [&'static str]) -> Self {
        Self { numbers, ..self }
    }
}

/// All of them; those that are records of their own first, in the order in which they are read.
pub(super) const TABLES: &[Table] = &[
    part("taxonomies", "taxonomy", &[]),
    part("taxonomy_terms", "taxonomy_term", &[]).holding(&[link(
        "taxonomy_id",
        "taxonomies",
        "taxonomy_detail",
    )]),
    part("organizations", "organization", &[]).counting(&["year_incorporated"]),
    part("locations", "location", &[]).counting(&["latitude", "longitude"]),
    part("services", "service", &[])
        .holding(&[link("program_id", "programs", "program")])
        .counting(&["minimum_age", "maximum_age"]),
    part("service_at_location", "service_at_location", &[]),
    part(
        "programs",
        "program",
        &[link("organization_id", "organizations", "programs")],
    ),
    part(
        "organization_identifiers",
        "organization_identifier",
        &[link(
            "organization_id",
            "organizations",
            "organization_identifiers",
        )],
    ),
    part(
        "contacts",
        "contact",
        &[
            link("organization_id", "organizations", "contacts"),
            link("service_id", "services", "contacts"),
            link("service_at_location_id", "service_at_location", "contacts"),
            link("location_id", "locations", "contacts"),
        ],
    ),
    part(
        "phones",
        "phone",
        &[
            link("organization_id", "organizations", "phones"),
            link("service_id", "services", "phones"),
            link("service_at_location_id", "service_at_location", "phones"),
            link("location_id", "locations", "phones"),
            link("contact_id", "contacts", "phones"),
        ],
    )
    .counting(&["extension"]),
    part(
        "schedules",
        "schedule",
        &[
            link("service_id", "services", "schedules"),
            link("service_at_location_id", "service_at_location", "schedules"),
            link("location_id", "locations", "schedules"),
        ],
    )
    .counting(&["timezone", "count", "interval"]),
    part(
        "service_areas",
        "service_area",
        &[
            link("service_id", "services", "service_areas"),
            link(
                "service_at_location_id",
                "service_at_location",
                "service_areas",
            ),
        ],
    ),
    part(
        "languages",
        "language",
        &[
            link("service_id", "services", "languages"),
            link("location_id", "locations", "languages"),
            link("phone_id", "phones", "languages"),
        ],
    ),
    part(
        "funding",
        "funding",
        &[
            link("organization_id", "organizations", "funding"),
            link("service_id", "services", "funding"),
        ],
    ),
    part(
        "cost_options",
        "cost_option",
        &[link("service_id", "services", "cost_options")],
    )
    .counting(&["amount"]),
    part(
        "required_documents",
        "required_document",
        &[link("service_id", "services", "required_documents")],
    ),
    part(
        "addresses",
        "address",
        &[link("location_id", "locations", "addresses")],
    ),
    part(
        "accessibility",
        "accessibility",
        &[link("location_id", "locations", "accessibility")],
    ),
    part(
        "attributes",
        "attribute",
        &[link("link_id", "", "attributes")],
    )
    .holding(&[link("taxonomy_term_id", "taxonomy_terms", "taxonomy_term")]),
    part(
        "metadata",
        "metadata",
        &[link("resource_id", "", "metadata")],
    ),
];

/// The table of the file `file`.
pub(super) fn named(file: &str) -> Option<usize> {
    TABLES.iter().position(|table| table.file == file)
}

/// The table whose rows stand in the list `field` of a row of `table`, and the column of
/// theirs that says so.
pub(super) fn listed(table: &Table, field: &str) -> Option<(usize, &'static Link)> {
    TABLES.iter().enumerate().find_map(|(at, part)| {
        let here = |link: &&Link| {
            link.field == field && (link.table == table.file || link.table.is_empty())
        };
        part.within.iter().find(here).map(|link| (at, link))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rule_078_each_link_leads_to_a_table() {
        for table in TABLES {
            for link in table.within.iter().chain(table.holds) {
                let there = link.table.is_empty() || named(link.table).is_some();
                assert!(there, "{}.{}", table.file, link.column);
            }
        }
    }

    #[test]
    fn rule_078_a_list_is_known_by_its_field() {
        let services = &TABLES[named("services").unwrap()];
        let (phones, link) = listed(services, "phones").unwrap();
        assert_eq!((TABLES[phones].file, link.column), ("phones", "service_id"));
        let (attributes, link) = listed(services, "attributes").unwrap();
        assert_eq!(
            (TABLES[attributes].file, link.column),
            ("attributes", "link_id")
        );
        assert_eq!(listed(services, "addresses"), None);
    }
}
