use serde_json::json;
use server::access::Role;

use super::notes::{added, observation, record, seen};
use crate::both;
use crate::world::text;

const FIELDS: &str = "observations { edges { node { narrative } } } screenings { id } reportsMade { id } traffickingTypes { id }";

both! {
    async fn rule_032_volunteers_and_those_without_a_part_see_none_of_it_and_write_none(world) {
        let team = world.team().await;
        let made = record(&world, &team.advocate, &team.case, json!({})).await.done()["observation"]["id"].clone();
        let volunteer = world.person("Robin Moss", &[Role::PeerVolunteer]).await;
        world.assign(&team.supervisor, &team.case, &volunteer, "VOLUNTEER").await;
        let nothing = json!({ "observations": { "edges": [] }, "screenings": [], "reportsMade": [], "traffickingTypes": [] });
        assert_eq!(seen(&world, &volunteer, &team.case, FIELDS).await, nothing);
        let refused = record(&world, &volunteer, &team.case, json!({})).await;
        assert_eq!(refused.problem(), "ForbiddenProblem");
        let node = "query($id: ID!) { node(id: $id) { id } }";
        let mut strangers = vec![volunteer];
        for (org, role) in [("Meadow", Role::Analyst), ("Meadow", Role::ExpertConsultant), ("Meadow", Role::ResourceSpecialist), ("Brook", Role::Supervisor)] {
            let stranger = world.person_of(org, &format!("Otter {}", role.code().replace('_', "-")), &[role]).await;
            // Rules 29, 30, 33, 34: as if there were no such case.
            assert_eq!(seen(&world, &stranger, &team.case, FIELDS).await, json!(null), "{role:?}");
            assert_eq!(record(&world, &stranger, &team.case, json!({})).await.problem(), "NotFoundProblem");
            strangers.push(stranger);
        }
        for who in &strangers {
            assert_eq!(world.ask(who, node, json!({ "id": made })).await.data()["node"], json!(null));
            let input = added(observation(json!({ "id": text(&made), "expectedVersion": 1, "reason": "So." })), json!({}));
            assert_eq!(world.act(who, "observationCorrect", "observation { id }", input).await.problem(), "NotFoundProblem");
        }
    }
}
