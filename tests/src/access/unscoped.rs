//! Reads and writes that skip the viewer's scope begin with `unscoped_`: each use is on a
//! reviewed list, with its reason. One more, one fewer, or one elsewhere fails this test.

use std::collections::BTreeMap;

use super::source::{files, listed};

const LIST: &str = include_str!("unscoped.txt");

/// Uses by file and name, not counting where a name is declared or passed on.
fn used() -> BTreeMap<(String, String), usize> {
    let mut used = BTreeMap::new();
    for (path, code) in files() {
        for (at, _) in code.match_indices("unscoped_") {
            let name: String = code[at..]
                .chars()
                .take_while(|c| c.is_alphanumeric() || *c == '_')
                .collect();
            let line = code[..at].rsplit('\n').next().unwrap();
            let passed_on = line.trim_start().starts_with("pub use ");
            if !line.ends_with("fn ") && !passed_on {
                *used.entry((path.clone(), name)).or_default() += 1;
            }
        }
    }
    used
}

fn reviewed() -> BTreeMap<(String, String), usize> {
    listed(LIST)
        .map(|line| {
            let (what, why) = line.split_once(" | ").expect("a reason");
            assert!(why.trim().len() > 10, "a reason: {line}");
            let mut words = what.split_whitespace().map(str::to_owned);
            let [count, path, name] =
                std::array::from_fn(|_| words.next().expect("count, file, name"));
            ((path, name), count.parse().unwrap())
        })
        .collect()
}

#[test]
fn each_unscoped_use_is_on_the_reviewed_list() {
    let (used, reviewed) = (used(), reviewed());
    let new: Vec<_> = used
        .iter()
        .filter(|(what, count)| reviewed.get(what) != Some(count))
        .collect();
    let gone: Vec<_> = reviewed
        .keys()
        .filter(|what| !used.contains_key(what))
        .collect();
    assert!(
        new.is_empty() && gone.is_empty(),
        "not reviewed: {new:#?}, gone: {gone:#?}"
    );
}

/// The scope of every table is in the file that declares it: nothing else can widen a read.
#[test]
fn only_the_spine_and_jobs_read_without_a_viewer() {
    let resolvers = used()
        .into_keys()
        .filter(|(path, _)| path.ends_with("graphql.rs") || path.contains("graphql/"));
    assert_eq!(resolvers.collect::<Vec<_>>(), []);
}

/// A change's own connection is for the spine; what else takes it is on this list.
#[test]
fn no_slice_reads_past_its_viewer() {
    let spine = ["access/", "store/"];
    let takes: Vec<_> = files()
        .into_iter()
        .filter(|(path, code)| {
            code.contains(".reader()") && !spine.iter().any(|folder| path.starts_with(folder))
        })
        .map(|(path, _)| path)
        .collect();
    // The key of the colleague who is disabled, which the act's grant is for; the locations that
    // this act makes confidential, which from then on are in nobody's scope. Deserts: sums over the
    // directory and over the reasons of referrals, for analysts, who see neither row by row.
    // The directory's words and cities, derived from its services, for who may search them. The
    // curator's queue: numbers over what is in scope, and the words of what was just completed.
    let reviewed = [
        "accounts/user_roles.rs",
        "directory/hsds/recorded.rs",
        "directory/places/cities.rs",
        "directory/record.rs",
        "directory/search/found.rs",
        "directory/search/spelling.rs",
        "directory/work/complete.rs",
        "directory/work/count.rs",
        "gaps/deserts.rs",
    ];
    assert_eq!(takes, reviewed);
}
