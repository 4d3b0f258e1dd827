//! Services answer by the link that a real mail brought them, over SMTP and HTTP.

use chrono::Duration;
use serde_json::{Value, json};

use super::desk::{Desk, at_both};
use crate::world::post::{NEVER, Post, Shown};

async fn look(desk: &Desk, token: &str) -> Shown {
    crate::world::post::look(&desk.world, token).await
}

async fn send(desk: &Desk, token: &str, form: &str) -> Shown {
    crate::world::post::send(&desk.world, token, form).await
}

const ON_TEAM: &[(&str, &str)] = &[("heron", "RESOURCE_SPECIALIST")];

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

at_both! {
    async fn rule_088_a_service_accepts_by_its_link_once_and_later_tells_what_came_of_it(desk) {
        let (case, service) = house(&desk).await;
        let post = Post::of(&desk.world).await;
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

    /// Rule 87, the first of the two steps: the need in vocabulary, to several services at once.
    async fn rule_087_a_need_in_vocabulary_goes_to_several_services_each_with_a_link(desk) {
        let (case, fern) = house(&desk).await;
        let moss = desk.service("Moss Court", json!({ "email": "desk@moss.example" })).await;
        let post = Post::of(&desk.world).await;
        let profile = json!({
            "category": "EMERGENCY_SHELTER", "ageBand": "FROM_13_TO_15", "accepts": ["TWENTY_FOUR_SEVEN", "ACCEPTS_MALE"],
            "languages": ["NAVAJO"], "neededBy": "2026-06-05",
        });
        let input = json!({ "case": case, "service": fern, "alsoTo": [moss], "need": "A quiet room.", "send": true, "profile": profile });
        let shown = "referral { id reference profile { category ageBand accepts languages neededBy } \
            askedTogether { reference service { name } askedTogether { reference } } }";
        let key = json!({ "clientMutationKey": desk.key() });
        let with_key = |mut input: Value| { input["clientMutationKey"] = key["clientMutationKey"].clone(); input };
        let made = desk.done("heron", "referralMake", with_key(input.clone()), shown).await["referral"].clone();
        let kept = json!({
            "category": "EMERGENCY_SHELTER", "ageBand": "FROM_13_TO_15", "accepts": ["ACCEPTS_MALE", "TWENTY_FOUR_SEVEN"],
            "languages": ["NAVAJO"], "neededBy": "2026-06-05",
        });
        assert_eq!(made["profile"], kept);
        let other = &made["askedTogether"][0];
        assert_eq!((&other["service"]["name"], &other["askedTogether"]), (&json!("Moss Court"), &json!([{ "reference": made["reference"] }])));
        // A retry makes none anew.
        assert_eq!(desk.done("heron", "referralMake", with_key(input.clone()), shown).await["referral"], made);
        assert_eq!(desk.world.number("SELECT count(*) FROM referral").await, 2);
        for (address, reference) in [(OFFICE, &made["reference"]), ("desk@moss.example", &other["reference"])] {
            let page = look(&desk, &post.last(address).await).await;
            for told in [reference.as_str().unwrap(), "Emergency shelter", "13 to 15", "Boys and men", "Navajo", "2026-06-05"] {
                assert!(page.body.contains(told), "{told}");
            }
            for untold in ["Juniper", "quiet", case.as_str()] {
                assert!(!page.body.contains(untold), "{untold}");
            }
        }
        let refused = async |with: Value| {
            let mut input = input.clone();
            for (field, value) in with.as_object().unwrap() {
                input[field] = value.clone();
            }
            desk.act("heron", "referralMake", input, "referral { id }").await["fields"].clone()
        };
        let wrong = |path: &[&str], code: &str| json!([{ "path": path, "code": code }]);
        assert_eq!(refused(json!({ "alsoTo": [fern] })).await, wrong(&["alsoTo", "0"], "NOT_ALLOWED_HERE"));
        assert_eq!(refused(json!({ "alsoTo": vec![moss.as_str(); 20] })).await[0], wrong(&["alsoTo"], "TOO_LONG")[0]);
        let late = json!({ "profile": { "category": "DROP_IN", "neededBy": "2026-05-01" } });
        assert_eq!(refused(late).await, wrong(&["profile", "neededBy"], "IN_THE_PAST"));
        let place = json!({ "profile": { "category": "DROP_IN", "accepts": ["CONFIDENTIAL_LOCATION"] } });
        assert_eq!(refused(place).await, wrong(&["profile", "accepts"], "NOT_ALLOWED_HERE"));
        // Where one service does not do, nothing of it is sent to the other.
        let ended = desk.service("Old House", json!({ "closed": true })).await;
        assert_eq!(refused(json!({ "alsoTo": [moss, ended] })).await, wrong(&["alsoTo", "1"], "NOT_ALLOWED_HERE"));
        assert_eq!(desk.world.number("SELECT count(*) FROM referral").await, 2);
        assert!(server::boards::recount(&desk.world.app).await.unwrap().is_empty());
    }

    async fn two_who_answer_one_link_at_once_make_one_answer(desk) {
        let (case, service) = house(&desk).await;
        let post = Post::of(&desk.world).await;
        for _ in 0..5 {
            let id = refer(&desk, &case, &service).await;
            let token = post.last(OFFICE).await;
            let answers = (0..8).map(|n| {
                let form = if n % 2 == 0 { "answer=accepted" } else { "answer=declined&reason=at_capacity&text=Full." };
                send(&desk, &token, form)
            });
            let answers = futures::future::join_all(answers).await;
            let mut statuses: Vec<_> = answers.iter().map(|answer| answer.status).collect();
            statuses.sort_unstable();
            assert_eq!(statuses, [200, 404, 404, 404, 404, 404, 404, 404]);
            assert_eq!(referral(&desk, &id).await["events"].as_array().unwrap().len(), 3);
            desk.later(Duration::minutes(2));
        }
        assert!(server::boards::recount(&desk.world.app).await.unwrap().is_empty());
    }

    async fn mail_is_not_sent_with_a_link_that_is_worth_nothing_any_more(desk) {
        let (case, service) = house(&desk).await;
        let post = Post::of(&desk.world).await;
        // Taken back, replaced and gone by while the mail waited.
        let id = refer(&desk, &case, &service).await;
        let cancel = json!({ "id": id, "expectedVersion": 1, "to": "CANCELLED", "reason": "DUPLICATE", "text": "Twice." });
        desk.done("heron", "referralMove", cancel, "referral { id }").await;
        refer(&desk, &case, &service).await;
        desk.later(Duration::hours(72));
        let id = refer(&desk, &case, &service).await;
        desk.done("heron", "referralLinkSend", json!({ "id": id }), "referral { id }").await;
        assert_eq!(post.links(OFFICE).await.len(), 1);
        assert_eq!(look(&desk, &post.last(OFFICE).await).await.status, 200);
        let cancelled = "SELECT count(*) FROM outbox WHERE cancelled_at IS NOT NULL AND done_at IS NOT NULL AND parked_at IS NULL";
        assert_eq!(desk.world.number(cancelled).await, 3);
    }

    async fn rule_088_a_service_declines_with_a_code_and_words_or_asks_to_be_called(desk) {
        let (case, service) = house(&desk).await;
        let post = Post::of(&desk.world).await;
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
        let post = Post::of(&desk.world).await;
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

    async fn ten_thousand_guesses_learn_nothing_and_are_slowed_down(desk) {
        let (case, service) = house(&desk).await;
        let post = Post::of(&desk.world).await;
        refer(&desk, &case, &service).await;
        let token = post.last(OFFICE).await;
        let none = look(&desk, NEVER).await;
        let said = send(&desk, NEVER, "answer=accepted").await;
        // Guesses near the right one, as slowly as they are let in: for a day and more.
        for n in 0..10_000_usize {
            desk.world.later(Duration::seconds(10));
            let at = n % 42;
            // The last sign of a secret holds bits that count for nothing.
            let signs: Vec<char> = ('A'..='Z').chain('a'..='z').chain('0'..='9').collect();
            let other = signs[(n / 42) % signs.len()];
            let other = if token[at..].starts_with(other) { '-' } else { other };
            let guess = format!("{}{other}{}", &token[..at], &token[at + 1..]);
            if guess == token {
                continue;
            }
            if n % 10 == 0 {
                assert_eq!(send(&desk, &guess, "answer=accepted").await, said);
            } else {
                assert_eq!(look(&desk, &guess).await, none);
            }
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
        let post = Post::of(&desk.world).await;
        let shown = "enquiry { id reference accepts languages asked { state answer capacity service { name } } }";
        let made = desk.done("heron", "capacityAsk", enquiry(&case, &[&fern, &moss]), shown).await;
        let made = &made["enquiry"];
        assert_eq!(made["accepts"], json!(["ACCEPTS_MALE", "TWENTY_FOUR_SEVEN"]));
        assert_eq!(made["languages"], json!(["SPANISH"]));
        let one = post.last(OFFICE).await;
        let page = look(&desk, &one).await;
        assert_eq!(page.status, 200);
        for told in [made["reference"].as_str().unwrap(), "Emergency shelter", "16 or 17", "Spanish", "TX", "2026-06-05"] {
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
        // That is news for whoever keeps the directory, until they have looked.
        let news = desk.all("otter", "directoryTasks", "kind: ANSWERED", "changed service { name }").await;
        assert_eq!(news, [json!({ "changed": ["capacity"], "service": { "name": "Fern House" } })]);
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
        let query = "{ referrals(first: 100) { edges { node { id answerLinks { kind state service { name } } \
            askedTogether { id } profile { category } disclosures { seenAt links { state } referral { id } } } } } }";
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
        "case": case, "services": services, "category": "EMERGENCY_SHELTER", "ageBand": "FROM_16_TO_17",
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
