use serde_json::json;
use server::access::Role;

use super::desk::Desk;
use crate::both;

both! {
    async fn rule_030_times_away_and_clocks_are_for_the_team(world) {
        let desk = Desk::new(world).await;
        let episode = desk.open(json!({ "known": "Left through the garden." })).await;
        let clock = desk.clock("missing_le").await;
        let volunteer = desk.world.person("Heath Moss", &[Role::PeerVolunteer]).await;
        desk.world.assign(&desk.team.supervisor, &desk.team.case, &volunteer, "VOLUNTEER").await;
        let colleague = desk.world.person("Linden Moss", &[Role::ResourceSpecialist]).await;
        let document = "query($case: ID!, $episode: ID!, $clock: ID!) {
            case(id: $case) { whereabouts carePrompt episodes { edges { node { id } } } runningClocks { id } }
            episode: node(id: $episode) { id } clock: node(id: $clock) { id } }";
        let ids = json!({ "case": desk.team.case, "episode": episode, "clock": clock["id"] });
        let seen = desk.world.ask(&volunteer, document, ids.clone()).await;
        let nothing = json!({ "whereabouts": null, "carePrompt": null, "episodes": { "edges": [] }, "runningClocks": [] });
        assert_eq!(seen.data(), &json!({ "case": nothing, "episode": null, "clock": null }));
        let seen = desk.world.ask(&colleague, document, ids.clone()).await;
        assert_eq!(seen.data(), &json!({ "case": null, "episode": null, "clock": null }));
        let seen = desk.world.ask(&desk.team.advocate, document, ids).await;
        assert_eq!(seen.data()["case"]["whereabouts"], "MISSING");
        assert_eq!(seen.data()["clock"]["id"], clock["id"]);
        let told = desk.world.ask(&volunteer, "{ clocks { edges { node { id } } } }", json!({})).await;
        assert_eq!(told.codes(), ["FORBIDDEN"]);
    }

    async fn rule_054_an_advocate_writes_down_what_was_told_and_does_not_lead(world) {
        let desk = Desk::new(world).await;
        let episode = desk.open(json!({})).await;
        let advocate = &desk.team.advocate;
        let input = json!({ "case": desk.team.case, "type": "ENDANGERED_RUNAWAY", "whereabouts": "MISSING" });
        let opened = desk.world.act(advocate, "episodeOpen", "episode { id }", input).await;
        assert_eq!(opened.problem(), "ForbiddenProblem");
        desk.back(&episode, json!({})).await.done();
        let said = json!({ "episode": episode, "answer": "ANSWERED", "youthWords": "I missed her." });
        desk.world.act(advocate, "returnConversationRecord", "conversation { youthWords }", said).await.done();
    }

    async fn what_is_told_is_sealed(world) {
        let desk = Desk::new(world).await;
        let episode = desk.open(json!({ "known": "Left through the garden.", "lastSeenPlace": "The mill pond" })).await;
        desk.tell(&episode, "LAW_ENFORCEMENT", json!({})).await.done();
        for (table, column) in [("missing_episode", "known"), ("missing_report", "last_seen_place"), ("notice", "person"), ("notice", "reference")] {
            let plain = format!("SELECT count(*) FROM {table} WHERE {column} IS NOT NULL AND length({column}) > 30");
            assert!(desk.world.number(&plain).await > 0, "{table}.{column} is there, and longer than what was told");
        }
    }
}
