use chrono::Duration;
use serde_json::{Value, json};
use server::access::Role;

use super::desk::{Desk, goal};
use crate::both;
use crate::world::{Answer, Persona, text};

/// Blanks, line breaks, slips of the pen, marks that other programs would fold or drop.
const WORDS: &str = "  i dont wanna talk abt it!! \n\n\tjust let me see juniper \u{1f426}…  e\u{301} \u{200f}ok? \r\n ";
const PIN: &str = "4711";
const CASES: &str = "{ cases { totalCount } }";
const VIEW: &str = "{ together { alias name words voiceRecordedAt rightExplainedOn \
    goals { id version text state agreement domain } strengths calming { text } welcomeItems contact { text } \
    safety { section lines } safePeople { name reach chosenByYouth } } }";

async fn start(desk: &Desk, pin: &str) -> Answer {
    let input = json!({ "plan": desk.plan, "pin": pin });
    let who = &desk.team.specialist;
    desk.world.act(who, "togetherStart", "done", input).await
}

async fn leave(desk: &Desk, pin: &str) -> Answer {
    let who = &desk.team.specialist;
    let input = json!({ "pin": pin });
    desk.world.act(who, "togetherLeave", "done", input).await
}

/// Does something in the view.
async fn act(desk: &Desk, mutation: &str, input: Value) -> Answer {
    let shown = "together { goals { id version text state agreement } }";
    let who = &desk.team.specialist;
    desk.world.act(who, mutation, shown, input).await
}

async fn view(desk: &Desk) -> Value {
    let answer = desk.world.ask(&desk.team.specialist, VIEW, json!({})).await;
    answer.data()["together"].clone()
}

async fn codes(desk: &Desk, who: &Persona, document: &str) -> Vec<String> {
    let answer = desk.world.ask(who, document, json!({})).await;
    answer.codes().into_iter().map(str::to_owned).collect()
}

/// What the team reads of it, as the supervisor, whose session is her own.
async fn records(desk: &Desk) -> Vec<Value> {
    let document = "query($id: ID!) { node(id: $id) { ... on RecoveryPlan { together { kind words by { name } at } } } }";
    let id = json!({ "id": desk.plan });
    let answer = desk.world.ask(&desk.team.supervisor, document, id).await;
    answer.data()["node"]["together"]
        .as_array()
        .unwrap()
        .clone()
}

both! {
    async fn rule_010_in_the_together_view_words_are_kept_exactly_and_attributed(world) {
        let desk = Desk::new(world).await;
        start(&desk, PIN).await.done();
        act(&desk, "togetherVoiceRecord", json!({ "words": WORDS })).await.done();
        act(&desk, "togetherGoalAdd", json!({ "domain": "RECREATION_JOY", "text": WORDS })).await.done();
        let seen = view(&desk).await;
        assert_eq!(seen["words"], WORDS);
        assert_eq!(seen["goals"][0]["text"], WORDS);
        assert_eq!(seen["goals"][0]["state"], "PROPOSED");
        let told = records(&desk).await;
        let kinds: Vec<_> = told.iter().map(|record| text(&record["kind"])).collect();
        assert_eq!(kinds, ["GOAL_ADDED", "VOICE"]);
        assert!(told.iter().all(|record| record["by"]["name"] == "Wren Cedar" && record["at"].is_string()));
        leave(&desk, PIN).await.done();
        let seen = desk.see("voice { kind words recordedBy { name } } goals { text inYouthWords owner }").await;
        assert_eq!(seen["voice"], json!({ "kind": "OWN_WORDS", "words": WORDS, "recordedBy": { "name": "Wren Cedar" } }));
        assert_eq!(seen["goals"], json!([{ "text": WORDS, "inYouthWords": true, "owner": "YOUTH" }]));
        // Neither the words nor the PIN stand anywhere in the open.
        assert_eq!(desk.world.number("SELECT COUNT(*) FROM together_view WHERE pin_hash LIKE '%4711%'").await, 0);
        assert_eq!(desk.world.number("SELECT COUNT(*) FROM together_view WHERE pin_hash LIKE '$argon2id$%'").await, 1);
    }

    async fn rule_010_words_that_somebody_recorded_meanwhile_are_not_written_over(world) {
        let desk = Desk::new(world).await;
        desk.words("Mine, before.").await.done();
        start(&desk, PIN).await.done();
        let before = view(&desk).await["voiceRecordedAt"].clone();
        let late = act(&desk, "togetherVoiceRecord", json!({ "words": "New." })).await;
        assert_eq!(late.problem(), "ConflictProblem");
        assert_eq!(late.outcome()["fields"], json!([{ "path": ["words"], "yours": "New.", "theirs": "Mine, before." }]));
        desk.world.later(Duration::seconds(1));
        act(&desk, "togetherVoiceRecord", json!({ "words": "New.", "replaces": before })).await.done();
        assert_eq!(view(&desk).await["words"], "New.");
    }

    async fn rule_066_she_sees_and_answers_her_own_goals_and_no_others(world) {
        let desk = Desk::new(world).await;
        let team = desk.goal("TEAM", "Attends school.").await;
        let own = desk.goal("YOUTH", "Ride a horse.").await;
        start(&desk, PIN).await.done();
        let seen = view(&desk).await;
        assert_eq!(seen["goals"].as_array().unwrap().len(), 1);
        assert_eq!(seen["goals"][0]["id"], own.as_str());
        let answer = |id: &str, version: i64, with: Value| {
            let mut input = json!({ "id": id, "expectedVersion": version });
            input.as_object_mut().unwrap().extend(with.as_object().unwrap().clone());
            input
        };
        let theirs = act(&desk, "togetherGoalAnswer", answer(&team, 1, json!({ "agreement": "YOUTH_DISAGREES" }))).await;
        assert_eq!(theirs.problem(), "NotFoundProblem");
        for state in ["MET_IN_TEAM_VIEW", "PAUSED", "CHANGED"] {
            let wrong = act(&desk, "togetherGoalAnswer", answer(&own, 1, json!({ "state": state }))).await;
            assert_eq!(wrong.wrong(), ["state NOT_ALLOWED_HERE"]);
        }
        act(&desk, "togetherGoalAnswer", answer(&own, 1, json!({ "state": "ACCEPTED", "agreement": "YOUTH_PARTLY" }))).await.done();
        let stale = act(&desk, "togetherGoalAnswer", answer(&own, 1, json!({ "agreement": "YOUTH_AGREES" }))).await;
        assert_eq!(stale.outcome()["currentVersion"], 2);
        let done = act(&desk, "togetherGoalAnswer", answer(&own, 2, json!({ "state": "SET_ASIDE" }))).await;
        let goal = &done.done()["together"]["goals"][0];
        assert_eq!((&goal["state"], &goal["agreement"]), (&json!("SET_ASIDE"), &json!("YOUTH_PARTLY")));
    }

    async fn rule_068_she_chooses_safe_people_and_what_helps(world) {
        let desk = Desk::new(world).await;
        let papers = json!({
            "case": desk.team.case, "expectedVersion": 0, "sections": [{ "section": "IF_CONTACTED", "lines": ["I tell Juniper."] }],
            "safePeople": [{ "name": "Ms. Alder", "reach": "555-0134", "chosenByYouth": false }],
        });
        let profile = json!({
            "case": desk.team.case, "expectedVersion": 0, "triggers": [{ "kind": "NOISE", "text": "Doors." }],
            "calming": [{ "kind": "PET", "text": "The cat." }], "contact": [], "doNotAsk": [{ "topic": "The lake" }], "welcomeItems": [],
        });
        let who = &desk.team.specialist;
        desk.world.act(who, "safetyPlanWrite", "case { id }", papers).await.done();
        desk.world.act(who, "supportProfileWrite", "case { id }", profile).await.done();
        start(&desk, PIN).await.done();
        let seen = view(&desk).await;
        assert_eq!(seen["calming"], json!([{ "text": "The cat." }]));
        assert!(!seen.to_string().contains("Doors") && !seen.to_string().contains("lake"));
        for (name, reach, chosen) in [("Aunt Linden ", Some("Knock twice."), true), ("Ms. Alder", None, true), ("Aunt Linden ", None, true)] {
            let input = json!({ "name": name, "reach": reach, "chosen": chosen });
            act(&desk, "togetherSafePersonChoose", input).await.done();
        }
        for (what, chosen) in [("The cat.", true), (" I draw. ", true), ("The cat.", true), ("The cat.", false)] {
            act(&desk, "togetherCopingChoose", json!({ "text": what, "chosen": chosen })).await.done();
        }
        let seen = view(&desk).await;
        assert_eq!(seen["safePeople"], json!([
            { "name": "Ms. Alder", "reach": "555-0134", "chosenByYouth": true },
            { "name": "Aunt Linden ", "reach": "Knock twice.", "chosenByYouth": true },
        ]));
        let lines = |section: &str| {
            let sections = seen["safety"].as_array().unwrap().iter();
            sections.clone().find(|one| one["section"] == section).unwrap()["lines"].clone()
        };
        assert_eq!((lines("COPING_STRATEGIES"), lines("IF_CONTACTED")), (json!([" I draw. "]), json!(["I tell Juniper."])));
        // What changed nothing is not told as if it had.
        let kinds: Vec<_> = records(&desk).await.iter().map(|record| text(&record["kind"])).collect();
        assert_eq!(kinds, ["COPING", "COPING", "COPING", "SAFE_PERSON", "SAFE_PERSON"]);
        leave(&desk, PIN).await.done();
        let seen = desk.case("safetyPlan { safePeople { name chosenByYouth } needsChosenPerson }").await;
        assert_eq!(seen["safetyPlan"]["needsChosenPerson"], false);
    }

    async fn rule_074_not_now_is_a_good_answer_and_nothing_said_is_lost(world) {
        let desk = Desk::new(world).await;
        start(&desk, PIN).await.done();
        act(&desk, "togetherRightExplained", json!({})).await.done();
        act(&desk, "togetherNotNow", json!({ "words": " tired. " })).await.done();
        let told = records(&desk).await;
        assert_eq!((&told[0]["kind"], &told[0]["words"]), (&json!("NOT_NOW"), &json!(" tired. ")));
        act(&desk, "togetherVoiceRecord", json!({ "words": "Ok now.", "replaces": view(&desk).await["voiceRecordedAt"] })).await.done();
        act(&desk, "togetherNotNow", json!({})).await.done();
        leave(&desk, PIN).await.done();
        let seen = desk.see("rightExplained { on by { name } } voice { kind words }").await;
        assert_eq!(seen["rightExplained"], json!({ "on": "2026-03-04", "by": { "name": "Wren Cedar" } }));
        assert_eq!(seen["voice"], json!({ "kind": "OWN_WORDS", "words": "Ok now." }));
    }

    async fn rule_065_that_she_chose_not_to_take_part_is_a_voice_with_a_day_to_offer_again(world) {
        let desk = Desk::new(world).await;
        start(&desk, PIN).await.done();
        act(&desk, "togetherNotNow", json!({})).await.done();
        leave(&desk, PIN).await.done();
        let voice = desk.see("voice { kind words nextOfferOn }").await;
        assert_eq!(voice["voice"], json!({ "kind": "CHOSE_NOT_TO_TAKE_PART", "words": null, "nextOfferOn": "2026-03-11" }));
    }

    async fn rule_077_a_session_is_narrowed_and_only_that_one(world) {
        let desk = Desk::new(world).await;
        for pin in ["123", "123456789", "12a4", "", "١٢٣٤"] {
            assert_eq!(start(&desk, pin).await.wrong(), ["pin MALFORMED"]);
        }
        assert_eq!(leave(&desk, PIN).await.problem(), "ForbiddenProblem");
        let goal = json!({ "domain": "EDUCATION", "text": "School." });
        assert_eq!(act(&desk, "togetherGoalAdd", goal.clone()).await.problem(), "ForbiddenProblem");
        assert!(view(&desk).await.is_null());
        let advocate = json!({ "plan": desk.plan, "pin": PIN });
        let refused = desk.world.act(&desk.team.advocate, "togetherStart", "done", advocate).await;
        assert_eq!(refused.problem(), "ForbiddenProblem");
        let here = desk.team.specialist.clone();
        let elsewhere = desk.world.again(&here).await;
        start(&desk, PIN).await.done();
        assert_eq!(codes(&desk, &here, CASES).await, ["TOGETHER"]);
        assert!(codes(&desk, &elsewhere, CASES).await.is_empty());
        assert_eq!(codes(&desk, &here, "mutation { togetherStart }").await, ["TOGETHER"]);
        // It ends by its PIN alone, also after wrong ones; a retry of the right one is the same.
        assert_eq!(leave(&desk, "0000").await.wrong(), ["pin NOT_ALLOWED_HERE"]);
        let input = json!({ "clientMutationKey": desk.world.key(), "pin": PIN });
        for _ in 0..2 {
            desk.world.act(&here, "togetherLeave", "done", input.clone()).await.done();
        }
        assert!(codes(&desk, &here, CASES).await.is_empty());
        assert!(view(&desk).await.is_null());
        start(&desk, "98765432").await.done();
        assert_eq!(leave(&desk, PIN).await.wrong(), ["pin NOT_ALLOWED_HERE"]);
        leave(&desk, "98765432").await.done();
    }

    async fn rule_077_five_wrong_pins_end_the_session_however_fast_they_come(world) {
        let desk = Desk::new(world).await;
        start(&desk, PIN).await.done();
        let guesses = (0..12).map(|n| {
            let (desk, pin) = (&desk, format!("000{n}"));
            async move {
                let input = json!({ "clientMutationKey": desk.world.key(), "pin": pin });
                let document = "mutation($input: TogetherLeaveInput!) { togetherLeave(input: $input) { __typename } }";
                desk.world.ask(&desk.team.specialist, document, json!({ "input": input })).await
            }
        });
        futures::future::join_all(guesses).await;
        let here = desk.team.specialist.clone();
        for document in [CASES, VIEW] {
            assert_eq!(codes(&desk, &here, document).await, ["UNAUTHENTICATED"]);
        }
        let ended = "SELECT COUNT(*) FROM user_session WHERE end_reason = 'wrong_pin'";
        assert_eq!(desk.world.number(ended).await, 1);
        let again = desk.world.again(&here).await;
        assert!(codes(&desk, &again, CASES).await.is_empty());
    }

    async fn rule_077_the_fifth_pin_is_the_last_and_the_right_one_comes_too_late(world) {
        let desk = Desk::new(world).await;
        start(&desk, PIN).await.done();
        for _ in 0..4 {
            assert_eq!(leave(&desk, "0000").await.wrong(), ["pin NOT_ALLOWED_HERE"]);
        }
        leave(&desk, PIN).await.done();
        start(&desk, PIN).await.done();
        for _ in 0..5 {
            leave(&desk, "0000").await.wrong();
        }
        let who = &desk.team.specialist;
        let input = json!({ "pin": PIN });
        assert_eq!(desk.world.act(who, "togetherLeave", "done", input).await.codes(), ["UNAUTHENTICATED"]);
    }

    async fn rule_077_a_session_that_was_refreshed_is_as_narrow_and_one_that_is_over_is_over(world) {
        let desk = Desk::new(world).await;
        let post = async |path: &str, body: Value| -> Value {
            let request = desk.world.client().post(format!("{}{path}", desk.world.base));
            let answer = request.header("x-trellis", "1").json(&body).send().await.unwrap();
            answer.json().await.unwrap()
        };
        let signed = post("/auth/sign-in", json!({
            "login": "wren-cedar@meadow.example", "password": "mossy stones under the brook", "mode": "token",
        })).await;
        let persona = |tokens: &Value| Persona { token: text(&tokens["accessToken"]), ..desk.team.specialist.clone() };
        let input = json!({ "plan": desk.plan, "pin": PIN });
        desk.world.act(&persona(&signed), "togetherStart", "done", input).await.done();
        desk.world.later(Duration::minutes(11));
        let fresh = post("/auth/refresh", json!({ "refreshToken": signed["refreshToken"] })).await;
        assert_eq!(codes(&desk, &persona(&fresh), CASES).await, ["TOGETHER"]);
        assert!(codes(&desk, &persona(&fresh), VIEW).await.is_empty());
        desk.world.later(Duration::minutes(31));
        assert_eq!(codes(&desk, &persona(&fresh), VIEW).await, ["UNAUTHENTICATED"]);
        let over = post("/auth/refresh", json!({ "refreshToken": fresh["refreshToken"] })).await;
        assert_eq!(over["code"], "SESSION_ENDED");
    }

    async fn rule_029_the_view_starts_on_plans_in_reach_and_goes_with_the_reach(world) {
        let desk = Desk::new(world).await;
        let stranger = desk.world.person_of("Heath", "Heath Fern", &[Role::Supervisor]).await;
        let unassigned = desk.world.person("Lark Dogwood", &[Role::ResourceSpecialist]).await;
        for who in [&stranger, &unassigned] {
            let input = json!({ "plan": desk.plan, "pin": PIN });
            assert_eq!(desk.world.act(who, "togetherStart", "done", input).await.problem(), "NotFoundProblem");
        }
        start(&desk, PIN).await.done();
        // Taken off the team meanwhile, the worker's session shows nothing, and leaves by its PIN.
        let asked = "query($id: ID!) { case(id: $id) { version team { id role } } }";
        let seen = desk.world.ask(&desk.team.supervisor, asked, json!({ "id": desk.team.case })).await;
        let case = &seen.data()["case"];
        let part = case["team"].as_array().unwrap().iter().find(|part| part["role"] == "RESOURCE_SPECIALIST").unwrap();
        let input = json!({ "id": desk.team.case, "expectedVersion": case["version"], "assignment": part["id"], "reason": "Moves." });
        desk.world.act(&desk.team.supervisor, "caseUnassign", "case { id }", input).await.done();
        assert!(view(&desk).await.is_null());
        let words = act(&desk, "togetherVoiceRecord", json!({ "words": "Hello?" })).await;
        assert_eq!(words.problem(), "NotFoundProblem");
        leave(&desk, PIN).await.done();
    }

    /// A plan that has ended is not worked on, together or not.
    async fn rule_076_a_plan_that_has_ended_is_no_plan_to_sit_down_with(world) {
        let desk = Desk::new(world).await;
        desk.active().await;
        desk.end().await.done();
        assert_eq!(start(&desk, PIN).await.wrong(), ["plan NOT_ALLOWED_HERE"]);
    }

    async fn the_view_takes_the_same_statements_however_much_is_in_it(world) {
        let desk = Desk::new(world).await;
        let mut taken = Vec::new();
        for more in [2, 28] {
            for n in 0..more {
                let wanted = goal("YOUTH", &format!("Goal {more} {n}."));
                desk.add("planGoalAdd", wanted).await.done();
            }
            start(&desk, PIN).await.done();
            let answer = desk.world.ask(&desk.team.specialist, VIEW, json!({})).await;
            assert!(answer.data()["together"]["goals"].as_array().unwrap().len() >= more);
            taken.push(answer.statements);
            leave(&desk, PIN).await.done();
        }
        assert_eq!(taken[0], taken[1]);
    }
}
