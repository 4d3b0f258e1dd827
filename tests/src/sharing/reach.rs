use serde_json::{Value, json};
use server::access::Role;

use super::desk::{Desk, done};
use crate::both;
use crate::world::text;

both! {
    async fn rule_029_releases_out_of_reach_are_not_there(world) {
        let desk = Desk::new(world).await;
        let release = desk.release(json!({})).await;
        done(&desk.share(json!({})).await);
        let shared = desk.case("disclosures { edges { node { id } } }").await;
        let shared = text(&shared["disclosures"]["edges"][0]["node"]["id"]);
        let document = "query($case: ID!, $ids: [ID!]!) { case(id: $case) { alias releases { edges { node { id } } } \
            disclosures { edges { node { id } } } } nodes(ids: $ids) { id } releasesAsking { id } }";
        let variables = json!({ "case": desk.team.case, "ids": [release, shared] });
        let colleague = desk.world.person("Otter Elm", &[Role::FamilyAdvocacySpecialist]).await;
        let elsewhere = desk.world.person_of("Brook", "Otter Birch", &[Role::Supervisor]).await;
        let nothing = json!({ "case": null, "nodes": [null, null], "releasesAsking": [] });
        for stranger in [&colleague, &elsewhere] {
            let seen = desk.world.ask(stranger, document, variables.clone()).await;
            assert_eq!(seen.data(), &nothing);
            let refused = desk.draft(stranger, json!({})).await;
            assert_eq!(refused.problem(), "NotFoundProblem");
        }
        let volunteer = desk.world.person("Robin Moss", &[Role::PeerVolunteer]).await;
        desk.world.assign(&desk.team.supervisor, &desk.team.case, &volunteer, "VOLUNTEER").await;
        let seen = desk.world.ask(&volunteer, document, variables).await;
        assert_eq!(seen.data(), &json!({
            "case": { "alias": "River", "releases": { "edges": [] }, "disclosures": { "edges": [] } },
            "nodes": [null, null], "releasesAsking": [],
        }));
        assert_eq!(desk.draft(&volunteer, json!({})).await.problem(), "ForbiddenProblem");
    }

    async fn a_retry_is_the_same_release_and_the_same_disclosure(world) {
        let desk = Desk::new(world).await;
        let key = json!({ "clientMutationKey": desk.world.key() });
        let one = desk.draft(&desk.team.specialist, key.clone()).await;
        let two = desk.draft(&desk.team.specialist, key).await;
        assert_eq!(one.done()["release"]["id"], two.done()["release"]["id"]);
        desk.release(json!({})).await;
        let looked = desk.look(json!({}), Value::Null).await;
        let mut input = desk.ask(json!({}));
        input["contentHash"] = looked.data()["disclosurePreview"]["contentHash"].clone();
        input["clientMutationKey"] = json!(desk.world.key());
        let who = &desk.team.specialist;
        let shown = "disclosure { id }";
        let one = desk.world.act(who, "disclosureMake", shown, input.clone()).await;
        let two = desk.world.act(who, "disclosureMake", shown, input).await;
        assert_eq!(one.done()["disclosure"]["id"], two.done()["disclosure"]["id"]);
        assert_eq!(desk.world.number("SELECT count(*) FROM disclosure").await, 1);
    }
}
