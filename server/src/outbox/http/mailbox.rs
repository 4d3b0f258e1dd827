//! `GET /demo/mail`: the mail of a demo, which goes nowhere but into a folder.

use std::fs;
use std::io;
use std::path::Path;

use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use minijinja::{AutoEscape, Environment, Error, UndefinedBehavior, context};
use uuid::Uuid;

use super::LINK_PATH;
use crate::app::App;
use crate::outbox::{ANSWER_PATH, Way};

const PAGE: &str = include_str!("../templates/mailbox.html");
/// The newest so many are shown.
const MOST: usize = 100;

/// One message of the list.
struct Item {
    date: String,
    to: String,
    subject: String,
    link: String,
}

pub(super) async fn mailbox(State(app): State<App>) -> Response {
    let settings = app.settings();
    let items = match &settings.mail.way {
        Way::Smtp(_) => Ok(None),
        Way::Files(folder) => {
            let (folder, site) = (folder.clone(), settings.public_url.clone());
            match tokio::task::spawn_blocking(move || read(&folder, &site)).await {
                Ok(items) => items.map(Some),
                Err(_) => Err(io::Error::other("the reader stopped")),
            }
        }
    };
    match items
        .map_err(|error| format!("{:?}", error.kind()))
        .and_then(|items| {
            render(&settings.title, items).map_err(|error| format!("{:?}", error.kind()))
        }) {
        Ok(page) => ([(header::CACHE_CONTROL, "no-store")], Html(page)).into_response(),
        Err(why) => {
            tracing::error!(why, "the demo's mailbox cannot be shown");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

/// The newest messages first. Their names are their ids, which are in the order of time.
fn read(folder: &Path, site: &str) -> io::Result<Vec<Item>> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        // No message was ever written.
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    let mut names = Vec::new();
    for entry in entries {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if let Some(id) = name
            .strip_suffix(".eml")
            .and_then(|id| Uuid::try_parse(id).ok())
        {
            names.push(id);
        }
    }
    names.sort_unstable_by(|a, b| b.cmp(a));
    names.truncate(MOST);
    names
        .into_iter()
        .map(|id| {
            let text = fs::read_to_string(folder.join(format!("{id}.eml")))?;
            let head = text.split("\r\n\r\n").next().unwrap_or_default();
            let header = |name: &str| {
                let value = head.lines().find_map(|line| line.strip_prefix(name));
                value.unwrap_or_default().to_owned()
            };
            // A question's link needs no sign-in, and stands in the message alone.
            let question = format!("{site}{ANSWER_PATH}");
            let link = text.lines().find(|line| line.starts_with(&question));
            Ok(Item {
                date: header("Date: "),
                to: header("To: "),
                subject: header("Subject: "),
                link: link.map_or_else(
                    || format!("{site}{LINK_PATH}{}", id.simple()),
                    str::to_owned,
                ),
            })
        })
        .collect()
}

fn render(title: &str, items: Option<Vec<Item>>) -> Result<String, Error> {
    let mut page = Environment::new();
    page.set_undefined_behavior(UndefinedBehavior::Strict);
    page.set_auto_escape_callback(|_| AutoEscape::Html);
    page.add_template("mailbox", PAGE)?;
    let elsewhere = items.is_none();
    let items: Vec<_> = items
        .unwrap_or_default()
        .into_iter()
        .map(|item| context! { date => item.date, to => item.to, subject => item.subject, link => item.link })
        .collect();
    page.get_template("mailbox")?
        .render(context! { title, elsewhere, items })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_message_comes_first_and_nothing_in_it_is_markup() {
        let folder = tempfile::tempdir().unwrap();
        for (id, to) in [
            (1_u128, "birch@meadow.example"),
            (2, "<b>fern</b>@meadow.example"),
        ] {
            let id = Uuid::from_u128(id);
            let text =
                format!("Date: today\r\nTo: {to}\r\nSubject: You have an update\r\n\r\nText");
            fs::write(folder.path().join(format!("{id}.eml")), text).unwrap();
        }
        let asked = Uuid::from_u128(3);
        let text = "To: fern@house.example\r\n\r\nhttp://localhost:8080/answer/abc\r\n";
        fs::write(folder.path().join(format!("{asked}.eml")), text).unwrap();
        fs::write(folder.path().join(".half.unfinished"), "To: nobody").unwrap();
        let items = read(folder.path(), "http://localhost:8080").unwrap();
        let page = render("Notes", Some(items)).unwrap();
        assert!(page.find("fern").unwrap() < page.find("birch@meadow.example").unwrap());
        assert!(!page.contains("<b>") && !page.contains("nobody"));
        assert!(page.contains("00000000000000000000000000000001"));
        assert!(page.contains("answer&#x2f;abc") || page.contains("answer/abc"));
    }

    #[test]
    fn an_empty_mailbox_says_so() {
        let nowhere = Path::new("/nonexistent/mail");
        let page = render("Notes", Some(read(nowhere, "http://localhost").unwrap())).unwrap();
        assert!(page.contains("No mail yet"));
        assert!(render("Notes", None).unwrap().contains("mail server"));
    }
}
