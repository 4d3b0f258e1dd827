//! Previews, makes and fetches copies as a client does, and reads the file back.

use lopdf::{Dictionary, Document, Object};
use reqwest::Response;
use serde_json::{Value, json};

use crate::plans::Desk;
use crate::world::{Answer, Persona, World, text};

const SHOWN: &str =
    "copy { id number audience language ofVersion fileName waits takenAt madeBy { name } }";

/// What the preview says, all of it.
pub async fn preview(world: &World, who: &Persona, case: &str, audience: &str) -> Value {
    let document = "query($id: ID!, $for: CopyAudience!) { case(id: $id) { planCopyPreview(audience: $for) { \
        audience language title notice unprintable contentHash parts { heading blocks { kind text note } } } } }";
    let variables = json!({ "id": case, "for": audience });
    let answer = world.ask(who, document, variables).await;
    answer.data()["case"]["planCopyPreview"].clone()
}

/// Makes what was shown.
pub async fn make(world: &World, who: &Persona, case: &str, shown: &Value) -> Answer {
    let input = json!({
        "case": case, "audience": shown["audience"], "language": shown["language"], "contentHash": shown["contentHash"],
    });
    world.act(who, "planCopyMake", SHOWN, input).await
}

/// Fetches a copy.
pub async fn fetch(world: &World, who: Option<&Persona>, copy: &str) -> Response {
    let request = world.client().post(format!("{}/papers", world.base));
    let request = match who {
        Some(who) => request.bearer_auth(&who.token),
        None => request,
    };
    request.json(&json!({ "copy": copy })).send().await.unwrap()
}

/// A copy from the preview to the file, as the specialist of the desk.
pub async fn printed(desk: &Desk, audience: &str) -> Pdf {
    let (world, who, case) = (&desk.world, &desk.team.specialist, &desk.team.case);
    let shown = preview(world, who, case, audience).await;
    let made = make(world, who, case, &shown).await;
    let response = fetch(world, Some(who), &text(&made.done()["copy"]["id"])).await;
    assert_eq!(response.status(), 200);
    Pdf::read(&response.bytes().await.unwrap())
}

/// What will stand on a copy that is of something beside the case.
pub async fn preview_of(world: &World, who: &Persona, case: &str, said: Value) -> Answer {
    let document = "query($id: ID!, $for: CopyAudience!, $of: ID, $language: Locale) { case(id: $id) { \
        planCopyPreview(audience: $for, of: $of, language: $language) { \
        audience language title notice unprintable contentHash parts { heading blocks { kind text note } } } } }";
    let mut variables = said;
    variables["id"] = json!(case);
    world.ask(who, document, variables).await
}

/// Such a copy, made as it was shown and read back.
pub async fn printed_of(world: &World, who: &Persona, case: &str, said: Value) -> Pdf {
    let of = said["of"].clone();
    let shown = preview_of(world, who, case, said).await;
    let shown = &shown.data()["case"]["planCopyPreview"];
    let input = json!({
        "case": case, "audience": shown["audience"], "of": of, "language": shown["language"],
        "contentHash": shown["contentHash"],
    });
    let made = world.act(who, "planCopyMake", SHOWN, input).await;
    let copy = &made.done()["copy"];
    let number = copy["number"].as_i64().unwrap();
    assert_eq!(copy["fileName"], format!("notes-{number}.pdf"));
    let response = fetch(world, Some(who), &text(&copy["id"])).await;
    assert_eq!(response.status(), 200);
    Pdf::read(&response.bytes().await.unwrap())
}

/// A file, read back.
pub struct Pdf {
    document: Document,
    pub bytes: Vec<u8>,
}

impl Pdf {
    pub fn read(bytes: &[u8]) -> Self {
        Self {
            document: Document::load_mem(bytes).unwrap(),
            bytes: bytes.to_vec(),
        }
    }

    /// All that stands on it, in one line.
    pub fn text(&self) -> String {
        let pages: Vec<u32> = self.document.get_pages().into_keys().collect();
        let text = self.document.extract_text(&pages).unwrap();
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    pub fn pages(&self) -> usize {
        self.document.get_pages().len()
    }

    pub fn catalog(&self) -> &Dictionary {
        self.document.catalog().unwrap()
    }

    /// An entry of a dictionary, wherever it is kept.
    pub fn entry<'a>(&'a self, of: &'a Dictionary, key: &str) -> &'a Object {
        let entry = of.get(key.as_bytes()).unwrap();
        self.document.dereference(entry).unwrap().1
    }

    /// Every dictionary of the file.
    pub fn dictionaries(&self) -> impl Iterator<Item = &Dictionary> {
        let objects = self.document.objects.values();
        objects.filter_map(|object| object.as_dict().ok())
    }

    /// The kinds of the structure's elements.
    pub fn structure(&self) -> Vec<String> {
        let kinds = self
            .dictionaries()
            .filter(|one| one.has_type(b"StructElem"));
        let kinds = kinds.filter_map(|one| one.get(b"S").ok()?.as_name().ok());
        kinds
            .map(|kind| String::from_utf8_lossy(kind).into_owned())
            .collect()
    }
}
