use chrono::Duration;
use serde_json::{Value, json};
use server::clocks::remind;

use super::desk::{act, close, see};
use crate::both;
use crate::world::{Persona, World};

const STATUSES: [&str; 6] = [
    "INQUIRY",
    "OPEN",
    "MONITORING",
    "PAUSED_BY_YOUTH",
    "CLOSED",
    "REOPENED",
];

/// Where a case may go, as it is agreed.
fn allowed(from: &str) -> &'static [&'static str] {
    match from {
        "INQUIRY" => &["OPEN", "CLOSED"],
        "OPEN" => &["MONITORING", "PAUSED_BY_YOUTH", "CLOSED"],
        "MONITORING" => &["OPEN", "PAUSED_BY_YOUTH", "CLOSED"],
        "PAUSED_BY_YOUTH" => &["OPEN", "MONITORING", "CLOSED"],
        "CLOSED" => &["REOPENED"],
        _ => &["MONITORING", "PAUSED_BY_YOUTH", "CLOSED"],
    }
}

/// A case that stands there, led to it by the acts of its supervisor.
async fn standing(world: &World, who: &Persona, status: &str) -> String {
    let case = if status == "INQUIRY" {
        let (id, version) = world.request(who).await;
        let input = json!({
            "id": id, "expectedVersion": version, "alias": "Brook", "legalCustody": "UNKNOWN", "inquiry": true,
        });
        let opened = world
            .act(who, "requestOpenCase", "case { id }", input)
            .await;
        crate::world::text(&opened.done()["case"]["id"])
    } else {
        world.case(who, "Brook").await
    };
    match status {
        "CLOSED" => drop(close(world, who, &case, json!({})).await.done().clone()),
        "REOPENED" => {
            close(world, who, &case, json!({})).await.done();
            act(world, who, &case, "caseReopen", json!({})).await.done();
        }
        "MONITORING" | "PAUSED_BY_YOUTH" => {
            act(world, who, &case, "caseStatusMove", json!({ "to": status }))
                .await
                .done();
        }
        _ => {}
    }
    assert_eq!(see(world, who, &case, "status").await["status"], status);
    case
}

/// Whether a list holds the case.
async fn lists(world: &World, who: &Persona, document: &str, case: &str) -> bool {
    let answer = world.ask(who, document, json!({})).await;
    answer.data().to_string().contains(case)
}

both! {
    async fn a_case_goes_where_the_table_says_and_nowhere_else(world) {
        let team = world.team().await;
        let chief = &team.supervisor;
        for from in STATUSES {
            let case = standing(&world, chief, from).await;
            let seen = see(&world, chief, &case, "allowedStatuses").await;
            assert_eq!(seen["allowedStatuses"], json!(allowed(from)), "{from}");
            for to in STATUSES {
                let refused = match to {
                    "CLOSED" if from == "CLOSED" => close(&world, chief, &case, json!({})).await,
                    "REOPENED" if from != "CLOSED" => act(&world, chief, &case, "caseReopen", json!({})).await,
                    // Each has its own act.
                    "CLOSED" | "REOPENED" => {
                        let around = act(&world, chief, &case, "caseStatusMove", json!({ "to": to })).await;
                        assert_eq!(around.wrong(), ["to NOT_ALLOWED_HERE"], "{from} {to}");
                        continue;
                    }
                    _ if allowed(from).contains(&to) => continue,
                    _ => act(&world, chief, &case, "caseStatusMove", json!({ "to": to })).await,
                };
                assert_eq!(refused.problem(), "MoveProblem", "{from} {to}");
                let told = refused.outcome();
                assert_eq!((&told["from"], &told["to"], &told["allowed"]), (&json!(from), &json!(to), &json!(allowed(from))));
            }
            for to in allowed(from).iter().filter(|to| !["CLOSED", "REOPENED"].contains(to)) {
                let case = standing(&world, chief, from).await;
                let moved = act(&world, chief, &case, "caseStatusMove", json!({ "to": to, "note": "She asked for it." })).await;
                assert_eq!(moved.done()["case"]["status"], *to);
            }
        }
    }

    async fn a_case_closes_with_why_what_remains_and_how_to_stay_in_touch_and_opens_again_in_one_act(world) {
        let team = world.team().await;
        let (chief, case) = (&team.supervisor, &team.case);
        let blank = close(&world, chief, case, json!({ "remains": "  " })).await;
        assert_eq!(blank.wrong(), ["remains REQUIRED"]);
        let stale = close(&world, chief, case, json!({ "expectedVersion": 1 })).await;
        assert_eq!(stale.problem(), "ConflictProblem");
        assert_eq!(stale.outcome()["fields"], json!([{ "path": ["status"], "yours": "CLOSED", "theirs": "OPEN" }]));
        let not_theirs = close(&world, &team.specialist, case, json!({})).await;
        assert_eq!(not_theirs.problem(), "ForbiddenProblem");
        let key = json!({ "clientMutationKey": world.key(), "expectedVersion": world.case_version(chief, case).await });
        let closed = close(&world, chief, case, key.clone()).await;
        assert_eq!(closed.done()["case"]["status"], "CLOSED");
        assert_eq!(closed.done()["case"]["closedAt"], "2026-03-04T15:00:00+00:00");
        // A retry is answered as the first was.
        assert_eq!(close(&world, chief, case, key).await.done(), closed.done());
        // Who hears first that somebody needs us again reopens it.
        let open = act(&world, &team.advocate, case, "caseReopen", json!({})).await;
        assert_eq!((&open.done()["case"]["status"], &open.done()["case"]["closedAt"]), (&json!("REOPENED"), &Value::Null));
        let seen = see(&world, &team.specialist, case, "statusChanges { was now reason note aftercare aftercareNote by { name } at }").await;
        let at = "2026-03-04T15:00:00+00:00";
        assert_eq!(seen["statusChanges"], json!([
            { "was": "CLOSED", "now": "REOPENED", "reason": null, "note": null, "aftercare": null, "aftercareNote": null,
              "by": { "name": "Fern Fir" }, "at": at },
            { "was": "OPEN", "now": "CLOSED", "reason": "GOALS_MET", "note": "The hearing in May.", "aftercare": "VIA_SUPPORTER",
              "aftercareNote": "Through Aunt Linden.", "by": { "name": "Sage Alder" }, "at": at },
            { "was": null, "now": "OPEN", "reason": null, "note": null, "aftercare": null, "aftercareNote": null,
              "by": { "name": "Sage Alder" }, "at": at },
        ]));
    }

    async fn rule_005_a_closing_asks_what_runs_and_never_what_was_or_was_not_observed(world) {
        let team = world.team().await;
        let (chief, case) = (&team.supervisor, &team.case);
        // Nothing was observed, and nothing runs: nothing is in the way.
        close(&world, chief, case, json!({ "leavesRunning": false })).await.done();
        act(&world, chief, case, "caseReopen", json!({})).await.done();
        let staffing = json!({ "type": "ONGOING", "at": "2026-05-01T15:00:00Z", "cases": [case] });
        world.act(chief, "staffingSchedule", "staffing { id }", staffing).await.done();
        let told = close(&world, chief, case, json!({ "leavesRunning": false })).await;
        assert_eq!(told.wrong(), ["leavesRunning REQUIRED"]);
        assert!(told.outcome()["fields"][0]["message"].as_str().unwrap().contains("a staffing"));
        let missing = json!({ "case": case, "type": "ENDANGERED_RUNAWAY", "whereabouts": "MISSING" });
        world.act(&team.specialist, "episodeOpen", "episode { id }", missing).await.done();
        let told = close(&world, chief, case, json!({ "leavesRunning": false })).await;
        assert!(told.outcome()["fields"][0]["message"].as_str().unwrap().contains("clocks, a staffing"));
        close(&world, chief, case, json!({})).await.done();
    }

    async fn a_closed_case_leaves_the_worklists_the_dashboard_and_the_reminders_until_it_is_reopened(world) {
        let mut team = world.team().await;
        let case = team.case.clone();
        let missing = json!({ "case": case, "type": "ENDANGERED_RUNAWAY", "whereabouts": "MISSING" });
        world.act(&team.specialist, "episodeOpen", "episode { id }", missing).await.done();
        let worklists = [
            "{ cases { edges { node { id } } } }",
            "{ clocks(filter: { view: TEAM }) { edges { node { case { id } } } } }",
        ];
        let open = "{ board { caseloads { openCases } clocks { notDue dueSoon overdue } } }";
        for list in worklists {
            assert!(lists(&world, &team.supervisor, list, &case).await, "{list}");
        }
        let before = world.ask(&team.supervisor, open, json!({})).await.data().clone();
        assert_eq!(before["board"]["caseloads"][0]["openCases"], 1);
        close(&world, &team.supervisor, &case, json!({})).await.done();
        for list in worklists {
            assert!(!lists(&world, &team.supervisor, list, &case).await, "{list}");
        }
        let all = "{ cases(filter: { status: [CLOSED] }) { edges { node { id } } } }";
        assert!(lists(&world, &team.supervisor, all, &case).await);
        let closed = world.ask(&team.supervisor, open, json!({})).await.data().clone();
        let none = json!({ "caseloads": [], "clocks": { "notDue": 0, "dueSoon": 0, "overdue": 0 } });
        assert_eq!(closed["board"], none);
        world.later(Duration::hours(30));
        team.supervisor = world.again(&team.supervisor).await;
        assert_eq!(remind(&world.app).await.unwrap(), 0);
        // The law does not know that we have closed it: the clocks are late.
        act(&world, &team.supervisor, &case, "caseReopen", json!({})).await.done();
        let late = world.ask(&team.supervisor, open, json!({})).await.data().clone();
        assert!(late["board"]["clocks"]["overdue"].as_i64().unwrap() > 0, "{late}");
        assert!(remind(&world.app).await.unwrap() > 0);
    }

    async fn a_case_out_of_reach_cannot_be_moved_closed_or_reopened(world) {
        let team = world.team().await;
        let stranger = world.person("Moss Linden", &[server::access::Role::Supervisor]).await;
        for (mutation, input) in [
            ("caseStatusMove", json!({ "to": "MONITORING" })),
            ("caseClose", json!({ "reason": "GOALS_MET", "remains": "All.", "aftercare": "NONE" })),
            ("caseReopen", json!({})),
            ("caseFactsChange", json!({ "legalCustody": "KIN", "since": "2026-03-01", "reason": "An order." })),
        ] {
            let mut input = input;
            input["expectedVersion"] = json!(1);
            let answer = act(&world, &stranger, &team.case, mutation, input).await;
            assert_eq!(answer.problem(), "NotFoundProblem", "{mutation}");
        }
    }

    async fn how_cases_went_on_costs_as_many_statements_for_many_as_for_one(world) {
        let team = world.team().await;
        let chief = &team.supervisor;
        let document = "{ cases(first: 50, filter: { status: [OPEN, REOPENED] }) { edges { node { \
            statusChanges { now note by { name } } factChanges { now reason by { name } } } } } }";
        let cost = async || {
            let mut least = u32::MAX;
            for _ in 0..3 {
                let answer = world.ask(chief, document, json!({})).await;
                answer.data();
                least = least.min(answer.statements);
            }
            least
        };
        let change = json!({ "legalCustody": "KIN", "since": "2026-03-01", "reason": "An order." });
        act(&world, chief, &team.case, "caseFactsChange", change.clone()).await.done();
        let small = cost().await;
        for n in 0..8 {
            let case = world.case(chief, &format!("Lake {n}")).await;
            act(&world, chief, &case, "caseFactsChange", change.clone()).await.done();
            close(&world, chief, &case, json!({})).await.done();
            act(&world, chief, &case, "caseReopen", json!({})).await.done();
        }
        assert_eq!(cost().await, small);
    }
}
