//! Reads HSDS objects out of JSON files, one at a time: however large a file is, no more of it
//! is held than the object that is being read.

use std::fmt;
use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};

use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};
use tokio::sync::mpsc::Sender;

use super::entity::RecordKind;
use super::tabular;

/// What stands at a place of a file.
#[derive(Debug)]
pub(super) struct Row {
    /// The file, as it is called within what was named.
    pub file: String,
    /// Which object of the file, from 1.
    pub row: u64,
    /// The object, or why there is none.
    pub told: Result<(RecordKind, Map<String, Value>), String>,
}

/// The files of a folder that may hold objects or rows of them, or the one file: organisations before
/// services and what refers to them, so that what is told in passing comes last.
pub(super) fn files(path: &Path) -> io::Result<Vec<(PathBuf, String)>> {
    let mut found = Vec::new();
    if path.is_dir() {
        walk(path, "", &mut found)?;
    } else {
        let name = path.file_name().unwrap_or_default();
        found.push((path.to_owned(), name.to_string_lossy().into_owned()));
    }
    found.sort_by_key(|(_, name)| (named(name).map(place), name.clone()));
    Ok(found)
}

fn walk(folder: &Path, within: &str, found: &mut Vec<(PathBuf, String)>) -> io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{within}{}", entry.file_name().to_string_lossy());
        let kind = entry.file_type()?;
        if kind.is_dir() {
            walk(&entry.path(), &format!("{name}/"), found)?;
        } else if kind.is_file() && is_read(&name) {
            found.push((entry.path(), name));
        }
    }
    Ok(())
}

/// Whether a file of this name may hold objects or rows of them.
pub(super) fn is_read(name: &str) -> bool {
    [".json", ".ndjson", ".csv"]
        .iter()
        .any(|end| name.ends_with(end))
}

fn place(kind: RecordKind) -> u8 {
    match kind {
        RecordKind::Taxonomy => 0,
        RecordKind::TaxonomyTerm => 1,
        RecordKind::Organization => 2,
        RecordKind::Location => 3,
        RecordKind::Service => 4,
        RecordKind::ServiceAtLocation => 5,
    }
}

/// The kind that a file's name, or its folder's, tells.
fn named(name: &str) -> Option<RecordKind> {
    let kind = |part: &str| {
        let begins = [
            ("service_at_location", RecordKind::ServiceAtLocation),
            ("taxonomy_term", RecordKind::TaxonomyTerm),
            ("taxonom", RecordKind::Taxonomy),
            ("organization", RecordKind::Organization),
            ("service", RecordKind::Service),
            ("location", RecordKind::Location),
        ];
        begins
            .into_iter()
            .find(|(word, _)| part.starts_with(word))
            .map(|(_, kind)| kind)
    };
    name.rsplit('/').find_map(kind)
}

/// The kind that an object's fields tell, where no name does.
fn shaped(object: &Map<String, Value>) -> Option<RecordKind> {
    let has = |field: &str| object.contains_key(field);
    if has("location_type") {
        Some(RecordKind::Location)
    } else if has("status") && has("name") {
        Some(RecordKind::Service)
    } else if has("location") || has("location_id") {
        Some(RecordKind::ServiceAtLocation)
    } else if has("taxonomy") || has("taxonomy_detail") || has("taxonomy_id") {
        Some(RecordKind::TaxonomyTerm)
    } else if has("website") || has("tax_status") || has("organization_identifiers") {
        Some(RecordKind::Organization)
    } else {
        None
    }
}

/// Whether an object describes a data set rather than being in one.
fn about_the_data(name: &str) -> bool {
    let name = name.rsplit('/').next().unwrap_or_default();
    ["root.json", "base.json", "datapackage.json", "tabular.json"].contains(&name)
}

/// Reads `files` of `folder` and sends what they hold, tables first. Returns when all is read
/// or nobody listens.
pub(super) fn send(folder: &Path, files: Vec<(PathBuf, String)>, to: &Sender<Row>) {
    let (tables, files): (Vec<_>, Vec<_>) = files
        .into_iter()
        .partition(|(_, name)| name.ends_with(".csv"));
    tabular::send(folder, &tables, to);
    for (path, file) in files {
        if about_the_data(&file) {
            continue;
        }
        let mut rows = Rows {
            kind: named(&file),
            file,
            row: 0,
            to,
        };
        let read = File::open(&path).and_then(|open| {
            let mut open = BufReader::new(open);
            while more(&mut open)? {
                let mut json = serde_json::Deserializer::from_reader(&mut open);
                (&mut rows).deserialize(&mut json)?;
            }
            Ok(())
        });
        if let Err(error) = read {
            let reason = format!("the file cannot be read on from here: {error}");
            rows.row += 1;
            rows.tell(Err(reason));
        }
        if to.is_closed() {
            return;
        }
    }
}

/// Whether anything but blanks is left.
fn more(open: &mut impl BufRead) -> io::Result<bool> {
    loop {
        let (blanks, all) = {
            let held = open.fill_buf()?;
            let blanks = held.iter().take_while(|byte| byte.is_ascii_whitespace());
            (blanks.count(), held.len())
        };
        open.consume(blanks);
        if all == 0 || blanks < all {
            return Ok(all > 0);
        }
    }
}

struct Rows<'t> {
    file: String,
    kind: Option<RecordKind>,
    row: u64,
    to: &'t Sender<Row>,
}

impl Rows<'_> {
    fn tell(&self, told: Result<(RecordKind, Map<String, Value>), String>) {
        let row = Row {
            file: self.file.clone(),
            row: self.row,
            told,
        };
        // Nobody listens any more: the loop over the files ends by that.
        let _ = self.to.blocking_send(row);
    }

    fn object(&mut self, value: Value) {
        self.row += 1;
        let Value::Object(object) = value else {
            return self.tell(Err("not an object".to_owned()));
        };
        match self.kind.or_else(|| shaped(&object)) {
            Some(kind) => self.tell(Ok((kind, object))),
            None => self.tell(Err("nothing tells what kind of object this is".to_owned())),
        }
    }
}

/// A list of objects, a page of them (`contents`), or one object.
impl<'de> DeserializeSeed<'de> for &mut Rows<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        json.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for &mut Rows<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object, a list of objects or a page of them")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        while let Some(value) = list.next_element::<Value>()? {
            self.object(value);
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let (mut object, mut paged) = (Map::new(), false);
        while let Some(key) = map.next_key::<String>()? {
            if key == "contents" {
                paged = true;
                map.next_value_seed(&mut *self)?;
            } else {
                object.insert(key, map.next_value()?);
            }
        }
        if !paged {
            self.object(Value::Object(object));
        }
        Ok(())
    }
}
