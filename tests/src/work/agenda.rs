//! The agenda of a staffing: built from how a case stands, the young person's own first.

use chrono::Duration;
use serde_json::{Value, json};

use super::desk::{Desk, at_both};

const TEAM: &[(&str, &str)] = &[
    ("heron", "RESOURCE_SPECIALIST"),
    ("finch", "FAMILY_ADVOCATE"),
];

const AGENDA: &str = "agenda { kind text caseId }";

/// "YOUTH_WANTS_KNOWN -".
fn told(items: &Value) -> Vec<String> {
    let items = items.as_array().unwrap().iter();
    items
        .map(|item| {
            let text = item["text"].as_str().unwrap_or("-");
            format!("{} {text}", item["kind"].as_str().unwrap())
        })
        .collect()
}

async fn built(desk: &Desk, who: &str, case: &str) -> Vec<String> {
    let document = "query($id: ID!) { case(id: $id) { staffingAgenda { kind text } } }";
    let data = desk.read(who, document, json!({ "id": case })).await;
    told(&data["case"]["staffingAgenda"])
}

fn input(cases: &[&str], agenda: Value) -> Value {
    json!({ "type": "ONGOING", "at": "2026-08-10T15:00:00Z", "cases": cases, "agenda": agenda })
}

async fn plan(desk: &Desk, who: &str, with: Value) -> Value {
    let shown = format!("staffing {{ id version invited {{ name }} {AGENDA} }}");
    desk.act(who, "staffingSchedule", with, &shown).await
}

at_both! {
    async fn rule_097_an_agenda_is_built_of_what_is_open_the_young_persons_own_first(desk) {
        let case = desk.case("Juniper", TEAM).await;
        assert_eq!(built(&desk, "heron", &case).await, ["YOUTH_WANTS_KNOWN -", "YOUTH_NOT_SHARED -", "PLAN_MISSING -"]);
        let started = desk.done("heron", "planStart", json!({ "case": case }), "plan { id version }").await;
        let mut version = started["plan"]["version"].clone();
        for (owner, text) in [("TEAM", "See a dentist."), ("YOUTH", "Ride a horse.")] {
            let goal = json!({
                "plan": started["plan"]["id"], "expectedVersion": version, "domain": "RECREATION_JOY", "text": text,
                "inYouthWords": owner == "YOUTH", "owner": owner, "agreement": "YOUTH_AGREES",
            });
            version = desk.done("heron", "planGoalAdd", goal, "plan { version }").await["plan"]["version"].clone();
        }
        let away = json!({ "case": case, "type": "ENDANGERED_RUNAWAY", "whereabouts": "MISSING" });
        desk.done("heron", "episodeOpen", away, "episode { id }").await;
        let now = built(&desk, "heron", &case).await;
        assert_eq!(now, [
            "YOUTH_WANTS_KNOWN -", "YOUTH_NOT_SHARED -", "VOICE_MISSING -", "REPORT_OPEN -",
            "OPEN_GOAL Ride a horse.", "OPEN_GOAL See a dentist.",
        ]);
        desk.later(Duration::days(3));
        let late = built(&desk, "heron", &case).await;
        let overdue = late.iter().filter(|item| item.starts_with("CLOCK_OVERDUE ")).count();
        assert!(overdue > 0, "what was due is overdue now: {late:?}");
        // Who may not plan a staffing is offered nothing.
        assert!(built(&desk, "finch", &case).await.is_empty());
    }

    async fn rule_097_the_young_persons_own_is_on_every_agenda_and_written_down_when_they_were_asked(desk) {
        let juniper = desk.case("Juniper", TEAM).await;
        let linden = desk.case("Linden", TEAM).await;
        let agenda = json!([
            { "case": juniper, "kind": "QUESTION", "text": "Where to sleep next week?" },
            { "case": juniper, "kind": "YOUTH_WANTS_KNOWN", "text": "I like the new school." },
        ]);
        let made = plan(&desk, "heron", input(&[&juniper, &linden], agenda)).await;
        let staffing = made["staffing"].clone();
        let of = |case: &str| {
            let items = staffing["agenda"].as_array().unwrap().iter();
            let of_case: Vec<_> = items.filter(|item| item["caseId"] == case).cloned().collect();
            told(&json!(of_case))
        };
        assert_eq!(of(&juniper), ["YOUTH_WANTS_KNOWN I like the new school.", "YOUTH_NOT_SHARED -", "QUESTION Where to sleep next week?"]);
        assert_eq!(of(&linden), ["YOUTH_WANTS_KNOWN -", "YOUTH_NOT_SHARED -"], "named or not");
        let say = json!({
            "id": staffing["id"], "expectedVersion": staffing["version"], "case": linden,
            "wantsKnown": "Ask me first.", "notShared": "What my brother said.",
        });
        let shown = format!("staffing {{ version {AGENDA} }}");
        let said = desk.done("heron", "staffingYouthInputRecord", say.clone(), &shown).await;
        let items = said["staffing"]["agenda"].as_array().unwrap().iter();
        let of_linden: Vec<_> = items.filter(|item| item["caseId"] == linden.as_str()).cloned().collect();
        assert_eq!(told(&json!(of_linden)), ["YOUTH_WANTS_KNOWN Ask me first.", "YOUTH_NOT_SHARED What my brother said."]);
        let stale = desk.act("heron", "staffingYouthInputRecord", say, "staffing { id }").await;
        assert_eq!(stale["__typename"], "ConflictProblem");
        let other = desk.case("Sorrel", TEAM).await;
        let elsewhere = json!({ "id": staffing["id"], "expectedVersion": said["staffing"]["version"], "case": other });
        let refused = desk.act("heron", "staffingYouthInputRecord", elsewhere, "staffing { id }").await;
        assert_eq!(refused["fields"], json!([{ "path": ["case"], "code": "NOT_ALLOWED_HERE" }]));
        // Sealed, each under the key of its case.
        let kept = desk.bytes("SELECT text FROM staffing_item WHERE text IS NOT NULL").await;
        assert_eq!(kept.len(), 4);
        assert!(kept.iter().all(|text| !text.windows(6).any(|part| part == b"school" || part == b"brothe")));
    }

    async fn an_item_says_what_it_is_about_and_is_of_a_case_on_the_agenda(desk) {
        let juniper = desk.case("Juniper", TEAM).await;
        let linden = desk.case("Linden", TEAM).await;
        let silent = json!([{ "case": juniper, "kind": "VOICE_MISSING" }, { "case": juniper, "kind": "QUESTION" }]);
        let refused = plan(&desk, "heron", input(&[&juniper], silent)).await;
        assert_eq!(refused["fields"], json!([{ "path": ["agenda", "1", "text"], "code": "REQUIRED" }]));
        let other = json!([{ "case": linden, "kind": "OTHER", "text": "The bus." }]);
        let refused = plan(&desk, "heron", input(&[&juniper], other)).await;
        assert_eq!(refused["fields"], json!([{ "path": ["agenda", "0", "case"], "code": "NOT_ALLOWED_HERE" }]));
        let many = json!(vec![json!({ "case": juniper, "kind": "VOICE_MISSING" }); 201]);
        let refused = plan(&desk, "heron", input(&[&juniper], many)).await;
        assert_eq!(refused["fields"], json!([{ "path": ["agenda"], "code": "TOO_LONG" }]));
    }

    async fn one_sees_of_an_agenda_what_is_about_cases_in_ones_reach(desk) {
        let juniper = desk.case("Juniper", TEAM).await;
        let linden = desk.case("Linden", &[]).await;
        let agenda = json!([
            { "case": juniper, "kind": "QUESTION", "text": "Where to sleep?" },
            { "case": linden, "kind": "QUESTION", "text": "Which school?" },
        ]);
        plan(&desk, "spruce", input(&[&juniper, &linden], agenda)).await;
        let seen = desk.all("heron", "staffings", "", AGENDA).await;
        assert_eq!(told(&seen[0]["agenda"]), ["YOUTH_WANTS_KNOWN -", "YOUTH_NOT_SHARED -", "QUESTION Where to sleep?"]);
    }

    async fn rule_122_who_works_on_a_case_is_asked_to_come_by_a_mail_that_says_nothing(desk) {
        let case = desk.case("Juniper", TEAM).await;
        let ids = async |name: &str| desk.user(name).await;
        let mails = "SELECT count(*) FROM outbox WHERE template = 'staffing_invited'";
        let mut with = input(&[&case], json!([]));
        with["invited"] = json!([ids("finch").await, ids("spruce").await, ids("heron").await]);
        let made = plan(&desk, "heron", with).await;
        let mut names: Vec<_> = made["staffing"]["invited"].as_array().unwrap().iter().map(|one| one["name"].clone()).collect();
        names.sort_by_key(ToString::to_string);
        assert_eq!(names, ["finch", "heron", "spruce"]);
        assert_eq!(desk.world.number(mails).await, 2, "nobody writes to themselves");
        let mut with = input(&[&case], json!([]));
        with["invited"] = json!([ids("plover").await]);
        let refused = plan(&desk, "heron", with).await;
        assert_eq!(refused["fields"], json!([{ "path": ["invited"], "code": "NOT_ALLOWED_HERE" }]), "who works on none of them could not see it");
        assert_eq!(desk.world.number(mails).await, 2);
    }

    async fn agendas_cost_the_same_for_more_items(desk) {
        let case = desk.case("Juniper", TEAM).await;
        let list = format!("{{ staffings(first: 100) {{ edges {{ node {{ invited {{ name }} {AGENDA} }} }} }} }}");
        let mut costs = Vec::new();
        for many in [3, 30] {
            for nth in 0..many {
                let items: Vec<_> = (0..many).map(|_| json!({ "case": case, "kind": "OTHER", "text": "The bus." })).collect();
                let mut with = input(&[&case], json!(items));
                with["at"] = json!(format!("2026-08-1{}T15:{nth:02}:00Z", many / 10));
                with["invited"] = json!([desk.user("finch").await]);
                plan(&desk, "heron", with).await;
            }
            let (answer, cost) = desk.counted("heron", &list, json!({})).await;
            assert!(answer.get("errors").is_none(), "{answer:#}");
            costs.push(cost);
        }
        assert_eq!(costs[0], costs[1]);
    }
}
