//! The referral in two steps, and the door by which a service sees who it is about (rules 12, 19,
//! 26, 28, 87).

use chrono::Duration;
use serde_json::{Value, json};

use super::desk::{Desk, added, code, done};
use crate::both;
use crate::paper::print::printed_of;
use crate::world::post::{NEVER, Post, look, send};
use crate::world::text;

const OFFICE: &str = "office@fern.example";
/// What a release and a sharing have in common here.
fn by_door() -> Value {
    json!({ "methods": ["SECURE_PORTAL"] })
}

/// A referral of the case to the house that can be written to.
async fn refer(desk: &Desk) -> String {
    let input =
        json!({ "case": desk.team.case, "service": desk.service, "need": "A bed.", "send": true });
    let who = &desk.team.specialist;
    let made = desk
        .world
        .act(who, "referralMake", "referral { id }", input)
        .await;
    text(&made.done()["referral"]["id"])
}

/// The same, which the house has accepted by its link.
async fn accepted(desk: &Desk, post: &Post) -> String {
    let id = refer(desk).await;
    let token = post.last(OFFICE).await;
    assert_eq!(
        send(&desk.world, &token, "answer=accepted").await.status,
        200
    );
    id
}

/// Looks at what would be shared by the door, and shares it.
async fn share(desk: &Desk, referral: &str, with: Value) -> Value {
    let ask = added(json!({ "method": "SECURE_PORTAL" }), with.clone());
    let looked = desk.look(ask.clone(), Value::Null).await;
    let hash = looked.data()["disclosurePreview"]["contentHash"].clone();
    let fields = json!({ "person": desk.child, "categories": ask.get("categories").unwrap_or(&json!(["IDENTITY"])), "contentHash": hash });
    share_as(desk, referral, added(fields, with)).await
}

async fn share_as(desk: &Desk, referral: &str, with: Value) -> Value {
    let document = "mutation($input: ReferralShareInput!) { referralShare(input: $input) { __typename \
        ... on ReferralShareSuccess { referral { id version state } } ... on DisclosureRefusedProblem { code refusal } \
        ... on ValidationProblem { fields { path code } } ... on ConflictProblem { currentVersion } } }";
    let read = "query($id: ID!) { referral(id: $id) { version } }";
    let who = &desk.team.advocate;
    let found = desk.world.ask(who, read, json!({ "id": referral })).await;
    let input = json!({ "clientMutationKey": desk.world.key(), "id": referral, "expectedVersion": found.data()["referral"]["version"] });
    let answer = desk
        .world
        .ask(who, document, json!({ "input": added(input, with) }))
        .await;
    answer.data()["referralShare"].clone()
}

async fn of(desk: &Desk, referral: &str) -> Value {
    let document = "query($id: ID!) { referral(id: $id) { answerLinks { kind state } \
        disclosures { id method recipientName seenAt links { kind state } referral { id } } } }";
    let found = desk
        .world
        .ask(&desk.team.supervisor, document, json!({ "id": referral }))
        .await;
    found.data()["referral"].clone()
}

both! {
    async fn rule_087_who_it_is_about_is_shared_after_the_service_has_accepted_and_not_before(world) {
        let desk = Desk::new(world).await;
        let post = Post::of(&desk.world).await;
        desk.release(by_door()).await;
        // With the referral itself nothing is shared, whatever there is of releases.
        let document = "mutation($input: ReferralMakeInput!) { referralMake(input: $input) { __typename \
            ... on ValidationProblem { fields { path code } } } }";
        let content = json!({ "person": desk.child, "categories": ["IDENTITY"], "contentHash": "00" });
        let input = json!({
            "clientMutationKey": desk.world.key(), "case": desk.team.case, "service": desk.service, "need": "A bed.",
            "send": true, "share": content,
        });
        let refused = desk.world.ask(&desk.team.advocate, document, json!({ "input": input })).await;
        let wrong = json!({ "__typename": "ValidationProblem", "fields": [{ "path": ["share"], "code": "NOT_ALLOWED_HERE" }] });
        assert_eq!(refused.data()["referralMake"], wrong);
        assert_eq!(desk.world.number("SELECT count(*) FROM referral").await, 0);
        // While its answer is open, neither.
        let id = refer(&desk).await;
        let early = share(&desk, &id, json!({})).await;
        assert_eq!(early["fields"], json!([{ "path": ["id"], "code": "NOT_ALLOWED_HERE" }]));
        let token = post.last(OFFICE).await;
        assert_eq!(send(&desk.world, &token, "answer=accepted").await.status, 200);
        // What was not shown is not shared.
        let unseen = share_as(&desk, &id, json!({ "person": desk.child, "categories": ["IDENTITY"], "contentHash": "00" })).await;
        assert_eq!(unseen["fields"][0]["path"][0], "contentHash");
        let stale = share_as(&desk, &id, json!({ "expectedVersion": 1, "person": desk.child, "categories": ["IDENTITY"], "contentHash": "00" })).await;
        assert_eq!(stale, json!({ "__typename": "ConflictProblem", "currentVersion": 2 }));
        let shared = share(&desk, &id, json!({})).await;
        done(&shared);
        assert_eq!(shared["referral"]["state"], "ACCEPTED");
        assert_eq!(desk.world.number("SELECT count(*) FROM disclosure WHERE referral_id IS NOT NULL").await, 1);
        // One that ended is not shared any more.
        let end = json!({ "id": id, "expectedVersion": shared["referral"]["version"], "to": "COMPLETED", "outcome": "SERVICE_RECEIVED" });
        desk.world.act(&desk.team.specialist, "referralMove", "referral { id }", end).await.done();
        assert_eq!(share(&desk, &id, json!({})).await["fields"][0]["path"][0], "id");
        let links = of(&desk, &id).await;
        assert_eq!(links["answerLinks"], json!([{ "kind": "REFERRAL", "state": "ANSWERED" }, { "kind": "IDENTITY", "state": "REVOKED" }]));
    }

    async fn rule_012_each_refusal_of_a_sharing_with_a_referral_is_told_by_its_code(world) {
        let desk = Desk::new(world).await;
        let post = Post::of(&desk.world).await;
        let id = accepted(&desk, &post).await;
        assert_eq!(code(&share(&desk, &id, json!({})).await), "NO_RELEASE");
        desk.release(added(by_door(), json!({ "recipient": desk.sibling }))).await;
        assert_eq!(code(&share(&desk, &id, json!({})).await), "RECIPIENT_MISMATCH");
        desk.release(added(by_door(), json!({ "purpose": "PLACEMENT" }))).await;
        assert_eq!(code(&share(&desk, &id, json!({})).await), "PURPOSE_MISMATCH");
        desk.release(added(by_door(), json!({ "categories": ["FAMILY"] }))).await;
        assert_eq!(code(&share(&desk, &id, json!({})).await), "CATEGORY_NOT_COVERED");
        desk.release(json!({ "methods": ["PAPER"] })).await;
        assert_eq!(code(&share(&desk, &id, json!({})).await), "METHOD_NOT_ALLOWED");
        let gone = desk.release(by_door()).await;
        desk.withdraw(&gone).await.done();
        assert_eq!(code(&share(&desk, &id, json!({})).await), "WITHDRAWN");
        let begins = desk.world.clock.now() + Duration::days(1);
        desk.release(added(by_door(), json!({ "startsAt": begins.to_rfc3339() }))).await;
        assert_eq!(code(&share(&desk, &id, json!({})).await), "NOT_YET_EFFECTIVE");
        let short = desk.world.clock.now() + Duration::hours(1);
        desk.release(added(by_door(), json!({ "expiresAt": short.to_rfc3339() }))).await;
        desk.world.later(Duration::hours(2));
        let desk = desk.again().await;
        assert_eq!(code(&share(&desk, &id, json!({})).await), "EXPIRED");
        let drafted = desk.draft(&desk.team.specialist, by_door()).await;
        let release = text(&drafted.done()["release"]["id"]);
        desk.sign(&release, &desk.child, "MINOR", json!({})).await.done();
        assert_eq!(code(&share(&desk, &id, json!({})).await), "SIGNER_MISSING");
        desk.sign(&release, &desk.grandmother, "PARENT_GUARDIAN", json!({})).await.done();
        done(&share(&desk, &id, json!({})).await);
        let flag = "query($id: ID!) { case(id: $id) { people { id version } } }";
        let people = desk.world.ask(&desk.team.supervisor, flag, json!({ "id": desk.team.case })).await;
        let people = people.data()["case"]["people"].as_array().unwrap().clone();
        let version = people.iter().find(|one| one["id"] == json!(desk.grandmother)).unwrap()["version"].clone();
        let flagged = json!({
            "id": desk.grandmother, "expectedVersion": version, "role": "CAREGIVER", "name": "Juniper Reed", "relation": "grandmother",
            "safeToContact": false, "disqualifiedSigner": true,
        });
        desk.world.act(&desk.team.supervisor, "casePersonChange", "person { id }", flagged).await.done();
        assert_eq!(code(&share(&desk, &id, json!({})).await), "SIGNER_DISQUALIFIED");
        // And the door that was open before does not open any more (rule 15).
        let token = post.last(OFFICE).await;
        assert_eq!(send(&desk.world, &token, "open=1").await, send(&desk.world, NEVER, "open=1").await);
        let written = "SELECT count(*) FROM audit_entry WHERE act = 'open_by_link' AND outcome = 'refused' AND why = 'signer_disqualified' AND actor_id IS NULL";
        assert_eq!(desk.world.number(written).await, 1);
        assert_eq!(of(&desk, &id).await["disclosures"][0]["links"], json!([{ "kind": "IDENTITY", "state": "REVOKED" }]));
    }

    async fn rule_019_the_door_opens_once_with_a_live_release_and_closes_in_the_second_of_withdrawal(world) {
        let desk = Desk::new(world).await;
        let post = Post::of(&desk.world).await;
        let id = accepted(&desk, &post).await;
        let release = desk.release(by_door()).await;
        let words = json!({ "words": [{ "category": "IDENTITY", "text": "Likes to be called <Will>." }] });
        done(&share(&desk, &id, words).await);
        let token = post.last(OFFICE).await;
        // A scanner looks: nothing of anybody is there, and nothing is used up.
        let page = look(&desk.world, &token).await;
        assert_eq!((page.status, &page), (200, &look(&desk.world, &token).await));
        assert!(page.body.contains("name=\"open\"") && !page.body.contains("<script"));
        for told in ["Willow", "Will", "Fern", "2011", "IDENTITY"] {
            assert!(!page.body.contains(told), "{told}");
        }
        // A form without the button answers nothing, and opens nothing.
        assert_eq!(send(&desk.world, &token, "answer=accepted").await.status, 422);
        let waits = json!([{ "kind": "IDENTITY", "state": "WAITING" }]);
        let before = of(&desk, &id).await["disclosures"][0].clone();
        assert_eq!((&before["seenAt"], &before["links"]), (&json!([]), &waits));
        let opened = send(&desk.world, &token, "open=1").await;
        assert_eq!((opened.status, opened.header("cache-control")), (200, Some("no-store")));
        for told in ["Willow", "2011-04", "Likes to be called &lt;Will&gt;.", "Moss Hollow"] {
            assert!(opened.body.contains(told), "{told}: {}", opened.body);
        }
        // The allow-list of the category, and nothing beside it.
        for untold in ["Juniper Reed", "A bed.", "<script", &desk.team.case] {
            assert!(!opened.body.contains(untold), "{untold}");
        }
        let dead = send(&desk.world, NEVER, "open=1").await;
        assert_eq!((dead.status, &dead), (404, &send(&desk.world, &token, "open=1").await));
        assert_eq!(look(&desk.world, &token).await, look(&desk.world, NEVER).await);
        // Rule 26: when they saw it is in the accounting and in the trail, as nobody of ours.
        let after = of(&desk, &id).await["disclosures"][0].clone();
        assert_eq!(after["seenAt"], json!(["2026-03-04T15:00:00+00:00"]));
        assert_eq!((&after["links"][0]["state"], &after["referral"]["id"]), (&json!("ANSWERED"), &json!(id)));
        let entries = "SELECT count(*) FROM audit_entry WHERE act = 'open_by_link' AND outcome = 'seen' AND actor_id IS NULL AND target_type = 'disclosure'";
        assert_eq!(desk.world.number(entries).await, 1);
        let mine = json!({ "for": "ACCOUNTING", "of": desk.child, "language": "EN" });
        let paper = printed_of(&desk.world, &desk.team.supervisor, &desk.team.case, mine).await.text();
        assert!(paper.contains("They saw it on: March 4, 2026"), "{paper}");
        // Shared again; an hour later she withdraws, and it is closed in the same second.
        done(&share(&desk, &id, json!({})).await);
        let token = post.last(OFFICE).await;
        desk.world.later(Duration::hours(1));
        let desk = desk.again().await;
        assert_eq!(look(&desk.world, &token).await.status, 200);
        desk.withdraw(&release).await.done();
        assert_eq!(look(&desk.world, &token).await, look(&desk.world, NEVER).await);
        assert_eq!(send(&desk.world, &token, "open=1").await, dead);
        assert_eq!(of(&desk, &id).await["disclosures"][0]["seenAt"], json!([]));
        assert_eq!(code(&share(&desk, &id, json!({})).await), "WITHDRAWN");
    }

    async fn rule_019_mail_to_a_door_that_a_withdrawal_has_closed_is_not_sent(world) {
        let desk = Desk::new(world).await;
        let post = Post::of(&desk.world).await;
        let id = accepted(&desk, &post).await;
        let release = desk.release(by_door()).await;
        done(&share(&desk, &id, json!({})).await);
        desk.withdraw(&release).await.done();
        assert_eq!(post.links(OFFICE).await.len(), 1, "the question alone");
        assert_eq!(desk.world.number("SELECT count(*) FROM outbox WHERE cancelled_at IS NOT NULL").await, 1);
        // Another release that would cover it opens nothing that rested on the first.
        desk.release(by_door()).await;
        let revoked = "SELECT count(*) FROM answer_link WHERE disclosure_id IS NOT NULL AND revoked_at IS NOT NULL";
        assert_eq!(desk.world.number(revoked).await, 1);
    }

    async fn a_door_stands_open_for_a_day_and_never_longer_than_its_release(world) {
        let desk = Desk::new(world).await;
        let post = Post::of(&desk.world).await;
        let id = accepted(&desk, &post).await;
        let ends = desk.world.clock.now() + Duration::hours(5);
        desk.release(added(by_door(), json!({ "expiresAt": ends.to_rfc3339() }))).await;
        done(&share(&desk, &id, json!({})).await);
        let short = post.last(OFFICE).await;
        desk.world.later(Duration::hours(5));
        let desk = desk.again().await;
        let dead = send(&desk.world, NEVER, "open=1").await;
        assert_eq!(send(&desk.world, &short, "open=1").await, dead);
        desk.release(by_door()).await;
        done(&share(&desk, &id, json!({})).await);
        let long = post.last(OFFICE).await;
        desk.world.later(Duration::hours(24));
        assert_eq!(send(&desk.world, &long, "open=1").await, dead);
    }

    async fn two_who_open_one_door_at_once_see_it_once(world) {
        let desk = Desk::new(world).await;
        let post = Post::of(&desk.world).await;
        let id = accepted(&desk, &post).await;
        desk.release(by_door()).await;
        done(&share(&desk, &id, json!({})).await);
        let token = post.last(OFFICE).await;
        let all = futures::future::join_all((0..8).map(|_| send(&desk.world, &token, "open=1"))).await;
        let told = all.iter().filter(|shown| shown.body.contains("Willow")).count();
        assert_eq!((told, all.iter().filter(|shown| shown.status == 404).count()), (1, 7));
    }

    async fn rule_024_the_notice_and_the_release_stand_behind_the_door(world) {
        let desk = Desk::new(world).await;
        let post = Post::of(&desk.world).await;
        let id = accepted(&desk, &post).await;
        desk.release(added(by_door(), json!({ "categories": ["SUBSTANCE_USE_PART2"], "redisclosureNotice": true }))).await;
        let told = json!({ "categories": ["SUBSTANCE_USE_PART2"], "words": [{ "category": "SUBSTANCE_USE_PART2", "text": "Outpatient, since May." }] });
        done(&share(&desk, &id, told).await);
        let opened = send(&desk.world, &format!("{}?lang=es", post.last(OFFICE).await), "open=1").await;
        for told in ["<html lang=\"es\">", "42 CFR part 2 prohibits", "Recipient: Moss Hollow", "Outpatient, since May.", "Tratamiento"] {
            assert!(opened.body.contains(told), "{told}: {}", opened.body);
        }
        assert!(!opened.body.contains("Willow"));
    }

    async fn what_the_team_tells_itself_is_written_down_and_opens_no_door(world) {
        let desk = Desk::new(world).await;
        let post = Post::of(&desk.world).await;
        let id = accepted(&desk, &post).await;
        desk.release(json!({ "methods": ["VERBAL"] })).await;
        done(&share(&desk, &id, json!({ "method": "VERBAL" })).await);
        let kept = of(&desk, &id).await["disclosures"][0].clone();
        assert_eq!((&kept["method"], &kept["links"]), (&json!("VERBAL"), &json!([])));
        assert_eq!(post.links(OFFICE).await.len(), 1);
    }
}
