use chrono::Duration;
use serde_json::{Value, json};

use super::desk::{Desk, added, caregiver, code, done};
use crate::both;
use crate::world::text;

/// What the desk's release asks for, and where it stands.
async fn stands(desk: &Desk) -> Value {
    let fields = "releases { edges { node { status prompts } } }";
    desk.case(fields).await["releases"]["edges"][0]["node"].clone()
}

async fn asking(desk: &Desk) -> usize {
    let who = &desk.team.supervisor;
    let answer = desk
        .world
        .ask(who, "{ releasesAsking { id prompts } }", json!({}))
        .await;
    answer.data()["releasesAsking"].as_array().unwrap().len()
}

both! {
    async fn rule_014_signers_are_those_of_the_policy(world) {
        let desk = Desk::new(world).await;
        let drafted = desk.draft(&desk.team.specialist, json!({})).await;
        let id = text(&drafted.done()["release"]["id"]);
        let wrong = async |signer: &str, capacity: &str, with: Value| desk.sign(&id, signer, capacity, with).await.wrong();
        assert_eq!(wrong(&desk.child, "ADULT", json!({})).await, ["capacity NOT_ALLOWED_HERE"]);
        assert_eq!(wrong(&desk.grandmother, "MINOR", json!({})).await, ["signer NOT_ALLOWED_HERE"]);
        assert_eq!(wrong(&desk.child, "PARENT_GUARDIAN", json!({})).await, ["signer NOT_ALLOWED_HERE"]);
        assert_eq!(wrong(&desk.child, "MINOR", json!({ "witness": " " })).await, ["witness REQUIRED"]);
        assert_eq!(wrong(&desk.child, "MINOR", json!({ "signedAt": "2026-03-05T00:00:00Z" })).await, ["signedAt IN_THE_FUTURE"]);
        desk.sign(&id, &desk.child, "MINOR", json!({})).await.done();
        assert_eq!(wrong(&desk.child, "MINOR", json!({})).await, ["signer NOT_ALLOWED_HERE"]);
        assert_eq!(code(&desk.share(json!({})).await), "SIGNER_MISSING");
        assert_eq!(asking(&desk).await, 1);
        let signed = desk.sign(&id, &desk.grandmother, "PARENT_GUARDIAN", json!({})).await;
        assert_eq!(signed.done()["release"]["status"], "IN_FORCE");
        assert_eq!(asking(&desk).await, 0);
        done(&desk.share(json!({})).await);
        // An agency's authorised person says on whose behalf.
        let drafted = desk.draft(&desk.team.specialist, json!({ "signerPolicy": "AGENCY_AND_MINOR" })).await;
        let id = text(&drafted.done()["release"]["id"]);
        let refused = desk.sign(&id, &desk.grandmother, "CUSTODIAL_AGENCY", json!({})).await;
        assert_eq!(refused.wrong(), ["basis REQUIRED"]);
    }

    async fn rule_015_who_may_not_sign_does_not_and_what_they_signed_stops(world) {
        let desk = Desk::new(world).await;
        let flagged = caregiver(&desk.world, &desk.team, "Aspen Reed").await;
        let flag = async |id: &str, name: &str, field: &str| {
            let input = json!({
                "id": id, "expectedVersion": 1, "role": "CAREGIVER", "name": name, "relation": "grandmother", "safeToContact": false,
            });
            let input = added(input, json!({ field: true }));
            desk.world.act(&desk.team.supervisor, "casePersonChange", "person { id }", input).await.done();
        };
        flag(&flagged, "Aspen Reed", "disqualifiedSigner").await;
        let drafted = desk.draft(&desk.team.specialist, json!({})).await;
        let id = text(&drafted.done()["release"]["id"]);
        let refused = desk.sign(&id, &flagged, "PARENT_GUARDIAN", json!({})).await;
        assert_eq!(refused.wrong(), ["signer NOT_ALLOWED_HERE"]);
        desk.sign(&id, &desk.child, "MINOR", json!({})).await.done();
        desk.sign(&id, &desk.grandmother, "PARENT_GUARDIAN", json!({})).await.done();
        done(&desk.share(json!({})).await);
        // Flagged later: at once, and people hear of it.
        assert_eq!(asking(&desk).await, 0);
        flag(&desk.grandmother, "Juniper Reed", "allegedOffender").await;
        assert_eq!(code(&desk.share(json!({})).await), "SIGNER_DISQUALIFIED");
        assert_eq!(stands(&desk).await, json!({ "status": "SIGNER_DISQUALIFIED", "prompts": ["SIGNER_DISQUALIFIED"] }));
        assert_eq!(asking(&desk).await, 1);
    }

    async fn rule_016_the_eighteenth_birthday_ends_what_others_signed(world) {
        let desk = Desk::new(world).await;
        // Eighteen on the 20th of April: 47 days from now.
        let born = json!({
            "id": desk.child, "expectedVersion": 1, "role": "CHILD", "name": "River", "birthDate": "2008-04-20",
            "birthPrecision": "DAY", "safeToContact": false,
        });
        desk.world.act(&desk.team.supervisor, "casePersonChange", "person { id }", born).await.done();
        desk.release(json!({ "expiresAt": "2026-05-30T00:00:00Z" })).await;
        assert_eq!(stands(&desk).await, json!({ "status": "IN_FORCE", "prompts": [] }));
        desk.world.later(Duration::days(20));
        let desk = desk.again().await;
        assert_eq!(stands(&desk).await, json!({ "status": "IN_FORCE", "prompts": ["CONSENT_ANEW"] }));
        done(&desk.share(json!({})).await);
        desk.world.later(Duration::days(27));
        let desk = desk.again().await;
        assert_eq!(stands(&desk).await["status"], "CAME_OF_AGE");
        assert_eq!(code(&desk.share(json!({})).await), "SIGNER_MISSING");
        // Of age, alone.
        let drafted = desk.draft(&desk.team.specialist, json!({ "signerPolicy": "ADULT_SELF" })).await;
        let id = text(&drafted.done()["release"]["id"]);
        desk.sign(&id, &desk.child, "ADULT", json!({})).await.done();
        done(&desk.share(json!({})).await);
    }

    async fn rule_019_a_withdrawal_holds_in_the_same_second(world) {
        let mut desk = Desk::new(world).await;
        let id = desk.release(json!({})).await;
        let looked = desk.look(json!({}), Value::Null).await;
        let hash = looked.data()["disclosurePreview"]["contentHash"].clone();
        let withdrawn = desk.withdraw(&id).await;
        assert_eq!(withdrawn.done()["release"], json!({
            "status": "WITHDRAWN", "withdrawnHow": "ORAL", "withdrawnWords": "She said so on the phone.",
            "withdrawnBy": { "name": "Fern Fir" },
        }));
        // The clock has not moved since it was shown.
        assert_eq!(code(&desk.share_as(&hash, json!({})).await), "WITHDRAWN");
        desk.world.later(Duration::hours(1));
        desk = desk.again().await;
        assert_eq!(code(&desk.share(json!({})).await), "WITHDRAWN");
        assert_eq!(desk.withdraw(&id).await.wrong(), ["id NOT_ALLOWED_HERE"]);
        let refused = desk.sign(&id, &desk.child, "MINOR", json!({})).await;
        assert_eq!(refused.wrong()[0], "id NOT_ALLOWED_HERE");
        assert_eq!(desk.world.number("SELECT count(*) FROM disclosure").await, 0);
    }
}
