//! The beginnings that many tests share, told through the API.

use serde_json::{Value, json};
use server::access::Role;

use super::{Persona, World};

impl World {
    /// A request for help from a child-welfare worker; returns its id and version.
    pub async fn request(&self, who: &Persona) -> (String, i64) {
        let input = json!({
            "requesterKind": "CHILD_WELFARE_WORKER", "requesterName": "Hazel Brook", "requesterPhone": "(555) 010-0147",
            "jurisdiction": "TX", "urgency": "CHILD_JUST_FOUND", "topics": ["IMMEDIATE_RECOVERY_PLAN"],
            "situation": "Found an hour ago after leaving foster care.",
        });
        let answer = self
            .act(who, "requestRecord", "request { id version }", input)
            .await;
        let request = &answer.done()["request"];
        (text(&request["id"]), request["version"].as_i64().unwrap())
    }

    /// A case opened by a supervisor under `alias`; returns its id.
    pub async fn case(&self, supervisor: &Persona, alias: &str) -> String {
        let (id, version) = self.request(supervisor).await;
        let input = json!({
            "id": id, "expectedVersion": version, "alias": alias, "legalName": "Willow Fernleaf",
            "birthDate": "2011-04", "legalCustody": "STATE_CHILD_WELFARE", "summary": "Left foster care three weeks ago.",
        });
        let answer = self
            .act(supervisor, "requestOpenCase", "case { id }", input)
            .await;
        text(&answer.done()["case"]["id"])
    }

    /// Puts somebody on a case's team.
    pub async fn assign(&self, supervisor: &Persona, case: &str, who: &Persona, role: &str) {
        let version = self.case_version(supervisor, case).await;
        let input =
            json!({ "id": case, "expectedVersion": version, "user": who.opaque, "role": role });
        self.act(supervisor, "caseAssign", "case { id }", input)
            .await
            .done();
    }

    /// The case's version now.
    pub async fn case_version(&self, who: &Persona, case: &str) -> i64 {
        let answer = self
            .ask(
                who,
                "query($id: ID!) { case(id: $id) { version } }",
                json!({ "id": case }),
            )
            .await;
        answer.data()["case"]["version"].as_i64().unwrap()
    }

    /// A supervisor, a specialist and an advocate with one case between them.
    pub async fn team(&self) -> Team {
        let supervisor = self.person("Sage Alder", &[Role::Supervisor]).await;
        let specialist = self.person("Wren Cedar", &[Role::ResourceSpecialist]).await;
        let advocate = self
            .person("Fern Fir", &[Role::FamilyAdvocacySpecialist])
            .await;
        let case = self.case(&supervisor, "River").await;
        self.assign(&supervisor, &case, &specialist, "RESOURCE_SPECIALIST")
            .await;
        self.assign(&supervisor, &case, &advocate, "FAMILY_ADVOCATE")
            .await;
        Team {
            supervisor,
            specialist,
            advocate,
            case,
        }
    }
}

/// A case and those who work on it.
pub struct Team {
    pub supervisor: Persona,
    pub specialist: Persona,
    pub advocate: Persona,
    /// The case's opaque id.
    pub case: String,
}

/// A string of an answer.
pub fn text(value: &Value) -> String {
    value
        .as_str()
        .unwrap_or_else(|| panic!("not a string: {value}"))
        .to_owned()
}
