use serde_json::{Value, json};
use server::access::Role;

use super::desk::{act, see};
use crate::both;
use crate::world::{Answer, Persona, World};

/// Hands cases over; `with` says what is otherwise.
async fn hand(world: &World, who: &Persona, cases: &[String], to: &Persona, with: Value) -> Answer {
    let mut read = Vec::new();
    for case in cases {
        let version = see(world, who, case, "version").await["version"].clone();
        read.push(json!({ "id": case, "expectedVersion": version.as_i64().unwrap_or(0) }));
    }
    let mut input = json!({
        "cases": read, "user": to.opaque, "role": "RESOURCE_SPECIALIST", "reason": "Wren is away in April.",
    });
    for (field, value) in with.as_object().unwrap() {
        input[field] = value.clone();
    }
    world.act(who, "casesAssign", "cases { id }", input).await
}

async fn specialist(world: &World, who: &Persona, case: &str) -> Value {
    see(world, who, case, "specialist { name }").await["specialist"]["name"].clone()
}

async fn mails(world: &World) -> i64 {
    world
        .number("SELECT count(*) FROM outbox WHERE template = 'case_assigned'")
        .await
}

both! {
    async fn several_cases_go_to_one_colleague_with_one_mail_and_an_entry_in_the_history_of_each(world) {
        let team = world.team().await;
        let (chief, plover) = (&team.supervisor, world.person("Plover Ash", &[Role::ResourceSpecialist]).await);
        let cases = [team.case.clone(), world.case(chief, "Lake").await, world.case(chief, "Brook").await];
        let before = mails(&world).await;
        let key = json!({ "clientMutationKey": world.key(), "note": "Her grandmother calls on Mondays." });
        let done = hand(&world, chief, &cases, &plover, key).await;
        assert_eq!(done.done()["cases"].as_array().unwrap().len(), 3);
        assert_eq!(mails(&world).await - before, 1);
        let to_the_caseload = "SELECT count(*) FROM outbox WHERE template = 'case_assigned' AND link = '/cases'";
        assert_eq!(world.number(to_the_caseload).await, 1);
        for case in &cases {
            assert_eq!(specialist(&world, chief, case).await, "Plover Ash");
            let seen = see(&world, &plover, case, "team { role reason note noteReadAt assignedBy { name } }").await;
            let part = json!({
                "role": "RESOURCE_SPECIALIST", "reason": "Wren is away in April.", "note": "Her grandmother calls on Mondays.",
                "noteReadAt": null, "assignedBy": { "name": "Sage Alder" },
            });
            assert!(seen["team"].as_array().unwrap().contains(&part), "{seen}");
            let history = see(&world, chief, case, "history(first: 50) { edges { node { act actor { name } } } }").await;
            let newest = history["history"]["edges"].as_array().unwrap().iter().find(|edge| edge["node"]["act"] != "READ").unwrap();
            assert_eq!(newest["node"], json!({ "act": "CASE_ASSIGN", "actor": { "name": "Sage Alder" } }));
        }
        // Who had it is not on the team any more.
        assert_eq!(see(&world, &team.specialist, &team.case, "id").await, Value::Null);
    }

    async fn all_of_them_or_none_and_what_is_in_the_way_is_told_case_by_case(world) {
        let team = world.team().await;
        let (chief, wren) = (&team.supervisor, &team.specialist);
        let (lake, brook) = (world.case(chief, "Lake").await, world.case(chief, "Brook").await);
        let cases = [lake.clone(), team.case.clone(), brook.clone()];
        let before = mails(&world).await;
        let taken = hand(&world, chief, &cases, wren, json!({})).await;
        assert_eq!(taken.wrong(), ["cases.1 NOT_ALLOWED_HERE"]);
        let read = |case: &str, version: i64| json!({ "id": case, "expectedVersion": version });
        let stale = json!({ "cases": [read(&lake, 9), read(&team.case, 9), read(&brook, 1)] });
        let mut told = hand(&world, chief, &[], wren, stale).await.wrong();
        told.sort();
        assert_eq!(told, ["cases.0 CHANGED_MEANWHILE", "cases.1 CHANGED_MEANWHILE"]);
        let twice = hand(&world, chief, &[lake.clone(), lake.clone()], wren, json!({})).await;
        assert_eq!(twice.wrong(), ["cases.1 NOT_ALLOWED_HERE"]);
        let none = hand(&world, chief, &[], wren, json!({ "reason": " " })).await;
        assert_eq!(none.wrong(), ["cases REQUIRED", "reason REQUIRED"]);
        let many = json!({ "cases": vec![read(&lake, 1); 51] });
        let many = hand(&world, chief, &[], wren, many).await.wrong();
        assert!(many.contains(&"cases TOO_LONG".to_owned()), "{many:?}");
        let other = world.person("Moss Reed", &[Role::FamilyAdvocacySpecialist]).await;
        assert_eq!(hand(&world, chief, std::slice::from_ref(&lake), &other, json!({})).await.wrong(), ["user NOT_ALLOWED_HERE"]);
        // One of them is out of reach: nothing says which, or that it is there.
        let stranger = world.person("Linden Moor", &[Role::Supervisor]).await;
        let far = world.case(&stranger, "Heath").await;
        let reached = json!({ "cases": [read(&lake, 1), read(&far, 1)] });
        assert_eq!(hand(&world, chief, &[], wren, reached).await.problem(), "NotFoundProblem");
        assert_eq!(hand(&world, wren, std::slice::from_ref(&team.case), &other, json!({})).await.problem(), "ForbiddenProblem");
        assert_eq!(mails(&world).await, before);
        for case in [&lake, &brook] {
            assert_eq!(specialist(&world, chief, case).await, Value::Null);
        }
    }

    async fn what_is_handed_over_is_shown_to_the_colleague_until_it_is_read(world) {
        let team = world.team().await;
        let (chief, plover) = (&team.supervisor, world.person("Plover Ash", &[Role::ResourceSpecialist]).await);
        let input = json!({
            "user": plover.opaque, "role": "RESOURCE_SPECIALIST", "reason": "Wren is away.", "note": "She likes to be texted first.",
        });
        act(&world, chief, &team.case, "caseAssign", input).await.done();
        let waiting = async |who: &Persona| {
            let document = "{ handOvers { id note case { alias } assignedBy { name } } }";
            world.ask(who, document, json!({})).await.data()["handOvers"].clone()
        };
        let shown = waiting(&plover).await;
        assert_eq!(shown[0]["note"], "She likes to be texted first.");
        assert_eq!(shown[0]["case"]["alias"], "River");
        assert_eq!((waiting(chief).await, waiting(&team.advocate).await), (json!([]), json!([])));
        let read = json!({ "assignment": shown[0]["id"] });
        let shown_then = "assignment { noteReadAt }";
        // To read it for somebody else is nobody's.
        let not_theirs = world.act(chief, "handOverRead", shown_then, read.clone()).await;
        assert_eq!(not_theirs.wrong(), ["assignment NOT_ALLOWED_HERE"]);
        let stranger = world.person("Linden Moor", &[Role::ResourceSpecialist]).await;
        assert_eq!(world.act(&stranger, "handOverRead", shown_then, read.clone()).await.problem(), "NotFoundProblem");
        let at = json!({ "noteReadAt": "2026-03-04T15:00:00+00:00" });
        assert_eq!(world.act(&plover, "handOverRead", shown_then, read.clone()).await.done()["assignment"], at);
        assert_eq!(waiting(&plover).await, json!([]));
        world.later(chrono::Duration::minutes(5));
        assert_eq!(world.act(&plover, "handOverRead", shown_then, read).await.done()["assignment"], at);
    }

    async fn hand_overs_cost_as_many_statements_for_thirty_as_for_one(world) {
        let team = world.team().await;
        let (chief, plover) = (&team.supervisor, world.person("Plover Ash", &[Role::ResourceSpecialist]).await);
        let note = json!({ "note": "Ask for the aunt." });
        hand(&world, chief, std::slice::from_ref(&team.case), &plover, note.clone()).await.done();
        let cost = async || {
            let mut least = u32::MAX;
            for _ in 0..3 {
                let document = "{ handOvers { note case { alias } assignedBy { name } } }";
                let answer = world.ask(&plover, document, json!({})).await;
                answer.data();
                least = least.min(answer.statements);
            }
            least
        };
        let small = cost().await;
        let mut cases = Vec::new();
        for n in 0..29 {
            cases.push(world.case(chief, &format!("Lake {n}")).await);
        }
        hand(&world, chief, &cases, &plover, note).await.done();
        assert_eq!(cost().await, small);
    }
}
