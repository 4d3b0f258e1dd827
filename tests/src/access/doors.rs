//! Every way in: each route and each root field asks who is there, or is on a short
//! reviewed list.

use std::collections::{BTreeMap, BTreeSet};

use async_graphql::parser::parse_schema;
use async_graphql::parser::types::{TypeKind, TypeSystemDefinition};
use serde_json::{Value, json};
use server::access::{Act, Role};

use super::probes::{self, How};
use super::source::{files, listed};
use super::stage::Stage;
use super::trial::Seen;
use crate::both;

const DOORS: &str = include_str!("doors.txt");

/// The reviewed routes: how each is open.
fn reviewed() -> BTreeMap<&'static str, &'static str> {
    listed(DOORS)
        .map(|line| {
            let (door, why) = line.split_once(" | ").expect("a reason");
            assert!(!why.trim().is_empty());
            let (kind, route) = door.split_once(' ').unwrap();
            (route.trim(), kind)
        })
        .collect()
}

#[test]
fn every_route_is_on_the_reviewed_list() {
    let mut found = BTreeSet::new();
    for (_, code) in files() {
        for (way, is_route) in [
            (".route(", true),
            (".route_service(", true),
            (".nest(", true),
            (".fallback", false),
        ] {
            for rest in code.split(way).skip(1) {
                // The first argument: up to the first comma outside of brackets.
                let mut depth = 0;
                let end = rest.find(|c| match c {
                    '(' | '{' => {
                        depth += 1;
                        false
                    }
                    ')' | '}' => {
                        depth -= 1;
                        false
                    }
                    ',' => depth == 0,
                    _ => false,
                });
                let path = rest[..end.unwrap_or(0)].trim().trim_matches('"').to_owned();
                found.insert(if is_route {
                    path
                } else {
                    "fallback".to_owned()
                });
            }
        }
    }
    let listed: BTreeSet<String> = reviewed().into_keys().map(str::to_owned).collect();
    assert_eq!(found, listed);
}

/// The fields of a root type.
fn fields_of(root: &str) -> BTreeSet<String> {
    let document = parse_schema(server::graphql::sdl()).unwrap();
    document
        .definitions
        .into_iter()
        .find_map(|definition| match definition {
            TypeSystemDefinition::Type(ty) if ty.node.name.node == root => match ty.node.kind {
                TypeKind::Object(object) => Some(
                    object
                        .fields
                        .iter()
                        .map(|field| field.node.name.node.to_string())
                        .collect(),
                ),
                _ => None,
            },
            _ => None,
        })
        .unwrap()
}

#[test]
fn every_root_field_has_a_probe() {
    let probed: BTreeSet<String> = probes::all()
        .iter()
        .map(|probe| probe.field.to_owned())
        .collect();
    let mut fields = fields_of("Query");
    fields.extend(fields_of("Mutation"));
    assert_eq!(
        probed, fields,
        "each root field has a row of the matrix, and the matrix no other"
    );
}

both! {
    async fn no_root_field_answers_a_visitor(world) {
        let stage = Stage::new(world).await;
        for probe in probes::all() {
            let answer = stage.as_a_visitor(&probe).await;
            assert_eq!((answer.status, answer.code().as_deref()), (401, Some("UNAUTHENTICATED")), "{}", probe.field);
            assert_eq!(answer.json().get("data"), None, "{}", probe.field);
        }
        stage.untouched().await;
    }

    /// All roles together reach no further than each alone: nothing of another organisation,
    /// and of their own no case that they have no part in.
    async fn rule_029_rule_030_all_roles_together_reach_no_further(world) {
        let stage = Stage::new(world).await;
        let stranger = stage.world.person_of("Heath", "Heath Moor", Role::ALL).await;
        let colleague = stage.world.person("Meadow Moor", Role::ALL).await;
        for (who, ours) in [(&stranger, false), (&colleague, true)] {
            for probe in probes::all().iter().chain(&probes::of_others()) {
                let own = matches!(probe.how, How::Own(..));
                if own || (ours && !probe.act.about_a_case()) {
                    continue;
                }
                let seen = stage.attempt(who, probe, true).await;
                // About one's own session, which is not in the together view: whatever is named.
                if matches!(probe.act, Act::TogetherRecord | Act::TogetherLeave) {
                    assert_eq!(seen, Seen::ToldNo, "{}", probe.field);
                    continue;
                }
                assert_eq!(seen, Seen::Nothing, "{} {} as {}", probe.field, probe.act.code(), who.name);
            }
        }
        stage.untouched().await;
    }

    async fn every_route_asks_or_says_nothing_of_anybody(world) {
        let stage = Stage::new(world).await;
        let secrets = ["River", "Meadow", "Willow", "Juniper", "555", "Wren"];
        for (route, kind) in reviewed() {
            let path = match route {
                "fallback" => "/cases/any-case",
                route if route.contains("LINK_PATH") => "/go/00000000-0000-4000-8000-000000000000",
                route if route.contains("ANSWER_PATH") => "/answer/none",
                route => route,
            };
            let client = stage.world.client();
            let url = format!("{}{path}", stage.world.base);
            for answer in [client.get(&url).send().await, client.post(&url).json(&json!({ "query": "{ viewer { locale } }" })).send().await] {
                let answer = answer.unwrap();
                let (status, headers) = (answer.status().as_u16(), answer.headers().clone());
                let body = answer.text().await.unwrap();
                for secret in secrets {
                    assert!(!body.contains(secret), "{route} says {secret}");
                }
                match kind {
                    "asks" | "own" => assert!((400..500).contains(&status) || status == 204, "{route}: {status}"),
                    // Not there, so that the site's page is.
                    "demo" | "back" => assert!(!body.contains("mailbox") && !body.contains("trellis_"), "{route}"),
                    "open" => assert!(status < 500, "{route}: {status}"),
                    other => panic!("{other}"),
                }
                let set = headers.get_all("set-cookie").iter().map(|cookie| cookie.to_str().unwrap());
                assert!(set.into_iter().all(|cookie| cookie.contains("Max-Age=0")), "{route} gives a visitor a cookie");
            }
        }
        let answer: Value = stage.world.post(None, json!({ "query": "{ viewer { locale } }" })).await.json;
        assert_eq!(answer["errors"][0]["extensions"]["code"], "UNAUTHENTICATED");
    }
}
