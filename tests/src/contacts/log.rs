use serde_json::json;

use super::phone::{board, contact, grandmother, log};
use crate::both;
use crate::world::text;

/// The crises in which somebody is in danger (rule 113).
const DANGER: &[&str] = &[
    "TRAFFICKER_AT_LOCATION",
    "THREAT_TO_FAMILY",
    "SUICIDAL_STATEMENT_CHILD",
    "SUICIDAL_STATEMENT_CAREGIVER",
    "SELF_HARM",
    "OVERDOSE",
    "VIOLENCE_AT_HOME",
];

both! {
    async fn rule_102_a_contact_keeps_who_how_what_and_by_whom(world) {
        let team = world.team().await;
        let person = grandmother(&world, &team).await;
        let mut input = contact(&team.case);
        for (field, value) in json!({
            "person": person, "occurredAt": "2026-03-04T14:30:00Z", "direction": "IN", "type": "CRISIS_INTERVENTION",
            "minutes": 25, "needs": ["TRANSPORT", "FOOD", "FOOD"], "crises": ["GRIEF", "SUICIDAL_STATEMENT_CAREGIVER"],
            "crisisAction": "Stayed on the line until the neighbour came.", "note": "She has not slept.",
            "agreed": "We call on Friday morning.", "nextContactOn": "2026-03-06",
        }).as_object().unwrap() {
            input[field] = value.clone();
        }
        let shown = "contact { case { alias } occurredAt recordedAt person { name } channel direction outcome type minutes \
            needs crises crisisAction note agreed nextContactOn loggedBy { name } }";
        let logged = world.act(&team.advocate, "contactLog", shown, input).await;
        insta::allow_duplicates! {
            insta::assert_json_snapshot!(logged.done()["contact"], @r#"
            {
              "agreed": "We call on Friday morning.",
              "case": {
                "alias": "River"
              },
              "channel": "PHONE",
              "crises": [
                "SUICIDAL_STATEMENT_CAREGIVER",
                "GRIEF"
              ],
              "crisisAction": "Stayed on the line until the neighbour came.",
              "direction": "IN",
              "loggedBy": {
                "name": "Fern Fir"
              },
              "minutes": 25,
              "needs": [
                "TRANSPORT",
                "FOOD"
              ],
              "nextContactOn": "2026-03-06",
              "note": "She has not slept.",
              "occurredAt": "2026-03-04T14:30:00+00:00",
              "outcome": "REACHED",
              "person": {
                "name": "Grandmother Juniper"
              },
              "recordedAt": "2026-03-04T15:00:00+00:00",
              "type": "CRISIS_INTERVENTION"
            }
            "#);
        }
        let kept = json!({ "contactsLogged": 1, "lastContactAt": "2026-03-04T14:30:00+00:00", "nextContactOn": "2026-03-06" });
        assert_eq!(board(&world, &team.advocate, &team.case).await, kept);
    }

    async fn rule_102_what_cannot_have_been_is_refused(world) {
        let team = world.team().await;
        let other = world.case(&team.supervisor, "Lake").await;
        let with = json!({ "case": other, "role": "SIBLING", "name": "Brother Elm", "safeToContact": true });
        let stranger = world.act(&team.supervisor, "casePersonAdd", "person { id }", with).await;
        let stranger = text(&stranger.done()["person"]["id"]);
        for (with, wrong) in [
            (json!({ "occurredAt": "2026-03-04T15:00:01Z" }), "occurredAt IN_THE_FUTURE"),
            (json!({ "occurredAt": "0999-01-01T00:00:00Z" }), "occurredAt IN_THE_PAST"),
            (json!({ "minutes": -1 }), "minutes NOT_ALLOWED_HERE"),
            (json!({ "minutes": 1441 }), "minutes NOT_ALLOWED_HERE"),
            (json!({ "nextContactOn": "2026-03-03" }), "nextContactOn IN_THE_PAST"),
            (json!({ "person": stranger }), "person UNKNOWN_ID"),
            (json!({ "person": team.case }), "person UNKNOWN_ID"),
            (json!({ "note": "x".repeat(20_001) }), "note TOO_LONG"),
        ] {
            assert_eq!(log(&world, &team.advocate, &team.case, with).await.wrong(), [wrong]);
        }
        assert_eq!(board(&world, &team.advocate, &team.case).await["contactsLogged"], 0);
        // Absent, it is now.
        let now = log(&world, &team.advocate, &team.case, json!({})).await;
        assert_eq!(now.done()["contact"]["occurredAt"], "2026-03-04T15:00:00+00:00");
    }

    async fn rule_113_danger_is_not_logged_without_what_was_done(world) {
        let team = world.team().await;
        for crisis in DANGER {
            for action in [json!(null), json!(" \n ")] {
                let with = json!({ "crises": ["GRIEF", crisis], "crisisAction": action });
                let refused = log(&world, &team.advocate, &team.case, with).await;
                assert_eq!(refused.wrong(), ["crisisAction REQUIRED"], "{crisis}");
            }
            let with = json!({ "crises": [crisis], "crisisAction": "Called 911 with her." });
            log(&world, &team.advocate, &team.case, with).await.done();
        }
        let with = json!({ "crises": ["GRIEF", "COURT_OR_ARREST", "CHILD_MISSING_NOW"] });
        log(&world, &team.advocate, &team.case, with).await.done();
        let danger = i64::try_from(DANGER.len()).unwrap();
        assert_eq!(board(&world, &team.advocate, &team.case).await["contactsLogged"], danger + 1);
    }

    async fn a_contact_logged_late_does_not_move_the_last_one_back(world) {
        let team = world.team().await;
        let at = |at: &str, next: serde_json::Value| json!({ "occurredAt": at, "nextContactOn": next });
        log(&world, &team.advocate, &team.case, at("2026-03-04T12:00:00Z", json!("2026-03-09"))).await.done();
        log(&world, &team.advocate, &team.case, at("2026-03-01T12:00:00Z", json!("2026-03-05"))).await.done();
        let later = json!({ "contactsLogged": 2, "lastContactAt": "2026-03-04T12:00:00+00:00", "nextContactOn": "2026-03-09" });
        assert_eq!(board(&world, &team.advocate, &team.case).await, later);
        // An attempt is work, and the family is still without contact.
        let attempt = json!({ "outcome": "NO_ANSWER", "type": "MISSED_ATTEMPT" });
        log(&world, &team.advocate, &team.case, attempt).await.done();
        let after = board(&world, &team.advocate, &team.case).await;
        assert_eq!(after["contactsLogged"], 3);
        assert_eq!(after["lastContactAt"], later["lastContactAt"]);
    }

    async fn a_retry_with_the_same_key_logs_one_contact(world) {
        let team = world.team().await;
        let with = json!({ "clientMutationKey": world.key(), "needs": ["FOOD", "LEGAL"] });
        let first = log(&world, &team.advocate, &team.case, with.clone()).await;
        world.later(chrono::Duration::minutes(5));
        let again = log(&world, &team.advocate, &team.case, with).await;
        assert_eq!(first.done(), again.done());
        assert_eq!(board(&world, &team.advocate, &team.case).await["contactsLogged"], 1);
    }
}
