//! The page that a service sees. Its words are two catalogues beside the template.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use axum::body::Body;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use minijinja::{AutoEscape, Environment, Error, UndefinedBehavior, Value, context};
use serde::Deserialize;
use sha2::{Digest, Sha256};

use super::form::{REASONS, ROOM, Sent, Wrongs};
use crate::answers::LINK_HOURS;
use crate::answers::live::Question;
use crate::cases::model::State;
use crate::directory::need::NeedProfile;
use crate::disclosures::Payload;
use crate::outbox::Language;
use crate::referrals::model::ReferralOutcome;

const STYLE: &str = include_str!("../templates/answer.css");

/// What is on it.
pub(super) enum Page {
    /// A question, with the form to answer it.
    Ask(Value),
    /// The same once more: something is missing.
    Again(Value),
    /// What was shared, shown once.
    Told(Value),
    /// It was taken.
    Thanks,
    /// No link, or none that is good (any more).
    Dead,
    /// Too many came from one place.
    Slow { seconds: i64 },
    /// Something of ours does not work.
    Broken,
}

impl Page {
    /// The question of a link.
    pub(super) fn ask(question: &Question) -> Self {
        Self::Ask(asked(question, &Sent::default(), &Wrongs::new()))
    }

    /// The question again, with what was sent and what is wrong with it.
    pub(super) fn again(question: &Question, sent: &Sent, wrong: &Wrongs) -> Self {
        Self::Again(asked(question, sent, wrong))
    }

    /// What was shared with the service, exactly as it was confirmed.
    pub(super) fn told(payload: &Payload) -> Self {
        Self::Told(told(payload))
    }

    fn name(&self) -> &'static str {
        match self {
            Self::Ask(_) | Self::Again(_) => "ask",
            Self::Told(_) => "told",
            Self::Thanks => "thanks",
            Self::Dead => "dead",
            Self::Slow { .. } => "slow",
            Self::Broken => "broken",
        }
    }

    fn status(&self) -> StatusCode {
        match self {
            Self::Ask(_) | Self::Told(_) | Self::Thanks => StatusCode::OK,
            Self::Again(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Dead => StatusCode::NOT_FOUND,
            Self::Slow { .. } => StatusCode::TOO_MANY_REQUESTS,
            Self::Broken => StatusCode::SERVICE_UNAVAILABLE,
        }
    }
}

fn asked(question: &Question, sent: &Sent, wrong: &Wrongs) -> Value {
    let codes = |codes: Vec<&'static str>| Value::from(codes);
    let (kind, answers) = match question {
        Question::Place(_) => ("place", vec!["accepted", "declined"]),
        Question::Outcome(_) => (
            "outcome",
            ReferralOutcome::ALL.iter().map(|one| one.code()).collect(),
        ),
        Question::Room(_) => ("room", ROOM.iter().map(|one| one.code()).collect()),
        Question::Door(..) => ("door", Vec::new()),
    };
    let need = match question {
        Question::Room(enquiry) => need(enquiry.profile(), Some(enquiry.state)),
        Question::Place(referral) => referral
            .profile()
            .map_or_else(|| Value::from(()), |profile| need(profile, None)),
        Question::Outcome(_) | Question::Door(..) => Value::from(()),
    };
    context! {
        kind, need, answers,
        reference => question.reference(),
        reasons => codes(REASONS.iter().map(|one| one.code()).collect()),
        rooms => codes(ROOM.iter().map(|one| one.code()).collect()),
        wrong => wrong,
        chosen => context! {
            answer => sent.answer.as_str(), reason => sent.reason.as_str(),
            text => sent.text.as_str(), capacity => sent.capacity.as_str(),
        },
    }
}

fn need(profile: NeedProfile, state: Option<State>) -> Value {
    let codes = |codes: Vec<&'static str>| Value::from(codes);
    context! {
        category => profile.category.code(),
        age_band => profile.age_band.map(|band| band.code()),
        accepts => codes(profile.accepts.into_iter().map(|one| one.code()).collect()),
        languages => codes(profile.languages.into_iter().map(|one| one.code()).collect()),
        state => state.map(|state| state.code().to_uppercase()),
        needed_by => profile.needed_by.map(|day| day.to_string()),
    }
}

/// What was shared, for the template: the fields that the catalogue of disclosures names, and
/// what goes with them (rules 24, 27).
fn told(payload: &Payload) -> Value {
    let sections = payload.sections.iter().map(|section| {
        let lines = section.lines.iter().map(|line| {
            context! { field => line.field.code(), text => line.text.as_str() }
        });
        context! { category => section.category.code(), lines => lines.collect::<Vec<_>>() }
    });
    context! {
        recipient => payload.recipient.as_str(),
        sections => sections.collect::<Vec<_>>(),
        notice => payload.notice.as_deref(),
        release_copy => payload.release_copy.clone(),
    }
}

/// A catalogue: words, and groups of them.
#[derive(Deserialize)]
#[serde(untagged)]
enum Words {
    Text(String),
    Group(BTreeMap<String, Words>),
}

impl Words {
    fn value(self) -> Value {
        match self {
            Self::Text(text) => text.into(),
            Self::Group(words) => {
                Value::from_pairs(words.into_iter().map(|(name, one)| (name, one.value())))
            }
        }
    }
}

/// The template, the words of each language, and the policy under which a page may do nothing
/// but be read, be styled by its own sheet and be sent back here.
struct Print {
    pages: Environment<'static>,
    words: [Value; 2],
    policy: HeaderValue,
}

static PRINT: LazyLock<Result<Print, Error>> = LazyLock::new(|| {
    let mut pages = Environment::new();
    pages.set_undefined_behavior(UndefinedBehavior::Strict);
    pages.set_auto_escape_callback(|_| AutoEscape::Html);
    pages.add_template("answer", include_str!("../templates/answer.html"))?;
    let read = |text: &str| {
        serde_json::from_str::<Words>(text)
            .map(Words::value)
            .map_err(|_| broken("words that are no JSON"))
    };
    let hash = STANDARD.encode(Sha256::digest(STYLE));
    let policy = format!(
        "default-src 'none'; style-src 'sha256-{hash}'; form-action 'self'; base-uri 'none'; \
         frame-ancestors 'none'"
    );
    Ok(Print {
        pages,
        words: [
            read(include_str!("../templates/words.en.json"))?,
            read(include_str!("../templates/words.es.json"))?,
        ],
        policy: HeaderValue::from_str(&policy).map_err(|_| broken("a policy that is none"))?,
    })
});

fn broken(why: &'static str) -> Error {
    Error::new(minijinja::ErrorKind::InvalidOperation, why)
}

/// The page as an answer.
pub(super) fn page(language: Language, page: &Page) -> Response {
    match render(language, page) {
        Ok(response) => response,
        Err(why) => {
            tracing::error!(why = ?why.kind(), "the page for answers cannot be made");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

fn render(language: Language, page: &Page) -> Result<Response, Error> {
    let print = PRINT
        .as_ref()
        .map_err(|why| Error::new(why.kind(), "the page for answers does not parse"))?;
    let [english, spanish] = &print.words;
    let (lang, words) = match language {
        Language::En => ("en", english),
        Language::Es => ("es", spanish),
    };
    let ask = match page {
        Page::Ask(ask) | Page::Again(ask) | Page::Told(ask) => ask.clone(),
        _ => Value::from(()),
    };
    let body = print.pages.get_template("answer")?.render(context! {
        lang, ask, w => words, page => page.name(), style => STYLE, hours => LINK_HOURS,
    })?;
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = page.status();
    let headers = response.headers_mut();
    let html = HeaderValue::from_static("text/html; charset=utf-8");
    headers.insert(header::CONTENT_TYPE, html);
    headers.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(lang));
    headers.insert(header::CONTENT_SECURITY_POLICY, print.policy.clone());
    if let Page::Slow { seconds } = page {
        headers.insert(header::RETRY_AFTER, HeaderValue::from(*seconds));
    }
    Ok(response)
}

#[cfg(test)]
#[path = "page_tests.rs"]
mod tests;
