//! Requests: recorded, answered, a case opened from them (rules 29, 114, 115).

use insta::{allow_duplicates, assert_snapshot};
use serde_json::{Value, json};
use server::access::Role;

use super::desk::{Desk, on_both, request_input, text};
use super::shown::shown;
use crate::world::Persona;

const WHOLE: &str = "request { id version state receivedAt firstResponseDueAt firstResponseAt \
    requesterKind requesterName requesterPhone { masked value } requesterOrganization jurisdiction \
    urgency topics situation answer recordedBy { name } case { id } }";
const OPEN: &str = "query($id: ID!) { request(id: $id) { id situation } }";
const LIST: &str = "query($states: [RequestState!], $after: String) { requests(states: $states, first: 2, after: $after) \
    { edges { node { id } } pageInfo { hasNextPage hasPreviousPage endCursor } } }";

fn open_case(id: &str, version: i32) -> Value {
    json!({
        "id": id, "expectedVersion": version, "alias": "Heron", "legalName": "Hazel Brook",
        "legalCustody": "STATE_CHILD_WELFARE", "summary": "She is safe tonight.",
    })
}

async fn ids(desk: &Desk, who: &Persona, variables: Value) -> Vec<String> {
    let answer = desk.ask(who, LIST, variables).await;
    let edges = answer["data"]["requests"]["edges"].as_array();
    let edges = edges.unwrap_or_else(|| panic!("{answer}"));
    edges.iter().map(|edge| text(&edge["node"]["id"])).collect()
}

on_both! {
    async fn rule_114_a_request_needs_no_childs_name(desk) {
        let fern = desk.person("fern", &[Role::Intake]).await;
        let recorded = desk.act(&fern, "requestRecord", request_input(), WHOLE).await;
        allow_duplicates! { assert_snapshot!(shown(&recorded), @r#"
        {
          "__typename": "RequestRecordSuccess",
          "request": {
            "answer": null,
            "case": null,
            "firstResponseAt": null,
            "firstResponseDueAt": "2026-03-04T19:00:00+00:00",
            "id": "[id 1]",
            "jurisdiction": "OR",
            "receivedAt": "2026-03-04T15:00:00+00:00",
            "recordedBy": {
              "name": "fern"
            },
            "requesterKind": "CHILD_WELFARE_WORKER",
            "requesterName": "Willow Marsh",
            "requesterOrganization": "Example County",
            "requesterPhone": {
              "masked": true,
              "value": null
            },
            "situation": "Found an hour ago at the heron pond.",
            "state": "WAITING",
            "topics": [
              "IMMEDIATE_RECOVERY_PLAN",
              "PLACEMENT_OPTIONS"
            ],
            "urgency": "CHILD_JUST_FOUND",
            "version": 1
          }
        }
        "#) };
    }

    async fn rule_115_the_first_answer_and_its_time_are_kept(desk) {
        let fern = desk.person("fern", &[Role::ResourceSpecialist]).await;
        let id = desk.request(&fern).await;
        desk.later(5);
        let input = json!({"id": id, "expectedVersion": 1, "note": "Two beds in Example County."});
        let wanted = "request { version state receivedAt firstResponseDueAt firstResponseAt answer }";
        let answered = desk.act(&fern, "requestAnswer", input.clone(), wanted).await;
        allow_duplicates! { assert_snapshot!(shown(&answered), @r#"
        {
          "__typename": "RequestAnswerSuccess",
          "request": {
            "answer": "Two beds in Example County.",
            "firstResponseAt": "2026-03-04T15:05:00+00:00",
            "firstResponseDueAt": "2026-03-04T19:00:00+00:00",
            "receivedAt": "2026-03-04T15:00:00+00:00",
            "state": "ANSWERED",
            "version": 2
          }
        }
        "#) };
        // Stale: both values, and nothing changed.
        let mut stale = input;
        stale["note"] = json!("Three beds.");
        let answer = shown(&desk.act(&fern, "requestAnswer", stale.clone(), wanted).await);
        allow_duplicates! { assert_snapshot!(answer, @r#"
        {
          "__typename": "ConflictProblem",
          "code": "CONFLICT",
          "currentVersion": 2,
          "expectedVersion": 1,
          "fields": [
            {
              "path": [
                "note"
              ],
              "theirs": "Two beds in Example County.",
              "yours": "Three beds."
            }
          ],
          "message": "Somebody changed this while you were working on it. Nothing was changed by you yet."
        }
        "#) };
        // With the version of now it is a second answer: the time of the first one stays.
        stale["expectedVersion"] = json!(2);
        desk.later(60);
        let fern = desk.world.again(&fern).await;
        let all = "request { state firstResponseAt answer answers { at answeredBy { name } note services { name } } }";
        let answer = desk.act(&fern, "requestAnswer", stale, all).await;
        allow_duplicates! { assert_snapshot!(shown(&answer), @r#"
        {
          "__typename": "RequestAnswerSuccess",
          "request": {
            "answer": "Two beds in Example County.",
            "answers": [
              {
                "answeredBy": {
                  "name": "fern"
                },
                "at": "2026-03-04T15:05:00+00:00",
                "note": "Two beds in Example County.",
                "services": []
              },
              {
                "answeredBy": {
                  "name": "fern"
                },
                "at": "2026-03-04T16:05:00+00:00",
                "note": "Three beds.",
                "services": []
              }
            ],
            "firstResponseAt": "2026-03-04T15:05:00+00:00",
            "state": "ANSWERED"
          }
        }
        "#) };
    }

    async fn a_case_opened_from_a_request_and_the_request_name_each_other(desk) {
        let fern = desk.person("fern", &[Role::Supervisor]).await;
        let id = desk.request(&fern).await;
        let wanted = "case { id alias origin jurisdiction supervisor { name } team { role user { name } } \
            people { role name legalName { masked } } \
            request { id version state firstResponseAt case { id } } }";
        let opened = desk.act(&fern, "requestOpenCase", open_case(&id, 1), wanted).await;
        allow_duplicates! { assert_snapshot!(shown(&opened), @r#"
        {
          "__typename": "RequestOpenCaseSuccess",
          "case": {
            "alias": "Heron",
            "id": "[id 1]",
            "jurisdiction": "OR",
            "origin": "CHILD_WELFARE",
            "people": [
              {
                "legalName": {
                  "masked": true
                },
                "name": "Heron",
                "role": "CHILD"
              }
            ],
            "request": {
              "case": {
                "id": "[id 1]"
              },
              "firstResponseAt": "2026-03-04T15:00:00+00:00",
              "id": "[id 2]",
              "state": "CASE_OPENED",
              "version": 2
            },
            "supervisor": {
              "name": "fern"
            },
            "team": [
              {
                "role": "SUPERVISOR",
                "user": {
                  "name": "fern"
                }
              }
            ]
          }
        }
        "#) };
        let again = desk.act(&fern, "requestOpenCase", open_case(&id, 2), wanted).await;
        assert_eq!((&again["__typename"], &again["from"], &again["allowed"]), (&json!("MoveProblem"), &json!("CASE_OPENED"), &json!(["CLOSED"])));
        let stale = desk.act(&fern, "requestOpenCase", open_case(&id, 1), wanted).await;
        assert_eq!((&stale["__typename"], &stale["currentVersion"]), (&json!("ConflictProblem"), &json!(2)));
        assert_eq!(desk.column("SELECT CAST(count(*) AS text) FROM cases").await, ["1"]);
    }

    async fn a_retry_with_the_same_key_is_applied_once(desk) {
        let fern = desk.person("fern", &[Role::Intake]).await;
        let mut input = request_input();
        input["clientMutationKey"] = json!(desk.world.key());
        let one = desk.act(&fern, "requestRecord", input.clone(), "request { id }").await;
        let two = desk.act(&fern, "requestRecord", input.clone(), "request { id }").await;
        assert_eq!(one, two);
        input["situation"] = json!("Something else.");
        let reused = desk.world.act(&fern, "requestRecord", "request { id }", input).await;
        assert_eq!(reused.wrong(), ["clientMutationKey KEY_REUSED"]);
        assert_eq!(ids(&desk, &fern, json!({})).await.len(), 1);
    }

    async fn each_wrong_field_is_named(desk) {
        let fern = desk.person("fern", &[Role::Intake]).await;
        let mut input = request_input();
        input["receivedAt"] = json!("2099-01-01T00:00:00Z");
        input["requesterName"] = json!("  ");
        input["requesterPhone"] = json!("5".repeat(201));
        input["topics"] = json!([]);
        input["situation"] = json!("");
        let answer = desk.world.act(&fern, "requestRecord", "request { id }", input).await;
        assert_eq!(answer.wrong(), [
            "receivedAt IN_THE_FUTURE", "topics REQUIRED", "requesterName REQUIRED", "requesterPhone TOO_LONG", "situation REQUIRED",
        ]);
    }

    async fn the_inbox_shows_what_waits_newest_first_page_by_page(desk) {
        let fern = desk.person("fern", &[Role::Supervisor]).await;
        let mut made = Vec::new();
        for _ in 0..5 {
            made.push(desk.request(&fern).await);
            desk.later(1);
        }
        desk.act(&fern, "requestOpenCase", open_case(&made[3], 1), "case { id }").await;
        let first = desk.ask(&fern, LIST, json!({})).await;
        let info = &first["data"]["requests"]["pageInfo"];
        assert_eq!((&info["hasNextPage"], &info["hasPreviousPage"]), (&json!(true), &json!(false)));
        assert_eq!(ids(&desk, &fern, json!({})).await, [made[4].clone(), made[2].clone()]);
        let after = json!({"after": info["endCursor"]});
        assert_eq!(ids(&desk, &fern, after).await, [made[1].clone(), made[0].clone()]);
        assert_eq!(ids(&desk, &fern, json!({"states": ["CASE_OPENED"]})).await, [made[3].clone()]);
        assert_eq!(ids(&desk, &fern, json!({"states": []})).await, Vec::<String>::new());
        let forged = desk.ask(&fern, LIST, json!({"after": "AAAA"})).await;
        assert_eq!(forged["errors"][0]["extensions"]["code"], "BAD_REQUEST");
    }

    async fn rule_029_another_organisation_never_sees_a_request(desk) {
        let fern = desk.person("fern", &[Role::Supervisor]).await;
        let reed = desk.stranger("reed", &[Role::Supervisor]).await;
        let (ours, theirs) = (desk.request(&fern).await, desk.request(&reed).await);
        assert_eq!(ids(&desk, &fern, json!({})).await, [ours]);
        let made_up = format!("{}AA", &theirs[..theirs.len() - 2]);
        for id in [&theirs, &made_up] {
            let seen = desk.ask(&fern, OPEN, json!({"id": id})).await;
            assert_eq!(seen.to_string(), r#"{"data":{"request":null}}"#);
        }
        for (name, input) in [
            ("requestAnswer", json!({"expectedVersion": 1, "note": "Ours now."})),
            ("requestOpenCase", json!({"expectedVersion": 1, "alias": "Heron", "legalCustody": "UNKNOWN"})),
            ("requestClose", json!({"expectedVersion": 1, "outcome": "NO_LONGER_NEEDED"})),
        ] {
            let mut outcomes = Vec::new();
            for id in [&theirs, &made_up] {
                let mut input = input.clone();
                input["id"] = json!(id);
                outcomes.push(desk.act(&fern, name, input, "__typename").await.to_string());
            }
            assert_eq!(outcomes[0], outcomes[1]);
            assert!(outcomes[0].contains("NotFoundProblem"), "{}", outcomes[0]);
        }
    }

    async fn who_does_not_answer_requests_neither_records_nor_sees_them(desk) {
        let fern = desk.person("fern", &[Role::Supervisor]).await;
        let id = desk.request(&fern).await;
        for (name, role) in [("reed", Role::FamilyAdvocacySpecialist), ("sedge", Role::Analyst), ("rush", Role::PeerVolunteer), ("alder", Role::Admin)] {
            let who = desk.person(name, &[role]).await;
            let recorded = desk.act(&who, "requestRecord", request_input(), "request { id }").await;
            assert_eq!((&recorded["__typename"], &recorded["why"]), (&json!("ForbiddenProblem"), &json!("role_may_not")), "{name}");
            let listed = desk.ask(&who, LIST, json!({})).await;
            assert_eq!(listed["errors"][0]["extensions"]["code"], "FORBIDDEN", "{name}");
            let seen = desk.ask(&who, OPEN, json!({"id": id})).await;
            assert_eq!(seen.to_string(), r#"{"data":{"request":null}}"#, "{name}");
        }
        // A specialist answers requests, and opens no cases.
        let briar = desk.person("briar", &[Role::ResourceSpecialist]).await;
        let opened = desk.act(&briar, "requestOpenCase", open_case(&id, 1), "case { id }").await;
        assert_eq!(opened["__typename"], "ForbiddenProblem");
    }

    async fn an_advocate_on_the_case_does_not_see_the_request_it_came_from(desk) {
        let fern = desk.person("fern", &[Role::Supervisor]).await;
        let reed = desk.person("reed", &[Role::FamilyAdvocacySpecialist]).await;
        let case = desk.case(&fern, "Heron").await;
        desk.assign(&fern, &case, &reed, "FAMILY_ADVOCATE").await;
        let seen = desk.ask(&reed, "query($id: ID!) { case(id: $id) { alias request { id } } }", json!({"id": case})).await;
        assert_eq!(seen.to_string(), r#"{"data":{"case":{"alias":"Heron","request":null}}}"#);
    }

    async fn rule_038_what_is_personal_in_a_request_is_sealed(desk) {
        let fern = desk.person("fern", &[Role::ResourceSpecialist]).await;
        let id = desk.request(&fern).await;
        desk.act(&fern, "requestAnswer", json!({"id": id, "expectedVersion": 1, "note": "Call the heron house."}), "__typename").await;
        for (column, table) in [
            ("requester_name", "request"), ("requester_phone", "request"), ("requester_organization", "request"),
            ("situation", "request"), ("note", "request_answer"),
        ] {
            let stored = desk.bytes(&format!("SELECT {column} FROM {table}")).await;
            for word in ["Willow", "555-0114", "Example", "heron"] {
                let plain = stored[0].windows(word.len()).any(|part| part == word.as_bytes());
                assert!(!plain && stored[0].len() > 28, "{column}");
            }
        }
    }
}
