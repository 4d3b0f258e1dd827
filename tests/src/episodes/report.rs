use serde_json::{Value, json};

use super::desk::{Desk, merged};
use crate::both;
use crate::world::{Answer, text};

const SHOWN: &str = "report { id version stillOpen unknown endangerment description photo }";

async fn save(desk: &Desk, report: &Value, with: Value) -> Answer {
    let input = json!({ "id": report["id"], "expectedVersion": report["version"] });
    desk.act("missingReportSave", SHOWN, merged(input, with))
        .await
}

async fn report(desk: &Desk, episode: &str) -> Value {
    let fields = "report { id version stillOpen }";
    desk.episode(episode, fields).await["report"].clone()
}

both! {
    async fn rule_052_what_is_missing_stays_listed_and_holds_nothing_up(world) {
        let desk = Desk::new(world).await;
        let episode = desk.open(json!({ "lastSeenPlace": "The bus stop on Brook Lane" })).await;
        let open = report(&desk, &episode).await;
        assert_eq!(open["stillOpen"], json!(["PHOTO", "DESCRIPTION", "ENDANGERMENT", "CLOTHING", "ACCOMPANIED_BY", "GUARDIAN_CONTACT", "AGENCY_CONTACT"]));
        // Reported all the same.
        desk.tell(&episode, "LAW_ENFORCEMENT", json!({})).await.done();
        assert_eq!(desk.status("missing_le").await, "MET");
        let saved = save(&desk, &open, json!({
            "photo": "NOT_PROVIDED", "description": "Brown hair, a scar on the left hand.", "endangerment": ["PRESCRIBED_MEDICATION", "TRAFFICKING_VULNERABILITY"],
            "lastSeenPlace": "The bus stop on Brook Lane", "unknown": ["CLOTHING", "ACCOMPANIED_BY"],
        })).await;
        let saved = saved.done()["report"].clone();
        assert_eq!(saved["stillOpen"], json!(["GUARDIAN_CONTACT", "AGENCY_CONTACT"]));
        let saved = save(&desk, &saved, json!({
            "photo": "PROVIDED", "description": "Brown hair.", "noEndangermentKnown": true, "lastSeenAt": "2026-03-04T08:00:00Z",
            "clothing": "A green coat", "accompaniedBy": "Nobody", "guardianContact": "555-0142", "agencyContact": "555-0143",
        })).await;
        assert_eq!((&saved.done()["report"]["stillOpen"], &saved.done()["report"]["unknown"]), (&json!([]), &json!([])));
    }

    async fn rule_052_what_contradicts_itself_is_refused_and_two_writers_see_each_other(world) {
        let desk = Desk::new(world).await;
        let episode = desk.open(json!({})).await;
        let open = report(&desk, &episode).await;
        let both = save(&desk, &open, json!({ "description": "Tall.", "unknown": ["DESCRIPTION"] })).await;
        assert_eq!(both.wrong(), ["unknown NOT_ALLOWED_HERE"]);
        let both = save(&desk, &open, json!({ "endangerment": ["THREATS"], "noEndangermentKnown": true })).await;
        assert_eq!(both.wrong(), ["noEndangermentKnown NOT_ALLOWED_HERE"]);
        let future = save(&desk, &open, json!({ "lastSeenAt": "2026-03-04T15:00:01Z" })).await;
        assert_eq!(future.wrong(), ["lastSeenAt IN_THE_FUTURE"]);
        let long = save(&desk, &open, json!({ "clothing": "a".repeat(1001) })).await;
        assert_eq!(long.wrong(), ["clothing TOO_LONG"]);
        save(&desk, &open, json!({ "description": "Tall." })).await.done();
        let stale = save(&desk, &open, json!({ "description": "Short." })).await;
        assert_eq!(stale.problem(), "ConflictProblem");
        assert_eq!(stale.outcome()["fields"], json!([{ "path": ["description"], "yours": "Short.", "theirs": "Tall." }]));
    }

    async fn rule_053_the_center_is_asked_not_to_reveal_foster_care_unless_somebody_says_not_to(world) {
        let desk = Desk::new(world).await;
        let episode = desk.open(json!({ "lastSeenPlace": "The mill pond" })).await;
        let request = "foster care";
        let told = desk.episode(&episode, "report { ncmec: text(party: NCMEC) without: text(party: NCMEC, askNotToRevealCare: false) police: text(party: LAW_ENFORCEMENT) }").await;
        let told = &told["report"];
        assert!(text(&told["ncmec"]).contains(request) && text(&told["ncmec"]).contains("Last seen: The mill pond"));
        assert!(text(&told["ncmec"]).contains("Photo: to follow"));
        assert!(!text(&told["without"]).contains(request) && !text(&told["police"]).contains(request));
        for (party, with, asked) in [
            ("NCMEC", json!({}), true),
            ("NCMEC", json!({ "askNotToRevealCare": false }), false),
            ("LAW_ENFORCEMENT", json!({}), false),
        ] {
            let notice = desk.tell(&episode, party, with).await;
            assert_eq!(notice.done()["notice"]["askedNotToRevealCare"], asked, "{party}");
        }
    }
}
