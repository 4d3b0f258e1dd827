//! What leaves, and by which way.

use serde_json::{Value, json};

use super::desk::{Desk, added, code, done};
use crate::access::source::files;
use crate::both;
use crate::plans::Desk as PlanDesk;
use crate::world::text;

/// The reviewed list of `disclosures/mod.rs`: whoever builds something that leaves, or hands
/// out a file, is on it.
#[test]
fn rule_011_no_other_module_builds_what_leaves() {
    let used = |word: &str| -> Vec<String> {
        let found = files().into_iter().filter(|(_, code)| code.contains(word));
        found.map(|(path, _)| path).collect()
    };
    assert_eq!(used("disclosure::ActiveModel {"), ["disclosures/make.rs"]);
    assert_eq!(used("Payload {"), ["disclosures/payload.rs"]);
    // Files go out by one door, as copies for the young person and the team.
    assert_eq!(used("CONTENT_DISPOSITION"), ["plans/copies/http.rs"]);
    assert_eq!(used("paper::print("), ["plans/copies/take.rs"]);
    // A row of a release is never the whole answer: the check alone says whether it holds.
    let asks = ["disclosures/make.rs", "disclosures/still.rs"];
    assert_eq!(used("check::check("), asks);
    // The door is the one place at which something is read for nobody of ours.
    assert_eq!(
        used("unscoped_door("),
        ["access/permit.rs", "answers/door.rs"]
    );
}

both! {
    async fn rule_025_what_was_hashed_or_encrypted_is_shared_like_plain_words(world) {
        let desk = Desk::new(world).await;
        let told = [
            "Willow Fernleaf, 2011-04-02",
            "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            "-----BEGIN PGP MESSAGE----- hQEMA5Fv2bKq",
            "pseudonym-7f3a",
        ];
        let with = |text: &str, with: Value| added(json!({ "words": [{ "category": "IDENTITY", "text": text }] }), with);
        let medical = |text: &str| json!({ "categories": ["MEDICAL"], "words": [{ "category": "MEDICAL", "text": text }] });
        for text in told {
            assert_eq!(code(&desk.share(with(text, json!({}))).await), "NO_RELEASE", "{text}");
        }
        desk.release(json!({})).await;
        for text in told {
            assert_eq!(code(&desk.share(medical(text)).await), "CATEGORY_NOT_COVERED", "{text}");
            let elsewhere = with(text, json!({ "recipient": desk.sibling }));
            assert_eq!(code(&desk.share(elsewhere).await), "RECIPIENT_MISMATCH", "{text}");
            let other = with(text, json!({ "purpose": "RESEARCH_APPROVED" }));
            assert_eq!(code(&desk.share(other).await), "PURPOSE_MISMATCH", "{text}");
            // Where it is covered it is shared, and stands in the accounting as what it is.
            done(&desk.share(with(text, json!({}))).await);
            let kept = desk.case("disclosures(first: 1) { edges { node { content { parts { lines { field text } } } } } }").await;
            let lines = &kept["disclosures"]["edges"][0]["node"]["content"]["parts"][0]["lines"];
            assert!(lines.as_array().unwrap().contains(&json!({ "field": "WORDS", "text": text })), "{lines}");
        }
        assert_eq!(desk.world.number("SELECT count(*) FROM disclosure").await, 4);
        // And no field or way of sharing is of data in disguise.
        let schema = server::graphql::sdl();
        for list in ["enum DisclosureField", "enum DisclosureMethod", "enum InformationCategory"] {
            let codes = schema.split(list).nth(1).unwrap().split('}').next().unwrap();
            for word in ["HASH", "DIGEST", "TOKEN", "PSEUDONYM"] {
                assert!(!codes.contains(word), "{list}: {word}");
            }
        }
    }

    async fn rule_021_who_sits_together_has_not_consented(world) {
        let desk = Desk::new(world).await;
        let staffing = json!({ "type": "ONGOING", "at": "2026-03-20T15:00:00Z", "cases": [desk.team.case], "purpose": "With Fern House." });
        desk.world.act(&desk.team.supervisor, "staffingSchedule", "staffing { id }", staffing).await.done();
        let refer = json!({ "case": desk.team.case, "service": desk.service, "need": "A bed.", "send": true });
        let made = desk.world.act(&desk.team.specialist, "referralMake", "referral { id version }", refer).await;
        let accepted = json!({ "id": made.done()["referral"]["id"], "expectedVersion": made.done()["referral"]["version"], "to": "ACCEPTED" });
        desk.world.act(&desk.team.specialist, "referralMove", "referral { state }", accepted).await.done();
        assert_eq!(code(&desk.share(json!({})).await), "NO_RELEASE");
    }

    /// The work on a case, with no release at all.
    async fn rule_018_nothing_asks_for_a_release(world) {
        let desk = PlanDesk::new(world).await;
        let (team, who) = (&desk.team, &desk.team.specialist);
        desk.active().await;
        let goal = desk.goal("YOUTH", "Ride a horse.").await;
        desk.step(&goal, json!({ "ownerName": "Aunt Linden" })).await.done();
        let do_it = async |mutation: &str, shown: &str, input: Value| {
            let input = added(json!({ "case": team.case }), input);
            desk.world.act(who, mutation, shown, input).await.done().clone()
        };
        do_it("contactLog", "contact { id }", json!({
            "channel": "PHONE", "direction": "OUT", "outcome": "REACHED", "type": "CHECK_IN", "needs": [], "crises": [],
        })).await;
        do_it("noticeRecord", "notice { id }", json!({
            "party": "COURT", "method": "PHONE", "agency": "Example County Court", "personSpokenTo": "Linden", "reference": "7",
        })).await;
        do_it("reportMadeRecord", "report { id }", json!({ "reportedTo": "FBI", "method": "ONLINE" })).await;
        do_it("observationRecord", "observation { id }", json!({
            "kind": "PROTECTIVE_FACTOR", "code": "OTHER", "codeText": "Sings.", "observedOn": "2026-03-01",
            "source": "SEEN_BY_STAFF", "narrative": "In the choir.", "followUp": "ASK_MORE",
        })).await;
        let away = do_it("episodeOpen", "episode { id version }", json!({ "type": "FAMILY_ABDUCTION", "whereabouts": "MISSING" })).await;
        assert!(!text(&away["episode"]["id"]).is_empty());
        let copy = desk.case("planCopyPreview(audience: YOUTH) { contentHash }").await;
        do_it("planCopyMake", "copy { id }", json!({
            "audience": "YOUTH", "language": "EN", "contentHash": copy["planCopyPreview"]["contentHash"],
        })).await;
        assert_eq!(desk.world.number("SELECT count(*) FROM release").await, 0);
        // And there is no such setting.
        let schema = server::graphql::sdl().to_lowercase();
        for word in ["requiresrelease", "releaserequired", "needsrelease", "consentrequired"] {
            assert!(!schema.contains(word), "{word}");
        }
    }
}
