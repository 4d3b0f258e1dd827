//! Warm hand-offs: who called whom, who was there, how the young person wanted it (rule 92).

use serde_json::json;

use super::desk::at_both;

const SHOWN: &str = "referral { handOffs { calledAt calledBy { id } spokeWith youthPresent youthPreference youthWords recordedBy { id } } }";

at_both! {
    async fn rule_092_a_warm_hand_off_says_who_called_whom_and_how_she_wanted_it(desk) {
        let case = desk.case("Juniper", &[("heron", "RESOURCE_SPECIALIST"), ("finch", "FAMILY_ADVOCATE")]).await;
        let service = desk.service("Fern House", json!({})).await;
        let make = json!({ "case": case, "service": service, "need": "A quiet room.", "send": true });
        let made = desk.done("heron", "referralMake", make, "referral { id }").await;
        let id = made["referral"]["id"].clone();
        let first = json!({
            "referral": id, "calledAt": "2026-03-01T10:00:00Z", "calledBy": desk.user("finch").await,
            "spokeWith": "Rowan, at the door", "youthPresent": false, "youthPreference": "WORKER_ALONE",
        });
        desk.done("heron", "referralHandOff", first, "referral { id }").await;
        let words = "  only if you stay   ";
        let second = json!({
            "referral": id, "spokeWith": "Rowan, at the door", "youthPresent": true,
            "youthPreference": "TOGETHER", "youthWords": words,
        });
        let told = desk.done("heron", "referralHandOff", second, SHOWN).await;
        let all = told["referral"]["handOffs"].as_array().unwrap();
        assert_eq!(all.len(), 2);
        assert_eq!(all[0]["calledAt"], "2026-03-01T10:00:00+00:00");
        assert_ne!(all[0]["calledBy"]["id"], all[0]["recordedBy"]["id"], "who called and who wrote are told apart");
        assert_eq!(all[0]["youthPreference"], "WORKER_ALONE");
        assert_eq!(all[0]["youthPresent"], false);
        assert_eq!(all[1]["calledBy"]["id"], all[1]["recordedBy"]["id"]);
        assert_eq!(all[1]["spokeWith"], "Rowan, at the door");
        assert_eq!(all[1]["youthPresent"], true);
        assert_eq!(all[1]["youthWords"], words, "her words stand as she said them");
    }

    async fn rule_092_what_cannot_have_been_is_refused_with_its_field(desk) {
        let case = desk.case("Juniper", &[("heron", "RESOURCE_SPECIALIST")]).await;
        let service = desk.service("Fern House", json!({})).await;
        let make = json!({ "case": case, "service": service, "need": "A quiet room.", "send": false });
        let made = desk.done("heron", "referralMake", make, "referral { id }").await;
        let id = made["referral"]["id"].clone();
        let hand_off = json!({ "referral": id, "spokeWith": "Rowan", "youthPresent": true, "youthPreference": "TOGETHER" });
        let refused = desk.act("heron", "referralHandOff", hand_off.clone(), "referral { id }").await;
        assert_eq!(refused["fields"], json!([{ "path": ["referral"], "code": "NOT_ALLOWED_HERE" }]), "nobody there has heard of it");

        let sent = json!({ "id": id, "expectedVersion": 1, "to": "REQUESTED" });
        desk.done("heron", "referralMove", sent, "referral { id }").await;
        let mut ahead = hand_off.clone();
        ahead["calledAt"] = "2099-01-01T00:00:00Z".into();
        let refused = desk.act("heron", "referralHandOff", ahead, "referral { id }").await;
        assert_eq!(refused["fields"], json!([{ "path": ["calledAt"], "code": "IN_THE_FUTURE" }]));
        let mut nobody = hand_off.clone();
        nobody["spokeWith"] = "  ".into();
        let refused = desk.act("heron", "referralHandOff", nobody, "referral { id }").await;
        assert_eq!(refused["fields"], json!([{ "path": ["spokeWith"], "code": "REQUIRED" }]));
        let mut stranger = hand_off.clone();
        stranger["calledBy"] = id.clone();
        let refused = desk.act("heron", "referralHandOff", stranger, "referral { id }").await;
        assert_eq!(refused["fields"][0]["path"], json!(["calledBy"]));

        let none = desk.done("heron", "referralHandOff", hand_off, "referral { handOffs { youthWords } }").await;
        assert_eq!(none["referral"]["handOffs"], json!([{ "youthWords": null }]), "what was refused left nothing");
    }
}
