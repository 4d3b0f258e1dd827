use chrono::Duration;
use serde_json::{Value, json};

use super::desk::{Desk, IN_CARE, open};
use crate::both;
use crate::world::{Persona, World};

const COUNTS: &str =
    "{ board { clocks { endedSince notDue dueSoon overdue met metLate waived notApplicable } } }";
const NAMES: [(&str, &str); 7] = [
    ("notDue", "NOT_DUE"),
    ("dueSoon", "DUE_SOON"),
    ("overdue", "OVERDUE"),
    ("met", "MET"),
    ("metLate", "MET_LATE"),
    ("waived", "WAIVED"),
    ("notApplicable", "NOT_APPLICABLE"),
];

async fn rows(world: &World, who: &Persona, filter: Value) -> Vec<Value> {
    let document = "query($filter: ClockFilter, $after: String) { clocks(first: 7, after: $after, filter: $filter) {
        edges { node { id code status case { id } } } pageInfo { hasNextPage endCursor } } }";
    let (mut all, mut after) = (Vec::new(), Value::Null);
    loop {
        let asked = json!({ "filter": filter, "after": after });
        let page = world.ask(who, document, asked).await.data()["clocks"].clone();
        all.extend(
            page["edges"]
                .as_array()
                .unwrap()
                .iter()
                .map(|edge| edge["node"].clone()),
        );
        if page["pageInfo"]["hasNextPage"] == false {
            return all;
        }
        after = page["pageInfo"]["endCursor"].clone();
    }
}

async fn missing(world: &World, who: &Persona, case: &str) {
    let input = json!({ "case": case, "type": "ENDANGERED_RUNAWAY", "whereabouts": "MISSING" });
    world
        .act(who, "episodeOpen", "episode { id }", input)
        .await
        .done();
}

both! {
    async fn rule_061_rule_149_each_number_on_the_dashboard_is_that_of_its_rows(world) {
        let mut desk = Desk::new(world).await;
        let episode = desk.open(json!({})).await;
        desk.later(Duration::hours(19)).await;
        let supervisor = desk.team.supervisor.clone();
        let other = open(&desk.world, &supervisor, "Lake", IN_CARE).await;
        missing(&desk.world, &supervisor, &other).await;
        desk.tell(&episode, "NCMEC", json!({})).await.done();
        desk.later(Duration::hours(6)).await;
        desk.tell(&episode, "LAW_ENFORCEMENT", json!({})).await.done();
        let supervisor = desk.team.supervisor.clone();
        let waive = desk.clock("ncic_confirm").await;
        let input = json!({ "id": waive["id"], "expectedVersion": 1, "reason": "The entry was on the screen." });
        desk.world.act(&supervisor, "clockWaive", "clock { id }", input).await.done();
        let counts = desk.world.ask(&supervisor, COUNTS, json!({})).await.data()["board"]["clocks"].clone();
        let mut total = 0;
        for (field, status) in NAMES {
            let filter = json!({ "view": "TEAM", "status": [status], "endedSince": counts["endedSince"] });
            let found = rows(&desk.world, &supervisor, filter).await;
            assert_eq!(json!(found.len()), counts[field], "{field}");
            assert!(found.iter().all(|row| row["status"] == status));
            total += found.len();
        }
        let told: Vec<_> = NAMES.iter().map(|(field, _)| counts[field].as_i64().unwrap()).collect();
        assert_eq!(told, [7, 0, 1, 1, 1, 1, 0], "{counts}");
        assert_eq!(total, 11);
        // Ended a month ago: no number any more.
        desk.later(Duration::days(31)).await;
        let supervisor = desk.team.supervisor.clone();
        let counts = desk.world.ask(&supervisor, COUNTS, json!({})).await.data()["board"]["clocks"].clone();
        assert_eq!((&counts["met"], &counts["metLate"], &counts["waived"]), (&json!(0), &json!(0), &json!(0)));
    }

    async fn rule_061_the_dashboard_is_the_supervisors_and_names_nobody(world) {
        let desk = Desk::new(world).await;
        desk.open(json!({})).await;
        let told = desk.world.ask(&desk.team.specialist, COUNTS, json!({})).await;
        assert_eq!(told.codes(), ["FORBIDDEN"]);
        let other = desk.world.person("Heath Alder", &[server::access::Role::Supervisor]).await;
        let counts = desk.world.ask(&other, COUNTS, json!({})).await.data()["board"]["clocks"].clone();
        assert_eq!(counts["notDue"], 0);
        assert!(rows(&desk.world, &other, json!({ "view": "TEAM" })).await.is_empty());
    }

    async fn mine_are_those_of_my_cases_the_first_due_first(world) {
        let mut desk = Desk::new(world).await;
        desk.open(json!({})).await;
        let supervisor = desk.team.supervisor.clone();
        let other = open(&desk.world, &supervisor, "Lake", IN_CARE).await;
        missing(&desk.world, &supervisor, &other).await;
        let mine = rows(&desk.world, &desk.team.specialist, json!({ "view": "MINE" })).await;
        assert_eq!(mine.len(), 4);
        assert_eq!(mine[3]["code"], "search_renewal");
        assert_eq!(rows(&desk.world, &supervisor, json!({ "view": "MINE" })).await.len(), 8);
        desk.later(Duration::hours(20)).await;
        let due = json!({ "view": "MINE", "status": ["DUE_SOON", "OVERDUE"] });
        let due = rows(&desk.world, &desk.team.specialist, due).await;
        assert_eq!(due.len(), 3);
        let page = desk.world.ask(&desk.team.specialist, "{ clocks(after: \"made-up\") { edges { cursor } } }", json!({})).await;
        assert!(!page.codes().is_empty());
    }

    async fn lists_of_clocks_and_times_away_cost_the_same_for_more_rows(world) {
        let desk = Desk::new(world).await;
        let list = "{ clocks(first: 100) { edges { node { title status owner { name } endedBy { name } notice { person: personSpokenTo } case { alias } } } } }";
        // Colleagues are asked for in the other list: two who ask for one at the same moment ask twice.
        let nested = "{ cases { edges { node { whereabouts carePrompt runningClocks { title }
            episodes(first: 20) { edges { node { known stillOpen notices { reference } report { stillOpen text }
                returnConversations { youthWords factors experiences } clocks { status notice { reference } } } } } } } } }";
        let mut costs = Vec::new();
        for rounds in [2, 6] {
            for round in 0..rounds {
                let episode = desk.open(json!({ "known": format!("Round {round}.") })).await;
                desk.tell(&episode, "LAW_ENFORCEMENT", json!({})).await.done();
                desk.back(&episode, json!({})).await.done();
                desk.talk(&episode, json!({ "factors": ["OTHER"], "experiences": ["OTHER"] })).await.done();
            }
            let one = desk.world.ask(&desk.team.specialist, list, json!({})).await;
            let two = desk.world.ask(&desk.team.specialist, nested, json!({})).await;
            let (seen, away) = (one.data()["clocks"]["edges"].as_array().unwrap().len(), &two.data()["cases"]["edges"][0]["node"]);
            assert!(seen >= 4 * rounds, "{seen}");
            assert!(away["episodes"]["edges"].as_array().unwrap().len() >= rounds);
            costs.push((one.statements, two.statements));
        }
        assert_eq!(costs[0], costs[1]);
    }
}
