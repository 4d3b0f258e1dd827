//! What was shared about a young person, for them (rule 26): who, when, what kinds, what for,
//! how, by whom and on what it rests. No name of theirs, and no word of what was told.

use super::Names;
use crate::disclosures::Shared;
use crate::paper::{BlockKind, Part, Sheet};
use crate::plans::copies::words::Words;
use crate::releases::model::DisclosurePurpose;

/// The sheet.
pub(super) fn sheet(shared: Vec<Shared>, names: &Names, words: Words) -> Sheet {
    let say = |key| words.say("accounting", key);
    let mut told = Part::new(say("shared"));
    if shared.is_empty() {
        told.push(BlockKind::Line, say("nothing"), None);
    }
    for one in shared {
        entry(&mut told, one, names, words);
    }
    let mut rights = Part::new(say("rights"));
    for key in ["ask", "stop", "wrong"] {
        rights.push(BlockKind::Point, say(key), None);
    }
    Sheet {
        language: words.0.code().to_owned(),
        name: words.say("sheet", "name").to_owned(),
        title: Some(say("title").to_owned()),
        notice: Some(say("notice").to_owned()),
        foot: None,
        large: true,
        parts: vec![told, rights],
    }
}

fn entry(part: &mut Part, one: Shared, names: &Names, words: Words) {
    let say = |chapter, code| words.say(chapter, code);
    let day = words.day(one.at.date_naive());
    part.push(BlockKind::Head, format!("{} · {day}", one.recipient), None);
    let categories = one.categories.iter();
    let kinds: Vec<_> = categories
        .map(|one| say("information_category", one.code()))
        .collect();
    let basis = say("disclosure_basis", one.basis.code());
    let basis = match one.document {
        Some(document) => format!("{basis}: {document}"),
        None => basis.to_owned(),
    };
    let nobody = || say("accounting", "left").to_owned();
    let lines = [
        ("what", kinds.join("; ")),
        ("why", purpose(one.purpose, one.purpose_words, words)),
        (
            "how",
            say("disclosure_method", one.method.code()).to_owned(),
        ),
        (
            "who",
            names.get(&one.made_by).cloned().unwrap_or_else(nobody),
        ),
        ("basis", basis),
    ];
    for (key, value) in lines {
        part.push(BlockKind::Line, words.with("accounting", key, &value), None);
    }
    for seen in one.seen {
        let seen = words.with("accounting", "seen", &words.day(seen.date_naive()));
        part.push(BlockKind::Line, seen, None);
    }
}

/// What for: as it was said, of what is not on the list.
pub(super) fn purpose(code: DisclosurePurpose, said: Option<String>, words: Words) -> String {
    said.unwrap_or_else(|| words.say("disclosure_purpose", code.code()).to_owned())
}
