//! Goals and steps taken from a template into a plan.

use serde_json::{Value, json};
use server::access::Role;

use super::templates::{body, published};
use crate::both;
use crate::world::{Answer, Persona, Team, World, text};

/// A team whose case has no plan yet, and a template.
struct Table {
    world: World,
    team: Team,
    template: Value,
}

impl Table {
    async fn set(world: World) -> Self {
        let team = world.team().await;
        let template = published(&world, &team.supervisor, "Court", "A lawyer of my own.").await;
        Self {
            world,
            team,
            template,
        }
    }

    /// The second goal of the template with its step; `with` says what is other.
    fn goal(&self, with: Value) -> Value {
        let mut goal = json!({
            "number": 2, "text": "A lawyer of my own.", "inYouthWords": false, "owner": "YOUTH", "agreement": "YOUTH_AGREES",
            "steps": [{ "text": "Ask the court.", "owner": self.team.specialist.opaque, "dueOn": "2026-03-11" }],
        });
        for (field, value) in with.as_object().unwrap() {
            goal[field] = value.clone();
        }
        goal
    }

    fn input(&self, version: i64, goals: &[Value]) -> Value {
        json!({ "case": self.team.case, "expectedVersion": version, "templateVersion": self.template["current"]["id"], "goals": goals })
    }

    async fn take(&self, who: &Persona, input: Value) -> Answer {
        let shown = "plan { id version state goals { text owner inYouthWords state agreement targetOn \
            takenFrom { number template { title } } steps { text dueOn state owner { name } ownerName } } }";
        self.world.act(who, "planTemplateTake", shown, input).await
    }

    async fn used(&self) -> i64 {
        let document =
            "query($id: ID!) { node(id: $id) { ... on PlanTemplate { current { usedInPlans } } } }";
        let asked = json!({ "id": self.template["id"] });
        let seen = self.world.ask(&self.team.supervisor, document, asked).await;
        seen.data()["node"]["current"]["usedInPlans"]
            .as_i64()
            .unwrap()
    }
}

both! {
    async fn rule_066_goals_are_taken_changed_on_the_way_and_the_youths_come_first(world) {
        let table = Table::set(world).await;
        let team = json!({
            "number": 1, "text": "A calm week before court.", "inYouthWords": false, "owner": "TEAM", "targetOn": "2026-05-01",
            "agreement": "NOT_ASKED_YET", "steps": [],
        });
        let own = table.goal(json!({
            "text": "I want my lawyer to call me back.", "inYouthWords": true,
            "steps": [{ "text": "Ask twice.", "ownerName": "Aunt Linden", "dueOn": "2026-03-20" }],
        }));
        let taken = table.take(&table.team.specialist, table.input(0, &[team, own])).await;
        let plan = &taken.done()["plan"];
        assert_eq!(plan["state"], "DRAFT");
        let from = json!({ "number": 1, "template": { "title": "Court" } });
        assert_eq!(plan["goals"], json!([
            { "text": "I want my lawyer to call me back.", "owner": "YOUTH", "inYouthWords": true, "state": "PROPOSED",
              "agreement": "YOUTH_AGREES", "targetOn": null, "takenFrom": from,
              "steps": [{ "text": "Ask twice.", "dueOn": "2026-03-20", "state": "TODO", "owner": null, "ownerName": "Aunt Linden" }] },
            { "text": "A calm week before court.", "owner": "TEAM", "inYouthWords": false, "state": "PROPOSED",
              "agreement": "NOT_ASKED_YET", "targetOn": "2026-05-01", "takenFrom": from, "steps": [] },
        ]));
        // More can be taken into the plan that is there, and it is still one plan that took.
        let version = plan["version"].as_i64().unwrap();
        table.take(&table.team.specialist, table.input(version, &[table.goal(json!({}))])).await.done();
        assert_eq!(table.used().await, 1);
        let document = "query($id: ID!) { case(id: $id) { openGoals planState } }";
        let seen = table.world.ask(&table.team.specialist, document, json!({ "id": table.team.case })).await;
        assert_eq!(seen.data()["case"], json!({ "openGoals": 3, "planState": "DRAFT" }));
    }

    async fn taking_twice_with_the_same_key_takes_once(world) {
        let table = Table::set(world).await;
        let mut input = table.input(0, &[table.goal(json!({}))]);
        input["clientMutationKey"] = json!(table.world.key());
        for _ in 0..3 {
            let taken = table.take(&table.team.specialist, input.clone()).await;
            assert_eq!(taken.done()["plan"]["goals"].as_array().unwrap().len(), 1);
        }
        input["goals"][0]["text"] = json!("Another one.");
        assert_eq!(table.take(&table.team.specialist, input).await.wrong(), ["clientMutationKey KEY_REUSED"]);
        assert_eq!(table.world.number("SELECT count(*) FROM goal").await, 1);
    }

    async fn a_plan_keeps_the_version_that_it_took_from(world) {
        let table = Table::set(world).await;
        let who = &table.team.specialist;
        let plan = table.take(who, table.input(0, &[table.goal(json!({}))])).await.done()["plan"].clone();
        let mut draft = body("Hearing", "Breaks when I ask.");
        draft["id"] = table.template["id"].clone();
        draft["expectedVersion"] = table.template["version"].clone();
        let lead = &table.team.supervisor;
        let saved = table.world.act(lead, "planTemplateSave", "template { id version }", draft).await.done()["template"].clone();
        let publish = json!({ "id": saved["id"], "expectedVersion": saved["version"] });
        let second = table.world.act(lead, "planTemplatePublish", "template { id version current { id } }", publish).await.done()["template"].clone();
        let document = "query($id: ID!) { node(id: $id) { ... on RecoveryPlan { goals { text takenFrom { number body { title } } } } } }";
        let seen = table.world.ask(who, document, json!({ "id": plan["id"] })).await;
        let kept = json!([{ "text": "A lawyer of my own.", "takenFrom": { "number": 1, "body": { "title": "Court" } } }]);
        assert_eq!(seen.data()["node"]["goals"], kept);
        // Withdrawn, nothing of it is taken any more, and the plan keeps what it took.
        let input = json!({ "id": second["id"], "expectedVersion": second["version"], "offered": false });
        table.world.act(lead, "planTemplateOffer", "template { id }", input).await.done();
        let version = plan["version"].as_i64().unwrap();
        let refused = table.take(who, table.input(version, &[table.goal(json!({}))])).await;
        assert_eq!(refused.wrong(), ["templateVersion NOT_ALLOWED_HERE"]);
        let seen = table.world.ask(who, document, json!({ "id": plan["id"] })).await;
        assert_eq!(seen.data()["node"]["goals"], kept);
    }

    async fn rule_010_what_a_template_says_is_nobodys_own_words(world) {
        let table = Table::set(world).await;
        let claimed = table.goal(json!({ "inYouthWords": true }));
        let refused = table.take(&table.team.specialist, table.input(0, &[claimed])).await;
        assert_eq!(refused.wrong(), ["goals.0.inYouthWords NOT_ALLOWED_HERE"]);
        assert_eq!(table.world.number("SELECT count(*) FROM plan").await, 0);
    }

    async fn what_cannot_be_taken_is_said_field_by_field_and_nothing_is(world) {
        let table = Table::set(world).await;
        let who = &table.team.specialist;
        for (goals, wrong) in [
            (vec![], vec!["goals REQUIRED"]),
            (vec![table.goal(json!({ "number": 3 })), table.goal(json!({ "number": 0 }))], vec!["goals.0.number UNKNOWN_ID", "goals.1.number UNKNOWN_ID"]),
            (vec![table.goal(json!({})), table.goal(json!({}))], vec!["goals.1.number NOT_ALLOWED_HERE"]),
            (vec![table.goal(json!({ "text": " " }))], vec!["goals.0.text REQUIRED"]),
            (vec![table.goal(json!({ "steps": [{ "text": "Ask.", "dueOn": "2026-03-11" }] }))], vec!["goals.0.steps.0.owner REQUIRED"]),
            (vec![table.goal(json!({ "targetOn": "2026-03-01", "steps": [{ "text": "Ask.", "ownerName": "Aunt Linden", "dueOn": "2026-03-01" }] }))],
             vec!["goals.0.targetOn IN_THE_PAST", "goals.0.steps.0.dueOn IN_THE_PAST"]),
        ] {
            let refused = table.take(who, table.input(0, &goals)).await;
            assert_eq!(refused.wrong(), wrong);
        }
        let elsewhere = table.world.person_of("Brook", "Otter Birch", &[Role::Supervisor]).await;
        let theirs = published(&table.world, &elsewhere, "Court", "Ours.").await;
        let mut input = table.input(0, &[table.goal(json!({}))]);
        input["templateVersion"] = theirs["current"]["id"].clone();
        assert_eq!(table.take(who, input).await.wrong(), ["templateVersion UNKNOWN_ID"]);
        let step = json!([{ "text": "Ask.", "owner": elsewhere.opaque, "dueOn": "2026-03-11" }]);
        let input = table.input(0, &[table.goal(json!({ "steps": step }))]);
        assert_eq!(table.take(who, input).await.wrong(), ["goals.0.steps.0.owner UNKNOWN_ID"]);
        assert_eq!(table.take(&elsewhere, table.input(0, &[table.goal(json!({}))])).await.problem(), "NotFoundProblem");
        assert_eq!(table.take(&table.team.advocate, table.input(0, &[table.goal(json!({}))])).await.problem(), "ForbiddenProblem");
        assert_eq!(table.world.number("SELECT count(*) FROM plan").await, 0);
    }

    async fn taking_from_an_old_reading_of_the_plan_is_a_conflict(world) {
        let table = Table::set(world).await;
        let who = &table.team.specialist;
        table.world.act(who, "planStart", "plan { id }", json!({ "case": table.team.case })).await.done();
        let stale = table.take(who, table.input(0, &[table.goal(json!({}))])).await;
        assert_eq!(stale.problem(), "ConflictProblem");
        assert_eq!((&stale.outcome()["expectedVersion"], &stale.outcome()["currentVersion"]), (&json!(0), &json!(1)));
        let (one, two) = tokio::join!(
            table.take(who, table.input(1, &[table.goal(json!({}))])),
            table.take(who, table.input(1, &[table.goal(json!({}))])),
        );
        let done = [one, two].iter().filter(|answer| text(&answer.outcome()["__typename"]).ends_with("Success")).count();
        assert_eq!(done, 1);
        assert_eq!(table.world.number("SELECT count(*) FROM goal").await, 1);
    }
}
