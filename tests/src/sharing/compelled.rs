use serde_json::{Value, json};

use super::desk::{Desk, added, code, done};
use crate::both;

/// All that has to be there.
fn order() -> Value {
    json!({
        "document": "Example County Court, order 26-0114", "toldPerson": "TOLD",
        "safetySteps": "The hearing is closed; the address stays out.",
    })
}

fn court() -> Value {
    json!({ "recipient": null, "recipientName": "Example County Court", "purpose": "COURT" })
}

both! {
    async fn rule_022_what_a_court_demands_needs_its_papers(world) {
        let desk = Desk::new(world).await;
        let boss = &desk.team.supervisor;
        let with = async |without: Value| desk.compel(boss, court(), added(order(), without)).await;
        for missing in ["document", "safetySteps"] {
            assert_eq!(code(&with(json!({ missing: null })).await), "BASIS_INCOMPLETE", "{missing}");
        }
        assert_eq!(code(&with(json!({ "toldPerson": null })).await), "NOTICE_MISSING");
        assert_eq!(code(&with(json!({ "toldPerson": "UNSAFE" })).await), "NOTICE_MISSING");
        // A subpoena is no order.
        assert_eq!(code(&with(json!({ "subpoena": true })).await), "BASIS_INCOMPLETE");
        done(&with(json!({ "subpoena": true, "counselApproval": "R. Birch, 2 March" })).await);
        done(&with(json!({ "toldPerson": "UNSAFE", "toldPersonWords": "He reads her phone." })).await);
        // Whoever does it answers for it: a supervisor.
        let refused = desk.compel(&desk.team.specialist, court(), order()).await;
        assert_eq!(refused["__typename"], "ForbiddenProblem");
        let part2 = added(court(), json!({
            "categories": ["SUBSTANCE_USE_PART2"], "words": [{ "category": "SUBSTANCE_USE_PART2", "text": "Since May." }],
        }));
        assert_eq!(code(&desk.compel(boss, part2, order()).await), "CATEGORY_NOT_COVERED");
        let fields = "disclosures { edges { node { basis recipientName document subpoena counselApproval toldPerson toldPersonWords \
            safetySteps release { id } madeBy { name } } } }";
        let kept = desk.case(fields).await["disclosures"]["edges"].clone();
        assert_eq!(kept.as_array().unwrap().len(), 2);
        assert_eq!(kept[0]["node"], json!({
            "basis": "COURT_ORDER", "recipientName": "Example County Court", "document": "Example County Court, order 26-0114",
            "subpoena": false, "counselApproval": null, "toldPerson": "UNSAFE", "toldPersonWords": "He reads her phone.",
            "safetySteps": "The hearing is closed; the address stays out.", "release": null, "madeBy": { "name": "Sage Alder" },
        }));
    }

    async fn rule_023_a_mandated_report_holds_what_belongs_into_it(world) {
        let desk = Desk::new(world).await;
        let report = async |categories: Value| {
            let with = json!({
                "recipient": null, "recipientName": "Example County Sheriff", "purpose": "MISSING_CHILD_LOCATION",
                "method": "VERBAL", "categories": categories,
            });
            desk.compel(&desk.team.supervisor, with, added(order(), json!({ "report": "MISSING_CHILD" }))).await
        };
        for other in ["PLAN_GOALS", "EDUCATION", "SERVICE_PARTICIPATION", "SUBSTANCE_USE_PART2", "IMMIGRATION"] {
            assert_eq!(code(&report(json!(["IDENTITY", other])).await), "CATEGORY_NOT_COVERED", "{other}");
        }
        done(&report(json!(["IDENTITY", "FAMILY"])).await);
        let kept = desk.case("disclosures { edges { node { basis report } } }").await;
        assert_eq!(kept["disclosures"]["edges"][0]["node"], json!({ "basis": "STATUTE_MANDATED_REPORT", "report": "MISSING_CHILD" }));
    }
}
