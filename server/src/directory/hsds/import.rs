//! `trellis directory import`: takes what a source told, a batch a transaction. What is wrong
//! is refused with its place and the rest is taken; what was taken before is not taken twice.

use std::collections::{BTreeSet, HashMap};
use std::path::Path;

use uuid::Uuid;

use super::archive;
use super::batch::Batch;
use super::promote::Defaults;
use super::read::{self, Row};
use super::tree::{Found, take_apart};
use crate::app::App;
use crate::audit::{self, Entry, Outcome};
use crate::error::{Fault, FieldCode, Refusal, Wrong};
use crate::people::entity::organization;
use crate::store::prelude::*;

/// Objects of the source's own in a transaction.
const BATCH: usize = 100;
/// Objects that are read ahead.
const AHEAD: usize = 200;

/// How to import.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The organisation whose directory it is, by name.
    pub organization: String,
    /// What the source is called: records of one source are the same by their HSDS ids.
    pub source: String,
    /// The source's own name for this state of its data.
    pub version: Option<String>,
    /// The licence of its taxonomies, when they may not be passed on.
    pub licence: Option<String>,
    /// For services that do not say it themselves.
    pub defaults: Defaults,
    /// Say what would change, and change nothing.
    pub dry_run: bool,
}

/// What came of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// Records that were not there.
    pub new: u64,
    /// Records that had said something else.
    pub changed: u64,
    /// Records that said the same.
    pub same: u64,
    /// Objects that were not taken.
    pub refused: u64,
    /// Locations, and what services have there, that are kept apart (rule 45).
    pub confidential: u64,
    /// Services that wait for a curator to say what kind of help they are, or where.
    pub waiting: u64,
}

/// What is told while it goes on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// An object was not taken.
    Refused {
        /// Its file.
        file: String,
        /// Its place in the file, from 1.
        row: u64,
        /// Why.
        reason: String,
    },
    /// A record is new or says something else now, in words.
    Difference(String),
    /// So many objects are through.
    Progress(u64),
}

/// Imports what lies at `path`: a JSON file (one object, a list, a page of an HSDS API, or one
/// object a line), tables as CSV files with or without their data package, a folder of such
/// files, or a ZIP archive of them.
///
/// # Errors
/// When the path cannot be read, the organisation is not there, or the database fails; what
/// earlier batches took stays taken, and the import can be repeated.
pub async fn import(
    app: &App,
    path: &Path,
    asked: &Asked,
    tell: &mut (dyn FnMut(Told) + Send),
) -> Result<Imported, Refusal> {
    let unreadable = |error: std::io::Error| {
        Refusal::from(Wrong::at("path", FieldCode::Malformed, error.to_string()))
    };
    std::fs::metadata(path).map_err(unreadable)?;
    let archive = archive::unpacked(path).map_err(unreadable)?;
    let folder = archive
        .as_ref()
        .map_or(path, tempfile::TempDir::path)
        .to_owned();
    let files = read::files(&folder).map_err(unreadable)?;
    if asked.source.trim().is_empty() {
        // The empty source is what curators record here themselves.
        return Err(Wrong::at("source", FieldCode::Required, "Name the source.").into());
    }
    let found = organization::Entity::find()
        .filter(organization::Column::Name.eq(asked.organization.as_str()))
        .one(&app.store().unscoped_reader())
        .await?;
    let org = found.ok_or(Refusal::NotFound)?.id;
    let (to, mut rows) = tokio::sync::mpsc::channel::<Row>(AHEAD);
    let reading = tokio::task::spawn_blocking(move || read::send(&folder, files, &to));
    let request = app.clock().new_id();
    let (mut done, mut through) = (Imported::default(), 0);
    let mut held: Vec<Vec<Found>> = Vec::with_capacity(BATCH);
    loop {
        let row = rows.recv().await;
        let last = row.is_none();
        if let Some(Row { file, row, told }) = row {
            through += 1;
            let apart = told
                .and_then(|(kind, object)| take_apart(kind, object).map_err(|bad| bad.to_string()));
            match apart {
                Ok(found) => held.push(found),
                Err(reason) => {
                    done.refused += 1;
                    tell(Told::Refused { file, row, reason });
                }
            }
        }
        if held.len() >= BATCH || (last && !held.is_empty()) {
            let batch = std::mem::take(&mut held);
            keep(app, org, request, asked, batch, &mut done, tell).await?;
            tell(Told::Progress(through));
        }
        if last {
            break;
        }
    }
    let ended = reading.await;
    ended.map_err(|_| Fault::Broken("the reader of an import ended early"))?;
    Ok(done)
}

async fn keep(
    app: &App,
    org: Uuid,
    request: Uuid,
    asked: &Asked,
    rows: Vec<Vec<Found>>,
    done: &mut Imported,
    tell: &mut (dyn FnMut(Told) + Send),
) -> Result<(), Refusal> {
    let tx = app.store().unscoped_begin().await?;
    let mut batch = Batch::new(app, &tx, org, asked);
    let (imported, told) = batch.keep(rows).await?;
    if asked.dry_run {
        tx.rollback().await?;
    } else {
        audit::insert(&tx, &[entry(app, org, request)]).await?;
        tx.commit().await?;
    }
    done.new += imported.new;
    done.changed += imported.changed;
    done.same += imported.same;
    done.confidential += imported.confidential;
    done.waiting += imported.waiting;
    for difference in told {
        tell(Told::Difference(difference));
    }
    Ok(())
}

fn entry(app: &App, org: Uuid, request: Uuid) -> Entry {
    Entry {
        id: app.clock().new_id(),
        at: app.clock().now(),
        org,
        actor: None,
        session: None,
        request,
        act: "directory_import",
        outcome: Outcome::Done,
        why: None,
        target_kind: Some("organization"),
        target: Some(org),
        case: None,
        ids: Vec::new(),
        fields: BTreeSet::new(),
        reason: None,
    }
}

/// The objects of a batch, each once: what is told of one in several places is put together.
pub(super) fn together(rows: Vec<Vec<Found>>) -> Vec<Found> {
    let mut at: HashMap<(super::entity::RecordKind, Uuid), usize> = HashMap::new();
    let mut all: Vec<Found> = Vec::new();
    for found in rows.into_iter().flatten() {
        match at
            .get(&(found.kind, found.id))
            .and_then(|at| all.get_mut(*at))
        {
            None => {
                at.insert((found.kind, found.id), all.len());
                all.push(found);
            }
            Some(there) => {
                there.organization = found.organization.or(there.organization);
                there.service = found.service.or(there.service);
                there.location = found.location.or(there.location);
                add(there, found);
            }
        }
    }
    all
}

/// Puts what is told of an object in two places together. What its source tells of its own
/// outweighs what it tells in passing; of two that weigh the same, the later does.
fn add(there: &mut Found, found: Found) {
    let (mut less, more) = if there.own && !found.own {
        (found.document, std::mem::take(&mut there.document))
    } else {
        (std::mem::take(&mut there.document), found.document)
    };
    less.extend(more);
    there.document = less;
    there.own |= found.own;
}

#[cfg(test)]
mod tests {
    use serde_json::{Map, Value, json};

    use super::super::entity::RecordKind;
    use super::*;

    fn told(own: bool, document: Value) -> Vec<Found> {
        let document = document.as_object().cloned().unwrap_or_else(Map::new);
        vec![Found {
            kind: RecordKind::Location,
            id: Uuid::nil(),
            own,
            organization: None,
            service: None,
            location: None,
            document,
        }]
    }

    #[test]
    fn rule_078_what_is_told_in_passing_adds_and_takes_nothing_away() {
        let own = || told(true, json!({ "name": "House", "url": "a" }));
        let passing = || told(false, json!({ "name": "Home", "alert": "b" }));
        for rows in [vec![own(), passing()], vec![passing(), own()]] {
            let all = together(rows);
            let one = all.first().unwrap();
            assert!(one.own && all.len() == 1);
            let document = Value::Object(one.document.clone());
            assert_eq!(
                document,
                json!({ "name": "House", "url": "a", "alert": "b" })
            );
        }
    }
}
