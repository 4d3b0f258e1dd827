use chrono::Duration;
use serde_json::{Value, json};
use server::access::Role;

use super::desk::Desk;
use crate::both;
use crate::world::{Answer, text};

const SECTIONS: [&str; 14] = [
    "WHO_MEETS",
    "WHAT_NOT_TO_SAY_OR_DO",
    "CALMING_AND_TRIGGERS",
    "WELCOME_ITEMS",
    "FOOD_CLOTHES_REST",
    "MEDICAL_OPTIONS",
    "PHONE_AND_TECH",
    "WHERE_TONIGHT",
    "TRANSPORT",
    "WHO_MAY_BE_TOLD",
    "IMMEDIATE_CHOICES",
    "POLICE_INTERVIEW",
    "RETURN_CONVERSATION_OWNER",
    "SAFETY_PLAN",
];

async fn start(desk: &Desk) -> Answer {
    let input = json!({ "case": desk.team.case });
    let who = &desk.team.specialist;
    desk.world
        .act(who, "immediatePlanStart", "plan { id state }", input)
        .await
}

async fn write(desk: &Desk, plan: &str, section: &str, version: i64, with: Value) -> Answer {
    let mut input = json!({ "plan": plan, "section": section, "expectedVersion": version, "unknownYet": false });
    for (field, value) in with.as_object().unwrap() {
        input[field] = value.clone();
    }
    let who = &desk.team.specialist;
    desk.world
        .act(who, "immediateSectionWrite", "plan { id }", input)
        .await
}

async fn activate(desk: &Desk, plan: &str, at: &str) -> Answer {
    let input = json!({ "id": plan, "expectedVersion": 1, "recoveredAt": at });
    let who = &desk.team.specialist;
    let shown = "plan { state recoveredAt activatedAt activatedBy { name } contentHash frozen }";
    desk.world
        .act(who, "immediatePlanActivate", shown, input)
        .await
}

async fn seen(desk: &Desk, fields: &str) -> Value {
    desk.case(&format!("immediatePlan {{ {fields} }}")).await["immediatePlan"].clone()
}

/// A plan with every section said or not known yet.
async fn whole(desk: &Desk) -> String {
    let plan = text(&start(desk).await.done()["plan"]["id"]);
    for section in SECTIONS {
        let with = if section == "WHERE_TONIGHT" {
            json!({ "unknownYet": true })
        } else {
            json!({ "content": format!("What is planned for {section}.") })
        };
        write(desk, &plan, section, 1, with).await.done();
    }
    plan
}

both! {
    async fn rule_063_the_plan_is_written_while_missing_and_recovery_stamps_each_step(world) {
        let desk = Desk::new(world).await;
        assert_eq!(desk.case("immediatePlan { id }").await["immediatePlan"], Value::Null);
        let plan = whole(&desk).await;
        assert_eq!(start(&desk).await.wrong(), ["case NOT_ALLOWED_HERE"]);
        let open = seen(&desk, "state recoveredAt sections { openedAt doneAt }").await;
        assert_eq!(open["state"], "DRAFT");
        assert_eq!(open["sections"][0], json!({ "openedAt": null, "doneAt": null }));
        let early = json!({ "plan": plan, "section": "WHO_MEETS", "expectedVersion": 2, "doneAt": "2026-03-04T15:00:00Z" });
        let who = &desk.team.specialist;
        let done = desk.world.act(who, "immediateSectionDone", "plan { id }", early.clone()).await;
        assert_eq!(done.wrong(), ["plan NOT_ALLOWED_HERE"]);
        assert_eq!(activate(&desk, &plan, "2026-03-04T16:00:00Z").await.wrong(), ["recoveredAt IN_THE_FUTURE"]);
        let active = activate(&desk, &plan, "2026-03-04T13:30:00Z").await;
        let active = &active.done()["plan"];
        assert_eq!(active["state"], "ACTIVE");
        assert_eq!(active["recoveredAt"], "2026-03-04T13:30:00+00:00");
        assert_eq!(active["activatedBy"]["name"], "Wren Cedar");
        assert_eq!(text(&active["contentHash"]).len(), 64);
        assert!(text(&active["frozen"]).contains("What is planned for WHO_MEETS."));
        let steps = seen(&desk, "sections { section openedAt version }").await;
        for step in steps["sections"].as_array().unwrap() {
            assert_eq!(step["openedAt"], "2026-03-04T15:00:00+00:00", "{step}");
        }
        let mut input = early;
        input["expectedVersion"] = json!(3);
        desk.world.act(who, "immediateSectionDone", "plan { id }", input.clone()).await.done();
        let met = seen(&desk, "sections { section doneAt doneBy { name } }").await;
        let stamped = json!({ "section": "WHO_MEETS", "doneAt": "2026-03-04T15:00:00+00:00", "doneBy": { "name": "Wren Cedar" } });
        assert_eq!(met["sections"][0], stamped);
        assert_eq!(desk.world.act(who, "immediateSectionDone", "plan { id }", input.clone()).await.problem(), "ConflictProblem");
        input["expectedVersion"] = json!(4);
        input["doneAt"] = json!("2026-03-04T17:00:00Z");
        assert_eq!(desk.world.act(who, "immediateSectionDone", "plan { id }", input.clone()).await.wrong(), ["doneAt IN_THE_FUTURE"]);
        input["doneAt"] = Value::Null;
        desk.world.act(who, "immediateSectionDone", "plan { id }", input).await.done();
        assert_eq!(activate(&desk, &plan, "2026-03-04T13:30:00Z").await.problem(), "ConflictProblem");
        // Missing again: another is written, the one before stays to be read.
        let next = start(&desk).await;
        assert_eq!(next.done()["plan"]["state"], "DRAFT");
        let document = "query($id: ID!) { node(id: $id) { ... on ImmediatePlan { state frozen } } }";
        let old = desk.world.ask(who, document, json!({ "id": plan })).await;
        assert_eq!(old.data()["node"]["state"], "SUPERSEDED");
        let late = write(&desk, &plan, "TRANSPORT", 3, json!({ "content": "By train." })).await;
        assert_eq!(late.wrong(), ["plan NOT_ALLOWED_HERE"]);
    }

    async fn rule_064_each_section_says_something_or_that_it_is_not_known_yet(world) {
        let desk = Desk::new(world).await;
        let plan = text(&start(&desk).await.done()["plan"]["id"]);
        let sections = seen(&desk, "sections { section content unknownYet version }").await;
        let silent: Vec<_> = SECTIONS
            .iter()
            .map(|section| json!({ "section": section, "content": null, "unknownYet": false, "version": 1 }))
            .collect();
        assert_eq!(sections["sections"], json!(silent));
        let all: Vec<_> = SECTIONS.iter().map(|section| format!("sections.{section} REQUIRED")).collect();
        assert_eq!(activate(&desk, &plan, "2026-03-04T13:30:00Z").await.wrong(), all);
        assert_eq!(write(&desk, &plan, "TRANSPORT", 1, json!({ "content": " " })).await.wrong(), ["content REQUIRED"]);
        let two = json!({ "content": "By train.", "unknownYet": true });
        assert_eq!(write(&desk, &plan, "TRANSPORT", 1, two).await.wrong(), ["unknownYet NOT_ALLOWED_HERE"]);
        write(&desk, &plan, "TRANSPORT", 1, json!({ "unknownYet": true })).await.done();
        let stale = write(&desk, &plan, "TRANSPORT", 1, json!({ "content": "By train." })).await;
        assert_eq!(stale.outcome()["fields"], json!([
            { "path": ["content"], "yours": "By train.", "theirs": null },
            { "path": ["unknownYet"], "yours": "false", "theirs": "true" },
        ]));
        // Two people write two sections at once.
        let (one, other) = tokio::join!(
            write(&desk, &plan, "WHO_MEETS", 1, json!({ "content": "Wren." })),
            write(&desk, &plan, "WELCOME_ITEMS", 1, json!({ "content": "A blanket." })),
        );
        one.done();
        other.done();
        let wrong = activate(&desk, &plan, "2026-03-04T13:30:00Z").await.wrong();
        assert_eq!(wrong.len(), 11);
    }

    async fn rule_075_medical_reminders_say_the_hours_that_are_set_and_advise_nothing(world) {
        let desk = Desk::new(world).await;
        let plan = whole(&desk).await;
        assert_eq!(seen(&desk, "reminders { hours }").await["reminders"], json!([]));
        activate(&desk, &plan, "2026-03-04T13:30:00Z").await.done();
        let reminders = seen(&desk, "reminders { hours until text }").await["reminders"].clone();
        let hours: Vec<_> = reminders.as_array().unwrap().iter().map(|one| one["hours"].as_i64().unwrap()).collect();
        assert_eq!(hours, [72, 96, 120]);
        assert_eq!(reminders[0]["until"], "2026-03-07T13:30:00+00:00");
        let says = text(&reminders[0]["text"]).to_lowercase();
        assert!(says.contains("time-limited") && says.contains("clinician"));
        for advice in ["should", "must", "take ", "need", "recommend"] {
            assert!(!says.contains(advice), "{says}");
        }
        let oak = desk.world.person("Oak Moss", &[Role::Admin]).await;
        let own = desk.world.ask(&oak, "{ viewer { organization { id } } }", json!({})).await;
        let organization = own.data()["viewer"]["organization"]["id"].clone();
        let set = |version: i64, hours: Value| json!({ "organization": organization, "expectedVersion": version, "medicalHours": hours, "youthGoalDays": 14 });
        let act = async |who, input| desk.world.act(who, "planSettingsSet", "settings { version medicalHours youthGoalDays }", input).await;
        assert_eq!(act(&desk.team.specialist, set(0, json!([48]))).await.problem(), "ForbiddenProblem");
        for wrong in [json!([0]), json!([721]), json!([96, 72]), json!([72, 72])] {
            assert_eq!(act(&oak, set(0, wrong)).await.wrong()[0], "medicalHours NOT_ALLOWED_HERE");
        }
        let done = act(&oak, set(0, json!([48, 120]))).await;
        assert_eq!(done.done()["settings"], json!({ "version": 1, "medicalHours": [48, 120], "youthGoalDays": 14 }));
        assert_eq!(act(&oak, set(0, json!([48]))).await.problem(), "ConflictProblem");
        let reminders = seen(&desk, "reminders { hours }").await;
        assert_eq!(reminders["reminders"], json!([{ "hours": 48 }, { "hours": 120 }]));
        let document = "{ planSettings { youthGoalDays } }";
        let read = desk.world.ask(&desk.team.specialist, document, json!({})).await;
        assert_eq!(read.data()["planSettings"]["youthGoalDays"], 14);
        let volunteer = desk.world.person("Robin Moss", &[Role::PeerVolunteer]).await;
        let read = desk.world.ask(&volunteer, document, json!({})).await;
        assert_eq!(read.data()["planSettings"], Value::Null);
    }

    async fn rule_066_a_plan_without_a_goal_of_the_youth_asks_for_one_and_refuses_nothing(world) {
        let desk = Desk::new(world).await;
        desk.goal("TEAM", "See a dentist.").await;
        desk.active().await;
        let asks = async |desk: &Desk| {
            let prompts = desk.see("prompts").await["prompts"].clone();
            prompts.as_array().unwrap().contains(&json!("NO_YOUTH_GOAL"))
        };
        assert!(!asks(&desk).await);
        desk.world.later(Duration::days(30));
        let desk = desk.again().await;
        assert!(asks(&desk).await);
        let prompts = desk.see("prompts").await;
        assert_eq!(prompts["prompts"], json!(["NO_YOUTH_GOAL", "RIGHT_NOT_EXPLAINED", "SAFETY_PLAN_OPEN", "REVIEW_OVERDUE"]));
        // It is a prompt: work goes on.
        desk.strength("Sings.").await.done();
        desk.goal("YOUTH", "Ride a horse.").await;
        assert!(!asks(&desk).await);
    }
}
