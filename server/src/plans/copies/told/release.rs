//! A release, to be read and signed on paper (rules 18, 20): in plain words, with what can come
//! of it and that no help depends on it before the names.

use chrono::{DateTime, Duration, NaiveDate, Utc};

use super::Names;
use super::accounting::purpose;
use crate::paper::{BlockKind, Part, Sheet};
use crate::plans::copies::words::Words;
use crate::releases::ReleaseForm;
use crate::releases::model::InformationCategory;

/// Room to write by hand.
const LINE: &str = "______________________________";
const SHORT: &str = "________________";

/// The sheet.
pub(super) fn sheet(form: ReleaseForm, names: &Names, words: Words) -> Sheet {
    let say = |key| words.say("release", key);
    let mut parts = vec![
        one(
            say("about"),
            form.about.clone().unwrap_or_else(|| LINE.to_owned()),
        ),
        one(
            say("recipient"),
            words.with("release", "one_alone", &form.recipient),
        ),
    ];
    let part2 = form
        .categories
        .contains(&InformationCategory::SubstanceUsePart2);
    let kinds = form.categories.iter();
    let kinds = kinds.map(|one| words.say("information_category", one.code()));
    parts.push(listed(say("what"), kinds));
    parts.push(one(
        say("why"),
        purpose(form.purpose, form.purpose_words.clone(), words),
    ));
    let methods = form.methods.iter();
    let methods = methods.map(|one| words.say("disclosure_method", one.code()));
    parts.push(listed(say("how"), methods));
    let from = words.with("release", "from", &words.day(form.starts_at.date_naive()));
    let until = words.with("release", "until", &words.day(last_day(form.expires_at)));
    parts.push(one(say("when"), format!("{from} {until}")));
    let mut can_come = vec!["called_back", "passed_on"];
    can_come.extend(part2.then_some("part2"));
    parts.push(listed(say("consequences"), can_come.into_iter().map(say)));
    let rights = ["no", "no_service", "withdraw", "copy", "list"];
    parts.push(listed(say("rights"), rights.into_iter().map(say)));
    parts.push(names_under(&form, names, words));
    Sheet {
        language: words.0.code().to_owned(),
        name: words.say("sheet", "name").to_owned(),
        title: Some(say("title").to_owned()),
        notice: Some(say("notice").to_owned()),
        foot: None,
        large: true,
        parts,
    }
}

fn one(heading: &str, text: String) -> Part {
    let mut part = Part::new(heading);
    part.push(BlockKind::Line, text, None);
    part
}

fn listed<'w>(heading: &str, lines: impl Iterator<Item = &'w str>) -> Part {
    let mut part = Part::new(heading);
    for line in lines {
        part.push(BlockKind::Point, line, None);
    }
    part
}

/// Who explained it, and a place for each name that it needs.
fn names_under(form: &ReleaseForm, names: &Names, words: Words) -> Part {
    let say = |key| words.say("release", key);
    let mut part = Part::new(say("sign"));
    let who = names.get(&form.explained_by).map_or(LINE, String::as_str);
    let explained = words.with("release", "explained", who);
    let explained = explained.replace("[]", &form.explained_language);
    part.push(BlockKind::Line, explained, None);
    let seen_by = [say("witness")];
    let signers = form.policy.signers().iter();
    let signers = signers.map(|one| words.say("signer_capacity", one.code()));
    for whose in signers.chain(seen_by) {
        part.push(BlockKind::Head, whose, None);
        for key in ["name", "signature"] {
            // An empty line above leaves room for the hand.
            let line = format!("\n{} {LINE}", say(key));
            part.push(BlockKind::Line, line, None);
        }
        part.push(BlockKind::Line, format!("\n{} {SHORT}", say("date")), None);
    }
    part
}

/// The last whole day before an end. Days end at midnight where people are, and no zone of
/// theirs is known: half a day before such an end lies within the day, from Guam to Hawaii.
fn last_day(end: DateTime<Utc>) -> NaiveDate {
    (end - Duration::hours(12)).date_naive()
}
