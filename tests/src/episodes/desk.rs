//! A team with a case, as it has it on the desk when somebody is missing.

use chrono::Duration;
use serde_json::{Value, json};
use server::access::Role;

use crate::world::{Answer, Persona, Team, World, text};

/// What is asked of a clock.
pub const CLOCK: &str =
    "id version code status dueAt startedAt recommended party jurisdiction definitionVersion";

/// A team and its case.
pub struct Desk {
    pub world: World,
    pub team: Team,
}

/// A case, as it is asked for.
pub struct Asked<'a> {
    pub state: &'a str,
    pub custody: &'a str,
    pub kind: &'a str,
}

/// A case in Texas of a child in the care of the state, asked for by its worker.
pub const IN_CARE: Asked<'static> = Asked {
    state: "TX",
    custody: "STATE_CHILD_WELFARE",
    kind: "CHILD_WELFARE_WORKER",
};

impl Desk {
    /// A team with a case of somebody in the care of the state of Texas.
    pub async fn new(world: World) -> Self {
        Self::with(world, IN_CARE).await
    }

    /// A team with a case.
    pub async fn with(world: World, asked: Asked<'_>) -> Self {
        let supervisor = world.person("Sage Alder", &[Role::Supervisor]).await;
        let specialist = world
            .person("Wren Cedar", &[Role::ResourceSpecialist])
            .await;
        let advocate = world
            .person("Fern Fir", &[Role::FamilyAdvocacySpecialist])
            .await;
        let case = open(&world, &supervisor, "River", asked).await;
        let team = Team {
            supervisor,
            specialist,
            advocate,
            case,
        };
        for (who, role) in [
            (&team.specialist, "RESOURCE_SPECIALIST"),
            (&team.advocate, "FAMILY_ADVOCATE"),
        ] {
            world.assign(&team.supervisor, &team.case, who, role).await;
        }
        Self { world, team }
    }

    /// Time goes by, and everybody signs in anew.
    pub async fn later(&mut self, by: Duration) {
        self.world.later(by);
        self.team.supervisor = self.world.again(&self.team.supervisor).await;
        self.team.specialist = self.world.again(&self.team.specialist).await;
        self.team.advocate = self.world.again(&self.team.advocate).await;
    }

    /// Does something as the specialist.
    pub async fn act(&self, mutation: &str, shown: &str, input: Value) -> Answer {
        self.world
            .act(&self.team.specialist, mutation, shown, input)
            .await
    }

    /// Opens a time away; `with` is added to the input.
    pub async fn try_open(&self, with: Value) -> Answer {
        let input = json!({ "case": self.team.case, "type": "ENDANGERED_RUNAWAY", "whereabouts": "MISSING" });
        self.act(
            "episodeOpen",
            "episode { id version report { id } }",
            merged(input, with),
        )
        .await
    }

    /// Opens a time away; returns its id.
    pub async fn open(&self, with: Value) -> String {
        text(&self.try_open(with).await.done()["episode"]["id"])
    }

    /// Asks about an episode as the specialist.
    pub async fn episode(&self, id: &str, fields: &str) -> Value {
        let document = format!(
            "query($id: ID!) {{ node(id: $id) {{ ... on MissingEpisode {{ {fields} }} }} }}"
        );
        let answer = self
            .world
            .ask(&self.team.specialist, &document, json!({ "id": id }))
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

    /// All clocks of the case, by code.
    pub async fn clocks(&self) -> Vec<Value> {
        let all = "[NOT_DUE, DUE_SOON, OVERDUE, MET, MET_LATE, WAIVED, NOT_APPLICABLE]";
        let document = format!(
            "query($id: ID!) {{ clocks(first: 100, filter: {{ case: $id, status: {all} }}) {{ edges {{ node {{ {CLOCK} }} }} }} }}"
        );
        let id = json!({ "id": self.team.case });
        let answer = self.world.ask(&self.team.specialist, &document, id).await;
        let edges = answer.data()["clocks"]["edges"].as_array().unwrap().clone();
        let mut clocks: Vec<Value> = edges.iter().map(|edge| edge["node"].clone()).collect();
        clocks.sort_by_key(|clock| (text(&clock["code"]), text(&clock["dueAt"])));
        clocks
    }

    /// The codes of all clocks of the case, with how they stand.
    pub async fn standing(&self) -> Vec<String> {
        let clocks = self.clocks().await;
        let told = |clock: &Value| format!("{} {}", text(&clock["code"]), text(&clock["status"]));
        clocks.iter().map(told).collect()
    }

    /// The newest clock of a code.
    pub async fn clock(&self, code: &str) -> Value {
        let clocks = self.clocks().await;
        let mut found = clocks.into_iter().filter(|clock| clock["code"] == code);
        found.next_back().unwrap_or_else(|| panic!("no {code}"))
    }

    /// How the newest clock of a code stands.
    pub async fn status(&self, code: &str) -> String {
        text(&self.clock(code).await["status"])
    }

    /// Ends a clock with evidence.
    pub async fn meet(&self, clock: &Value, with: Value) -> Answer {
        let input = json!({
            "id": clock["id"], "expectedVersion": clock["version"], "agency": "Example County Sheriff",
            "personSpokenTo": "Deputy Larch, badge 14", "reference": "EC-0042",
        });
        let shown = format!(
            "clock {{ {CLOCK} metAt endedAt backDated agency personSpokenTo reference endedBy {{ name }} }}"
        );
        self.act("clockMeet", &shown, merged(input, with)).await
    }

    /// Records that somebody was told.
    pub async fn tell(&self, episode: &str, party: &str, with: Value) -> Answer {
        let input = json!({
            "case": self.team.case, "episode": episode, "party": party, "method": "PHONE",
            "agency": "Example County Sheriff", "personSpokenTo": "Deputy Larch, badge 14", "reference": "EC-0042",
        });
        let shown = "notice { id party at recordedAt backDated agency personSpokenTo reference askedNotToRevealCare }";
        self.act("noticeRecord", shown, merged(input, with)).await
    }

    /// Does something to the episode itself, from its present version.
    pub async fn follow(&self, episode: &str, mutation: &str, with: Value) -> Answer {
        let version = self.episode(episode, "version").await["version"].clone();
        let input = json!({ "id": episode, "expectedVersion": version });
        self.act(
            mutation,
            "episode { id version whereabouts recoveredAt closedAt stillOpen }",
            merged(input, with),
        )
        .await
    }

    /// Records that somebody is back.
    pub async fn back(&self, episode: &str, with: Value) -> Answer {
        let how = json!({ "how": "RECOVERED" });
        self.follow(episode, "recoveryRecord", merged(how, with))
            .await
    }

    /// Records a conversation.
    pub async fn talk(&self, episode: &str, with: Value) -> Answer {
        let input = json!({ "episode": episode, "answer": "ANSWERED" });
        let shown = "conversation { id answer factors factorsAnswer experiences experiencesAnswer youthWords reOfferOn }";
        self.act("returnConversationRecord", shown, merged(input, with))
            .await
    }
}

/// Opens a case.
pub async fn open(world: &World, supervisor: &Persona, alias: &str, asked: Asked<'_>) -> String {
    let input = json!({
        "requesterKind": asked.kind, "requesterName": "Hazel Brook", "jurisdiction": asked.state,
        "urgency": "URGENT", "topics": ["RETURN_CONVERSATION"], "situation": "Has not been seen since noon.",
    });
    let made = world
        .act(supervisor, "requestRecord", "request { id version }", input)
        .await;
    let request = made.done()["request"].clone();
    let input = json!({
        "id": request["id"], "expectedVersion": request["version"], "alias": alias, "legalCustody": asked.custody,
    });
    let opened = world
        .act(supervisor, "requestOpenCase", "case { id }", input)
        .await;
    text(&opened.done()["case"]["id"])
}

/// `one`, with the fields of `other` in place of its own.
pub fn merged(mut one: Value, other: Value) -> Value {
    for (field, value) in other.as_object().unwrap() {
        one[field] = value.clone();
    }
    one
}
