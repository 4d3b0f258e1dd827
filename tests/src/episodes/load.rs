use chrono::Duration;
use serde_json::json;
use server::clocks::{Loaded, load};
use server::error::Refusal;
use uuid::Uuid;

use super::desk::{Asked, Desk, IN_CARE};
use crate::both;

/// A definition of an organisation's own.
fn own(
    code: &str,
    jurisdiction: &str,
    trigger: &str,
    amount: i32,
    unit: &str,
    applies: &str,
) -> String {
    format!(
        "[[clock]]\ncode = \"{code}\"\njurisdiction = \"{jurisdiction}\"\ntitle = {{ en = \"Our own step\", es = \"Paso propio\" }}\n\
         trigger = \"{trigger}\"\namount = {amount}\nunit = \"{unit}\"\napplies = \"{applies}\"\n"
    )
}

async fn loaded(desk: &Desk, text: &str) -> Loaded {
    let request = Uuid::from_u128(9);
    load(&desk.world.app, "Meadow", text, request)
        .await
        .unwrap()
}

async fn refused(desk: &Desk, text: &str) -> String {
    let request = Uuid::from_u128(9);
    match load(&desk.world.app, "Meadow", text, request).await {
        Err(Refusal::Invalid(wrong)) => wrong[0].message.clone(),
        other => panic!("{other:?}"),
    }
}

both! {
    async fn rule_046_a_definition_is_added_as_data_and_changes_new_clocks_only(world) {
        let mut desk = Desk::with(world, Asked { state: "OR", ..IN_CARE }).await;
        let first = desk.open(json!({})).await;
        assert_eq!(desk.clocks().await.len(), 3);
        let text = own("missing_le", "US", "missing_info_received", 6, "elapsed_hours", "state_care_or_recommended")
            + &own("or_team_call", "OR", "missing_info_received", 2, "business_days", "all");
        assert_eq!(loaded(&desk, &text).await, Loaded { new: 2, same: 0 });
        // What runs, runs by what it was made by.
        assert_eq!(desk.clock("missing_le").await["dueAt"], "2026-03-05T15:00:00+00:00");
        desk.back(&first, json!({})).await.done();
        desk.later(Duration::hours(1)).await;
        desk.open(json!({})).await;
        let clock = desk.clocks().await.into_iter().find(|clock| clock["code"] == "missing_le" && clock["definitionVersion"] == 2).unwrap();
        assert_eq!(clock["dueAt"], "2026-03-04T22:00:00+00:00");
        // The same wall time two business days on.
        assert_eq!(desk.clock("or_team_call").await["dueAt"], "2026-03-06T16:00:00+00:00");
        assert_eq!(loaded(&desk, &text).await, Loaded { new: 0, same: 2 });
        let retired = text.replace("applies = \"all\"", "applies = \"all\"\nretired = true");
        assert_eq!(loaded(&desk, &retired).await, Loaded { new: 1, same: 1 });
    }

    async fn rule_048_an_own_definition_cannot_loosen_the_law(world) {
        let desk = Desk::new(world).await;
        for (what, text) in [
            ("longer", own("missing_le", "US", "missing_info_received", 48, "elapsed_hours", "state_care_or_recommended")),
            ("longer in a state", own("missing_le", "TX", "missing_info_received", 48, "elapsed_hours", "all")),
            ("of fewer", own("missing_ncmec", "US", "missing_info_received", 24, "elapsed_hours", "interstate")),
            ("other days", own("court_notice", "TX", "missing_info_received", 1, "business_days", "state_care")),
        ] {
            assert!(refused(&desk, &text).await.contains("the law of"), "{what}");
        }
        // What is practice can be made longer.
        let practice = own("return_conversation", "US", "recovery", 48, "elapsed_hours", "all");
        assert_eq!(loaded(&desk, &practice).await.new, 1);
        let episode = desk.open(json!({})).await;
        desk.back(&episode, json!({})).await.done();
        assert_eq!(desk.clock("return_conversation").await["dueAt"], "2026-03-06T15:00:00+00:00");
    }

    async fn rule_058_a_jurisdiction_may_say_that_known_whereabouts_count_as_missing(world) {
        let desk = Desk::with(world, Asked { state: "CA", ..IN_CARE }).await;
        let text = own("missing_le", "CA", "missing_info_received", 24, "elapsed_hours", "state_care_or_recommended") + "location_known = true\n";
        loaded(&desk, &text).await;
        desk.open(json!({ "whereabouts": "AWAY_KNOWN_LOCATION" })).await;
        assert_eq!(desk.standing().await, ["missing_le NOT_DUE"]);
    }

    async fn rule_046_a_file_that_cannot_be_meant_changes_nothing(world) {
        let desk = Desk::new(world).await;
        assert!(refused(&desk, "clock = 3").await.contains("not as it should be"));
        assert!(refused(&desk, "version = 3").await.contains("what ships"));
        let twice = own("a_step", "TX", "recovery", 1, "elapsed_hours", "all").repeat(2);
        assert!(refused(&desk, &twice).await.contains("twice"));
        let nobody = load(&desk.world.app, "Nobody", "official = true", Uuid::from_u128(9)).await;
        assert!(matches!(nobody, Err(Refusal::NotFound)));
        assert_eq!(desk.world.number("SELECT count(*) FROM clock_definition").await, 0);
    }

    async fn rule_046_an_offices_zone_and_days_off_move_its_business_days(world) {
        let desk = Desk::with(world, Asked { state: "NV", ..IN_CARE }).await;
        loaded(&desk, "zone = \"America/New_York\"\ndays_off = [\"2026-03-05\"]").await;
        desk.open(json!({})).await;
        assert_eq!(desk.clock("nv_written_notice").await["dueAt"], "2026-03-06T15:00:00+00:00");
        assert_eq!(desk.world.number("SELECT count(*) FROM audit_entry WHERE act = 'clocks_load'").await, 1);
    }
}
