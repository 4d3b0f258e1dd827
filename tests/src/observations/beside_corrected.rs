//! Corrections of screenings and of reports: what stood stays (rule 8; issue 3).

use serde_json::{Value, json};
use server::access::Role;

use super::notes::{added, seen};
use crate::both;
use crate::world::{Answer, Persona, Team, World};

/// What is recorded beside observations: its mutations' name, its field, and what it says.
struct Beside {
    what: &'static str,
    field: &'static str,
    says: Value,
    shown: &'static str,
}

fn screening() -> Beside {
    let says = json!({
        "tool": "A tool of the clinic", "toolVersion": "2", "administeredOn": "2026-03-01", "administrator": "Dr. Rowan",
        "resultText": "They see a need to talk again.", "licenceConfirmed": true,
    });
    Beside {
        what: "screening",
        field: "screening",
        says,
        shown: "id version tool resultText administeredOn recordedBy { name } \
            earlier { tool resultText administeredOn recordedBy { name } reason correctedBy { name } correctedAt }",
    }
}

fn report() -> Beside {
    let says = json!({
        "reportedTo": "CYBERTIPLINE", "kind": "SEXTORTION", "method": "ONLINE", "filedAt": "2026-03-02T10:00:00Z",
        "reference": "CT-0142",
    });
    Beside {
        what: "reportMade",
        field: "report",
        says,
        shown: "id version kind reference filedAt filedBy recordedBy { name } \
            earlier { kind reference filedAt filedBy recordedBy { name } reason correctedBy { name } correctedAt }",
    }
}

impl Beside {
    async fn record(&self, world: &World, team: &Team) -> Value {
        let input = added(self.says.clone(), json!({ "case": team.case }));
        let (name, shown) = (
            format!("{}Record", self.what),
            format!("{} {{ {} }}", self.field, self.shown),
        );
        let made = world.act(&team.supervisor, &name, &shown, input).await;
        made.done()[self.field].clone()
    }

    async fn correct(&self, world: &World, who: &Persona, of: &Value, with: Value) -> Answer {
        let to =
            json!({ "id": of["id"], "expectedVersion": of["version"], "reason": "Read it again." });
        let input = added(added(self.says.clone(), to), with);
        let (name, shown) = (
            format!("{}Correct", self.what),
            format!("{} {{ {} }}", self.field, self.shown),
        );
        world.act(who, &name, &shown, input).await
    }

    /// Two who correct at once, by all that the answer says of it.
    async fn stale(&self, world: &World, who: &Persona, of: &Value, with: Value) -> Value {
        let to = json!({ "id": of["id"], "expectedVersion": 1, "reason": "Mine.", "clientMutationKey": world.key() });
        let input = added(added(self.says.clone(), to), with);
        let (name, input_type) = (format!("{}Correct", self.what), self.input_type());
        let document = format!(
            "mutation($input: {input_type}!) {{ it: {name}(input: $input) {{ __typename \
                ... on ConflictProblem {{ currentVersion fields {{ path yours theirs }} }} }} }}"
        );
        let answer = world.ask(who, &document, json!({ "input": input })).await;
        answer.data()["it"].clone()
    }

    fn input_type(&self) -> &'static str {
        match self.what {
            "screening" => "ScreeningCorrectInput",
            _ => "ReportMadeCorrectInput",
        }
    }
}

both! {
    async fn a_corrected_screening_keeps_what_stood_before(world) {
        let (team, it) = (world.team().await, screening());
        let made = it.record(&world, &team).await;
        assert_eq!(made["earlier"], json!([]));
        let with = json!({ "resultText": "They see no need.", "administeredOn": "2026-02-27" });
        let done = it.correct(&world, &team.specialist, &made, with).await.done()["screening"].clone();
        assert_eq!((&done["version"], &done["resultText"], &done["administeredOn"]), (&json!(2), &json!("They see no need."), &json!("2026-02-27")));
        assert_eq!(done["recordedBy"]["name"], "Wren Cedar");
        assert_eq!(done["earlier"], json!([{
            "tool": "A tool of the clinic", "resultText": "They see a need to talk again.", "administeredOn": "2026-03-01",
            "recordedBy": { "name": "Sage Alder" }, "reason": "Read it again.", "correctedBy": { "name": "Wren Cedar" },
            "correctedAt": "2026-03-04T15:00:00+00:00",
        }]));
        let again = it.correct(&world, &team.supervisor, &done, json!({ "tool": "Another tool" })).await.done()["screening"].clone();
        let words: Vec<_> = again["earlier"].as_array().unwrap().iter().map(|one| one["resultText"].clone()).collect();
        assert_eq!(words, ["They see no need.", "They see a need to talk again."]);
        let list = seen(&world, &team.advocate, &team.case, "screenings { version tool }").await;
        assert_eq!(list["screenings"], json!([{ "version": 3, "tool": "Another tool" }]));
    }

    async fn rule_008_a_corrected_screening_is_still_no_place_for_scoring(world) {
        let (team, it) = (world.team().await, screening());
        let made = it.record(&world, &team).await;
        let who = &team.specialist;
        let wrong = json!({ "resultText": "14/20", "administeredOn": "2026-04-01", "reason": "Mine." });
        assert_eq!(it.correct(&world, who, &made, wrong).await.wrong(), ["administeredOn IN_THE_FUTURE", "resultText NOT_ALLOWED_HERE"]);
        let silent = json!({ "reason": " ", "tool": " " });
        assert_eq!(it.correct(&world, who, &made, silent).await.wrong(), ["reason REQUIRED", "tool REQUIRED"]);
        assert_eq!(it.correct(&world, who, &made, json!({ "score": 14 })).await.codes(), ["VALIDATION_FAILED"]);
        assert_eq!(world.number("SELECT count(*) FROM screening_reference_past").await, 0);
    }

    async fn a_corrected_report_keeps_what_stood_before(world) {
        let (team, it) = (world.team().await, report());
        let made = it.record(&world, &team).await;
        let with = json!({ "kind": "CHILD_SEX_TRAFFICKING", "reference": "CT-0143", "filedBy": "The school", "filedAt": null });
        let done = it.correct(&world, &team.advocate, &made, with).await.done()["report"].clone();
        // A time that is not said again stays as it stood.
        assert_eq!((&done["version"], &done["reference"], &done["filedAt"]), (&json!(2), &json!("CT-0143"), &json!("2026-03-02T10:00:00+00:00")));
        assert_eq!(done["earlier"], json!([{
            "kind": "SEXTORTION", "reference": "CT-0142", "filedAt": "2026-03-02T10:00:00+00:00", "filedBy": null,
            "recordedBy": { "name": "Sage Alder" }, "reason": "Read it again.", "correctedBy": { "name": "Fern Fir" },
            "correctedAt": "2026-03-04T15:00:00+00:00",
        }]));
        let wrong = json!({ "kind": null, "filedAt": "2026-03-05T00:00:00Z" });
        assert_eq!(it.correct(&world, &team.advocate, &done, wrong).await.wrong(), ["filedAt IN_THE_FUTURE", "kind REQUIRED"]);
        let other = json!({ "reportedTo": "OTHER", "reason": " " });
        assert_eq!(it.correct(&world, &team.advocate, &done, other).await.wrong(), ["reason REQUIRED"]);
        // Nothing takes one away, and what stood before cannot be changed.
        for word in ["reportMadeDelete", "screeningDelete"] {
            assert!(!server::graphql::sdl().contains(word));
        }
        let held = world.sql().await;
        for table in ["tip_record_past", "screening_reference_past", "tip_notice"] {
            let change = format!("UPDATE {table} SET case_id = case_id");
            let changed = sea_orm::ConnectionTrait::execute_unprepared(&held, &change).await;
            let rows = world.number(&format!("SELECT count(*) FROM {table}")).await;
            assert!(changed.is_err() || rows == 0, "{table}");
        }
    }

    async fn a_stale_correction_shows_both_wordings(world) {
        let team = world.team().await;
        for (it, theirs, mine, path) in [
            (screening(), json!({ "tool": "Theirs" }), json!({ "tool": "Mine" }), "tool"),
            (report(), json!({ "reference": "Theirs" }), json!({ "reference": "Mine" }), "reference"),
        ] {
            let made = it.record(&world, &team).await;
            it.correct(&world, &team.specialist, &made, theirs).await.done();
            let answer = it.stale(&world, &team.supervisor, &made, mine).await;
            assert_eq!(answer, json!({
                "__typename": "ConflictProblem", "currentVersion": 2,
                "fields": [{ "path": [path], "yours": "Mine", "theirs": "Theirs" }],
            }));
        }
    }

    async fn rule_030_who_has_no_part_in_the_case_corrects_nothing(world) {
        let team = world.team().await;
        let volunteer = world.person("Robin Moss", &[Role::PeerVolunteer]).await;
        world.assign(&team.supervisor, &team.case, &volunteer, "VOLUNTEER").await;
        let beside = world.person("Otter Reed", &[Role::ResourceSpecialist]).await;
        let elsewhere = world.person_of("Brook", "Heron Sedge", &[Role::Supervisor]).await;
        for it in [screening(), report()] {
            let made = it.record(&world, &team).await;
            for who in [&volunteer, &beside, &elsewhere] {
                let refused = it.correct(&world, who, &made, json!({})).await;
                assert_eq!(refused.problem(), "NotFoundProblem", "{}", it.what);
            }
        }
        // Who may not refer to a screening does not correct one either.
        let made = screening().record(&world, &team).await;
        assert_eq!(screening().correct(&world, &team.advocate, &made, json!({})).await.problem(), "ForbiddenProblem");
    }
}
