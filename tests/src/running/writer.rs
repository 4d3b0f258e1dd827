//! Somebody who changes one thing after the other, and who asks again with the same key
//! when no answer came.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use serde_json::{Value, json};
use uuid::Uuid;

use super::house::{House, Resident};

/// How often a request is sent again before the test gives up: a server is away for
/// seconds, not minutes.
const TRIES: usize = 1_200;

/// One change that was acknowledged.
#[derive(Clone, Debug)]
pub struct Done {
    pub act: &'static str,
    pub input: Value,
    /// What the answer named.
    pub id: Value,
}

/// How to reach the server.
#[derive(Clone)]
pub struct Door {
    pub base: String,
    pub client: reqwest::Client,
    pub token: String,
}

impl Door {
    pub fn of(house: &House, who: &Resident) -> Self {
        Self {
            base: house.base.clone(),
            client: house.client.clone(),
            token: who.token.clone(),
        }
    }

    /// The data of an answer; `None` when there was no whole answer.
    pub async fn ask(&self, document: &str, variables: Value) -> Option<Value> {
        let body = json!({ "query": document, "variables": variables });
        let request = self
            .client
            .post(format!("{}/graphql", self.base))
            .bearer_auth(&self.token)
            .json(&body);
        let answer: Value = request.send().await.ok()?.json().await.ok()?;
        assert!(answer.get("errors").is_none(), "{answer:#}");
        Some(answer["data"].clone())
    }

    /// The same, again and again until there is an answer.
    pub async fn insist(&self, document: &str, variables: Value) -> Value {
        for _ in 0..TRIES {
            if let Some(data) = self.ask(document, variables.clone()).await {
                return data;
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
        panic!("the server does not come back");
    }

    /// Does `act` with this very input until it is acknowledged; the part of the success
    /// that `shown` names.
    pub async fn act(&self, act: &str, input: &Value, shown: &str) -> Value {
        let pascal = act[..1].to_uppercase() + &act[1..];
        let document = format!(
            "mutation($input: {pascal}Input!) {{ {act}(input: $input) {{ __typename ... on {pascal}Success {{ {shown} }} \
             ... on ValidationProblem {{ fields {{ path code }} }} \
             ... on ConflictProblem {{ expectedVersion currentVersion }} ... on Problem {{ code message }} }} }}"
        );
        let data = self.insist(&document, json!({ "input": input })).await;
        let outcome = data[act].clone();
        assert!(
            outcome["__typename"] == format!("{pascal}Success"),
            "{act} {input:#}: {outcome:#}"
        );
        outcome
    }
}

/// A supervisor with a case.
pub struct Writer {
    pub door: Door,
    pub case: String,
    pub plan: String,
    pub service: String,
    pub specialists: [String; 2],
    pub seed: u64,
}

impl Writer {
    /// A new client key: the same on every run.
    fn key(&self, turn: u64) -> String {
        Uuid::from_u64_pair(
            0xc0de_0000_0000_7000 | self.seed,
            0x8000_0000_0000_0000 | turn,
        )
        .to_string()
    }

    /// Writes until `stop` turns are done by all together; `acknowledged` counts them.
    pub async fn write(self, acknowledged: &AtomicUsize, most: usize) -> (Self, Vec<Done>) {
        let mut all = Vec::new();
        for turn in 0.. {
            if acknowledged.load(Ordering::SeqCst) >= most {
                break;
            }
            all.push(self.turn(turn).await);
            acknowledged.fetch_add(1, Ordering::SeqCst);
        }
        (self, all)
    }

    /// What comes by turns: who writes much writes everything.
    async fn turn(&self, turn: u64) -> Done {
        let (act, mut input) = match (turn + self.seed) % 4 {
            0 => (
                "contactLog",
                json!({
                    "case": self.case, "channel": "PHONE", "direction": "OUT", "outcome": "REACHED", "type": "CHECK_IN",
                    "needs": ["RESPITE"], "crises": [], "note": "All is well.",
                }),
            ),
            1 => (
                "planGoalAdd",
                json!({
                    "plan": self.plan, "expectedVersion": self.version("RecoveryPlan", &self.plan).await,
                    "domain": "RECREATION_JOY", "text": "Draw by the river.", "inYouthWords": true, "owner": "YOUTH",
                    "agreement": "YOUTH_AGREES",
                }),
            ),
            2 => (
                "referralMake",
                json!({
                    "case": self.case, "service": self.service, "need": "Somebody to talk with.", "send": true,
                }),
            ),
            _ => (
                "caseAssign",
                json!({
                    "id": self.case, "expectedVersion": self.version("Case", &self.case).await,
                    "user": self.specialists[usize::try_from(turn / 4 % 2).unwrap()], "role": "RESOURCE_SPECIALIST",
                }),
            ),
        };
        input["clientMutationKey"] = json!(self.key(turn));
        let id = self.again(act, &input).await;
        Done { act, input, id }
    }

    /// Does it, or hears what became of it when it was done before.
    pub async fn again(&self, act: &'static str, input: &Value) -> Value {
        let (shown, what) = match act {
            "contactLog" => ("contact { id }", "contact"),
            "planGoalAdd" => ("plan { id }", "plan"),
            "referralMake" => ("referral { id }", "referral"),
            _ => ("case { id }", "case"),
        };
        self.door.act(act, input, shown).await[what]["id"].clone()
    }

    async fn version(&self, kind: &str, id: &str) -> Value {
        let document =
            format!("query($id: ID!) {{ node(id: $id) {{ ... on {kind} {{ version }} }} }}");
        self.door.insist(&document, json!({ "id": id })).await["node"]["version"].clone()
    }
}
