//! What a correction of a report does to the clock that it ended (rule 49).

use serde_json::{Value, json};

use super::notes::{added, seen};
use crate::both;
use crate::world::{Answer, Team, World};

const CLOCKS: &str = "query($id: ID!) { clocks(filter: { case: $id, status: [NOT_DUE, DUE_SOON, OVERDUE, MET, MET_LATE, WAIVED, NOT_APPLICABLE] }) { edges { node { \
    code status metAt notice { agency personSpokenTo reference at recordedAt } } } } }";

/// A report to the line for children, with all that ends the clock that waits for it.
fn evidence(with: Value) -> Value {
    let all = json!({
        "reportedTo": "CPS_HOTLINE", "method": "PHONE", "agency": "Example County", "personSpokenTo": "Linden", "reference": "A-1",
    });
    added(all, with)
}

async fn record(world: &World, team: &Team, with: Value) -> Value {
    let input = added(evidence(with), json!({ "case": team.case }));
    let shown = "report { id version }";
    let made = world
        .act(&team.advocate, "reportMadeRecord", shown, input)
        .await;
    made.done()["report"].clone()
}

async fn correct(world: &World, team: &Team, of: &Value, with: Value) -> Answer {
    let to = json!({ "id": of["id"], "expectedVersion": of["version"], "reason": "Looked it up." });
    let input = added(added(evidence(json!({})), to), with);
    let shown = "report { id version reference earlier { reference } }";
    world
        .act(&team.advocate, "reportMadeCorrect", shown, input)
        .await
}

/// Reasonable cause was found: the clock of the mandated report runs.
async fn cause(world: &World, team: &Team) {
    let input = json!({ "case": team.case, "event": "REASONABLE_CAUSE" });
    let done = world
        .act(&team.specialist, "clockEventRecord", "case { id }", input)
        .await;
    done.done();
}

/// The clock of the mandated report.
async fn clock(world: &World, team: &Team) -> Value {
    let id = json!({ "id": team.case });
    let answer = world.ask(&team.specialist, CLOCKS, id).await;
    let all = answer.data()["clocks"]["edges"].as_array().unwrap();
    let clocks = all.iter().map(|edge| &edge["node"]);
    let mut found = clocks.filter(|clock| clock["code"] == "cps_report");
    let one = found.next().unwrap().clone();
    assert!(found.next().is_none(), "one clock, whatever is corrected");
    one
}

both! {
    async fn rule_049_the_clock_follows_the_corrected_evidence(world) {
        let team = world.team().await;
        cause(&world, &team).await;
        world.later(chrono::Duration::hours(1));
        let team = again(&world, team).await;
        let made = record(&world, &team, json!({})).await;
        assert_eq!(clock(&world, &team).await["notice"]["reference"], "A-1");
        world.later(chrono::Duration::minutes(5));
        let with = json!({ "reference": "A-2", "filedAt": "2026-03-04T15:30:00Z" });
        let done = correct(&world, &team, &made, with).await.done()["report"].clone();
        assert_eq!(done["earlier"], json!([{ "reference": "A-1" }]));
        // It stays met, at the corrected time, which is told beside the time of writing.
        assert_eq!(clock(&world, &team).await, json!({
            "code": "cps_report", "status": "MET", "metAt": "2026-03-04T15:30:00+00:00",
            "notice": {
                "agency": "Example County", "personSpokenTo": "Linden", "reference": "A-2", "at": "2026-03-04T15:30:00+00:00",
                "recordedAt": "2026-03-04T16:05:00+00:00",
            },
        }));
        // Both notices are kept.
        assert_eq!(world.number("SELECT count(*) FROM notice").await, 2);
        assert_eq!(world.number("SELECT count(*) FROM tip_notice").await, 2);
        // What is no evidence (who made it) leaves the notice as it is.
        let with = json!({ "reference": "A-2", "filedAt": "2026-03-04T15:30:00Z", "filedBy": "The school" });
        correct(&world, &team, &done, with).await.done();
        assert_eq!(world.number("SELECT count(*) FROM notice").await, 2);
        assert_eq!(clock(&world, &team).await["status"], "MET");
    }

    async fn rule_049_a_clock_without_evidence_runs_again(world) {
        let team = world.team().await;
        cause(&world, &team).await;
        let due = seen(&world, &team.specialist, &team.case, "runningClocks { code dueAt }").await;
        for without in [
            json!({ "reference": null }),
            json!({ "reportedTo": "CYBERTIPLINE", "kind": "SEXTORTION" }),
            json!({ "reportedTo": "LAW_ENFORCEMENT" }),
            // Told before there was a cause: that was another report.
            json!({ "filedAt": "2026-03-04T14:59:59Z" }),
        ] {
            let made = record(&world, &team, json!({})).await;
            assert_eq!(clock(&world, &team).await["status"], "MET");
            let done = correct(&world, &team, &made, without.clone()).await.done()["report"].clone();
            let runs = clock(&world, &team).await;
            assert_eq!((&runs["metAt"], &runs["notice"]), (&Value::Null, &Value::Null), "{without}");
            // Until the day that it had, and it reminds.
            assert_eq!(seen(&world, &team.specialist, &team.case, "runningClocks { code dueAt }").await, due, "{without}");
            let silent = "SELECT count(*) FROM case_clock WHERE state = 'open' AND (remind_at <> soon_at OR owner_told)";
            assert_eq!(world.number(silent).await, 0);
            // What makes it evidence again ends it again.
            let so = json!({ "filedAt": "2026-03-04T15:00:00Z" });
            correct(&world, &team, &done, so).await.done();
            assert_eq!(clock(&world, &team).await["status"], "MET", "{without}");
            let third = added(evidence(json!({})), json!({ "id": done["id"], "expectedVersion": 3, "reason": "Not so." }));
            let third = added(third, json!({ "agency": null }));
            world.act(&team.advocate, "reportMadeCorrect", "report { id }", third).await.done();
            assert_ne!(clock(&world, &team).await["status"], "MET");
        }
    }

    async fn rule_049_a_refused_correction_leaves_the_clock_as_it_stood(world) {
        let team = world.team().await;
        cause(&world, &team).await;
        let made = record(&world, &team, json!({})).await;
        let before = clock(&world, &team).await;
        let wrong = json!({ "reference": null, "filedAt": "2026-03-05T00:00:00Z" });
        assert_eq!(correct(&world, &team, &made, wrong).await.wrong(), ["filedAt IN_THE_FUTURE"]);
        let stale = json!({ "expectedVersion": 7, "reference": null });
        assert_eq!(correct(&world, &team, &made, stale).await.problem(), "ConflictProblem");
        assert_eq!(clock(&world, &team).await, before);
        assert_eq!(world.number("SELECT count(*) FROM tip_record_past").await, 0);
    }
}

/// The same people, signed in anew after the clock has moved.
async fn again(world: &World, team: Team) -> Team {
    Team {
        supervisor: world.again(&team.supervisor).await,
        specialist: world.again(&team.specialist).await,
        advocate: world.again(&team.advocate).await,
        case: team.case,
    }
}
