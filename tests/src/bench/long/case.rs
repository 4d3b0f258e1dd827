//! Five years of a case: 60 goals with their steps, 200 contacts, 20 times away; and two
//! versions of its plan.

use std::time::Instant;

use chrono::{DateTime, Duration, SecondsFormat, Utc};
use serde_json::{Value, json};
use server::app::App;

use super::desk::Desk;
use super::{Heavy, Times, known, paper};
use crate::bench::office::Office;
use crate::bench::process::Process;

const GOALS: usize = 60;
const CONTACTS: i64 = 200;
const AWAY: i64 = 20;
/// How often each thing is asked for.
const TIMES: usize = 60;

/// All that the case page shows.
const PAGE: &str = include_str!("case_page.graphql");
const COMPARE: &str = "query($id: ID!, $from: Int!, $to: Int!) { case(id: $id) { plan { compare(from: $from, to: $to) \
    { material differences { kind part field label before after material } } } } }";

pub async fn measure(server: &Process, app: &App, office: &Office) -> Vec<Heavy> {
    let mut desk = Desk::open(server, app, office).await;
    let (long, short) = (desk.case(office, 0), desk.case(office, 1));
    let (from, to) = live(&mut desk, &long, app.clock().now()).await;
    known::live(&mut desk, &long).await;
    let page = json!({ "id": long });
    let seen = desk.ask(PAGE, &page).await;
    known::is_there(&seen["case"]);
    let count = |list: &Value| list.as_array().map_or(0, Vec::len);
    assert!(count(&seen["case"]["plan"]["goals"]) >= GOALS, "{seen}");
    assert_eq!(
        count(&seen["case"]["episodes"]["edges"]),
        usize::try_from(AWAY).unwrap()
    );
    let (whole, statements) = timed(server, &mut desk, PAGE, &page).await;
    let (_, fewer) = timed(server, &mut desk, PAGE, &json!({ "id": short })).await;
    let versions = json!({ "id": long, "from": from, "to": to });
    let seen = desk.ask(COMPARE, &versions).await;
    let differences = count(&seen["case"]["plan"]["compare"]["differences"]);
    assert!(differences >= GOALS, "{seen}");
    let (compared, _) = timed(server, &mut desk, COMPARE, &versions).await;
    let (pages, printed) = paper::measure(&mut desk, &long).await;
    vec![
        Heavy {
            what: format!(
                "case page with everything on it: {GOALS} goals, {CONTACTS} contacts, {AWAY} times away, {} observations",
                known::OBSERVATIONS
            ),
            measured: format!(
                "{whole}, {statements:.1} statements ({fewer:.1} for a case of a few weeks)"
            ),
            aim: None,
        },
        Heavy {
            what: format!(
                "comparing two versions of a plan of {} items, {differences} differences",
                GOALS * 2
            ),
            measured: compared.to_string(),
            aim: Some(("p50 under 50 ms", compared.p50 < 50.0)),
        },
        Heavy {
            what: format!("the team's copy of the plan, {pages} pages, made and fetched"),
            measured: printed.to_string(),
            aim: Some(("p50 under 1 s", printed.p50 < 1000.0)),
        },
    ]
}

async fn timed(server: &Process, desk: &mut Desk, document: &str, with: &Value) -> (Times, f64) {
    let before = server.used().await;
    let mut times = Vec::with_capacity(TIMES);
    for _ in 0..TIMES {
        let asked = Instant::now();
        desk.ask(document, with).await;
        times.push(asked.elapsed().as_secs_f64() * 1e3);
    }
    let after = server.used().await;
    let statements =
        (after.statements - before.statements) / (after.requests - before.requests).max(1.0);
    (Times::of(times), statements)
}

/// Five years; the numbers of the two versions.
async fn live(desk: &mut Desk, case: &str, now: DateTime<Utc>) -> (Value, Value) {
    for n in 0..CONTACTS {
        let at = now - Duration::days(n * 9) - Duration::hours(1);
        let input = json!({
            "case": case, "occurredAt": at.to_rfc3339_opts(SecondsFormat::Micros, true), "channel": "PHONE", "direction": "OUT",
            "outcome": "REACHED", "type": "CHECK_IN", "minutes": 15, "needs": ["RESPITE"], "crises": [], "note": "Tea on the porch.",
        });
        desk.act("contactLog", "contact { id }", input).await;
    }
    for n in 0..AWAY {
        let at = now - Duration::days((AWAY - n) * 80);
        let input = json!({
            "case": case, "type": "ENDANGERED_RUNAWAY", "whereabouts": "MISSING", "known": "Did not come home from school.",
            "infoReceivedAt": at.to_rfc3339_opts(SecondsFormat::Micros, true),
        });
        let away = desk
            .act("episodeOpen", "episode { id version }", input)
            .await["episode"]
            .take();
        let back = at + Duration::days(2);
        let input = json!({
            "id": away["id"], "expectedVersion": away["version"], "how": "RETURNED_ON_OWN",
            "at": back.to_rfc3339_opts(SecondsFormat::Micros, true),
        });
        desk.act("recoveryRecord", "episode { id }", input).await;
    }
    let document = "query($id: ID!) { case(id: $id) { plan { id version goals { id } } } }";
    let mut plan = desk.ask(document, &json!({ "id": case })).await["case"]["plan"].take();
    let have = plan["goals"].as_array().unwrap().len();
    for n in have..GOALS {
        plan = goal(desk, &plan, n).await;
    }
    let first = frozen(desk, &plan).await;
    for at in 0..GOALS {
        let document = "query($id: ID!) { case(id: $id) { plan { id version goals { id version domain owner agreement inYouthWords state } } } }";
        let seen = desk.ask(document, &json!({ "id": case })).await["case"]["plan"].take();
        let goal = &seen["goals"][at];
        let input = json!({
            "id": goal["id"], "expectedVersion": goal["version"], "text": format!("Ride out to the moor, time {at}."),
            "domain": goal["domain"], "owner": goal["owner"], "agreement": goal["agreement"],
            "inYouthWords": goal["inYouthWords"], "state": goal["state"],
        });
        desk.act("planGoalChange", "goal { id }", input).await;
    }
    let document = "query($id: ID!) { case(id: $id) { plan { id version } } }";
    let plan = desk.ask(document, &json!({ "id": case })).await["case"]["plan"].take();
    let second = frozen(desk, &plan).await;
    (first, second)
}

/// One more goal, with one step.
async fn goal(desk: &mut Desk, plan: &Value, n: usize) -> Value {
    let input = json!({
        "plan": plan["id"], "expectedVersion": plan["version"], "domain": "EDUCATION", "text": format!("Read book {n} to the end."),
        "owner": "YOUTH", "inYouthWords": true, "agreement": "YOUTH_AGREES",
    });
    let made = desk
        .act(
            "planGoalAdd",
            "plan { id version goals { id text } }",
            input,
        )
        .await["plan"]
        .take();
    let goals = made["goals"].as_array().unwrap();
    let text = format!("Read book {n} to the end.");
    let goal = goals
        .iter()
        .find(|goal| goal["text"] == json!(text))
        .unwrap();
    let input = json!({
        // As long as what people write: ten pages and more.
        "goal": goal["id"], "dueOn": "2030-01-01", "ownerName": "Aunt Fern",
        "text": "Ask at the library whether the book may stay for three weeks, and fetch it together on the way home from school.",
    });
    desk.act("planStepAdd", "goal { id }", input).await;
    let document = "query($id: ID!) { node(id: $id) { ... on RecoveryPlan { id version } } }";
    desk.ask(document, &json!({ "id": plan["id"] })).await["node"].take()
}

/// A new version; its number.
async fn frozen(desk: &mut Desk, plan: &Value) -> Value {
    let input = json!({
        "id": plan["id"], "expectedVersion": plan["version"], "note": "Looked at again.", "youthAgreement": "YOUTH_AGREES",
    });
    let shown = "plan { versions { number } }";
    let made = desk.act("planActivate", shown, input).await["plan"].take();
    let numbers = made["versions"].as_array().unwrap().iter();
    numbers
        .map(|one| one["number"].clone())
        .max_by_key(|one| one.as_i64())
        .unwrap()
}
