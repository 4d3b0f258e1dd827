use serde_json::json;

use super::desk::Desk;
use crate::both;
use crate::world::text;
use server::access::Role;

both! {
    async fn rule_073_every_step_has_an_owner_a_day_and_a_state(world) {
        let desk = Desk::new(world).await;
        let goal = desk.goal("YOUTH", "Ride a horse.").await;
        assert_eq!(desk.step(&goal, json!({})).await.wrong(), ["owner REQUIRED"]);
        let two = json!({ "owner": desk.team.advocate.opaque, "ownerName": "Aunt Linden" });
        assert_eq!(desk.step(&goal, two).await.wrong(), ["ownerName NOT_ALLOWED_HERE"]);
        let unknown = json!({ "owner": desk.team.case });
        assert_eq!(desk.step(&goal, unknown).await.wrong(), ["owner UNKNOWN_ID"]);
        let elsewhere = desk.world.person_of("Brook", "Otter Birch", &[Role::ResourceSpecialist]).await;
        assert_eq!(desk.step(&goal, json!({ "owner": elsewhere.opaque })).await.wrong(), ["owner UNKNOWN_ID"]);
        let past = json!({ "ownerName": "Aunt Linden", "dueOn": "2026-03-03" });
        assert_eq!(desk.step(&goal, past).await.wrong(), ["dueOn IN_THE_PAST"]);
        let blank = json!({ "ownerName": "Aunt Linden", "text": " " });
        assert_eq!(desk.step(&goal, blank).await.wrong(), ["text REQUIRED"]);

        desk.step(&goal, json!({ "owner": desk.team.advocate.opaque })).await.done();
        let two = desk.step(&goal, json!({ "ownerName": "Aunt Linden", "dueOn": "2026-03-04" })).await;
        let mut steps = two.done()["goal"]["steps"].clone();
        let id = text(&steps[0]["id"]);
        for step in steps.as_array_mut().unwrap() {
            step.as_object_mut().unwrap().remove("id");
        }
        insta::allow_duplicates! {
            insta::assert_json_snapshot!(steps, @r#"
            [
              {
                "dueOn": "2026-03-04",
                "owner": null,
                "ownerName": "Aunt Linden",
                "state": "TODO",
                "text": "Call the stable.",
                "version": 1
              },
              {
                "dueOn": "2026-03-10",
                "owner": {
                  "name": "Fern Fir"
                },
                "ownerName": null,
                "state": "TODO",
                "text": "Call the stable.",
                "version": 1
              }
            ]
            "#);
        }
        let mut change = json!({
            "id": id, "expectedVersion": 1, "text": "Call the stable.", "ownerName": "Aunt Linden",
            "dueOn": "2026-03-04", "state": "YOUTH_DECLINED_FOR_NOW",
        });
        let shown = "step { version state }";
        let changed = desk.world.act(&desk.team.specialist, "planStepChange", shown, change.clone()).await;
        assert_eq!(changed.done()["step"], json!({ "version": 2, "state": "YOUTH_DECLINED_FOR_NOW" }));
        // A day that has gone by stays as it is, but no other past day takes its place.
        change["expectedVersion"] = json!(2);
        change["dueOn"] = json!("2026-03-01");
        let refused = desk.world.act(&desk.team.specialist, "planStepChange", shown, change).await;
        assert_eq!(refused.wrong(), ["dueOn IN_THE_PAST"]);
    }

    async fn rule_073_a_step_may_link_to_a_referral(world) {
        let desk = Desk::new(world).await;
        let goal = desk.goal("YOUTH", "Ride a horse.").await;
        let added = desk.step(&goal, json!({ "ownerName": "Aunt Linden" })).await;
        let step = text(&added.done()["goal"]["steps"][0]["id"]);
        let curator = desk.world.person("Otter Elm", &[Role::DirectoryCurator]).await;
        let service = json!({
            "name": "Moss Stables", "organizationName": "Moss Hollow", "category": "DROP_IN",
            "description": "Horses and quiet.", "states": ["TX"], "capabilities": [],
            "languages": ["English"], "capacity": "HAS_CAPACITY", "state": "TX",
        });
        let service = desk.world.act(&curator, "serviceRecord", "service { id }", service).await;
        let service = text(&service.done()["service"]["id"]);
        let refer = json!({ "case": desk.team.case, "service": service, "need": "A place to ride.", "step": step, "send": false });
        let shown = "referral { reference step { id text } }";
        let made = desk.world.act(&desk.team.specialist, "referralMake", shown, refer).await;
        let referral = &made.done()["referral"];
        assert_eq!(referral["step"], json!({ "id": step, "text": "Call the stable." }));
        let seen = desk.see("goals { steps { referral { reference state } } }").await;
        let linked = &seen["goals"][0]["steps"][0]["referral"];
        assert_eq!(linked, &json!({ "reference": referral["reference"], "state": "DRAFT" }));
    }
}
