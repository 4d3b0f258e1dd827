use serde_json::json;
use server::access::Role;

use super::phone::log;
use crate::both;
use crate::world::text;

const DOCUMENT: &str = "query($id: ID!, $contact: ID!) { case(id: $id) { alias contacts { edges { node { note } } } } \
    contacts { edges { node { note } } } node(id: $contact) { id } }";

both! {
    async fn rule_030_contacts_out_of_reach_are_not_there(world) {
        let team = world.team().await;
        let logged = log(&world, &team.advocate, &team.case, json!({ "note": "She has not slept." })).await;
        let variables = json!({ "id": team.case, "contact": text(&logged.done()["contact"]["id"]) });
        let seen = world.ask(&team.specialist, DOCUMENT, variables.clone()).await;
        assert_eq!(seen.data()["contacts"]["edges"], json!([{ "node": { "note": "She has not slept." } }]));
        let colleague = world.person("Otter Elm", &[Role::FamilyAdvocacySpecialist]).await;
        let elsewhere = world.person_of("Brook", "Otter Birch", &[Role::Supervisor]).await;
        for stranger in [&colleague, &elsewhere] {
            let seen = world.ask(stranger, DOCUMENT, variables.clone()).await;
            assert_eq!(seen.data(), &json!({ "case": null, "contacts": { "edges": [] }, "node": null }));
            let refused = log(&world, stranger, &team.case, json!({})).await;
            assert_eq!(refused.problem(), "NotFoundProblem");
        }
    }

    async fn rule_032_a_volunteer_on_the_team_sees_no_contact_and_logs_none(world) {
        let team = world.team().await;
        let logged = log(&world, &team.advocate, &team.case, json!({ "note": "She has not slept." })).await;
        let volunteer = world.person("Robin Moss", &[Role::PeerVolunteer]).await;
        world.assign(&team.supervisor, &team.case, &volunteer, "VOLUNTEER").await;
        let variables = json!({ "id": team.case, "contact": text(&logged.done()["contact"]["id"]) });
        let seen = world.ask(&volunteer, DOCUMENT, variables).await;
        let nothing = json!({
            "case": { "alias": "River", "contacts": { "edges": [] } }, "contacts": { "edges": [] }, "node": null,
        });
        assert_eq!(seen.data(), &nothing);
        let refused = log(&world, &volunteer, &team.case, json!({})).await;
        assert_eq!(refused.problem(), "ForbiddenProblem");
    }
}
