//! What stands on which copy, and that it is what was shown.

use serde_json::{Value, json};

use super::print::{make, preview, printed};
use crate::both;
use crate::plans::Desk;
use crate::world::text;

/// Puts a canary where a plan, its papers and its people have words.
async fn canaries(desk: &Desk) {
    desk.active().await;
    let (world, who, case) = (&desk.world, &desk.team.specialist, &desk.team.case);
    for (role, name) in [
        ("SIBLING", "Canary Sibling"),
        ("ALLEGED_OFFENDER", "Canary Offender"),
        ("CAREGIVER", "Canary Caregiver"),
    ] {
        let input = json!({ "case": case, "role": role, "name": name, "safeToContact": false });
        world
            .act(who, "casePersonAdd", "person { id }", input)
            .await
            .done();
    }
    let stage = json!({ "case": case, "topic": "Canary stage", "stage": "CONTEMPLATION", "notedOn": "2026-03-01" });
    world
        .act(who, "stageNote", "case { id }", stage)
        .await
        .done();
    let goal = desk.goal("CAREGIVER", "Canary caregiver goal").await;
    desk.step(
        &goal,
        json!({ "text": "Canary caregiver step", "ownerName": "Canary owner" }),
    )
    .await
    .done();
    let own = desk.goal("YOUTH", "Ride a horse.").await;
    let step = json!({ "text": "Call the stable.", "ownerName": "Aunt Linden", "needsSharing": true, "shareWith": "Canary sharing" });
    desk.step(&own, step).await.done();
    let profile = json!({
        "case": case, "expectedVersion": 0, "triggers": [{ "kind": "TOPIC", "text": "Canary trigger" }],
        "calming": [{ "kind": "PET", "text": "Holding the cat." }], "contact": [{ "kind": "PHONE", "text": "Canary contact" }],
        "doNotAsk": [{ "topic": "Canary told", "instead": "Canary instead" }], "welcomeItems": ["A soft blanket."],
    });
    world
        .act(who, "supportProfileWrite", "case { id }", profile)
        .await
        .done();
    let safety = json!({
        "case": case, "expectedVersion": 0,
        "sections": [{ "section": "SAFE_PLACES", "lines": ["The library by the brook."] }],
        "safePeople": [{ "name": "Aunt Linden", "reach": "555-0134", "chosenByYouth": true }],
    });
    world
        .act(who, "safetyPlanWrite", "case { id }", safety)
        .await
        .done();
}

/// All that a preview says, in the order in which it is read.
fn lines(shown: &Value) -> Vec<String> {
    let mut all: Vec<String> = [&shown["title"], &shown["notice"]]
        .into_iter()
        .filter_map(|line| line.as_str())
        .map(str::to_owned)
        .collect();
    for part in shown["parts"].as_array().unwrap() {
        all.push(text(&part["heading"]));
        for block in part["blocks"].as_array().unwrap() {
            all.push(text(&block["text"]));
            all.extend(block["note"].as_str().map(str::to_owned));
        }
    }
    all
}

both! {
    async fn rule_077_the_youths_copy_leaves_out_staff_notes_offenders_and_other_children(world) {
        let desk = Desk::new(world).await;
        canaries(&desk).await;
        let youth = printed(&desk, "YOUTH").await.text();
        assert!(!youth.to_lowercase().contains("canary"), "{youth}");
        for there in ["I want to draw again.", "Draws birds from memory.", "Ride a horse.", "Call the stable.", "Aunt Linden", "Holding the cat.", "A soft blanket."] {
            assert!(youth.contains(there), "{there}: {youth}");
        }
        // No name of hers, none of the organisation, no number of the case.
        for gone in ["Willow", "Fernleaf", "River", "Meadow", "library", "555-0134"] {
            assert!(!youth.contains(gone), "{gone}: {youth}");
        }
        let own = youth.find("Ride a horse.").unwrap();
        assert!(youth.find("I want to draw again.").unwrap() < own && own < youth.find("Draws birds").unwrap());
    }

    async fn the_teams_copy_has_the_whole_plan_under_the_working_alias(world) {
        let desk = Desk::new(world).await;
        canaries(&desk).await;
        let team = printed(&desk, "TEAM").await.text();
        for there in [
            "Plan: River", "Do not leave it lying", "I want to draw again.", "Canary caregiver goal", "Canary sharing", "Canary trigger",
            "Canary contact", "Canary told", "Canary instead", "The library by the brook.", "555-0134", "Copy 1", "Recreation",
        ] {
            assert!(team.contains(there), "{there}: {team}");
        }
        for gone in ["Willow", "Fernleaf", "Canary stage", "Canary Offender", "Canary Sibling"] {
            assert!(!team.contains(gone), "{gone}: {team}");
        }
    }

    async fn rule_068_the_safety_plan_prints_plain_and_unlabelled(world) {
        let desk = Desk::new(world).await;
        canaries(&desk).await;
        let plain = printed(&desk, "SAFETY_PLAN").await.text();
        assert_eq!(plain, "People I can go to Aunt Linden 555-0134 Places that are good for me The library by the brook.");
    }

    async fn what_was_shown_is_what_stands_on_paper(world) {
        let desk = Desk::new(world).await;
        canaries(&desk).await;
        for audience in ["YOUTH", "TEAM", "SAFETY_PLAN"] {
            let shown = preview(&desk.world, &desk.team.specialist, &desk.team.case, audience).await;
            let paper = printed(&desk, audience).await.text();
            let mut at = 0;
            for line in lines(&shown) {
                let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
                let found = paper[at..].find(&line);
                at += found.unwrap_or_else(|| panic!("{line:?} after {at} in {paper}")) + line.len();
            }
        }
    }

    async fn what_changed_since_it_was_shown_is_shown_again_first(world) {
        let desk = Desk::new(world).await;
        desk.active().await;
        let (world, who, case) = (&desk.world, &desk.team.specialist, &desk.team.case);
        let shown = preview(world, who, case, "YOUTH").await;
        desk.goal("YOUTH", "Ride a horse.").await;
        assert_eq!(make(world, who, case, &shown).await.wrong(), ["contentHash NOT_ALLOWED_HERE"]);
        let mut other = preview(world, who, case, "YOUTH").await;
        other["audience"] = json!("TEAM");
        assert_eq!(make(world, who, case, &other).await.wrong(), ["contentHash NOT_ALLOWED_HERE"]);
        other["contentHash"] = json!("none");
        assert_eq!(make(world, who, case, &other).await.wrong(), ["contentHash MALFORMED"]);
        // Nothing of it was numbered.
        assert_eq!(desk.case("planCopies { number }").await["planCopies"], json!([]));
    }

    async fn where_there_is_nothing_yet_nothing_is_made(world) {
        let desk = Desk::new(world).await;
        let (world, who, case) = (&desk.world, &desk.team.specialist, &desk.team.case);
        assert_eq!(preview(world, who, case, "SAFETY_PLAN").await, Value::Null);
        let empty = preview(world, who, case, "YOUTH").await;
        assert_eq!(empty["parts"], json!([]));
        assert_eq!(make(world, who, case, &empty).await.wrong(), ["audience NOT_ALLOWED_HERE"]);
        let none = json!({ "audience": "SAFETY_PLAN", "language": "EN", "contentHash": "00" });
        assert_eq!(make(world, who, case, &none).await.problem(), "NotFoundProblem");
    }

    async fn paper_speaks_the_young_persons_language_where_it_can(world) {
        let desk = Desk::new(world).await;
        desk.active().await;
        let (world, who, case) = (&desk.world, &desk.team.specialist, &desk.team.case);
        assert_eq!(preview(world, who, case, "YOUTH").await["language"], "EN");
        let child = desk.case("people { id role version name }").await["people"].as_array().unwrap().iter().find(|person| person["role"] == "CHILD").unwrap().clone();
        let input = json!({
            "id": child["id"], "expectedVersion": child["version"], "role": "CHILD", "name": child["name"], "language": "es", "safeToContact": true,
        });
        world.act(who, "casePersonChange", "person { id }", input).await.done();
        let shown = preview(world, who, case, "YOUTH").await;
        assert_eq!((&shown["language"], &shown["title"]), (&json!("ES"), &json!("Mi plan")));
        let paper = printed(&desk, "YOUTH").await.text();
        assert!(paper.contains("Lo que quiero I want to draw again.") && paper.contains(" de marzo de 2026"), "{paper}");
    }
}
