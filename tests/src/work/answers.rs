//! Services answer by the link that a real mail brought them, over SMTP and HTTP.

use chrono::Duration;
use reqwest::header::HeaderMap;
use serde_json::{Value, json};
use server::app::App;
use server::outbox::{Way, Worker};

use super::desk::{Desk, at_both};
use crate::outbox::room::smtp_at;
use crate::smtp::{Fate, Offer, Peer, Script};

const ON_TEAM: &[(&str, &str)] = &[("heron", "RESOURCE_SPECIALIST")];

/// A mail server beside the desk's server, to which its outbox is emptied.
struct Post {
    peer: Peer,
    app: App,
}

impl Post {
    async fn of(desk: &Desk) -> Self {
        let folder = desk.world.data.path().join("taken");
        let peer = Peer::start(&folder, Script::new(&[Fate::Accept]), Offer::Plain).await;
        let mut settings = desk.world.app.settings().clone();
        settings.mail.way = Way::Smtp(Box::new(smtp_at(&peer)));
        let app = App::open(settings, desk.world.clock.clone()).await.unwrap();
        Self { peer, app }
    }

    /// The secrets of the links that `address` was mailed so far, oldest first.
    async fn links(&self, address: &str) -> Vec<String> {
        Worker::new(&self.app).drain().await.unwrap();
        let taken = self.peer.taken();
        let to = taken.iter().filter(|mail| mail.to == [address]);
        to.map(|mail| {
            let text = String::from_utf8_lossy(&mail.bytes).into_owned();
            assert_eq!(mail.header("Subject").unwrap(), "You have an update");
            for told in ["Juniper", "quiet", "Fern", "DROP", "shelter"] {
                assert!(!text.contains(told), "{told}");
            }
            let end = text.split("/answer/").nth(1).unwrap();
            end.split_whitespace().next().unwrap().to_owned()
        })
        .collect()
    }

    async fn last(&self, address: &str) -> String {
        self.links(address).await.pop().unwrap()
    }
}

/// An answer of the page: all of it that somebody outside could compare.
#[derive(Debug, PartialEq)]
struct Shown {
    status: u16,
    body: String,
    headers: Vec<(String, String)>,
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
}

async fn look(desk: &Desk, token: &str) -> Shown {
    let address = format!("{}/answer/{token}", desk.world.base);
    Shown::of(desk.world.client().get(address).send().await.unwrap()).await
}

async fn send(desk: &Desk, token: &str, form: &str) -> Shown {
    let address = format!("{}/answer/{token}", desk.world.base);
    let request = desk.world.client().post(address);
    let request = request.header("content-type", "application/x-www-form-urlencoded");
    Shown::of(request.body(form.to_owned()).send().await.unwrap()).await
}

async fn refer(desk: &Desk, case: &str, service: &str) -> String {
    let input = json!({ "case": case, "service": service, "need": "A quiet room.", "send": true });
    let made = desk
        .done("heron", "referralMake", input, "referral { id }")
        .await;
    made["referral"]["id"].as_str().unwrap().to_owned()
}

async fn referral(desk: &Desk, id: &str) -> Value {
    let query = "query($id: ID!) { referral(id: $id) { state version reference outcome \
        service { capacity capacityOn capacityByService } \
        events { to byLink by { name } reason text } \
        answerLinks { state answer reason outcome capacity text answeredAt } } }";
    desk.read("heron", query, json!({ "id": id })).await["referral"].clone()
}

/// A house that can be written to, a case with heron on it.
async fn house(desk: &Desk) -> (String, String) {
    let case = desk.case("Juniper", ON_TEAM).await;
    let service = desk
        .service("Fern House", json!({ "email": "office@fern.example" }))
        .await;
    (case, service)
}

const OFFICE: &str = "office@fern.example";
const NEVER: &str = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

at_both! {
    async fn rule_088_a_service_accepts_by_its_link_once_and_later_tells_what_came_of_it(desk) {
        let (case, service) = house(&desk).await;
        let post = Post::of(&desk).await;
        let id = refer(&desk, &case, &service).await;
        let token = post.last(OFFICE).await;
        // A mail scanner looks first; that uses nothing up.
        let page = look(&desk, &token).await;
        assert_eq!(page, look(&desk, &token).await);
        let before = referral(&desk, &id).await;
        assert_eq!((page.status, &before["state"]), (200, &json!("REQUESTED")));
        assert_eq!(before["answerLinks"][0]["state"], "WAITING");
        assert!(page.body.contains(before["reference"].as_str().unwrap()));
        // Rules 87, 91: nothing of anybody, nor of what it is about.
        for told in ["Juniper", "quiet", "Fern House", "DROP_IN", "drop_in", "<script"] {
            assert!(!page.body.contains(told), "{told}");
        }
        let thanks = send(&desk, &token, "answer=accepted&capacity=waitlist").await;
        assert_eq!(thanks.status, 200);
        let after = referral(&desk, &id).await;
        assert_eq!(after["state"], "ACCEPTED");
        let moved = json!({ "to": "ACCEPTED", "byLink": true, "by": null, "reason": null, "text": null });
        assert_eq!(after["events"][2], moved);
        assert_eq!(after["events"][1]["byLink"], false);
        let link = &after["answerLinks"][0];
        assert_eq!((&link["state"], &link["answer"], &link["capacity"]), (&json!("ANSWERED"), &json!("ACCEPTED"), &json!("WAITLIST")));
        assert_eq!(after["service"], json!({ "capacity": "WAITLIST", "capacityOn": "2026-05-28", "capacityByService": true }));
        assert!(desk.all("heron", "referrals", "filter: { waiting: true }", "id").await.is_empty());
        let entries = "SELECT count(*) FROM audit_entry WHERE act = 'answer_by_link' AND actor_id IS NULL AND case_id IS NOT NULL";
        assert_eq!(desk.world.number(entries).await, 1);
        // By the link nothing was shared: that goes by a release, or not at all.
        assert_eq!(desk.world.number("SELECT count(*) FROM disclosure").await, 0);
        // Used up: it is as if it had never been.
        assert_eq!(send(&desk, &token, "answer=declined").await, send(&desk, NEVER, "answer=declined").await);

        let again = json!({ "id": id });
        desk.done("heron", "referralLinkSend", again, "referral { id }").await;
        let token = post.last(OFFICE).await;
        let told = send(&desk, &token, "answer=youth_chose_not_to").await;
        assert_eq!(told.status, 200, "{told:?}");
        let after = referral(&desk, &id).await;
        assert_eq!((&after["state"], &after["outcome"]), (&json!("COMPLETED"), &json!("YOUTH_CHOSE_NOT_TO")));
        let closed = desk.act("heron", "referralLinkSend", json!({ "id": id }), "referral { id }").await;
        assert_eq!(closed["fields"], json!([{ "path": ["id"], "code": "NOT_ALLOWED_HERE" }]));
        // The counters are those of the rows still.
        assert!(server::boards::recount(&desk.world.app).await.unwrap().is_empty());
    }

    async fn rule_088_a_service_declines_with_a_code_and_words_or_asks_to_be_called(desk) {
        let (case, service) = house(&desk).await;
        let post = Post::of(&desk).await;
        let id = refer(&desk, &case, &service).await;
        let token = post.last(OFFICE).await;
        for (form, missing) in [
            ("", 1), ("answer=declined", 2), ("answer=declined&reason=no_response&text=No", 1),
            ("answer=declined&reason=at_capacity&text=%20", 1), ("answer=service_received", 1), ("%ff", 1),
        ] {
            let again = send(&desk, &token, form).await;
            assert_eq!(again.status, 422, "{form}");
            assert_eq!(again.body.matches("class=\"wrong\"").count(), missing, "{form}");
        }
        let long = format!("answer=declined&reason=other&text={}", "a".repeat(201));
        assert_eq!(send(&desk, &token, &long).await.status, 422);
        // Nothing was used up, and what was written is shown as text.
        let shown = send(&desk, &token, "answer=declined&text=%3Cb%3Ehello").await;
        assert!(shown.body.contains("&lt;b&gt;hello"), "{}", shown.body);
        let done = send(&desk, &token, "answer=declined&reason=at_capacity&text=No+bed+before+Friday.").await;
        assert_eq!(done.status, 200);
        let after = referral(&desk, &id).await;
        assert_eq!(after["state"], "REJECTED");
        let moved = json!({ "to": "REJECTED", "byLink": true, "by": null, "reason": "AT_CAPACITY", "text": "No bed before Friday." });
        assert_eq!(after["events"][2], moved);
        let sealed = desk.bytes("SELECT text FROM answer_link WHERE text IS NOT NULL").await;
        assert!(sealed.len() == 1 && !sealed[0].windows(3).any(|part| part == b"bed"));

        let id = refer(&desk, &case, &service).await;
        assert_eq!(send(&desk, &post.last(OFFICE).await, "answer=call_us").await.status, 200);
        let after = referral(&desk, &id).await;
        assert_eq!((&after["state"], &after["answerLinks"][0]["answer"]), (&json!("REQUESTED"), &json!("CALL_US")));
    }

    async fn a_link_that_is_none_used_old_or_taken_back_looks_the_same(desk) {
        let (case, service) = house(&desk).await;
        let post = Post::of(&desk).await;
        let id = refer(&desk, &case, &service).await;
        let replaced = post.last(OFFICE).await;
        desk.done("heron", "referralLinkSend", json!({ "id": id }), "referral { id }").await;
        let taken_back = post.last(OFFICE).await;
        let cancel = json!({ "id": id, "expectedVersion": 1, "to": "CANCELLED", "reason": "DUPLICATE", "text": "Twice." });
        desk.done("heron", "referralMove", cancel, "referral { id }").await;
        refer(&desk, &case, &service).await;
        let used = post.last(OFFICE).await;
        assert_eq!(send(&desk, &used, "answer=call_us").await.status, 200);
        refer(&desk, &case, &service).await;
        let old = post.last(OFFICE).await;
        desk.later(Duration::hours(72));
        let none = look(&desk, NEVER).await;
        let sent = send(&desk, NEVER, "answer=accepted").await;
        assert_eq!((none.status, sent.status), (404, 404));
        for token in [&replaced, &taken_back, &used, &old, "x", "..%2F..", &"A".repeat(3_000)] {
            assert_eq!(look(&desk, token).await, none, "{token}");
            assert_eq!(send(&desk, token, "answer=accepted").await, sent, "{token}");
        }
        // Spanish, for who reads it.
        assert!(look(&desk, &format!("{NEVER}?lang=es")).await.body.contains("<html lang=\"es\">"));
    }

    async fn guesses_learn_nothing_and_are_slowed_down(desk) {
        let (case, service) = house(&desk).await;
        let post = Post::of(&desk).await;
        refer(&desk, &case, &service).await;
        let token = post.last(OFFICE).await;
        let none = look(&desk, NEVER).await;
        // Guesses near the right one, as slowly as they are let in.
        for place in 0..200_usize {
            desk.later(Duration::seconds(10));
            let at = place % 42;
            let other = if &token[at..=at] == "A" { "B" } else { "A" };
            // The last sign of a secret holds bits that count for nothing.
            let guess = format!("{}{other}{}", &token[..at], &token[at + 1..]);
            assert_eq!(look(&desk, &guess).await, none);
        }
        // As fast as they come: soon nobody from there is let in, whatever they hold.
        let mut slow = None;
        for _ in 0..61 {
            slow = Some(look(&desk, NEVER).await).filter(|shown| shown.status == 429);
        }
        let slow = slow.unwrap();
        assert_eq!(look(&desk, &token).await, slow);
        desk.later(Duration::minutes(10));
        assert_eq!(send(&desk, &token, "answer=accepted").await.status, 200);
    }

    async fn who_cannot_be_written_to_is_called(desk) {
        let case = desk.case("Juniper", ON_TEAM).await;
        let service = desk.service("Fern House", json!({})).await;
        let id = refer(&desk, &case, &service).await;
        assert_eq!(referral(&desk, &id).await["answerLinks"], json!([]));
        let refused = desk.act("heron", "referralLinkSend", json!({ "id": id }), "referral { id }").await;
        assert_eq!(refused["fields"], json!([{ "path": ["id"], "code": "NOT_ALLOWED_HERE" }]));
        let ask = enquiry(&case, &[&service]);
        let refused = desk.act("heron", "capacityAsk", ask, "enquiry { id }").await;
        assert_eq!(refused["fields"], json!([{ "path": ["services", "0"], "code": "NOT_ALLOWED_HERE" }]));
    }

    async fn rule_086_an_enquiry_asks_several_services_and_each_tells_its_capacity(desk) {
        let (case, fern) = house(&desk).await;
        let moss = desk.service("Moss Court", json!({ "email": "desk@moss.example" })).await;
        let post = Post::of(&desk).await;
        let shown = "enquiry { id reference accepts languages asked { state answer capacity service { name } } }";
        let made = desk.done("heron", "capacityAsk", enquiry(&case, &[&fern, &moss]), shown).await;
        let made = &made["enquiry"];
        assert_eq!(made["accepts"], json!(["ACCEPTS_MALE", "TWENTY_FOUR_SEVEN"]));
        assert_eq!(made["languages"], json!(["SPANISH"]));
        let one = post.last(OFFICE).await;
        let page = look(&desk, &one).await;
        assert_eq!(page.status, 200);
        for told in [made["reference"].as_str().unwrap(), "Emergency shelter", "15 to 17", "Spanish", "TX", "2026-06-05"] {
            assert!(page.body.contains(told), "{told}");
        }
        assert!(!page.body.contains("Juniper") && !page.body.contains(&case));
        assert_eq!(send(&desk, &one, "answer=accepted").await.status, 422);
        assert_eq!(send(&desk, &one, "answer=no_capacity").await.status, 200);
        let other = post.last("desk@moss.example").await;
        assert_eq!(send(&desk, &other, "answer=call_us").await.status, 200);
        assert_eq!(send(&desk, &one, "answer=has_capacity").await.status, 404);

        let query = "query($id: ID!, $service: ID!) { service(id: $service) { capacity capacityOn capacityByService } \
            case(id: $id) { capacityEnquiries { edges { node { id asked { state answer capacity service { name } } } } } } }";
        let found = desk.read("heron", query, json!({ "id": case, "service": fern })).await;
        assert_eq!(found["service"], json!({ "capacity": "NO_CAPACITY", "capacityOn": "2026-05-28", "capacityByService": true }));
        assert_eq!(found["case"]["capacityEnquiries"]["edges"][0]["node"]["asked"], json!([
            { "state": "ANSWERED", "answer": "CAPACITY", "capacity": "NO_CAPACITY", "service": { "name": "Fern House" } },
            { "state": "ANSWERED", "answer": "CALL_US", "capacity": null, "service": { "name": "Moss Court" } },
        ]));
        // A colleague without a part in the case sees nothing of it.
        let hidden = desk.read("plover", "query($id: ID!) { node(id: $id) { id } }", json!({ "id": made["id"] })).await;
        assert_eq!(hidden["node"], Value::Null);
    }

    async fn rule_086_an_enquiry_asks_one_to_twenty_services_each_once(desk) {
        let (case, fern) = house(&desk).await;
        for (services, code) in [(vec![], "REQUIRED"), (vec![fern.as_str(); 2], "NOT_ALLOWED_HERE")] {
            let refused = desk.act("heron", "capacityAsk", enquiry(&case, &services), "enquiry { id }").await;
            assert_eq!(refused["fields"][0]["code"], code);
        }
        let many = vec![fern.as_str(); 21];
        let refused = desk.act("heron", "capacityAsk", enquiry(&case, &many), "enquiry { id }").await;
        assert_eq!(refused["fields"][0], json!({ "path": ["services"], "code": "TOO_LONG" }));
        let mut late = enquiry(&case, &[&fern]);
        late["neededBy"] = "2026-05-01".into();
        let refused = desk.act("heron", "capacityAsk", late, "enquiry { id }").await;
        assert_eq!(refused["fields"], json!([{ "path": ["neededBy"], "code": "IN_THE_PAST" }]));
    }

    async fn links_of_a_list_are_one_statement_however_many(desk) {
        let (case, service) = house(&desk).await;
        let query = "{ referrals(first: 100) { edges { node { id answerLinks { state service { name } } } } } }";
        let mut counts = Vec::new();
        for rows in [3, 30] {
            let there = desk.all("heron", "referrals", "", "id").await.len();
            for _ in there..rows {
                refer(&desk, &case, &service).await;
            }
            counts.push(desk.counted("heron", query, json!({})).await.1);
        }
        assert_eq!(counts[0], counts[1]);
    }
}

fn enquiry(case: &str, services: &[&str]) -> Value {
    json!({
        "case": case, "services": services, "category": "EMERGENCY_SHELTER", "ageBand": "FROM_15_TO_17",
        "accepts": ["TWENTY_FOUR_SEVEN", "ACCEPTS_MALE"], "languages": ["SPANISH"], "state": "TX", "neededBy": "2026-06-05",
    })
}

/// There is no place in it for a word about anybody.
#[test]
fn rule_086_the_form_of_an_enquiry_holds_no_words_and_nothing_that_identifies() {
    let schema = server::graphql::schema().sdl();
    let input = schema.split("input CapacityAskInput {").nth(1).unwrap();
    let input = input.split('}').next().unwrap();
    let fields: Vec<(&str, &str)> = input
        .lines()
        .filter_map(|line| line.trim().split_once(": "))
        .filter(|(name, _)| name.chars().all(char::is_alphanumeric))
        .collect();
    let allowed = [
        ("clientMutationKey", "ID!"),
        ("case", "ID!"),
        ("services", "[ID!]!"),
        ("category", "ServiceCategory!"),
        ("ageBand", "AgeBand"),
        ("accepts", "[Capability!]!"),
        ("languages", "[NeededLanguage!]!"),
        ("state", "State!"),
        ("neededBy", "Date"),
    ];
    assert_eq!(fields, allowed);
    for vocabulary in [
        "ServiceCategory",
        "AgeBand",
        "Capability",
        "NeededLanguage",
        "State",
    ] {
        assert!(
            schema.contains(&format!("enum {vocabulary} {{")),
            "{vocabulary}"
        );
    }
}
