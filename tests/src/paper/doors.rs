//! Who may make and have a copy, how often, and what is written down of it.

use chrono::Duration;
use serde_json::{Value, json};
use server::access::Role;

use super::print::{fetch, make, preview};
use crate::both;
use crate::plans::Desk;
use crate::world::{Persona, text};

async fn made(desk: &Desk, who: &Persona) -> String {
    let shown = preview(&desk.world, who, &desk.team.case, "YOUTH").await;
    text(&make(&desk.world, who, &desk.team.case, &shown).await.done()["copy"]["id"])
}

async fn status(desk: &Desk, who: Option<&Persona>, copy: &str) -> u16 {
    let response = fetch(&desk.world, who, copy).await;
    let status = response.status().as_u16();
    if status != 200 {
        assert_eq!(
            response.headers()["content-type"],
            "application/json; charset=utf-8"
        );
    }
    status
}

both! {
    async fn a_copy_is_had_once_by_who_made_it_where_they_made_it_and_soon(world) {
        let desk = Desk::new(world).await;
        desk.active().await;
        let (who, world) = (&desk.team.specialist, &desk.world);
        let copy = made(&desk, who).await;
        // Nobody, somebody else of the team, the same person in another session, another tenant.
        assert_eq!(status(&desk, None, &copy).await, 401);
        assert_eq!(status(&desk, Some(&desk.team.supervisor), &copy).await, 404);
        let elsewhere = world.again(who).await;
        assert_eq!(status(&desk, Some(&elsewhere), &copy).await, 404);
        let stranger = world.person_of("Brook", "Moss Reed", &[Role::Supervisor]).await;
        assert_eq!(status(&desk, Some(&stranger), &copy).await, 404);
        let volunteer = world.person("Ivy Reed", &[Role::PeerVolunteer]).await;
        world.assign(&desk.team.supervisor, &desk.team.case, &volunteer, "VOLUNTEER").await;
        assert_eq!(status(&desk, Some(&volunteer), &copy).await, 404);
        // What is not an id of a copy is not there either.
        assert_eq!(status(&desk, Some(who), &desk.plan).await, 404);
        assert_eq!(status(&desk, Some(who), "none").await, 404);
        // Two who come at once with the same: one has it, and then nobody.
        let (one, other) = tokio::join!(status(&desk, Some(who), &copy), status(&desk, Some(who), &copy));
        let mut both = [one, other];
        both.sort_unstable();
        assert_eq!(both, [200, 404]);
        assert_eq!(status(&desk, Some(who), &copy).await, 404);
        // Another, which waits too long.
        let late = made(&desk, who).await;
        world.later(Duration::seconds(120));
        assert_eq!(status(&desk, Some(who), &late).await, 404);
        let copies = desk.case("planCopies { number waits takenAt madeBy { name } }").await;
        let copies = &copies["planCopies"];
        assert_eq!((&copies[0]["number"], &copies[0]["takenAt"], &copies[0]["waits"]), (&json!(2), &Value::Null, &json!(false)));
        assert_eq!(copies[1]["madeBy"]["name"], "Wren Cedar");
        assert!(copies[1]["takenAt"].is_string());
    }

    async fn copies_made_at_once_have_numbers_of_their_own_and_a_retry_has_the_same(world) {
        let desk = Desk::new(world).await;
        desk.active().await;
        let (world, case) = (&desk.world, &desk.team.case);
        let team = [&desk.team.specialist, &desk.team.advocate, &desk.team.supervisor];
        let shown = preview(world, team[0], case, "TEAM").await;
        let makes = (0..9).map(|n| make(world, team[n % 3], case, &shown));
        let answers = futures::future::join_all(makes).await;
        let mut numbers: Vec<_> = answers.iter().map(|answer| answer.done()["copy"]["number"].as_i64().unwrap()).collect();
        numbers.sort_unstable();
        assert_eq!(numbers, (1..=9).collect::<Vec<_>>());
        let input = json!({
            "case": case, "audience": "TEAM", "language": "EN", "contentHash": shown["contentHash"], "clientMutationKey": world.key(),
        });
        for _ in 0..2 {
            let again = world.act(team[0], "planCopyMake", "copy { number waits }", input.clone()).await;
            assert_eq!(again.done()["copy"], json!({ "number": 10, "waits": true }));
        }
        // Another case begins with one.
        let other = world.case(&desk.team.supervisor, "Brook").await;
        world.act(&desk.team.supervisor, "planStart", "plan { id }", json!({ "case": other })).await.done();
        let shown = preview(world, &desk.team.supervisor, &other, "TEAM").await;
        let first = make(world, &desk.team.supervisor, &other, &shown).await;
        assert_eq!(first.done()["copy"]["number"], 1);
    }

    async fn rule_035_the_making_the_having_and_each_refusal_are_written_down(world) {
        let desk = Desk::new(world).await;
        desk.active().await;
        let copy = made(&desk, &desk.team.specialist).await;
        let rows = async |outcome: &str| {
            let sql = format!("SELECT COUNT(*) FROM audit_entry WHERE act = 'plan_print' AND outcome = '{outcome}'");
            desk.world.number(&sql).await
        };
        assert_eq!((rows("done").await, rows("refused").await), (1, 0));
        assert_eq!(status(&desk, Some(&desk.team.supervisor), &copy).await, 404);
        assert_eq!((rows("done").await, rows("refused").await), (1, 1));
        assert_eq!(status(&desk, Some(&desk.team.specialist), &copy).await, 200);
        assert_eq!((rows("done").await, rows("refused").await), (2, 1));
        let taken = "SELECT COUNT(*) FROM audit_entry WHERE act = 'plan_print' AND target_type = 'plan_copy' \
            AND case_id IS NOT NULL AND fields LIKE '%taken_at%'";
        assert_eq!(desk.world.number(taken).await, 1);
    }

    async fn rule_106_there_is_no_copy_for_a_caregiver_or_anybody_outside(world) {
        let desk = Desk::new(world).await;
        desk.active().await;
        let (world, who, case) = (&desk.world, &desk.team.specialist, &desk.team.case);
        for audience in ["CAREGIVER", "FAMILY", "AGENCY", "COURT"] {
            let document = format!("query($id: ID!) {{ case(id: $id) {{ planCopyPreview(audience: {audience}) {{ contentHash }} }} }}");
            let answer = world.ask(who, &document, json!({ "id": case })).await;
            assert_eq!(answer.json["errors"][0]["extensions"]["code"], "VALIDATION_FAILED");
        }
    }

    async fn rule_011_who_may_not_read_the_plan_makes_no_copy_of_it(world) {
        let desk = Desk::new(world).await;
        desk.active().await;
        let (world, case) = (&desk.world, &desk.team.case);
        let shown = preview(world, &desk.team.specialist, case, "YOUTH").await;
        let volunteer = world.person("Ivy Reed", &[Role::PeerVolunteer]).await;
        world.assign(&desk.team.supervisor, case, &volunteer, "VOLUNTEER").await;
        assert_eq!(preview(world, &volunteer, case, "YOUTH").await, Value::Null);
        assert_eq!(make(world, &volunteer, case, &shown).await.problem(), "ForbiddenProblem");
        let colleague = world.person("Ash Reed", &[Role::ResourceSpecialist]).await;
        assert_eq!(make(world, &colleague, case, &shown).await.problem(), "NotFoundProblem");
    }
}
