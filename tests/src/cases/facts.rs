use serde_json::{Value, json};

use super::desk::{act, see};
use crate::both;
use crate::episodes::desk::Desk;

both! {
    async fn what_changes_of_a_case_is_kept_with_who_since_when_and_why(world) {
        let team = world.team().await;
        let (who, case) = (&team.specialist, &team.case);
        let change = async |input: Value| act(&world, who, case, "caseFactsChange", input).await;
        let kin = json!({ "legalCustody": "KIN", "communityType": "RURAL", "since": "2026-02-20", "reason": "A court order." });
        let mut late = kin.clone();
        late["since"] = json!("2026-03-05");
        assert_eq!(change(late).await.wrong(), ["since IN_THE_FUTURE"]);
        let mut silent = kin.clone();
        silent["reason"] = json!(" ");
        assert_eq!(change(silent).await.wrong(), ["reason REQUIRED"]);
        let same = json!({ "legalCustody": "STATE_CHILD_WELFARE", "since": "2026-02-20", "reason": "It is." });
        assert_eq!(change(same).await.wrong(), ["legalCustody NOT_ALLOWED_HERE"]);
        let mut stale = kin.clone();
        stale["expectedVersion"] = json!(1);
        let stale = change(stale).await;
        assert_eq!(stale.problem(), "ConflictProblem");
        assert_eq!(stale.outcome()["fields"], json!([
            { "path": ["legalCustody"], "yours": "KIN", "theirs": "STATE_CHILD_WELFARE" },
            { "path": ["communityType"], "yours": "RURAL", "theirs": null },
        ]));
        let volunteer = world.person("Moss Reed", &[server::access::Role::PeerVolunteer]).await;
        world.assign(&team.supervisor, case, &volunteer, "VOLUNTEER").await;
        let mut theirs = kin.clone();
        theirs["expectedVersion"] = json!(1);
        assert_eq!(act(&world, &volunteer, case, "caseFactsChange", theirs.clone()).await.problem(), "ForbiddenProblem");
        assert_eq!(act(&world, &team.advocate, case, "caseFactsChange", theirs).await.problem(), "ForbiddenProblem");

        change(kin).await.done();
        change(json!({ "jurisdiction": "OK", "since": "2026-03-01", "reason": "Moved to her aunt." })).await.done();
        let fields = "legalCustody communityType jurisdiction factChanges { fact was now since reason by { name } }";
        let seen = see(&world, who, case, fields).await;
        assert_eq!((&seen["legalCustody"], &seen["communityType"], &seen["jurisdiction"]), (&json!("KIN"), &json!("RURAL"), &json!("OK")));
        let by = json!({ "name": "Wren Cedar" });
        let changes = seen["factChanges"].as_array().unwrap();
        assert_eq!(changes[0], json!({ "fact": "JURISDICTION", "was": "TX", "now": "OK", "since": "2026-03-01", "reason": "Moved to her aunt.", "by": by }));
        let of = |fact: &str| changes.iter().find(|change| change["fact"] == fact).unwrap().clone();
        assert_eq!(of("LEGAL_CUSTODY"), json!({ "fact": "LEGAL_CUSTODY", "was": "STATE_CHILD_WELFARE", "now": "KIN", "since": "2026-02-20", "reason": "A court order.", "by": by }));
        assert_eq!(of("COMMUNITY_TYPE")["was"], Value::Null);
        // A volunteer sees nothing of it (rule 32).
        assert_eq!(see(&world, &volunteer, case, "factChanges { now } statusChanges { now } allowedStatuses").await,
            json!({ "factChanges": [], "statusChanges": [], "allowedStatuses": [] }));
    }

    async fn rule_061_a_change_of_custody_is_for_the_clocks_that_start_after_it(world) {
        let desk = Desk::new(world).await;
        desk.open(json!({})).await;
        let before = desk.clocks().await;
        assert_eq!(desk.clock("missing_le").await["recommended"], false);
        let (world, who) = (&desk.world, &desk.team.specialist);
        let change = json!({ "legalCustody": "PARENT", "since": "2026-03-04", "reason": "An order." });
        act(world, who, &desk.team.case, "caseFactsChange", change.clone()).await.done();
        assert_eq!(desk.clocks().await, before);
        // In the care of a parent the same is advice (rule 46).
        let other = world.case(&desk.team.supervisor, "Lake").await;
        act(world, &desk.team.supervisor, &other, "caseFactsChange", change).await.done();
        let missing = json!({ "case": other, "type": "ENDANGERED_RUNAWAY", "whereabouts": "MISSING" });
        world.act(&desk.team.supervisor, "episodeOpen", "episode { id }", missing).await.done();
        let seen = see(world, &desk.team.supervisor, &other, "runningClocks { code recommended }").await;
        let told = json!({ "code": "missing_le", "recommended": true });
        assert!(seen["runningClocks"].as_array().unwrap().contains(&told), "{seen}");
    }
}
