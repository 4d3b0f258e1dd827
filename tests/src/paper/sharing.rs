//! What was shared, printed for the young person, and a release printed to be signed.

use serde_json::{Value, json};
use server::access::Role;

use super::print::{preview_of, printed_of};
use crate::both;
use crate::sharing::desk::{Desk, done};

both! {
    async fn rule_026_the_accounting_prints_for_the_survivor(world) {
        let desk = Desk::new(world).await;
        let (world, boss, case) = (&desk.world, &desk.team.supervisor, &desk.team.case);
        let mine = |language: &str| json!({ "for": "ACCOUNTING", "of": desk.child, "language": language });
        let none = printed_of(world, boss, case, mine("EN")).await.text();
        assert!(none.contains("Nothing was shared with anybody."), "{none}");
        desk.release(json!({})).await;
        let words = json!({ "words": [{ "category": "IDENTITY", "text": "Canary word." }] });
        done(&desk.share(words).await);
        let court = json!({ "recipient": null, "recipientName": "Example County Court", "purpose": "COURT", "categories": ["FAMILY"] });
        let papers = json!({ "approvedBy": desk.approver().await, "document": "Order 26-0114", "toldPerson": "TOLD", "safetySteps": "Canary steps." });
        done(&desk.compel(boss, court, papers).await);
        // When, who, recipient, categories, basis, method, each in words.
        let pdf = printed_of(world, boss, case, mine("EN")).await;
        let paper = pdf.text();
        for there in [
            "What was shared about me", "Moss Hollow · ", "Example County Court · ", "What: Who the young person is",
            "What: Family", "What for: To refer them to this service", "How: On paper", "Shared by: Wren Cedar",
            "Shared by: Sage Alder", "Allowed by: A permission that was signed", "Allowed by: A paper of a court: Order 26-0114",
        ] {
            assert!(paper.contains(there), "{there}: {paper}");
        }
        assert!(paper.find("Example County Court").unwrap() < paper.find("Moss Hollow").unwrap(), "the latest first");
        // Paper may be found: no name of hers, no word of what was told.
        for gone in ["Willow", "River", "Canary", "Fernleaf"] {
            assert!(!paper.contains(gone), "{gone}: {paper}");
        }
        assert!(pdf.structure().iter().any(|kind| kind == "H3"));
        let spanish = printed_of(world, boss, case, mine("ES")).await.text();
        for there in ["Qué se compartió sobre mí", "Qué lo permitió: Un permiso que se firmó", "Cómo: En papel"] {
            assert!(spanish.contains(there), "{there}: {spanish}");
        }
    }

    async fn rule_026_who_may_not_see_what_was_shared_prints_none_of_it(world) {
        let desk = Desk::new(world).await;
        let (world, case) = (&desk.world, &desk.team.case);
        let volunteer = world.person("Ivy Reed", &[Role::PeerVolunteer]).await;
        world.assign(&desk.team.supervisor, case, &volunteer, "VOLUNTEER").await;
        let said = json!({ "for": "ACCOUNTING", "of": desk.child });
        let shown = preview_of(world, &volunteer, case, said).await;
        assert_eq!(shown.data()["case"]["planCopyPreview"], Value::Null);
        // Of somebody who is not the young person, of nobody, of a plan: there is none.
        for of in [json!(desk.grandmother), Value::Null, json!(desk.service)] {
            let answer = preview_of(world, &desk.team.supervisor, case, json!({ "for": "ACCOUNTING", "of": of })).await;
            assert!(answer.json["errors"][0]["extensions"]["code"].is_string(), "{of}");
        }
    }

    async fn rule_018_rule_020_a_release_prints_to_be_signed_and_says_that_no_help_depends_on_it(world) {
        let desk = Desk::new(world).await;
        let (world, who, case) = (&desk.world, &desk.team.specialist, &desk.team.case);
        let drafted = desk.draft(who, json!({ "expiresAt": "2026-03-21T05:00:00Z" })).await;
        let release = drafted.done()["release"]["id"].clone();
        let form = |language: &str| json!({ "for": "RELEASE_FORM", "of": release, "language": language });
        let paper = printed_of(world, who, case, form("EN")).await.text();
        for there in [
            "Permission to share", "Moss Hollow, and nobody else", "Who the young person is", "Family", "To refer them to this service",
            "On paper", "Spoken", "to March 20, 2026, that day included", "What was told cannot be called back.",
            "You may say no to all of this", "No help depends on it. If you say no, you get the same help.",
            "Explained by Wren Cedar, in this language: English.", "The young person Name: ____", "A parent or guardian Name: ____",
            "Signature: ____", "Date: ____", "Somebody who saw it",
        ] {
            assert!(paper.contains(there), "{there}: {paper}");
        }
        assert!(paper.find("No help depends").unwrap() < paper.find("Signature:").unwrap());
        let spanish = printed_of(world, who, case, form("ES")).await.text();
        for there in ["Permiso para compartir", "hasta el 20 de marzo de 2026", "Ninguna ayuda depende de esto.", "Firma: ____"] {
            assert!(spanish.contains(there), "{there}: {spanish}");
        }
        // What has ended is not signed any more.
        desk.withdraw(release.as_str().unwrap()).await.done();
        let ended = preview_of(world, who, case, form("EN")).await;
        assert_eq!(ended.json["errors"][0]["extensions"]["code"], "BAD_REQUEST");
    }
}
