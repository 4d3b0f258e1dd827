//! A team at work: a supervisor, specialists, an advocate, a curator, a volunteer.

use std::collections::HashMap;

use chrono::{DateTime, Duration, Utc};
use sea_orm::{ConnectionTrait, Statement};
use serde_json::{Value, json};
use server::access::Role;
use tokio::sync::Mutex;

use crate::database::Kind;
use crate::world::{Persona, World};

/// Runs one test on each database.
macro_rules! at_both {
    ($($(#[$meta:meta])* async fn $name:ident($desk:ident) $body:block)+) => {$(
        mod $name {
            #[allow(unused_imports, reason = "not every test needs all")]
            use super::*;
            async fn run($desk: crate::work::desk::Desk) $body
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            $(#[$meta])*
            async fn sqlite() {
                run(crate::work::desk::Desk::new(crate::database::Kind::Sqlite).await).await;
            }
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            $(#[$meta])*
            async fn postgres() {
                run(crate::work::desk::Desk::new(crate::database::Kind::Postgres).await).await;
            }
        }
    )+};
}
pub(crate) use at_both;

/// What every mutation may answer besides its success.
const PROBLEMS: &str = "\
    ... on ValidationProblem { fields { path code } } \
    ... on ConflictProblem { expectedVersion currentVersion fields { path yours theirs } } \
    ... on ForbiddenProblem { why } \
    ... on MoveProblem { from to allowed }";

/// The moment at which every test here begins.
fn start() -> DateTime<Utc> {
    "2026-05-28T20:26:40Z".parse().unwrap()
}

pub struct Desk {
    pub world: World,
    /// Each with the time of their token, which does not last.
    people: Mutex<HashMap<&'static str, (Persona, DateTime<Utc>)>>,
}

impl Desk {
    pub async fn new(kind: Kind) -> Self {
        let world = World::new(kind).await;
        world.clock.set(start());
        let mut people = HashMap::new();
        for (name, roles) in [
            ("spruce", vec![Role::Supervisor]),
            ("cedar", vec![Role::Supervisor]),
            ("heron", vec![Role::ResourceSpecialist]),
            ("plover", vec![Role::ResourceSpecialist]),
            ("finch", vec![Role::FamilyAdvocacySpecialist]),
            ("otter", vec![Role::DirectoryCurator]),
            ("wren", vec![Role::PeerVolunteer]),
            ("sorrel", vec![Role::Analyst]),
        ] {
            let person = world.person(name, &roles).await;
            people.insert(name, (person, start()));
        }
        for name in ["heron", "plover", "finch"] {
            world.supervises(&people["spruce"].0, &people[name].0).await;
        }
        world
            .supervises(&people["cedar"].0, &people["plover"].0)
            .await;
        Self {
            world,
            people: Mutex::new(people),
        }
    }

    /// Moves the clock on.
    pub fn later(&self, by: Duration) {
        self.world.later(by);
    }

    /// A key for a change that was not made before.
    pub fn key(&self) -> String {
        self.world.key()
    }

    /// Somebody, signed in.
    async fn person(&self, name: &str) -> Persona {
        let mut people = self.people.lock().await;
        let (person, since) = people.get_mut(name).unwrap();
        let now = self.world.clock.now();
        if *since != now {
            *person = self.world.again(person).await;
            *since = now;
        }
        person.clone()
    }

    /// The whole answer, and how many statements it took.
    pub async fn counted(&self, who: &str, document: &str, variables: Value) -> (Value, u32) {
        let who = self.person(who).await;
        let answer = self.world.ask(&who, document, variables).await;
        (answer.json, answer.statements)
    }

    /// The whole answer.
    pub async fn ask(&self, who: &str, document: &str, variables: Value) -> Value {
        self.counted(who, document, variables).await.0
    }

    /// The data of an answer without errors.
    pub async fn read(&self, who: &str, document: &str, variables: Value) -> Value {
        let answer = self.ask(who, document, variables).await;
        assert!(answer.get("errors").is_none(), "{answer:#}");
        answer["data"].clone()
    }

    /// What became of the mutation `name`: its success with `shown` of it, or a problem.
    /// The client key is added.
    pub async fn act(&self, who: &str, name: &str, mut input: Value, shown: &str) -> Value {
        let mut letters = name.chars();
        let capital: String = letters
            .next()
            .unwrap()
            .to_uppercase()
            .chain(letters)
            .collect();
        if input.get("clientMutationKey").is_none() {
            input["clientMutationKey"] = self.key().into();
        }
        let document = format!(
            "mutation($input: {capital}Input!) {{ {name}(input: $input) {{ __typename \
             ... on {capital}Success {{ {shown} }} {PROBLEMS} }} }}"
        );
        let data = self.read(who, &document, json!({ "input": input })).await;
        data[name].clone()
    }

    /// What was made by the mutation `name`; stops the test when it was not.
    pub async fn done(&self, who: &str, name: &str, input: Value, shown: &str) -> Value {
        let answer = self.act(who, name, input, shown).await;
        let kind = answer["__typename"].as_str().unwrap();
        assert!(kind.ends_with("Success"), "{name}: {answer:#}");
        answer
    }

    /// A case that spruce has opened, with these on the team.
    pub async fn case(&self, alias: &str, team: &[(&str, &str)]) -> String {
        self.case_of("spruce", alias, team).await
    }

    /// A case that `supervisor` has opened, with these on the team.
    pub async fn case_of(&self, supervisor: &str, alias: &str, team: &[(&str, &str)]) -> String {
        let request = json!({
            "requesterKind": "CHILD_WELFARE_WORKER", "requesterName": "Aspen Reed",
            "jurisdiction": "TX", "urgency": "ROUTINE", "topics": ["FIND_RESOURCE"],
            "situation": "Needs a place.",
        });
        let made = self
            .done(
                supervisor,
                "requestRecord",
                request,
                "request { id version }",
            )
            .await;
        let open = json!({
            "id": made["request"]["id"], "expectedVersion": made["request"]["version"],
            "alias": alias, "legalCustody": "UNKNOWN",
        });
        let case = self
            .done(supervisor, "requestOpenCase", open, "case { id version }")
            .await;
        let id = case["case"]["id"].as_str().unwrap().to_owned();
        for (name, role) in team {
            self.assign(supervisor, &id, name, role).await;
        }
        id
    }

    pub async fn assign(&self, who: &str, case: &str, name: &str, role: &str) {
        let found = self
            .read(
                who,
                "query($id: ID!) { case(id: $id) { version } }",
                json!({ "id": case }),
            )
            .await;
        let input = json!({
            "id": case, "expectedVersion": found["case"]["version"],
            "user": self.user(name).await, "role": role,
        });
        self.done(who, "caseAssign", input, "case { id }").await;
    }

    /// The opaque id of somebody.
    pub async fn user(&self, name: &str) -> String {
        self.person(name).await.opaque
    }

    /// The values of a sealed column, as they are stored.
    pub async fn bytes(&self, sql: &str) -> Vec<Vec<u8>> {
        let db = self.world.sql().await;
        let statement = Statement::from_string(db.get_database_backend(), sql);
        let rows = db.query_all_raw(statement).await.unwrap();
        let values = rows
            .iter()
            .map(|row| row.try_get_by_index(0).unwrap())
            .collect();
        db.close().await.unwrap();
        values
    }

    /// A service that otter has recorded; `with` goes over what it is otherwise.
    pub async fn service(&self, name: &str, with: Value) -> String {
        let mut input = json!({
            "name": name, "organizationName": "Moss Hollow", "category": "DROP_IN",
            "description": "Warm meals and showers", "states": ["TX"], "capabilities": [],
            "languages": ["English"], "capacity": "HAS_CAPACITY", "state": "TX",
        });
        for (field, value) in with.as_object().unwrap() {
            input[field] = value.clone();
        }
        let made = self
            .done("otter", "serviceRecord", input, "service { id }")
            .await;
        made["service"]["id"].as_str().unwrap().to_owned()
    }

    /// All rows of a list, page by page.
    pub async fn all(&self, who: &str, field: &str, arguments: &str, node: &str) -> Vec<Value> {
        let mut rows = Vec::new();
        let mut after = Value::Null;
        loop {
            let comma = if arguments.is_empty() { "" } else { "," };
            let document = format!(
                "query($after: String) {{ {field}(first: 7, after: $after{comma} {arguments}) {{ \
                 edges {{ node {{ {node} }} }} pageInfo {{ hasNextPage endCursor }} }} }}"
            );
            let data = self.read(who, &document, json!({ "after": after })).await;
            let page = &data[field];
            let edges = page["edges"].as_array().unwrap();
            rows.extend(edges.iter().map(|edge| edge["node"].clone()));
            if page["pageInfo"]["hasNextPage"] == false {
                return rows;
            }
            after = page["pageInfo"]["endCursor"].clone();
        }
    }
}
