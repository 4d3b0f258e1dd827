use chrono::Duration;
use serde_json::{Value, json};

use super::desk::{Desk, caregiver, code, done};
use crate::both;

both! {
    /// Each thing that does not fit, by its code, over the wire; and nothing is kept of it.
    async fn rule_012_each_refusal_is_told_by_its_code(world) {
        let desk = Desk::new(world).await;
        assert_eq!(code(&desk.share(json!({})).await), "NO_RELEASE");
        let begins = desk.world.clock.now() + Duration::days(1);
        desk.release(json!({ "startsAt": begins.to_rfc3339() })).await;
        assert_eq!(code(&desk.share(json!({})).await), "NOT_YET_EFFECTIVE");
        desk.world.later(Duration::days(1));
        let desk = desk.again().await;
        for (with, told) in [
            (json!({ "recipient": desk.sibling }), "RECIPIENT_MISMATCH"),
            (json!({ "purpose": "COURT" }), "PURPOSE_MISMATCH"),
            (json!({ "categories": ["IDENTITY", "CONTACT"] }), "CATEGORY_NOT_COVERED"),
            (json!({ "method": "FAX" }), "METHOD_NOT_ALLOWED"),
        ] {
            assert_eq!(code(&desk.share(with).await), told);
        }
        // Rule 25: what was hashed is shared like any other.
        let hashed = json!({ "categories": ["CONTACT"], "words": [{ "category": "CONTACT", "text": "9f86d081884c7d65" }] });
        assert_eq!(code(&desk.share(hashed).await), "CATEGORY_NOT_COVERED");
        assert_eq!(desk.world.number("SELECT count(*) FROM disclosure").await, 0);
        let why = "SELECT count(*) FROM audit_entry WHERE act = 'disclosure_make' AND why = 'purpose_mismatch'";
        assert_eq!(desk.world.number(why).await, 1);
        // A person that is not the young person, no recipient, words of nothing that is shared.
        let wrong = async |with: Value| {
            let refused = desk.share_as(&json!("00"), with).await;
            refused["fields"][0]["path"][0].clone()
        };
        assert_eq!(wrong(json!({ "person": desk.grandmother })).await, "person");
        assert_eq!(wrong(json!({ "recipient": null })).await, "recipient");
        assert_eq!(wrong(json!({ "recipient": null, "recipientName": "Anybody" })).await, "recipientName");
        assert_eq!(wrong(json!({ "words": [{ "category": "MEDICAL", "text": "Asthma." }] })).await, "words");
        assert_eq!(wrong(json!({ "categories": [] })).await, "categories");
        done(&desk.share(json!({})).await);
        desk.world.later(Duration::days(30));
        let desk = desk.again().await;
        assert_eq!(code(&desk.share(json!({})).await), "EXPIRED");
    }

    async fn rule_028_what_is_shared_is_what_was_shown(world) {
        let desk = Desk::new(world).await;
        let release = desk.release(json!({})).await;
        let with = json!({ "categories": ["IDENTITY", "FAMILY"], "words": [{ "category": "FAMILY", "text": "Her aunt cooks for her." }] });
        let looked = desk.look(with.clone(), Value::Null).await;
        let shown = looked.data()["disclosurePreview"].clone();
        assert_eq!((&shown["refusal"], &shown["release"]["id"]), (&Value::Null, &json!(release)));
        let part = |category: &str| {
            let parts = shown["content"]["parts"].as_array().unwrap().iter();
            parts.clone().find(|part| part["category"] == category).unwrap()["lines"].clone()
        };
        assert_eq!(part("FAMILY"), json!([
            { "field": "FAMILY_MEMBER", "text": "Juniper Reed, grandmother" },
            { "field": "WORDS", "text": "Her aunt cooks for her." },
        ]));
        let fields: Vec<_> = part("IDENTITY").as_array().unwrap().iter().map(|line| line["field"].clone()).collect();
        assert_eq!(fields, ["NAME", "LEGAL_NAME", "BIRTH_DATE"]);
        // Another hash, or something that changed since, is not what was shown.
        let stale = desk.share_as(&json!("00".repeat(32)), with.clone()).await;
        assert_eq!(stale["fields"][0]["path"][0], "contentHash");
        caregiver(&desk.world, &desk.team, "Linden Reed").await;
        let stale = desk.share_as(&shown["contentHash"], with.clone()).await;
        assert_eq!(stale["fields"][0]["path"][0], "contentHash");
        done(&desk.share(with).await);
        // Rule 26: the accounting.
        let fields = "disclosures { edges { node { basis recipientName categories purpose method madeAt madeBy { name } \
            person { role } release { id } content { parts { category lines { field text } } } } } }";
        let kept = desk.case(fields).await["disclosures"]["edges"].clone();
        assert_eq!(kept.as_array().unwrap().len(), 1);
        let kept = &kept[0]["node"];
        let lines = kept["content"]["parts"].as_array().unwrap().iter().map(|part| part["lines"].as_array().unwrap().len());
        assert_eq!(lines.collect::<Vec<_>>(), [3, 3]);
        for (field, value) in [
            ("basis", json!("CONSENT")), ("recipientName", json!("Moss Hollow")), ("categories", json!(["IDENTITY", "FAMILY"])),
            ("purpose", json!("REFERRAL")), ("method", json!("PAPER")), ("madeBy", json!({ "name": "Wren Cedar" })),
            ("madeAt", json!("2026-03-04T15:00:00+00:00")), ("person", json!({ "role": "CHILD" })), ("release", json!({ "id": release })),
        ] {
            assert_eq!(kept[field], value, "{field}");
        }
    }

    async fn rule_024_substance_use_records_carry_notice_and_release(world) {
        let desk = Desk::new(world).await;
        let with = || json!({ "categories": ["SUBSTANCE_USE_PART2"], "words": [{ "category": "SUBSTANCE_USE_PART2", "text": "Outpatient, since May." }] });
        desk.release(json!({ "categories": ["IDENTITY", "MEDICAL", "MENTAL_HEALTH"] })).await;
        assert_eq!(code(&desk.share(with()).await), "CATEGORY_NOT_COVERED");
        desk.release(json!({ "categories": ["SUBSTANCE_USE_PART2"], "redisclosureNotice": true })).await;
        let looked = desk.look(with(), Value::Null).await;
        let content = &looked.data()["disclosurePreview"]["content"];
        assert!(content["notice"].as_str().unwrap().contains("42 CFR part 2"));
        let copy: Vec<_> = content["releaseCopy"].as_array().unwrap().iter().map(|line| line.as_str().unwrap()).collect();
        assert!(copy.contains(&"Recipient: Moss Hollow") && copy.contains(&"Until: 2026-04-03"), "{copy:?}");
        done(&desk.share(with()).await);
        // What else is shared carries neither.
        let looked = desk.look(json!({}), Value::Null).await;
        let content = &looked.data()["disclosurePreview"]["content"];
        assert_eq!((&content["notice"], &content["releaseCopy"]), (&Value::Null, &json!([])));
    }
}
