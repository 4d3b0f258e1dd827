use serde_json::{Value, json};

use super::desk::Desk;
use crate::both;

async fn versions(desk: &Desk) -> Vec<Value> {
    let fields = "versions { number frozenAt frozenBy { name } content contentHash }";
    let seen = desk.see(fields).await;
    seen["versions"].as_array().unwrap().clone()
}

both! {
    async fn rule_071_each_activation_freezes_what_was_agreed_on(world) {
        let desk = Desk::new(world).await;
        let goal = desk.goal("YOUTH", "Ride a horse.").await;
        desk.step(&goal, json!({ "ownerName": "Aunt Linden" })).await.done();
        assert!(versions(&desk).await.is_empty());
        desk.active().await;
        let first = versions(&desk).await;
        assert_eq!(first.len(), 1);
        assert_eq!(first[0]["frozenBy"]["name"], "Wren Cedar");
        assert_eq!(first[0]["number"], desk.version().await);
        assert_eq!(first[0]["contentHash"].as_str().unwrap().len(), 64);
        let content: Value = serde_json::from_str(first[0]["content"].as_str().unwrap()).unwrap();
        assert_eq!(content["voice"]["words"], "I want to draw again.");
        assert_eq!(content["strengths"][0]["text"], "Draws birds from memory.");
        assert_eq!(content["goals"][0]["agreement"], "youth_agrees");
        assert_eq!(content["goals"][0]["steps"][0]["owner_name"], "Aunt Linden");

        let met = json!({ "state": "IN_PROGRESS", "text": "Ride a horse by the sea." });
        desk.change_goal(&goal, 1, met).await.done();
        desk.go("UNDER_REVIEW").await.done();
        assert_eq!(versions(&desk).await, first);
        desk.go("ACTIVE").await.done();
        let both = versions(&desk).await;
        assert_eq!(both.len(), 2);
        assert_eq!(both[0], first[0]);
        assert_ne!(both[1]["contentHash"], both[0]["contentHash"]);
        let content: Value = serde_json::from_str(both[1]["content"].as_str().unwrap()).unwrap();
        assert_eq!(content["goals"][0]["text"], "Ride a horse by the sea.");
    }

    async fn rule_071_what_is_frozen_cannot_be_changed_nor_read_past_the_server(world) {
        let desk = Desk::new(world).await;
        desk.active().await;
        use sea_orm::ConnectionTrait;
        let db = desk.world.sql().await;
        for change in ["UPDATE plan_version SET number = 9", "DELETE FROM plan_version"] {
            assert!(db.execute_unprepared(change).await.is_err(), "{change}");
        }
        let stored = "SELECT snapshot FROM plan_version";
        let row = db
            .query_one_raw(sea_orm::Statement::from_string(db.get_database_backend(), stored))
            .await
            .unwrap()
            .unwrap();
        let sealed: Vec<u8> = row.try_get_by_index(0).unwrap();
        let canary = b"draw again";
        assert!(!sealed.windows(canary.len()).any(|part| part == canary));
    }

    async fn rule_071_why_a_plan_moved_is_kept_with_who_and_when(world) {
        let desk = Desk::new(world).await;
        desk.active().await;
        let why = json!({ "to": "PAUSED", "note": "Asked for a quiet week." });
        desk.act("planMove", why).await.done();
        let document = "query($id: ID!) { case(id: $id) { history(first: 50) \
            { edges { node { act outcome reason actor { name } } } } } }";
        let history = desk
            .world
            .ask(&desk.team.supervisor, document, json!({ "id": desk.team.case }))
            .await;
        let entries = history.data()["case"]["history"]["edges"].as_array().unwrap();
        let told: Vec<_> = entries
            .iter()
            .map(|entry| &entry["node"])
            .filter(|entry| !entry["reason"].is_null())
            .collect();
        let actor = json!({ "name": "Wren Cedar" });
        let kept = json!({ "act": "PLAN_EDIT", "outcome": "DONE", "reason": "Asked for a quiet week.", "actor": actor });
        assert_eq!(told, [&kept]);
    }
}
