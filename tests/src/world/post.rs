//! Mail as services get it, and the page that its link leads to, over real SMTP and HTTP.

use reqwest::header::HeaderMap;
use server::app::App;
use server::outbox::{Way, Worker};

use super::World;
use crate::outbox::room::smtp_at;
use crate::smtp::{Fate, Offer, Peer, Script};

/// A secret that no link has.
pub const NEVER: &str = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// A mail server beside the world's server, to which its outbox is emptied.
pub struct Post {
    peer: Peer,
    app: App,
}

impl Post {
    pub async fn of(world: &World) -> Self {
        let folder = world.data.path().join("taken");
        let peer = Peer::start(&folder, Script::new(&[Fate::Accept]), Offer::Plain).await;
        let mut settings = world.app.settings().clone();
        settings.mail.way = Way::Smtp(Box::new(smtp_at(&peer)));
        let app = App::open(settings, world.clock.clone()).await.unwrap();
        Self { peer, app }
    }

    /// The secrets of the links that `address` was mailed so far, oldest first.
    pub async fn links(&self, address: &str) -> Vec<String> {
        Worker::new(&self.app).drain().await.unwrap();
        let taken = self.peer.taken();
        let to = taken.iter().filter(|mail| mail.to == [address]);
        to.map(|mail| {
            let text = String::from_utf8_lossy(&mail.bytes).into_owned();
            assert_eq!(mail.header("Subject").unwrap(), "You have an update");
            for told in ["Juniper", "quiet", "Fern", "DROP", "shelter", "Willow"] {
                assert!(!text.contains(told), "{told}");
            }
            let end = text.split("/answer/").nth(1).unwrap();
            end.split_whitespace().next().unwrap().to_owned()
        })
        .collect()
    }

    /// The latest of them.
    pub async fn last(&self, address: &str) -> String {
        self.links(address).await.pop().unwrap()
    }
}

/// An answer of the page: all of it that somebody outside could compare.
#[derive(Debug, PartialEq)]
pub struct Shown {
    pub status: u16,
    pub body: String,
    pub headers: Vec<(String, String)>,
}

impl Shown {
    async fn of(response: reqwest::Response) -> Self {
        let plain = |headers: &HeaderMap| {
            let mut all: Vec<_> = headers
                .iter()
                // Its number in our log, and the time of day.
                .filter(|(name, _)| *name != "x-request-id" && *name != "date")
                .map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned()))
                .collect();
            all.sort();
            all
        };
        Self {
            status: response.status().as_u16(),
            headers: plain(response.headers()),
            body: response.text().await.unwrap(),
        }
    }

    /// What stands in a header.
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut all = self.headers.iter();
        all.find(|(header, _)| header == name)
            .map(|(_, value)| value.as_str())
    }
}

/// Follows a link.
pub async fn look(world: &World, token: &str) -> Shown {
    let address = format!("{}/answer/{token}", world.base);
    Shown::of(world.client().get(address).send().await.unwrap()).await
}

/// Sends a link's form.
pub async fn send(world: &World, token: &str, form: &str) -> Shown {
    let address = format!("{}/answer/{token}", world.base);
    let request = world.client().post(address);
    let request = request.header("content-type", "application/x-www-form-urlencoded");
    Shown::of(request.body(form.to_owned()).send().await.unwrap()).await
}
