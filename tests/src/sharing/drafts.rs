use chrono::{DateTime, Duration, Utc};
use serde_json::{Value, json};

use super::desk::{Desk, code, done};
use crate::both;
use crate::world::start;

fn days(n: i64) -> Value {
    json!((start() + Duration::days(n)).to_rfc3339())
}

both! {
    async fn rule_013_a_release_always_ends(world) {
        let desk = Desk::new(world).await;
        let (specialist, supervisor) = (&desk.team.specialist, &desk.team.supervisor);
        let usual = desk.draft(specialist, json!({})).await;
        let ends: DateTime<Utc> = serde_json::from_value(usual.done()["release"]["expiresAt"].clone()).unwrap();
        assert_eq!(ends, start() + Duration::days(30));
        // Said to have no end, or to end before it begins.
        assert_eq!(desk.draft(specialist, json!({ "expiresAt": null })).await.wrong(), ["expiresAt REQUIRED"]);
        assert_eq!(desk.draft(specialist, json!({ "expiresAt": days(-1) })).await.wrong(), ["expiresAt IN_THE_PAST"]);
        assert_eq!(desk.draft(specialist, json!({ "startsAt": days(-2) })).await.wrong(), ["startsAt IN_THE_PAST"]);
        // Ninety days need no reason; more need a supervisor's, and a year is the most.
        desk.draft(specialist, json!({ "expiresAt": days(90) })).await.done();
        let longer = |days: Value| json!({ "expiresAt": days, "longerReason": "The trial is in summer." });
        assert_eq!(desk.draft(specialist, json!({ "expiresAt": days(91) })).await.wrong(), ["longerReason MISSING_REASON"]);
        assert_eq!(desk.draft(specialist, longer(days(91))).await.wrong(), ["longerReason NOT_ALLOWED_HERE"]);
        assert_eq!(desk.draft(specialist, longer(days(80))).await.wrong(), ["longerReason NOT_ALLOWED_HERE"]);
        desk.draft(supervisor, longer(days(365))).await.done();
        assert_eq!(desk.draft(supervisor, longer(days(366))).await.wrong(), ["expiresAt NOT_ALLOWED_HERE"]);
        // Nothing of what was refused is there.
        assert_eq!(desk.world.number("SELECT count(*) FROM release").await, 3);
    }

    async fn rule_020_nothing_is_kept_without_what_was_explained(world) {
        let desk = Desk::new(world).await;
        let draft = async |with: Value| desk.draft(&desk.team.specialist, with).await.wrong();
        assert_eq!(draft(json!({ "consequencesExplained": false })).await, ["consequencesExplained REQUIRED"]);
        assert_eq!(draft(json!({ "servicesDoNotDepend": false })).await, ["servicesDoNotDepend REQUIRED"]);
        assert_eq!(draft(json!({ "explainedHow": " " })).await, ["explainedHow REQUIRED"]);
        assert_eq!(draft(json!({ "explainedLanguage": "" })).await, ["explainedLanguage REQUIRED"]);
        assert_eq!(draft(json!({ "categories": [], "methods": [] })).await, ["categories REQUIRED", "methods REQUIRED"]);
        assert_eq!(draft(json!({ "purpose": "OTHER_SPECIFIED" })).await, ["purposeWords REQUIRED"]);
        assert_eq!(draft(json!({ "purposeWords": "A camp" })).await, ["purposeWords NOT_ALLOWED_HERE"]);
        assert_eq!(draft(json!({ "signerPolicy": "MINOR_ALONE" })).await, ["signerBasis REQUIRED"]);
        assert_eq!(draft(json!({ "categories": ["SUBSTANCE_USE_PART2"] })).await, ["redisclosureNotice REQUIRED"]);
        assert_eq!(draft(json!({ "person": desk.grandmother })).await, ["person UNKNOWN_ID"]);
        assert_eq!(desk.world.number("SELECT count(*) FROM release").await, 0);
        let kept = desk.draft(&desk.team.advocate, json!({ "purpose": "OTHER_SPECIFIED", "purposeWords": "A camp" })).await;
        kept.done();
        let fields = "releases { edges { node { recipientName purposeWords explainedHow explainedLanguage explainedBy { name } \
            consequencesExplained servicesDoNotDepend categories methods status signersMissing } } }";
        assert_eq!(desk.case(fields).await["releases"]["edges"][0]["node"], json!({
            "recipientName": "Moss Hollow", "purposeWords": "A camp", "explainedHow": "Read together, line by line.",
            "explainedLanguage": "English", "explainedBy": { "name": "Fern Fir" }, "consequencesExplained": true,
            "servicesDoNotDepend": true, "categories": ["IDENTITY", "FAMILY"], "methods": ["VERBAL", "PAPER"],
            "status": "AWAITS_SIGNERS", "signersMissing": ["MINOR", "PARENT_GUARDIAN"],
        }));
    }

    async fn rule_017_a_release_names_exactly_one_recipient(world) {
        let desk = Desk::new(world).await;
        // There is no way to say several, all, or none.
        for recipient in [json!([desk.service, desk.sibling]), Value::Null, json!("*"), json!("ANY")] {
            let document = "mutation($input: ReleaseDraftInput!) { releaseDraft(input: $input) { __typename \
                ... on ValidationProblem { fields { path code } } } }";
            let input = json!({
                "clientMutationKey": desk.world.key(), "case": desk.team.case, "person": desk.child, "recipient": recipient,
                "categories": ["IDENTITY"], "purpose": "REFERRAL", "methods": ["PAPER"], "explainedHow": "Read.",
                "explainedLanguage": "English", "consequencesExplained": true, "servicesDoNotDepend": true,
                "signerPolicy": "MINOR_AND_PARENT",
            });
            let answer = desk.world.ask(&desk.team.specialist, document, json!({ "input": input })).await;
            let refused = !answer.codes().is_empty()
                || answer.data()["releaseDraft"]["__typename"] == "ValidationProblem";
            assert!(refused, "{:#}", answer.json);
        }
        // And what was given for one house is not given for another of the same organisation.
        desk.release(json!({})).await;
        let refused = desk.share(json!({ "recipient": desk.sibling })).await;
        assert_eq!(code(&refused), "RECIPIENT_MISMATCH");
        done(&desk.share(json!({})).await);
    }
}
