//! A team with a case, a caregiver, and two services to share with.

use serde_json::{Value, json};
use server::access::Role;

use crate::world::{Answer, Persona, Team, World, text};

/// A case about which something may be shared.
pub struct Desk {
    pub world: World,
    pub team: Team,
    /// The young person, born in April 2011.
    pub child: String,
    pub grandmother: String,
    /// Fern House of Moss Hollow.
    pub service: String,
    /// Another house of the same organisation.
    pub sibling: String,
}

impl Desk {
    pub async fn new(world: World) -> Self {
        let team = world.team().await;
        let curator = world.person("Moss Vale", &[Role::DirectoryCurator]).await;
        let mut services = Vec::new();
        for name in ["Fern House", "Fern Annex"] {
            let input = json!({
                "name": name, "organizationName": "Moss Hollow", "category": "EMERGENCY_SHELTER", "description": "Warm meals",
                "states": ["TX"], "capabilities": [], "languages": ["English"], "capacity": "HAS_CAPACITY", "state": "TX",
                "email": if name == "Fern House" { json!("office@fern.example") } else { Value::Null },
            });
            let made = world
                .act(&curator, "serviceRecord", "service { id }", input)
                .await;
            services.push(text(&made.done()["service"]["id"]));
        }
        let grandmother = caregiver(&world, &team, "Juniper Reed").await;
        let document = "query($id: ID!) { case(id: $id) { people { id role } } }";
        let seen = world
            .ask(&team.specialist, document, json!({ "id": team.case }))
            .await;
        let people = seen.data()["case"]["people"].as_array().unwrap().clone();
        let child = people.iter().find(|one| one["role"] == "CHILD").unwrap();
        let [service, sibling] = services.try_into().unwrap();
        Self {
            child: text(&child["id"]),
            world,
            team,
            grandmother,
            service,
            sibling,
        }
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

    /// A draft that lacks nothing, with what is other.
    pub async fn draft(&self, who: &Persona, with: Value) -> Answer {
        let input = json!({
            "case": self.team.case, "person": self.child, "recipient": self.service, "categories": ["IDENTITY", "FAMILY"],
            "purpose": "REFERRAL", "methods": ["PAPER", "VERBAL"], "explainedHow": "Read together, line by line.",
            "explainedLanguage": "English", "consequencesExplained": true, "servicesDoNotDepend": true,
            "signerPolicy": "MINOR_AND_PARENT",
        });
        let shown = "release { id status startsAt expiresAt signersMissing prompts }";
        self.world
            .act(who, "releaseDraft", shown, added(input, with))
            .await
    }

    /// Somebody's name under a release.
    pub async fn sign(&self, release: &str, signer: &str, capacity: &str, with: Value) -> Answer {
        let input = json!({ "id": release, "signer": signer, "capacity": capacity, "witness": "Wren Cedar" });
        let shown =
            "release { id status signersMissing prompts signatures { capacity signer { name } } }";
        let who = &self.team.specialist;
        self.world
            .act(who, "releaseSign", shown, added(input, with))
            .await
    }

    /// A release that the young person and her grandmother have signed.
    pub async fn release(&self, with: Value) -> String {
        let drafted = self.draft(&self.team.supervisor, with).await;
        let id = text(&drafted.done()["release"]["id"]);
        self.sign(&id, &self.child, "MINOR", json!({})).await.done();
        let signed = self
            .sign(&id, &self.grandmother, "PARENT_GUARDIAN", json!({}))
            .await;
        signed.done();
        id
    }

    pub async fn withdraw(&self, release: &str) -> Answer {
        let input = json!({ "id": release, "how": "ORAL", "words": "She said so on the phone." });
        let who = &self.team.advocate;
        self.world
            .act(
                who,
                "releaseWithdraw",
                "release { status withdrawnHow withdrawnWords withdrawnBy { name } }",
                input,
            )
            .await
    }

    /// What is to be shared, with what is other.
    pub fn ask(&self, with: Value) -> Value {
        let input = json!({
            "case": self.team.case, "person": self.child, "recipient": self.service, "categories": ["IDENTITY"],
            "purpose": "REFERRAL", "method": "PAPER",
        });
        added(input, with)
    }

    /// Looks at what would be shared by consent, as somebody else.
    pub async fn look_as(&self, who: &Persona, with: Value) -> Answer {
        let document = "query($input: DisclosurePreviewInput!) { disclosurePreview(input: $input) { contentHash refusal } }";
        self.world
            .ask(who, document, json!({ "input": self.ask(with) }))
            .await
    }

    /// Looks at what would be shared.
    pub async fn look(&self, with: Value, without: Value) -> Answer {
        let document = "query($input: DisclosurePreviewInput!, $without: DisclosureWithoutConsentInput) { \
            disclosurePreview(input: $input, without: $without) { contentHash refusal release { id } \
            content { recipientName notice releaseCopy parts { category lines { field text } } } } }";
        let who = &self.team.supervisor;
        let variables = json!({ "input": self.ask(with), "without": without });
        self.world.ask(who, document, variables).await
    }

    /// Looks, and shares what was shown: the answer's outcome.
    pub async fn share(&self, with: Value) -> Value {
        let looked = self.look(with.clone(), Value::Null).await;
        let hash = looked.data()["disclosurePreview"]["contentHash"].clone();
        self.share_as(&hash, with).await
    }

    /// Shares what has this hash.
    pub async fn share_as(&self, hash: &Value, with: Value) -> Value {
        let mut input = self.ask(with);
        input["contentHash"] = hash.clone();
        self.sent("disclosureMake", &self.team.specialist, input)
            .await
    }

    /// Another supervisor of the organisation: the id, as the API has it.
    pub async fn approver(&self) -> String {
        let other = self.world.person("Cedar Vale", &[Role::Supervisor]).await;
        self.user(&other).await
    }

    /// Somebody's id, as the API has it.
    pub async fn user(&self, who: &Persona) -> String {
        let answer = self
            .world
            .ask(who, "{ viewer { user { id } } }", json!({}))
            .await;
        text(&answer.data()["viewer"]["user"]["id"])
    }

    /// Looks, and shares without consent.
    pub async fn compel(&self, who: &Persona, with: Value, without: Value) -> Value {
        let looked = self.look(with.clone(), without.clone()).await;
        let mut input = added(self.ask(with), without);
        input["contentHash"] = looked.data()["disclosurePreview"]["contentHash"].clone();
        self.sent("disclosureCompel", who, input).await
    }

    async fn sent(&self, field: &str, who: &Persona, mut input: Value) -> Value {
        input["clientMutationKey"] = json!(self.world.key());
        let pascal = field[..1].to_uppercase() + &field[1..];
        let document = format!(
            "mutation($input: {pascal}Input!) {{ {field}(input: $input) {{ __typename \
             ... on {pascal}Success {{ disclosure {{ id basis }} }} ... on DisclosureRefusedProblem {{ refusal }} \
             ... on ValidationProblem {{ fields {{ path code }} }} ... on Problem {{ code }} }} }}"
        );
        let answer = self
            .world
            .ask(who, &document, json!({ "input": input }))
            .await;
        answer.data()[field].clone()
    }

    /// Fields of the case.
    pub async fn case(&self, fields: &str) -> Value {
        let document = format!("query($id: ID!) {{ case(id: $id) {{ {fields} }} }}");
        let id = json!({ "id": self.team.case });
        let answer = self.world.ask(&self.team.supervisor, &document, id).await;
        answer.data()["case"].clone()
    }
}

/// Somebody who cares for the young person.
pub async fn caregiver(world: &World, team: &Team, name: &str) -> String {
    let input = json!({ "case": team.case, "role": "CAREGIVER", "name": name, "relation": "grandmother", "safeToContact": false });
    let made = world
        .act(&team.supervisor, "casePersonAdd", "person { id }", input)
        .await;
    text(&made.done()["person"]["id"])
}

/// One object over another.
pub fn added(mut input: Value, with: Value) -> Value {
    if let Some(fields) = with.as_object() {
        for (field, value) in fields {
            input[field] = value.clone();
        }
    }
    input
}

/// The one code of a refusal.
pub fn code(outcome: &Value) -> &str {
    assert_eq!(
        outcome["__typename"], "DisclosureRefusedProblem",
        "{outcome:#}"
    );
    assert_eq!(outcome["code"], "NOT_SHARED");
    outcome["refusal"].as_str().unwrap()
}

/// That it was shared.
pub fn done(outcome: &Value) {
    assert!(
        outcome["__typename"].as_str().unwrap().ends_with("Success"),
        "{outcome:#}"
    );
}
