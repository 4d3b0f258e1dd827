//! Rules 122 and 123: what a message says, whatever is in the database.

use chrono::{DateTime, Utc};
use proptest::prelude::*;
use uuid::Uuid;

use super::*;

/// Words that would tell a stranger what the organisation does. Matched as parts of words.
const TELLING: &[&str] = &[
    "case",
    "caso",
    "child",
    "niñ",
    "menor",
    "minor",
    "youth",
    "joven",
    "traffick",
    "trata",
    "explot",
    "exploit",
    "sex",
    "abus",
    "victim",
    "víctima",
    "surviv",
    "sobreviv",
    "recover",
    "recuper",
    "rescu",
    "missing",
    "desaparec",
    "foster",
    "referral",
    "remisi",
    "plan",
    "famil",
    "welfare",
    "bienestar",
    "shelter",
    "refugio",
    "police",
    "polic",
    "court",
    "trellis",
    "urgent",
    "crisis",
    "specialist",
    "especialista",
];

fn sender() -> Sender {
    Sender {
        from: "Updates <updates@app.example>".parse().unwrap(),
        public_url: "https://app.example".to_owned(),
    }
}

fn draft(id: Uuid, to: &str, language: Language) -> Draft<'_> {
    let created_at: DateTime<Utc> = "2026-02-03T04:05:06.789012Z".parse().unwrap();
    Draft {
        id,
        created_at,
        to,
        language,
        answer: None,
    }
}

/// Headers and the decoded words of a message, without the recipient's own address.
fn everything_said(to: &str, language: Language) -> String {
    let id = Uuid::from_u128(0x0190_a000_0000_7000_8000_0000_0000_0001);
    let message = compose(&sender(), draft(id, to, language)).unwrap();
    let raw = String::from_utf8(message.bytes).unwrap();
    let link = format!("https://app.example/go/{}", id.simple());
    let said = words(language, &link).unwrap();
    format!(
        "{}\n{}\n{}\n{}",
        raw.replace(to, ""),
        said.subject,
        said.text,
        said.html
    )
    .to_lowercase()
}

#[test]
fn rule_122_mail_says_that_there_is_an_update_and_where_to_sign_in() {
    for language in Language::ALL {
        let said = everything_said("birch@example.example", language);
        for word in TELLING {
            assert!(!said.contains(word), "{language:?} says {word:?}:\n{said}");
        }
        assert!(said.contains("https://app.example/go/0190a000000070008000000000000001"));
        assert_eq!(
            said.matches("app.example/go/").count(),
            said.matches("/go/0190a0000000700080000000").count()
        );
    }
}

#[test]
fn rule_122_a_question_to_a_service_says_no_more() {
    let said = question("https://app.example/answer/x").unwrap();
    let all = format!("{}\n{}\n{}", said.subject, said.text, said.html).to_lowercase();
    for word in TELLING {
        assert!(!all.contains(word), "it says {word:?}:\n{all}");
    }
    assert!(said.text.contains("https://app.example/answer/x\n"));
    // In ASCII: a line that is encoded would be broken, and its link with it.
    assert!(said.text.is_ascii() && said.html.is_ascii());
}

/// The control of the test above: it does find what it looks for.
#[test]
fn rule_122_a_telling_word_would_be_found() {
    let mut sender = sender();
    sender.from = "Child Recovery <updates@app.example>".parse().unwrap();
    let message = compose(
        &sender,
        draft(Uuid::nil(), "birch@example.example", Language::En),
    )
    .unwrap();
    let raw = String::from_utf8(message.bytes).unwrap().to_lowercase();
    assert!(TELLING.iter().filter(|word| raw.contains(**word)).count() >= 2);
}

proptest! {
    /// Hostile data has two ways in, the recipient's address and the id. Neither adds a header,
    /// a second recipient or a word; an address that would is refused.
    #[test]
    fn rule_122_hostile_data_finds_no_way_into_a_message(to in hostile_address(), id: u128) {
        let id = Uuid::from_u128(id);
        for language in Language::ALL {
            let Ok(message) = compose(&sender(), draft(id, &to, language)) else { continue };
            prop_assert_eq!(message.envelope.to().len(), 1);
            let raw = String::from_utf8(message.bytes.clone()).unwrap();
            let (head, _) = raw.split_once("\r\n\r\n").unwrap();
            let names: Vec<_> = head
                .split("\r\n")
                .filter(|line| !line.starts_with([' ', '\t']))
                .filter_map(|line| line.split_once(':').map(|(name, _)| name))
                .collect();
            let known = ["Message-ID", "Date", "From", "To", "Subject", "Auto-Submitted", "MIME-Version", "Content-Type"];
            prop_assert!(names.iter().all(|name| known.contains(name)), "{}", head);
            let plain = compose(&sender(), draft(id, "birch@example.example", language)).unwrap();
            prop_assert_eq!(body(&raw), body(&String::from_utf8(plain.bytes).unwrap()));
        }
    }

    #[test]
    fn a_message_is_the_same_bytes_each_time(id: u128) {
        let id = Uuid::from_u128(id);
        for language in Language::ALL {
            let make = || compose(&sender(), draft(id, "birch@example.example", language)).unwrap().bytes;
            prop_assert_eq!(make(), make());
        }
    }
}

fn body(raw: &str) -> String {
    raw.split_once("\r\n\r\n").unwrap().1.to_owned()
}

fn hostile_address() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[a-z]{1,8}(\r\n|\n|\r| |,|;|<|>|\")[A-Za-z: ]{1,20}@[a-z]{1,8}\\.example",
        "[a-z]{1,8}@[a-z]{1,8}\\.example(\r\n|\n)Bcc: [a-z]{1,8}@[a-z]{1,8}\\.example",
        "[a-z{}%\\.]{1,12}@[a-z]{1,8}\\.example",
    ]
}

#[test]
fn rule_123_the_sender_is_neutral_and_nothing_names_the_program() {
    let message = compose(
        &sender(),
        draft(Uuid::nil(), "birch@example.example", Language::En),
    )
    .unwrap();
    let raw = String::from_utf8(message.bytes).unwrap();
    assert!(
        raw.contains("\r\nFrom: Updates <updates@app.example>\r\n")
            || raw.starts_with("From: Updates")
    );
    for header in [
        "User-Agent",
        "X-Mailer",
        "Organization",
        "List-",
        "Reply-To",
        "Sender",
    ] {
        assert!(!raw.contains(header), "{header}");
    }
}

#[test]
fn a_site_address_that_is_none_sends_nothing() {
    for wrong in [
        "",
        "app.example",
        "javascript:alert(1)",
        "https://app.example/\r\nBcc: x",
        "https://a b.example",
    ] {
        let sender = Sender {
            public_url: wrong.to_owned(),
            ..sender()
        };
        let made = compose(
            &sender,
            draft(Uuid::nil(), "birch@example.example", Language::En),
        );
        assert_eq!(made.err(), Some(Unsendable::Link), "{wrong:?}");
    }
}
