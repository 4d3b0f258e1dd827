//! Drafts: nothing typed is lost, and nobody else reads it (rule 125).

use serde_json::{Value, json};
use server::access::Role;

use super::desk::{Desk, on_both};
use crate::world::Persona;

const FORM: &str = "contact:new";
const READ: &str = "query($form: String!) { draft(form: $form) { form version savedAt content } }";

async fn save(desk: &Desk, who: &Persona, version: i32, content: &str) -> Value {
    let input = json!({"form": FORM, "version": version, "content": content});
    desk.act(who, "draftSave", input, "draft { version content }")
        .await
}

async fn read(desk: &Desk, who: &Persona) -> Value {
    desk.ask(who, READ, json!({"form": FORM})).await["data"]["draft"].clone()
}

on_both! {
    async fn rule_125_what_was_typed_is_there_again(desk) {
        let fern = desk.person("fern", &[Role::FamilyAdvocacySpecialist]).await;
        assert_eq!(read(&desk, &fern).await, Value::Null);
        let saved = save(&desk, &fern, 0, r#"{"note":"The heron came back."}"#).await;
        assert_eq!(saved, json!({"__typename": "DraftSaveSuccess", "draft": {"version": 1, "content": r#"{"note":"The heron came back."}"#}}));
        desk.later(2);
        assert_eq!(save(&desk, &fern, 1, r#"{"note":"And stayed."}"#).await["draft"]["version"], 2);
        let found = read(&desk, &fern).await;
        assert_eq!(found, json!({"form": FORM, "version": 2, "savedAt": "2026-03-04T15:02:00+00:00", "content": r#"{"note":"And stayed."}"#}));
        for _ in 0..2 {
            let gone = desk.act(&fern, "draftDiscard", json!({"form": FORM}), "done").await;
            assert_eq!(gone, json!({"__typename": "DraftDiscardSuccess", "done": true}));
            assert_eq!(read(&desk, &fern).await, Value::Null);
        }
    }

    async fn a_second_window_is_told_of_the_first(desk) {
        let fern = desk.person("fern", &[Role::FamilyAdvocacySpecialist]).await;
        save(&desk, &fern, 0, r#""here""#).await;
        let stale = save(&desk, &fern, 0, r#""there""#).await;
        assert_eq!((&stale["__typename"], &stale["currentVersion"]), (&json!("ConflictProblem"), &json!(1)));
        assert_eq!(stale["fields"], json!([{"path": ["content"], "yours": r#""there""#, "theirs": r#""here""#}]));
        // One that was discarded meanwhile is begun anew.
        desk.act(&fern, "draftDiscard", json!({"form": FORM}), "done").await;
        assert_eq!(save(&desk, &fern, 1, r#""here""#).await["currentVersion"], 0);
    }

    async fn two_windows_that_begin_at_once_make_one_draft(desk) {
        let fern = desk.person("fern", &[Role::FamilyAdvocacySpecialist]).await;
        let (one, two) = tokio::join!(save(&desk, &fern, 0, r#""one""#), save(&desk, &fern, 0, r#""two""#));
        let mut outcomes = [one["__typename"].as_str(), two["__typename"].as_str()];
        outcomes.sort_unstable();
        assert_eq!(outcomes, [Some("ConflictProblem"), Some("DraftSaveSuccess")], "{one} {two}");
        assert_eq!(read(&desk, &fern).await["version"], 1);
    }

    async fn rule_030_nobody_else_reads_a_draft(desk) {
        let fern = desk.person("fern", &[Role::FamilyAdvocacySpecialist]).await;
        let reed = desk.person("reed", &[Role::Supervisor, Role::Admin, Role::PrivacyOfficer]).await;
        save(&desk, &fern, 0, r#""mine""#).await;
        assert_eq!(read(&desk, &reed).await, Value::Null);
        // The form is free for everybody else.
        assert_eq!(save(&desk, &reed, 0, r#""also mine""#).await["draft"]["version"], 1);
        assert_eq!(read(&desk, &fern).await["content"], r#""mine""#);
    }

    async fn rule_038_a_draft_is_sealed_under_its_writers_key(desk) {
        let fern = desk.person("fern", &[Role::FamilyAdvocacySpecialist]).await;
        save(&desk, &fern, 0, r#""heronpond""#).await;
        let stored = desk.bytes("SELECT content FROM draft").await;
        assert!(!stored[0].windows(9).any(|part| part == b"heronpond"));
        server::app::keys::destroy(&desk.world.app, fern.id).await.unwrap();
        let gone = desk.ask(&fern, READ, json!({"form": FORM})).await;
        assert_eq!(gone["errors"][0]["extensions"]["code"], "INTERNAL", "{gone}");
    }
}
