use serde_json::json;
use server::access::Role;

use super::desk::Desk;
use crate::both;

both! {
    async fn rule_030_a_plan_out_of_reach_looks_like_one_that_is_not_there(world) {
        let desk = Desk::new(world).await;
        desk.goal("YOUTH", "Ride a horse.").await;
        let colleague = desk.world.person("Otter Elm", &[Role::ResourceSpecialist]).await;
        let elsewhere = desk.world.person_of("Brook", "Otter Birch", &[Role::Supervisor]).await;
        for stranger in [&colleague, &elsewhere] {
            let document = "query($id: ID!) { node(id: $id) { id } }";
            let seen = desk.world.ask(stranger, document, json!({ "id": desk.plan })).await;
            assert_eq!(seen.data()["node"], json!(null));
            let input = json!({ "id": desk.plan, "expectedVersion": 2, "to": "AWAITING_YOUTH_VOICE" });
            let moved = desk.world.act(stranger, "planMove", "plan { id }", input).await;
            let absent = json!({ "id": desk.team.case, "expectedVersion": 2, "to": "AWAITING_YOUTH_VOICE" });
            let nothing = desk.world.act(stranger, "planMove", "plan { id }", absent).await;
            assert_eq!(moved.problem(), "NotFoundProblem");
            assert_eq!(moved.outcome(), nothing.outcome());
            let start = json!({ "case": desk.team.case });
            assert_eq!(desk.world.act(stranger, "planStart", "plan { id }", start).await.problem(), "NotFoundProblem");
        }
    }

    async fn an_advocate_reads_the_plan_and_does_not_change_it(world) {
        let desk = Desk::new(world).await;
        let document = "query($id: ID!) { node(id: $id) { ... on RecoveryPlan { state } } }";
        let seen = desk.world.ask(&desk.team.advocate, document, json!({ "id": desk.plan })).await;
        assert_eq!(seen.data()["node"]["state"], "DRAFT");
        let input = json!({ "id": desk.plan, "expectedVersion": 1, "to": "AWAITING_YOUTH_VOICE" });
        let refused = desk.world.act(&desk.team.advocate, "planMove", "plan { id }", input).await;
        assert_eq!(refused.problem(), "ForbiddenProblem");
        assert_eq!(refused.outcome()["why"], "role_may_not");
    }

    async fn rule_032_a_volunteer_on_the_team_sees_no_plan(world) {
        let desk = Desk::new(world).await;
        desk.goal("YOUTH", "Ride a horse.").await;
        let volunteer = desk.world.person("Robin Moss", &[Role::PeerVolunteer]).await;
        desk.world.assign(&desk.team.supervisor, &desk.team.case, &volunteer, "VOLUNTEER").await;
        let document = "query($id: ID!, $plan: ID!) { case(id: $id) { alias planState plan { id } } node(id: $plan) { id } }";
        let variables = json!({ "id": desk.team.case, "plan": desk.plan });
        let seen = desk.world.ask(&volunteer, document, variables).await;
        let nothing = json!({ "case": { "alias": "River", "planState": null, "plan": null }, "node": null });
        assert_eq!(seen.data(), &nothing);
    }
}
