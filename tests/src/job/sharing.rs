//! The referral in two steps over the API, with the pages that the service sees without an account.

use chrono::Duration;
use serde_json::{Value, json};

use super::transcript::Transcript;
use crate::both;
use crate::paper::print::printed_of;
use crate::sharing::desk::Desk;
use crate::world::post::{NEVER, Post, Shown, look, send};
use crate::world::{Persona, text};

const OFFICE: &str = "office@fern.example";

/// A page as it is read: its text, line by line, with the status before it.
fn read(page: &Shown) -> String {
    let body = page.body.split("<main>").nth(1).unwrap();
    let mut words = String::new();
    for part in body.split('<').skip(1) {
        let text = part.split_once('>').map_or("", |(_, text)| text).trim();
        if !text.is_empty() && text != "Espa\u{f1}ol" {
            words.push_str("\n  ");
            words.push_str(text);
        }
    }
    format!("-> {}{words}", page.status)
}

/// Without the reference, which is another on every run.
fn neutral(page: &str) -> String {
    let lines = page.lines().map(|line| {
        if line.trim().starts_with("R-") {
            "  <reference>"
        } else {
            line
        }
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Looks at what would be shared with the service of a referral, and confirms it.
async fn shares(
    told: &mut Transcript<'_>,
    desk: &Desk,
    who: &Persona,
    referral: &Value,
    title: &str,
) {
    let looked = desk
        .look_as(who, json!({ "method": "SECURE_PORTAL" }))
        .await;
    let hash = text(&looked.data()["disclosurePreview"]["contentHash"]);
    told.calls(&hash, "what was shown");
    let input = json!({
        "id": referral["id"], "expectedVersion": 2, "person": desk.child, "categories": ["IDENTITY"], "contentHash": hash,
    });
    told.act(title, who, "referralShare", "referral { id state }", input)
        .await;
}

both! {
    async fn rule_087_a_referral_in_two_steps_from_the_release_to_the_second_of_its_withdrawal(world) {
        let desk = Desk::new(world).await;
        let (team, world) = (&desk.team, &desk.world);
        let post = Post::of(world).await;
        let mut told = Transcript::new(world);
        for who in [&team.supervisor, &team.specialist, &team.advocate] {
            told.knows(who);
        }
        for (id, name) in [
            (&team.case, "case"), (&desk.child, "the girl"), (&desk.grandmother, "her grandmother"),
            (&desk.service, "Fern House"), (&desk.sibling, "Fern Annex"),
        ] {
            told.calls(id, name);
        }
        let release = told.act("A girl of fifteen and her grandmother agree to tell one shelter", &team.specialist, "releaseDraft", "release { id status signersMissing }", json!({
            "case": team.case, "person": desk.child, "recipient": desk.service, "categories": ["IDENTITY"], "purpose": "REFERRAL",
            "methods": ["SECURE_PORTAL"], "explainedHow": "Read together, line by line.", "explainedLanguage": "English",
            "consequencesExplained": true, "servicesDoNotDepend": true, "signerPolicy": "MINOR_AND_PARENT",
        })).await["release"].clone();
        for (title, signer, capacity) in [
            ("She signs", &desk.child, "MINOR"), ("and so does her grandmother", &desk.grandmother, "PARENT_GUARDIAN"),
        ] {
            let sign = json!({ "id": release["id"], "signer": signer, "capacity": capacity, "witness": "Wren Cedar" });
            told.act(title, &team.specialist, "releaseSign", "release { id status signersMissing }", sign).await;
        }
        let made = told.act("The first step: a need in vocabulary, to two houses at once", &team.specialist, "referralMake",
            "referral { id reference state service { id } profile { category ageBand languages } askedTogether { id reference state service { id } } }", json!({
            "case": team.case, "service": desk.service, "alsoTo": [desk.sibling], "need": "A bed, from tonight.", "send": true,
            "profile": { "category": "EMERGENCY_SHELTER", "ageBand": "FROM_13_TO_15", "languages": ["ENGLISH"] },
        })).await["referral"].clone();
        let token = post.last(OFFICE).await;
        told.shows("The shelter follows the link of a mail that says nothing", &neutral(&read(&look(world, &token).await)));
        told.shows("and accepts", &read(&send(world, &token, "answer=accepted&capacity=has_capacity").await));
        let other = made["askedTogether"][0].clone();
        told.act("The other house has no e-mail address and accepts on the telephone", &team.specialist, "referralMove", "referral { id state }", json!({
            "id": other["id"], "expectedVersion": 1, "to": "ACCEPTED",
        })).await;
        told.refused("To the other house nothing is shared: the release is not for it (rule 12)", &team.specialist, "referralShare", json!({
            "id": other["id"], "expectedVersion": 2, "person": desk.child, "categories": ["IDENTITY"], "method": "VERBAL", "contentHash": "00",
        })).await;
        shares(&mut told, &desk, &team.specialist, &made, "The second step: who it is about, to the shelter that accepted").await;
        let token = post.last(OFFICE).await;
        told.shows("Another mail that says nothing leads to a page that shows nothing yet", &neutral(&read(&look(world, &token).await)));
        told.shows("Its button shows what was confirmed, once", &read(&send(world, &token, "open=1").await));
        told.shows("and not again", &read(&send(world, &token, "open=1").await));
        shares(&mut told, &desk, &team.specialist, &made, "It is shared once more, and this time they do not look at once").await;
        let token = post.last(OFFICE).await;
        world.later(Duration::hours(1));
        let (advocate, supervisor) = (world.again(&team.advocate).await, world.again(&team.supervisor).await);
        told.act("An hour later she takes it back", &advocate, "releaseWithdraw", "release { id status withdrawnAt }", json!({
            "id": release["id"], "how": "ORAL", "words": "She said so on the phone.",
        })).await;
        let closed = send(world, &token, "open=1").await;
        told.shows("In the same second the door is closed", &read(&closed));
        assert_eq!(closed, send(world, NEVER, "open=1").await, "as if it had never been");
        told.ask("The accounting says what was shared and when they saw it (rule 26)", &supervisor,
            "case(id: $id) { disclosures { edges { node { id madeAt recipientName categories method basis seenAt links { id kind state } } } } }", &team.case).await;
        let mine = json!({ "for": "ACCOUNTING", "of": desk.child, "language": "EN" });
        let paper = printed_of(world, &supervisor, &team.case, mine).await.text();
        assert!(paper.contains("They saw it on: March 4, 2026"), "{paper}");
        insta::with_settings!({ prepend_module_to_snapshot => false }, {
            insta::allow_duplicates!{ insta::assert_snapshot!("referral", told.text()); }
        });
    }
}
