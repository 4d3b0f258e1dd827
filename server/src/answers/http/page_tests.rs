//! The page in both languages: every word of every vocabulary is there, and none too many.

use serde_json::Value;

use super::super::form::{REASONS, ROOM};
use super::*;
use crate::directory::model::{Capability, ServiceCategory};
use crate::directory::need::{AgeBand, NeededLanguage};
use crate::disclosures::DisclosureField;
use crate::releases::model::InformationCategory;

fn words() -> [Value; 2] {
    [
        include_str!("../templates/words.en.json"),
        include_str!("../templates/words.es.json"),
    ]
    .map(|text| serde_json::from_str(text).unwrap())
}

fn paths(value: &Value, at: &str, all: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                paths(value, &format!("{at}.{name}"), all);
            }
        }
        _ => all.push(at.to_owned()),
    }
}

fn texts(value: &Value, all: &mut Vec<String>) {
    match value {
        Value::Object(fields) => fields.values().for_each(|value| texts(value, all)),
        Value::String(text) => all.push(text.to_lowercase()),
        _ => panic!("not a word: {value}"),
    }
}

#[test]
fn both_languages_have_the_same_words() {
    let [english, spanish] = words().map(|words| {
        let mut all = Vec::new();
        paths(&words, "", &mut all);
        all
    });
    assert_eq!(english, spanish);
}

#[test]
fn every_code_has_its_words() {
    fn check(words: &Value, codes: impl Iterator<Item = &'static str>) {
        let mut codes: Vec<_> = codes.collect();
        let mut there: Vec<_> = words.as_object().unwrap().keys().collect();
        codes.sort_unstable();
        there.sort_unstable();
        assert_eq!(there, codes);
    }
    for words in words() {
        let categories = ServiceCategory::ALL.iter().map(|one| one.code());
        check(&words["categories"], categories);
        let capabilities = Capability::ALL.iter().map(|one| one.code());
        check(&words["capabilities"], capabilities);
        let ages = AgeBand::ALL.iter().map(|one| one.code());
        check(&words["age_bands"], ages);
        let languages = NeededLanguage::ALL.iter().map(|one| one.code());
        check(&words["languages"], languages);
        check(&words["reasons"], REASONS.iter().map(|one| one.code()));
        check(&words["rooms"], ROOM.iter().map(|one| one.code()));
        let fields = DisclosureField::ALL.iter().map(|one| one.code());
        check(&words["fields"], fields);
        let information = InformationCategory::ALL.iter().map(|one| one.code());
        check(&words["information"], information);
        let kinds = ["place", "outcome", "room", "door"];
        check(&words["asked"], kinds.into_iter());
    }
}

/// Rule 91: what a mail scanner or a colleague at the next desk reads tells nothing.
#[test]
fn rule_091_the_page_names_no_kind_of_case() {
    for words in words() {
        let mut all = Vec::new();
        texts(&words, &mut all);
        let all = all.join("\n");
        for told in [
            "csec",
            "traffick",
            "exploit",
            "victim",
            "survivor",
            "trata ",
            "explota",
            "víctima",
            "sobreviviente",
        ] {
            assert!(!all.contains(told), "{told}");
        }
    }
}

#[test]
fn a_page_may_do_nothing_but_be_read_and_sent_back() {
    for (known, status) in [
        (Page::Thanks, 200),
        (Page::Dead, 404),
        (Page::Slow { seconds: 7 }, 429),
        (Page::Broken, 503),
    ] {
        for language in Language::ALL {
            let response = render(language, &known).unwrap();
            assert_eq!(response.status().as_u16(), status);
            let policy = response.headers()[header::CONTENT_SECURITY_POLICY]
                .to_str()
                .unwrap();
            assert!(policy.starts_with("default-src 'none'; style-src 'sha256-"));
            assert!(!policy.contains("unsafe") && !policy.contains("script"));
        }
    }
}
