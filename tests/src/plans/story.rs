//! The whole way once: missing from care, the first hours written, clocks that end late, found,
//! her own goals, the supervisor's word, away again, a review, and all of it read back.

use chrono::Duration;
use serde_json::{Value, json};

use super::desk::Desk;
use crate::both;
use crate::episodes::desk::Desk as Away;
use crate::world::text;

const OWN: &str = "a room with a door that locks, and my dog";

/// A case of somebody in care, with a plan that was just started.
async fn planned(away: Away) -> Desk {
    let input = json!({ "case": away.team.case });
    let started = away.act("planStart", "plan { id }", input).await;
    let plan = text(&started.done()["plan"]["id"]);
    Desk {
        world: away.world,
        team: away.team,
        plan,
    }
}

/// Writes the first hours: what is planned for those who meet her, and that the rest is not
/// known yet.
async fn first_hours(away: &Away) {
    let input = json!({ "case": away.team.case });
    let shown = "plan { id sections { section version } }";
    let started = away.act("immediatePlanStart", shown, input).await;
    let plan = started.done()["plan"].clone();
    for section in plan["sections"].as_array().unwrap() {
        let known = section["section"] == "WHO_MEETS";
        let mut input = json!({
            "plan": plan["id"], "section": section["section"], "expectedVersion": section["version"], "unknownYet": !known,
        });
        if known {
            input["content"] = json!("Her aunt and Wren, at the side door.");
        }
        away.act("immediateSectionWrite", "plan { id }", input)
            .await
            .done();
    }
}

/// Says as the specialist what she did at the tablet.
async fn at_the_tablet(desk: &Desk) {
    let who = &desk.team.specialist;
    let pin = json!({ "plan": desk.plan, "pin": "4711" });
    let act = async |mutation, shown, input| {
        desk.world
            .act(who, mutation, shown, input)
            .await
            .done()
            .clone()
    };
    act("togetherStart", "done", pin).await;
    let words = json!({ "words": OWN });
    act("togetherVoiceRecord", "together { words }", words).await;
    let goal = json!({ "domain": "RECREATION_JOY", "text": "walk him every day" });
    act("togetherGoalAdd", "together { goals { id } }", goal).await;
    act("togetherLeave", "done", json!({ "pin": "4711" })).await;
}

async fn approve(desk: &Desk) -> Value {
    let seen = desk.see("versions { number contentHash }").await;
    let version = seen["versions"].as_array().unwrap().last().unwrap().clone();
    let input = json!({
        "plan": desk.plan, "number": version["number"], "contentHash": version["contentHash"], "decision": "APPROVED",
    });
    let sage = &desk.team.supervisor;
    let shown = "plan { approval { state } }";
    let decided = desk.world.act(sage, "planApprove", shown, input).await;
    decided.done()["plan"]["approval"]["state"].clone()
}

/// The words and the goals as the plan read at the end of a day.
async fn on(desk: &Desk, day: &str) -> Value {
    let fields = format!("at(on: \"{day}\") {{ state voiceWords goals {{ text state }} }}");
    desk.see(&fields).await["at"].clone()
}

/// Whether anything that the case, its clocks or its plan say of this is a word of failing.
async fn nothing_is_called_a_failure(desk: &Desk) {
    let plan = "state prompts reviewCalls { trigger note } goals { state steps { state } }";
    let said = desk.see(plan).await.to_string()
        + &desk
            .case("status episodes(first: 10) { edges { node { whereabouts } } }")
            .await
            .to_string();
    let said = said.to_lowercase();
    for word in ["fail", "comply", "complian", "relapse", "breach", "broken"] {
        assert!(!said.contains(word), "{word}: {said}");
    }
}

both! {
    async fn she_is_missing_is_found_plans_leaves_again_and_it_reads_back_to_any_day(world) {
        let mut away = Away::new(world).await;
        let episode = away.open(json!({})).await;
        first_hours(&away).await;
        // The police are told after 26 hours: late, and it says so.
        away.later(Duration::hours(26)).await;
        assert_eq!(away.status("missing_le").await, "OVERDUE");
        let notice = json!({
            "case": away.team.case, "episode": episode, "party": "LAW_ENFORCEMENT", "method": "PHONE",
            "agency": "Example County Sheriff", "personSpokenTo": "Deputy Larch", "reference": "EC-0043",
        });
        away.act("noticeRecord", "notice { id }", notice).await.done();
        assert_eq!(away.status("missing_le").await, "MET_LATE");
        // She is found: the first hours are lived by their plan, each part with its stamp.
        let found = json!({ "id": episode, "expectedVersion": 1, "how": "RECOVERED", "location": "PLACEMENT" });
        away.act("recoveryRecord", "episode { id }", found).await.done();
        let hours = away.case("immediatePlan { state sections { openedAt } }").await["immediatePlan"].clone();
        assert_eq!(hours["state"], "ACTIVE");
        assert!(hours["sections"].as_array().unwrap().iter().all(|part| part["openedAt"] == "2026-03-05T17:00:00+00:00"));

        // Her words and her goals lead; the supervisor agrees to exactly that.
        let mut desk = planned(away).await;
        at_the_tablet(&desk).await;
        desk.strength("Never forgets a dog.").await.done();
        desk.review("2026-03-06").await.done();
        desk.act("planActivate", json!({ "youthAgreement": "YOUTH_AGREES" })).await.done();
        assert_eq!(approve(&desk).await, "APPROVED");

        // She leaves again: a review is called for, plan and goals stand as they stood.
        desk.world.later(Duration::days(2));
        desk = desk.again().await;
        let who = &desk.team.specialist;
        let input = json!({ "case": desk.team.case, "type": "ENDANGERED_RUNAWAY", "whereabouts": "MISSING" });
        desk.world.act(who, "episodeOpen", "episode { id }", input).await.done();
        let seen = desk.see("state reviewCalls { trigger answered }").await;
        assert_eq!(seen, json!({ "state": "ACTIVE", "reviewCalls": [{ "trigger": "MISSING_AGAIN", "answered": false }] }));
        nothing_is_called_a_failure(&desk).await;

        // The plan is looked at again: another goal of hers, and the supervisor's word anew.
        let held = json!({ "changed": "The dog may come along.", "youthAgreement": "YOUTH_AGREES" });
        desk.act("planReviewHold", held).await.done();
        desk.goal("YOUTH", "A placement that takes dogs.").await;
        desk.act("planActivate", json!({ "youthAgreement": "YOUTH_AGREES" })).await.done();
        assert_eq!(approve(&desk).await, "APPROVED");

        // Any day reads back as it was, in her words.
        assert_eq!(on(&desk, "2026-03-04").await, Value::Null);
        let first = on(&desk, "2026-03-06").await;
        assert_eq!(first, json!({ "state": "ACTIVE", "voiceWords": OWN, "goals": [{ "text": "walk him every day", "state": "PROPOSED" }] }));
        let today = on(&desk, "2026-03-07").await;
        let goals: Vec<_> = today["goals"].as_array().unwrap().iter().map(|goal| text(&goal["text"])).collect();
        assert_eq!(goals, ["walk him every day", "A placement that takes dogs."]);
    }
}
