use serde_json::{Value, json};

use super::notes::{added, record, seen};
use crate::both;

both! {
    async fn rule_001_an_observation_has_its_day_observer_source_and_narrative(world) {
        let team = world.team().await;
        let with = json!({ "observer": "Aunt Linden", "graphic": true, "contentNote": "About a phone." });
        let made = record(&world, &team.advocate, &team.case, with).await.done()["observation"].clone();
        let told = json!({
            "id": made["id"], "version": 1, "kind": "INDICATOR", "code": "PHYS_SECRET_PHONE_OR_MULTIPLE_NUMBER_APPS",
            "codeText": null, "observedOn": "2026-03-03", "observer": "Aunt Linden", "source": "TOLD_BY_FAMILY",
            "narrative": "Her aunt found a second phone under the bed.", "graphic": true, "contentNote": "About a phone.",
            "followUp": "ASK_MORE", "followUpReason": null, "recordedBy": { "name": "Fern Fir" },
            "reviewedBy": null, "reviewedAt": null,
        });
        assert_eq!(made, told);
        let blank = record(&world, &team.advocate, &team.case, json!({ "narrative": " " })).await;
        assert_eq!(blank.wrong(), ["narrative REQUIRED"]);
        let ahead = record(&world, &team.advocate, &team.case, json!({ "observedOn": "2026-03-06" })).await;
        assert_eq!(ahead.wrong(), ["observedOn IN_THE_FUTURE"]);
        // What has no day, no source or no kind is no question that the schema knows.
        for gone in ["observedOn", "source", "kind", "narrative"] {
            let refused = record(&world, &team.advocate, &team.case, json!({ gone: null })).await;
            assert_eq!(refused.codes(), ["VALIDATION_FAILED"], "{gone}");
        }
    }

    async fn rule_001_a_word_stands_under_its_kind_and_other_is_told_in_words(world) {
        let team = world.team().await;
        let try_with = async |with| record(&world, &team.specialist, &team.case, with).await;
        assert_eq!(try_with(json!({ "kind": "RISK_FACTOR" })).await.wrong(), ["code NOT_ALLOWED_HERE"]);
        assert_eq!(try_with(json!({ "kind": "PROTECTIVE_FACTOR", "code": "RACISM" })).await.wrong(), ["code NOT_ALLOWED_HERE"]);
        assert_eq!(try_with(json!({ "kind": "PROTECTIVE_FACTOR", "code": "OTHER" })).await.wrong(), ["codeText REQUIRED"]);
        let told = json!({ "kind": "PROTECTIVE_FACTOR", "code": "OTHER", "codeText": "Sings in a choir" });
        assert_eq!(try_with(told).await.done()["observation"]["codeText"], "Sings in a choir");
        try_with(json!({ "kind": "RISK_FACTOR", "code": "ACE_DOMESTIC_VIOLENCE" })).await.done();
    }

    async fn rule_003_nothing_is_saved_without_what_follows(world) {
        let team = world.team().await;
        let without = record(&world, &team.advocate, &team.case, json!({ "followUp": null })).await;
        assert_eq!(without.wrong(), ["followUp REQUIRED"]);
        for reason in [json!(null), json!("  ")] {
            let with = json!({ "followUp": "RECORDED_REVIEWED", "followUpReason": reason });
            let refused = record(&world, &team.advocate, &team.case, with).await;
            assert_eq!(refused.wrong(), ["followUpReason MISSING_REASON"]);
        }
        let list = "observations { edges { node { followUp } } }";
        assert_eq!(seen(&world, &team.advocate, &team.case, list).await["observations"]["edges"], json!([]));
        for choice in ["ASK_MORE", "CYBERTIPLINE_REPORT", "CONNECT_RESOURCE", "MANDATED_REPORT"] {
            record(&world, &team.advocate, &team.case, json!({ "followUp": choice })).await.done();
        }
    }

    async fn rule_003_where_nothing_follows_a_supervisor_looks_at_it(world) {
        let team = world.team().await;
        let with = json!({ "followUp": "RECORDED_REVIEWED", "followUpReason": "The school has told it already." });
        let made = record(&world, &team.advocate, &team.case, with.clone()).await.done()["observation"].clone();
        assert_eq!(made["reviewedAt"], Value::Null);
        let look = json!({ "id": made["id"], "expectedVersion": 1 });
        let shown = "observation { version reviewedBy { name } }";
        let own = world.act(&team.advocate, "observationReview", shown, look.clone()).await;
        assert_eq!(own.problem(), "ForbiddenProblem");
        let stale = json!({ "id": made["id"], "expectedVersion": 0 });
        assert_eq!(world.act(&team.supervisor, "observationReview", shown, stale).await.problem(), "ConflictProblem");
        let done = world.act(&team.supervisor, "observationReview", shown, look).await;
        assert_eq!(done.done()["observation"], json!({ "version": 2, "reviewedBy": { "name": "Sage Alder" } }));
        let again = json!({ "id": made["id"], "expectedVersion": 2 });
        assert_eq!(world.act(&team.supervisor, "observationReview", shown, again).await.wrong(), ["id NOT_ALLOWED_HERE"]);
        // A supervisor who writes it down has looked at it.
        let own = record(&world, &team.supervisor, &team.case, with).await;
        assert_eq!(own.done()["observation"]["reviewedBy"]["name"], "Sage Alder");
    }

    async fn rule_003_a_mandated_report_starts_its_clock_and_the_report_ends_it(world) {
        let team = world.team().await;
        let clocks = "runningClocks { code party dueAt }";
        record(&world, &team.advocate, &team.case, json!({ "followUp": "MANDATED_REPORT" })).await.done();
        record(&world, &team.specialist, &team.case, json!({ "followUp": "MANDATED_REPORT" })).await.done();
        let running = seen(&world, &team.advocate, &team.case, clocks).await["runningClocks"].clone();
        assert_eq!(running, json!([{ "code": "cps_report", "party": "CPS_HOTLINE", "dueAt": "2026-03-05T15:00:00+00:00" }]));
        let report = |with: Value| added(json!({
            "case": team.case, "reportedTo": "CPS_HOTLINE", "method": "PHONE", "agency": "Example County line for children",
            "personSpokenTo": "Intake worker Aster",
        }), with);
        // Without the number it is a report, and no evidence (rule 49).
        world.act(&team.advocate, "reportMadeRecord", "report { id }", report(json!({}))).await.done();
        assert_eq!(seen(&world, &team.advocate, &team.case, clocks).await["runningClocks"], running);
        let with = report(json!({ "reference": "EC-0077" }));
        world.act(&team.advocate, "reportMadeRecord", "report { id }", with).await.done();
        assert_eq!(seen(&world, &team.advocate, &team.case, clocks).await["runningClocks"], json!([]));
    }

    async fn a_retry_makes_one_and_the_words_are_sealed(world) {
        let team = world.team().await;
        let key = json!({ "clientMutationKey": world.key(), "observer": "Aunt Linden" });
        let first = record(&world, &team.advocate, &team.case, key.clone()).await.done()["observation"]["id"].clone();
        let second = record(&world, &team.advocate, &team.case, key).await.done()["observation"]["id"].clone();
        assert_eq!(first, second);
        assert_eq!(world.number("SELECT count(*) FROM observation").await, 1);
        let longer = "SELECT count(*) FROM observation WHERE length(narrative) > 60 AND length(observer) > 20";
        assert_eq!(world.number(longer).await, 1);
    }
}
