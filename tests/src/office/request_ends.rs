//! What becomes of a request: services named, a case joined, an end; and the inbox (rules 114, 115).

use serde_json::{Value, json};
use server::access::Role;

use super::desk::{Desk, on_both, request_input, text};
use crate::world::Persona;

const ENDED: &str = "request { version state outcome outcomeNote followUpOn closedAt }";
const JOINED: &str = "request { state caseLink firstResponseAt case { id requests { edges { node { id caseLink } } } request { id } } }";

async fn recorded(desk: &Desk, who: &Persona, with: Value) -> Value {
    let mut input = request_input();
    for (field, value) in with.as_object().unwrap() {
        input[field] = value.clone();
    }
    let wanted = "request { id firstResponseDueAt cameBy namesChild }";
    desk.act(who, "requestRecord", input, wanted).await["request"].clone()
}

async fn service(desk: &Desk, name: &str) -> String {
    let otter = desk
        .person(&format!("otter {name}"), &[Role::DirectoryCurator])
        .await;
    let input = json!({
        "name": name, "organizationName": "Moss Hollow", "category": "DROP_IN", "description": "Warm meals",
        "states": ["OR"], "capabilities": [], "languages": ["English"], "capacity": "HAS_CAPACITY", "state": "OR",
    });
    text(
        &desk
            .act(&otter, "serviceRecord", input, "service { id }")
            .await["service"]["id"],
    )
}

async fn inbox(desk: &Desk, who: &Persona, arguments: &str) -> Vec<String> {
    let document = format!("{{ requests({arguments}) {{ edges {{ node {{ id }} }} }} }}");
    let answer = desk.ask(who, &document, json!({})).await;
    let edges = answer["data"]["requests"]["edges"].as_array();
    let edges = edges.unwrap_or_else(|| panic!("{answer}"));
    edges.iter().map(|edge| text(&edge["node"]["id"])).collect()
}

on_both! {
    async fn rule_114_where_a_child_is_named_an_answer_says_nothing_of_the_child(desk) {
        let fern = desk.person("fern", &[Role::Intake]).await;
        let named = recorded(&desk, &fern, json!({"namesChild": true, "cameBy": "LETTER"})).await;
        assert_eq!((&named["namesChild"], &named["cameBy"]), (&json!(true), &json!("LETTER")));
        let mut input = json!({"id": named["id"], "expectedVersion": 1, "note": "Two beds."});
        let refused = desk.world.act(&fern, "requestAnswer", "request { id }", input.clone()).await;
        assert_eq!(refused.wrong(), ["tellsNothingOfChild REQUIRED"]);
        assert_eq!(desk.column("SELECT CAST(count(*) AS text) FROM request_answer").await, ["0"]);
        input["tellsNothingOfChild"] = json!(true);
        let given = desk.act(&fern, "requestAnswer", input, "request { state }").await;
        assert_eq!(given["request"]["state"], "ANSWERED");
    }

    async fn rule_115_an_answer_names_services_of_the_directory(desk) {
        let fern = desk.person("fern", &[Role::ResourceSpecialist]).await;
        let (id, house) = (desk.request(&fern).await, service(&desk, "Fern House").await);
        let answer = |version: i32, services: Value| {
            json!({"id": id, "expectedVersion": version, "note": "Try these.", "services": services, "followUpOn": "2026-03-10"})
        };
        let wanted = "request { followUpOn answers { note services { name } } }";
        let given = desk.act(&fern, "requestAnswer", answer(1, json!([house, house])), wanted).await;
        assert_eq!(given["request"], json!({
            "followUpOn": "2026-03-10",
            "answers": [{"note": "Try these.", "services": [{"name": "Fern House"}]}],
        }));
        for (services, wrong) in [(json!([house, id]), "services.1 UNKNOWN_ID"), (json!(vec![house.clone(); 21]), "services TOO_LONG")] {
            let refused = desk.world.act(&fern, "requestAnswer", "request { id }", answer(2, services)).await;
            assert_eq!(refused.wrong(), [wrong]);
        }
        let mut past = answer(2, json!([]));
        past["followUpOn"] = json!("2026-03-01");
        let refused = desk.world.act(&fern, "requestAnswer", "request { id }", past).await;
        assert_eq!(refused.wrong(), ["followUpOn IN_THE_PAST"]);
    }

    async fn rule_115_a_business_day_is_one_of_the_state_it_is_about(desk) {
        let fern = desk.person("fern", &[Role::Intake]).await;
        // A Friday afternoon in Oregon, with a holiday on the Monday after it.
        let mut input = json!({"urgency": "URGENT", "receivedAt": "2026-02-13T23:30:00Z"});
        let due = recorded(&desk, &fern, input.clone()).await["firstResponseDueAt"].clone();
        assert_eq!(due, "2026-02-17T23:30:00+00:00");
        // On Guam it is Saturday already: the day that counts begins on Tuesday there.
        input["jurisdiction"] = json!("GU");
        let due = recorded(&desk, &fern, input.clone()).await["firstResponseDueAt"].clone();
        assert_eq!(due, "2026-02-17T14:00:00+00:00");
        // Four hours are four hours.
        input["urgency"] = json!("CHILD_JUST_FOUND");
        let due = recorded(&desk, &fern, input).await["firstResponseDueAt"].clone();
        assert_eq!(due, "2026-02-14T03:30:00+00:00");
    }

    async fn rule_115_a_request_joins_the_case_that_is_there(desk) {
        let fern = desk.person("fern", &[Role::Supervisor]).await;
        let reed = desk.person("reed", &[Role::ResourceSpecialist]).await;
        let case = desk.case(&fern, "Heron").await;
        let id = desk.request(&reed).await;
        let input = json!({"id": id, "expectedVersion": 1, "case": case});
        // Out of reach, the case is not there.
        let refused = desk.act(&reed, "requestJoinCase", input.clone(), JOINED).await;
        assert_eq!(refused["__typename"], "NotFoundProblem");
        desk.assign(&fern, &case, &reed, "RESOURCE_SPECIALIST").await;
        let joined = desk.act(&reed, "requestJoinCase", input.clone(), JOINED).await["request"].clone();
        assert_eq!((&joined["state"], &joined["caseLink"]), (&json!("CASE_OPENED"), &json!("JOINED")));
        assert_eq!(joined["firstResponseAt"], "2026-03-04T15:00:00+00:00");
        let of_case = joined["case"]["requests"]["edges"].as_array().unwrap();
        let links: Vec<_> = of_case.iter().map(|edge| edge["node"]["caseLink"].clone()).collect();
        assert_eq!(links, [json!("JOINED"), json!("OPENED")]);
        // What the case was opened from stays what it is.
        assert_ne!(joined["case"]["request"]["id"], json!(id));
        let mut again = input.clone();
        again["expectedVersion"] = json!(2);
        assert_eq!(desk.act(&reed, "requestJoinCase", again, JOINED).await["__typename"], "MoveProblem");
        assert_eq!(desk.act(&reed, "requestJoinCase", input, JOINED).await["__typename"], "ConflictProblem");
        // Who only takes requests in works on no case.
        let iris = desk.person("iris", &[Role::Intake]).await;
        let other = desk.request(&iris).await;
        let input = json!({"id": other, "expectedVersion": 1, "case": case});
        assert_eq!(desk.act(&iris, "requestJoinCase", input, JOINED).await["__typename"], "NotFoundProblem");
    }

    async fn an_advocate_on_the_case_sees_none_of_its_requests(desk) {
        let fern = desk.person("fern", &[Role::Supervisor]).await;
        let reed = desk.person("reed", &[Role::FamilyAdvocacySpecialist]).await;
        let case = desk.case(&fern, "Heron").await;
        desk.assign(&fern, &case, &reed, "FAMILY_ADVOCATE").await;
        let document = "query($id: ID!) { case(id: $id) { requests { edges { node { id } } } } }";
        let seen = desk.ask(&reed, document, json!({"id": case})).await;
        assert_eq!(seen, json!({"data": {"case": {"requests": {"edges": []}}}}));
        let seen = desk.ask(&fern, document, json!({"id": case})).await;
        assert_eq!(seen["data"]["case"]["requests"]["edges"].as_array().unwrap().len(), 1);
    }

    async fn rule_115_a_request_ends_with_what_became_of_it(desk) {
        let fern = desk.person("fern", &[Role::ResourceSpecialist]).await;
        let id = desk.request(&fern).await;
        let close = |version: i32, outcome: &str| {
            json!({"id": id, "expectedVersion": version, "outcome": outcome, "note": "They called back.", "followUpOn": "2026-04-01"})
        };
        for outcome in ["GUIDANCE_GIVEN", "RESOURCES_FOUND", "NOTHING_SUITABLE", "REFERRED_ELSEWHERE", "GOES_ON_IN_CASE"] {
            let refused = desk.world.act(&fern, "requestClose", ENDED, close(1, outcome)).await;
            assert_eq!(refused.wrong(), ["outcome NOT_ALLOWED_HERE"], "{outcome}: nobody has answered");
        }
        let answer = json!({"id": id, "expectedVersion": 1, "note": "Call the heron house."});
        desk.act(&fern, "requestAnswer", answer.clone(), "request { id }").await;
        let refused = desk.world.act(&fern, "requestClose", ENDED, close(2, "GOES_ON_IN_CASE")).await;
        assert_eq!(refused.wrong(), ["outcome NOT_ALLOWED_HERE"], "there is no case");
        let stale = desk.act(&fern, "requestClose", close(1, "GUIDANCE_GIVEN"), ENDED).await;
        assert_eq!(stale["__typename"], "ConflictProblem");
        let closed = desk.act(&fern, "requestClose", close(2, "GUIDANCE_GIVEN"), ENDED).await["request"].clone();
        assert_eq!(closed, json!({
            "version": 3, "state": "CLOSED", "outcome": "GUIDANCE_GIVEN", "outcomeNote": "They called back.",
            "followUpOn": "2026-04-01", "closedAt": "2026-03-04T15:00:00+00:00",
        }));
        let mut late = answer;
        late["expectedVersion"] = json!(3);
        let moves = desk.act(&fern, "requestAnswer", late, "request { id }").await;
        assert_eq!((&moves["__typename"], &moves["from"]), (&json!("MoveProblem"), &json!("CLOSED")));
        assert_eq!(inbox(&desk, &fern, "states: [CLOSED]").await, [id]);
    }

    async fn what_is_no_longer_needed_ends_without_an_answer(desk) {
        let fern = desk.person("fern", &[Role::Intake]).await;
        let id = desk.request(&fern).await;
        let input = json!({"id": id, "expectedVersion": 1, "outcome": "NO_LONGER_NEEDED"});
        let closed = desk.act(&fern, "requestClose", input, "request { state firstResponseAt outcomeNote }").await;
        assert_eq!(closed["request"], json!({"state": "CLOSED", "firstResponseAt": null, "outcomeNote": null}));
    }

    async fn the_inbox_narrows_and_puts_first_what_is_due_first(desk) {
        let fern = desk.person("fern", &[Role::Supervisor]).await;
        let routine = json!({"urgency": "ROUTINE", "requesterKind": "SCHOOL", "jurisdiction": "TX", "topics": ["STAFF_TRAINING"]});
        let school = text(&recorded(&desk, &fern, routine).await["id"]);
        let found = text(&recorded(&desk, &fern, json!({})).await["id"]);
        assert_eq!(inbox(&desk, &fern, "order: DUE_FIRST").await, [found.clone(), school.clone()]);
        for narrowed in [
            "urgency: [ROUTINE]", "topics: [STAFF_TRAINING, FIND_RESOURCE]", "requesterKinds: [SCHOOL]", "jurisdictions: [TX, GU]",
        ] {
            assert_eq!(inbox(&desk, &fern, &format!("filter: {{ {narrowed} }}")).await, std::slice::from_ref(&school), "{narrowed}");
        }
        assert_eq!(inbox(&desk, &fern, "filter: { late: true }").await, Vec::<String>::new());
        assert_eq!(inbox(&desk, &fern, "filter: { topics: [] }").await.len(), 2);
        desk.later(241);
        let fern = desk.world.again(&fern).await;
        assert_eq!(inbox(&desk, &fern, "filter: { late: true }").await, [found]);
    }

    async fn a_page_of_the_inbox_costs_the_same_however_many_stand_in_it(desk) {
        let fern = desk.person("fern", &[Role::Supervisor]).await;
        // Who answers is not who recorded, or one read of the same person could be in time for the other.
        let aspen = desk.person("aspen", &[Role::Supervisor]).await;
        let house = service(&desk, "Fern House").await;
        // They are read a level apart: asked for at once, a quick first read would take both along.
        let documents = ["recordedBy { name } answers { note services { name } }", "answers { note answeredBy { name } services { name } }"]
            .map(|who| format!(
                "query($first: Int) {{ requests(first: $first, states: [ANSWERED]) {{ edges {{ node {{ requesterName answer {who} topics }} }} }} }}"
            ));
        for _ in 0..30 {
            let id = desk.request(&fern).await;
            let input = json!({"id": id, "expectedVersion": 1, "note": "Call them.", "services": [house]});
            desk.act(&aspen, "requestAnswer", input, "request { id }").await;
        }
        for document in &documents {
            let few = desk.world.ask(&fern, document, json!({"first": 2})).await;
            let many = desk.world.ask(&fern, document, json!({"first": 30})).await;
            assert_eq!(many.json["data"]["requests"]["edges"].as_array().unwrap().len(), 30);
            assert_eq!(few.statements, many.statements);
        }
    }
}
