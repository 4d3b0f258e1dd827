//! A team with a case and its plan, as the resource specialist has it on the desk.

use serde_json::{Value, json};

use crate::world::{Answer, Team, World, text};

/// A case with a plan.
pub struct Desk {
    pub world: World,
    pub team: Team,
    /// The plan's opaque id.
    pub plan: String,
}

impl Desk {
    /// A team, a case, and a plan that was just started.
    pub async fn new(world: World) -> Self {
        let team = world.team().await;
        Self::on(world, team).await
    }

    /// A plan that was just started, on the case of a team that is there.
    pub async fn on(world: World, team: Team) -> Self {
        let input = json!({ "case": team.case });
        let started = world
            .act(&team.specialist, "planStart", "plan { id }", input)
            .await;
        let plan = text(&started.done()["plan"]["id"]);
        Self { world, team, plan }
    }

    /// The same desk with everybody signed in again, after the clock has moved.
    pub async fn again(self) -> Self {
        let team = Team {
            supervisor: self.world.again(&self.team.supervisor).await,
            specialist: self.world.again(&self.team.specialist).await,
            advocate: self.world.again(&self.team.advocate).await,
            case: self.team.case.clone(),
        };
        Self { team, ..self }
    }

    /// Asks about the plan as the specialist.
    pub async fn see(&self, fields: &str) -> Value {
        let document =
            format!("query($id: ID!) {{ node(id: $id) {{ ... on RecoveryPlan {{ {fields} }} }} }}");
        let answer = self
            .world
            .ask(&self.team.specialist, &document, json!({ "id": self.plan }))
            .await;
        answer.data()["node"].clone()
    }

    /// Asks about the case as the specialist.
    pub async fn case(&self, fields: &str) -> Value {
        let document = format!("query($id: ID!) {{ case(id: $id) {{ {fields} }} }}");
        let id = json!({ "id": self.team.case });
        let answer = self.world.ask(&self.team.specialist, &document, id).await;
        answer.data()["case"].clone()
    }

    /// The plan's version now.
    pub async fn version(&self) -> i64 {
        self.see("version").await["version"].as_i64().unwrap()
    }

    /// Does something to the plan itself, from its present version.
    pub async fn act(&self, mutation: &str, input: Value) -> Answer {
        self.put("id", mutation, input).await
    }

    /// Adds something to the plan, from its present version.
    pub async fn add(&self, mutation: &str, input: Value) -> Answer {
        self.put("plan", mutation, input).await
    }

    async fn put(&self, field: &str, mutation: &str, mut input: Value) -> Answer {
        if input.get(field).is_none() {
            input[field] = json!(self.plan);
        }
        if input.get("expectedVersion").is_none() {
            input["expectedVersion"] = json!(self.version().await);
        }
        let shown = "plan { id version state }";
        let who = &self.team.specialist;
        self.world.act(who, mutation, shown, input).await
    }

    /// Records words of the young person's.
    pub async fn words(&self, words: &str) -> Answer {
        let input = json!({ "kind": "OWN_WORDS", "words": words });
        self.act("planVoiceRecord", input).await
    }

    /// Adds a strength.
    pub async fn strength(&self, what: &str) -> Answer {
        let input = json!({ "kind": "HOPE", "text": what });
        self.add("planStrengthAdd", input).await
    }

    /// Sets the review day.
    pub async fn review(&self, day: &str) -> Answer {
        self.act("planReviewSet", json!({ "reviewOn": day })).await
    }

    /// Makes the plan active, with all that it needs.
    pub async fn active(&self) {
        self.words("I want to draw again.").await.done();
        self.strength("Draws birds from memory.").await.done();
        self.review("2026-04-01").await.done();
        self.act("planActivate", json!({})).await.done();
    }

    /// Ends the plan, with something said of each of its goals.
    pub async fn end(&self) -> Answer {
        let seen = self.see("goals { id }").await;
        let goals = seen["goals"].as_array().unwrap().iter();
        let outcome =
            |goal: &Value| json!({ "goal": goal["id"], "words": "It is good.", "voice": "TEAM" });
        let outcomes: Vec<_> = goals.map(outcome).collect();
        let input = json!({
            "outcomes": outcomes, "remains": "Nothing now.", "aftercare": "NONE", "youthAgreement": "YOUTH_AGREES",
        });
        self.act("planEnd", input).await
    }

    /// Moves the plan.
    pub async fn go(&self, to: &str) -> Answer {
        self.act("planMove", json!({ "to": to })).await
    }

    /// Adds a goal of `owner`; returns its id.
    pub async fn goal(&self, owner: &str, what: &str) -> String {
        let input = goal(owner, what);
        self.add("planGoalAdd", input).await.done();
        let goals = self.see("goals { id text }").await;
        let found = goals["goals"].as_array().unwrap().iter();
        let mut found = found.filter(|goal| goal["text"] == what);
        text(&found.next().unwrap()["id"])
    }

    /// Changes a goal; `with` says what is other than when it was added.
    pub async fn change_goal(&self, id: &str, version: i64, with: Value) -> Answer {
        let mut input = goal("YOUTH", "Ride a horse.");
        input["id"] = json!(id);
        input["expectedVersion"] = json!(version);
        input["state"] = json!("PROPOSED");
        for (field, value) in with.as_object().unwrap() {
            input[field] = value.clone();
        }
        let shown = "goal { id version state text allowedMoves }";
        let who = &self.team.specialist;
        self.world.act(who, "planGoalChange", shown, input).await
    }

    /// Adds a step to a goal.
    pub async fn step(&self, goal: &str, with: Value) -> Answer {
        let mut input = json!({ "goal": goal, "text": "Call the stable.", "dueOn": "2026-03-10" });
        for (field, value) in with.as_object().unwrap() {
            input[field] = value.clone();
        }
        let shown = "goal { steps { id version text state dueOn owner { name } ownerName } }";
        let who = &self.team.specialist;
        self.world.act(who, "planStepAdd", shown, input).await
    }
}

/// A goal as it is added.
pub fn goal(owner: &str, what: &str) -> Value {
    json!({
        "domain": "RECREATION_JOY", "text": what, "inYouthWords": false, "owner": owner,
        "agreement": "YOUTH_AGREES",
    })
}
