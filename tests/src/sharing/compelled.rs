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
        let order = added(order(), json!({ "approvedBy": desk.approver().await }));
        let with = async |without: Value| desk.compel(boss, court(), added(order.clone(), without)).await;
        for missing in ["document", "safetySteps", "approvedBy"] {
            assert_eq!(code(&with(json!({ missing: null })).await), "BASIS_INCOMPLETE", "{missing}");
        }
        assert_eq!(code(&with(json!({ "toldPerson": null })).await), "NOTICE_MISSING");
        assert_eq!(code(&with(json!({ "toldPerson": "UNSAFE" })).await), "NOTICE_MISSING");
        // A subpoena is no order.
        assert_eq!(code(&with(json!({ "subpoena": true })).await), "BASIS_INCOMPLETE");
        done(&with(json!({ "subpoena": true, "counselApproval": "R. Birch, 2 March" })).await);
        done(&with(json!({ "toldPerson": "UNSAFE", "toldPersonWords": "He reads her phone." })).await);
        // Whoever does it answers for it: a supervisor.
        let refused = desk.compel(&desk.team.specialist, court(), order.clone()).await;
        assert_eq!(refused["__typename"], "ForbiddenProblem");
        let part2 = added(court(), json!({
            "categories": ["SUBSTANCE_USE_PART2"], "words": [{ "category": "SUBSTANCE_USE_PART2", "text": "Since May." }],
        }));
        assert_eq!(code(&desk.compel(boss, part2, order.clone()).await), "CATEGORY_NOT_COVERED");
        let fields = "disclosures { edges { node { basis recipientName document subpoena counselApproval toldPerson toldPersonWords \
            safetySteps release { id } madeBy { name } approvedBy { name } } } }";
        let kept = desk.case(fields).await["disclosures"]["edges"].clone();
        assert_eq!(kept.as_array().unwrap().len(), 2);
        assert_eq!(kept[0]["node"], json!({
            "basis": "COURT_ORDER", "recipientName": "Example County Court", "document": "Example County Court, order 26-0114",
            "subpoena": false, "counselApproval": null, "toldPerson": "UNSAFE", "toldPersonWords": "He reads her phone.",
            "safetySteps": "The hearing is closed; the address stays out.", "release": null, "madeBy": { "name": "Sage Alder" }, "approvedBy": { "name": "Cedar Vale" },
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

    async fn rule_022_another_supervisor_approves_what_a_court_demands(world) {
        let desk = Desk::new(world).await;
        let boss = &desk.team.supervisor;
        let by = async |who: String| {
            let input = added(desk.ask(court()), added(order(), json!({ "approvedBy": who, "contentHash": "" })));
            desk.world.act(boss, "disclosureCompel", "disclosure { id }", input).await.wrong()
        };
        let refused = ["approvedBy NOT_ALLOWED_HERE"];
        assert_eq!(by(desk.user(boss).await).await, refused, "not oneself");
        assert_eq!(by(desk.user(&desk.team.specialist).await).await, refused, "not who leads nobody");
        let answer = by(desk.child.clone()).await;
        assert_eq!(answer, ["approvedBy UNKNOWN_ID"], "nobody of that id");
    }

    async fn rule_022_a_subpoena_does_nothing_where_the_setting_says_so(world) {
        let desk = Desk::new(world).await;
        let boss = &desk.team.supervisor;
        let papers = added(order(), json!({
            "approvedBy": desk.approver().await, "subpoena": true, "counselApproval": "R. Birch, 2 March",
        }));
        let version = desk.world.case_version(boss, &desk.team.case).await;
        let facts = json!({
            "id": desk.team.case, "expectedVersion": version, "jurisdiction": "GU", "since": "2026-03-01", "reason": "They moved.",
        });
        desk.world.act(boss, "caseFactsChange", "case { id }", facts).await.done();
        assert_eq!(code(&desk.compel(boss, court(), papers.clone()).await), "BASIS_INCOMPLETE");
        let order = added(papers, json!({ "subpoena": false, "counselApproval": null }));
        done(&desk.compel(boss, court(), order).await);
    }

    async fn rule_023_a_report_sends_the_fields_of_its_type_and_words_where_they_belong(world) {
        let desk = Desk::new(world).await;
        let with = json!({
            "recipient": null, "recipientName": "Example County Sheriff", "purpose": "MISSING_CHILD_LOCATION",
            "method": "VERBAL", "categories": ["IDENTITY", "LOCATION_PLACEMENT"],
        });
        let report = added(order(), json!({ "report": "MISSING_CHILD" }));
        let said = |category: &str| added(with.clone(), json!({ "words": [{ "category": category, "text": "By the mill." }] }));
        let boss = &desk.team.supervisor;
        assert_eq!(code(&desk.compel(boss, said("IDENTITY"), report.clone()).await), "CATEGORY_NOT_COVERED");
        done(&desk.compel(boss, said("LOCATION_PLACEMENT"), report).await);
        let kept = desk.case("disclosures { edges { node { content { parts { lines { field } } } } } }").await;
        let parts = kept["disclosures"]["edges"][0]["node"]["content"]["parts"].as_array().unwrap().clone();
        let fields: Vec<_> = parts.iter().flat_map(|part| part["lines"].as_array().unwrap())
            .map(|line| line["field"].as_str().unwrap().to_owned()).collect();
        let document = "{ mandatedReports { report fields words } }";
        let listed = desk.world.ask(boss, document, json!({})).await.data()["mandatedReports"][0].clone();
        assert_eq!(listed["report"], "MISSING_CHILD");
        let allowed = listed["fields"].as_array().unwrap();
        assert!(fields.contains(&"NAME".to_owned()) && fields.contains(&"WORDS".to_owned()), "{fields:?}");
        for field in fields.iter().filter(|one| *one != "WORDS") {
            assert!(allowed.contains(&json!(field)), "{field}");
        }
    }
}
