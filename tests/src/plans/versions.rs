use serde_json::{Value, json};

use super::desk::Desk;
use crate::both;
use crate::world::text;

const READING: &str = "version state reviewOn voiceKind voiceWords voiceNote rightExplainedOn \
    strengths { kind text } goals { domain text inYouthWords owner state targetOn agreement \
    steps { text ownerName dueOn state needsSharing shareWith } } welcomeItems \
    safety { section lines } safePeople { name chosenByYouth }";

async fn compare(desk: &Desk, range: &str) -> Value {
    let fields = format!(
        "compare({range}) {{ material differences {{ kind part label field before after material \
         colleagueBefore {{ name }} colleagueAfter {{ name }} }} }}"
    );
    desk.see(&fields).await["compare"].clone()
}

async fn numbers(desk: &Desk) -> Vec<i64> {
    let seen = desk.see("versions { number }").await;
    let versions = seen["versions"].as_array().unwrap().iter();
    versions
        .map(|version| version["number"].as_i64().unwrap())
        .collect()
}

fn told(comparison: &Value) -> Vec<String> {
    let differences = comparison["differences"].as_array().unwrap().iter();
    let word = |value: &Value| value.as_str().unwrap_or("-").to_owned();
    differences
        .map(|one| {
            let [kind, part, label, field, before, after] =
                ["kind", "part", "label", "field", "before", "after"].map(|key| word(&one[key]));
            format!("{kind} {part} [{label}] {field}: {before} > {after}")
        })
        .collect()
}

both! {
    async fn rule_071_any_two_versions_are_compared_field_by_field(world) {
        let desk = Desk::new(world).await;
        let horse = desk.goal("YOUTH", "Ride a horse.").await;
        let dentist = desk.goal("TEAM", "See a dentist.").await;
        let added = desk.step(&horse, json!({ "owner": desk.team.specialist.opaque })).await;
        let step = text(&added.done()["goal"]["steps"][0]["id"]);
        desk.active().await;
        desk.change_goal(&horse, 1, json!({ "text": "Ride by the sea.", "state": "ACCEPTED" })).await.done();
        desk.change_goal(&dentist, 1, json!({ "text": "See a dentist.", "owner": "TEAM", "targetOn": "2026-05-01" })).await.done();
        let change = json!({
            "id": step, "expectedVersion": 1, "text": "Call the stable.", "dueOn": "2026-03-10",
            "owner": desk.team.advocate.opaque, "state": "TODO",
        });
        let who = &desk.team.specialist;
        desk.world.act(who, "planStepChange", "step { id }", change).await.done();
        desk.goal("YOUTH", "See Juniper.").await;
        let seen = desk.see("strengths { id }").await;
        desk.strength("Sings.").await.done();
        desk.act("planStrengthRemove", json!({ "id": seen["strengths"][0]["id"] })).await.done();
        desk.act("planActivate", json!({ "youthAgreement": "YOUTH_PARTLY", "note": "She said where." })).await.done();
        let versions = numbers(&desk).await;
        let range = format!("from: {}, to: {}", versions[0], versions[1]);
        let found = compare(&desk, &range).await;
        assert_eq!(found["material"], true);
        assert_eq!(told(&found), [
            "ADDED STRENGTH [Sings.] -: - > Sings.",
            "CHANGED GOAL [Ride by the sea.] STATE: PROPOSED > ACCEPTED",
            "CHANGED GOAL [Ride by the sea.] TEXT: Ride a horse. > Ride by the sea.",
            "CHANGED STEP [Call the stable.] OWNER: - > -",
            "ADDED GOAL [See Juniper.] -: - > See Juniper.",
            "CHANGED GOAL [See a dentist.] TARGET_ON: - > 2026-05-01",
            "REMOVED STRENGTH [Draws birds from memory.] -: Draws birds from memory. > -",
        ]);
        let colleagues = &found["differences"][3];
        assert_eq!(colleagues["colleagueBefore"]["name"], "Wren Cedar");
        assert_eq!(colleagues["colleagueAfter"]["name"], desk.team.advocate.name);
        // The other way round says the reverse; with itself nothing; what is not there is null.
        let back = compare(&desk, &format!("from: {}, to: {}", versions[1], versions[0])).await;
        assert_eq!(back["differences"].as_array().unwrap().len(), found["differences"].as_array().unwrap().len());
        let same = compare(&desk, &format!("from: {}, to: {}", versions[0], versions[0])).await;
        assert_eq!(same, json!({ "material": false, "differences": [] }));
        assert_eq!(compare(&desk, &format!("from: {}, to: 99", versions[0])).await, Value::Null);
        assert_eq!(compare(&desk, "from: 99").await, Value::Null);
    }

    async fn rule_071_a_version_says_why_and_whether_the_young_person_agreed(world) {
        let desk = Desk::new(world).await;
        desk.active().await;
        desk.goal("YOUTH", "Ride a horse.").await;
        let again = json!({ "youthAgreement": "YOUTH_AGREES", "note": "She set a goal." });
        desk.act("planActivate", again).await.done();
        let seen = desk.see("versions { youthAgreement why frozenBy { name } reading { goals { text } } }").await;
        let by = json!({ "name": "Wren Cedar" });
        assert_eq!(seen["versions"], json!([
            { "youthAgreement": "NOT_ASKED_YET", "why": null, "frozenBy": by, "reading": { "goals": [] } },
            { "youthAgreement": "YOUTH_AGREES", "why": "She set a goal.", "frozenBy": by,
              "reading": { "goals": [{ "text": "Ride a horse." }] } },
        ]));
    }

    async fn rule_071_a_change_of_what_was_agreed_on_opens_a_draft_and_progress_does_not(world) {
        let desk = Desk::new(world).await;
        let goal = desk.goal("YOUTH", "Ride a horse.").await;
        assert_eq!(desk.see("draft { material }").await["draft"], Value::Null);
        desk.active().await;
        assert_eq!(desk.see("draft { material }").await["draft"], Value::Null);
        desk.change_goal(&goal, 1, json!({ "state": "IN_PROGRESS" })).await.done();
        desk.review("2026-03-04").await.done();
        assert_eq!(desk.see("draft { material }").await["draft"], Value::Null);
        // Nothing was agreed on anew: there is nothing to freeze.
        assert_eq!(desk.act("planActivate", json!({})).await.problem(), "MoveProblem");
        desk.words("I want a dog.").await.done();
        let draft = desk.see("state draft { material differences { field before after } }").await;
        assert_eq!(draft["state"], "ACTIVE");
        let words = json!({ "field": "VOICE_WORDS", "before": "I want to draw again.", "after": "I want a dog." });
        assert!(draft["draft"]["differences"].as_array().unwrap().contains(&words));
        desk.act("planActivate", json!({})).await.done();
        assert_eq!(desk.see("draft { material }").await["draft"], Value::Null);
        // A paper of the case is part of what was agreed on.
        let profile = json!({
            "case": desk.team.case, "expectedVersion": 0, "triggers": [], "calming": [], "contact": [],
            "doNotAsk": [], "welcomeItems": ["A blanket."],
        });
        let who = &desk.team.specialist;
        desk.world.act(who, "supportProfileWrite", "case { id }", profile).await.done();
        let draft = desk.see("draft { differences { kind part field after } }").await;
        let blanket = json!([{ "kind": "ADDED", "part": "SUPPORT_PROFILE", "field": "WELCOME_ITEMS", "after": "A blanket." }]);
        assert_eq!(draft["draft"]["differences"], blanket);
    }

    async fn rule_071_the_hash_covers_all_that_the_plan_says(world) {
        let desk = Desk::new(world).await;
        let goal = desk.goal("YOUTH", "Ride a horse.").await;
        let sharing = json!({ "ownerName": "Aunt Linden", "needsSharing": true, "shareWith": "Stable House" });
        desk.step(&goal, sharing).await.done();
        let safety = json!({
            "case": desk.team.case, "expectedVersion": 0, "safePeople": [],
            "sections": [{ "section": "SAFE_PLACES", "lines": ["The library."] }],
        });
        let who = &desk.team.specialist;
        desk.world.act(who, "safetyPlanWrite", "case { id }", safety).await.done();
        desk.act("planRightExplained", json!({ "explainedOn": "2026-03-03" })).await.done();
        desk.active().await;
        let seen = desk.see("versions { content contentHash }").await;
        let content = text(&seen["versions"][0]["content"]);
        // The server reads a version only when its content has the hash that it was frozen with.
        let read = desk.see("versions { reading { goals { steps { shareWith } } safety { lines } } }").await;
        assert_eq!(read["versions"][0]["reading"]["goals"][0]["steps"][0]["shareWith"], "Stable House");
        for said in ["Stable House", "The library.", "2026-03-03", "I want to draw again.", "not_asked_yet"] {
            assert!(content.contains(said), "{said}");
        }
    }

    async fn rule_071_a_plan_is_read_back_to_any_day(world) {
        let desk = Desk::new(world).await;
        let at = async |desk: &Desk, day: &str| {
            let fields = format!("at(on: \"{day}\") {{ {READING} }}");
            desk.see(&fields).await["at"].clone()
        };
        assert_eq!(at(&desk, "2026-03-03").await, Value::Null);
        let goal = desk.goal("YOUTH", "Ride a horse.").await;
        desk.step(&goal, json!({ "ownerName": "Aunt Linden" })).await.done();
        let mut days = vec![("2026-03-04", at(&desk, "2026-03-04").await)];
        desk.world.later(chrono::Duration::days(1));
        let desk = desk.again().await;
        desk.active().await;
        days.push(("2026-03-05", at(&desk, "2026-03-05").await));
        desk.world.later(chrono::Duration::days(2));
        let desk = desk.again().await;
        desk.change_goal(&goal, 1, json!({ "text": "Ride by the sea.", "state": "ACCEPTED" })).await.done();
        let seen = desk.see("strengths { id }").await;
        desk.strength("Sings.").await.done();
        desk.act("planStrengthRemove", json!({ "id": seen["strengths"][0]["id"] })).await.done();
        days.push(("2026-03-07", at(&desk, "2026-03-07").await));
        desk.world.later(chrono::Duration::days(3));
        let desk = desk.again().await;
        desk.go("PAUSED").await.done();
        days.push(("2026-03-10", at(&desk, "2026-03-10").await));
        assert_eq!(days[0].1["goals"][0]["steps"][0]["ownerName"], "Aunt Linden");
        assert_eq!(days[0].1["state"], "DRAFT");
        assert_eq!(days[1].1["state"], "ACTIVE");
        assert_eq!(days[1].1["voiceWords"], "I want to draw again.");
        assert_eq!(days[2].1["goals"][0]["text"], "Ride by the sea.");
        assert_eq!(days[2].1["goals"][0]["steps"][0]["text"], "Call the stable.");
        assert_eq!(days[2].1["strengths"], json!([{ "kind": "HOPE", "text": "Sings." }]));
        assert_eq!(days[3].1["state"], "PAUSED");
        // Each day reads the same for ever, and a day between is as the day before.
        for (day, was) in &days {
            assert_eq!(&at(&desk, day).await, was, "{day}");
        }
        assert_eq!(at(&desk, "2026-03-06").await, days[1].1);
        assert_eq!(at(&desk, "2026-03-03").await, Value::Null);
        // Today is what the plan says now.
        let now = desk.see("version state reviewOn strengths { kind text } goals { text owner steps { text ownerName } }").await;
        let today = at(&desk, "2026-03-10").await;
        for field in ["version", "state", "reviewOn", "strengths"] {
            assert_eq!(now[field], today[field], "{field}");
        }
        assert_eq!(now["goals"][0]["text"], today["goals"][0]["text"]);
    }
}
