//! Masked fields are shown for a reason that is kept.

use serde_json::{Value, json};
use server::access::Role;

use super::desk::{Desk, on_both};
use crate::world::Persona;

const SHOWN: &str = "revealed { value hideAfterSeconds }";

async fn reveal(desk: &Desk, who: &Persona, id: &str, field: &str, reason: &str) -> Value {
    let input = json!({"id": id, "field": field, "reason": reason});
    desk.act(who, "reveal", input, SHOWN).await
}

on_both! {
    async fn a_requesters_telephone_number_is_shown_for_a_reason(desk) {
        let fern = desk.person("fern", &[Role::Intake]).await;
        let id = desk.request(&fern).await;
        let shown = reveal(&desk, &fern, &id, "REQUESTER_PHONE", "To call back.").await;
        assert_eq!(shown, json!({"__typename": "RevealSuccess", "revealed": {"value": "555-0114", "hideAfterSeconds": 60}}));
        let entries = desk.column("SELECT act || ' ' || outcome || ' ' || target_type || ' ' || fields FROM audit_entry WHERE reason IS NOT NULL").await;
        assert_eq!(entries, ["request_reveal done request requester_phone"]);
        let reason = desk.bytes("SELECT reason FROM audit_entry WHERE reason IS NOT NULL").await;
        assert!(!reason[0].windows(4).any(|part| part == b"call"));
    }

    async fn without_a_reason_or_of_the_wrong_record_nothing_is_shown_and_nothing_written(desk) {
        let fern = desk.person("fern", &[Role::Supervisor]).await;
        let (request, case) = (desk.request(&fern).await, desk.case(&fern, "Heron").await);
        let silent = reveal(&desk, &fern, &request, "REQUESTER_PHONE", "  ").await;
        assert_eq!(silent["fields"][0]["code"], "MISSING_REASON");
        assert_eq!(silent["fields"][0]["path"], json!(["reason"]));
        for (id, field) in [(&request, "LEGAL_NAME"), (&case, "REQUESTER_PHONE"), (&case, "PHONE")] {
            let wrong = reveal(&desk, &fern, id, field, "To call back.").await;
            assert_eq!(wrong["fields"][0]["code"], "NOT_ALLOWED_HERE", "{field}");
            assert_eq!(wrong["fields"][0]["path"], json!(["field"]), "{field}");
        }
        let kept = desk.column("SELECT act FROM audit_entry WHERE act LIKE '%reveal%'").await;
        assert!(kept.is_empty(), "{kept:?}");
    }

    async fn rule_030_who_may_not_see_it_is_told_no_more_than_of_nothing(desk) {
        let fern = desk.person("fern", &[Role::Supervisor]).await;
        let reed = desk.stranger("reed", &[Role::Supervisor]).await;
        let sedge = desk.person("sedge", &[Role::Supervisor]).await;
        let (request, case) = (desk.request(&fern).await, desk.case(&fern, "Heron").await);
        for (who, id, field) in [(&reed, &request, "REQUESTER_PHONE"), (&reed, &case, "CASE_NUMBER"), (&sedge, &case, "CASE_NUMBER")] {
            let real = reveal(&desk, who, id, field, "To call back.").await;
            let made_up = reveal(&desk, who, &format!("{}AA", &id[..id.len() - 2]), field, "To call back.").await;
            assert_eq!(real.to_string(), made_up.to_string());
            assert_eq!(real["__typename"], "NotFoundProblem");
        }
        let rush = desk.person("rush", &[Role::FamilyAdvocacySpecialist]).await;
        let refused = reveal(&desk, &rush, &request, "REQUESTER_PHONE", "To call back.").await;
        assert_eq!(refused["why"], "role_may_not");
        // Each refusal left its entry (rule 35).
        let refusals = desk.column("SELECT act FROM audit_entry WHERE outcome = 'refused' ORDER BY id").await;
        assert_eq!(refusals.iter().filter(|act| *act == "request_reveal").count(), 3);
        assert_eq!(refusals.iter().filter(|act| *act == "identity_reveal").count(), 4);
    }
}
