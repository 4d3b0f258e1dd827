//! Templates as they are written, published, reviewed and loaded.

use serde_json::{Value, json};
use server::access::Role;
use server::plans::templates::{Loaded, load, shipped};
use uuid::Uuid;

use crate::both;
use crate::world::{Answer, Persona, World, text};

const SHOWN: &str = "template { id version state title draft { title goals { number text } } current { id number contentHash } }";

/// A template with one goal and one step.
pub fn body(title: &str, goal: &str) -> Value {
    json!({
        "expectedVersion": 0, "title": title, "situation": "COURT_AHEAD", "language": "EN", "about": null,
        "goals": [
            { "domain": "LEGAL_PROTECTION", "owner": "TEAM", "text": "A calm day.", "steps": [] },
            { "domain": "LEGAL_PROTECTION", "owner": "YOUTH", "text": goal,
              "steps": [{ "text": "Ask the court.", "by": "SPECIALIST", "days": 7 }] },
        ],
    })
}

async fn act(world: &World, who: &Persona, mutation: &str, input: Value) -> Answer {
    world.act(who, mutation, SHOWN, input).await
}

/// Writes a template and publishes it; the template as it is then.
pub async fn published(world: &World, who: &Persona, title: &str, goal: &str) -> Value {
    let saved = act(world, who, "planTemplateSave", body(title, goal)).await;
    let saved = saved.done()["template"].clone();
    assert_eq!(saved["state"], "DRAFT");
    publish(world, who, &saved).await
}

async fn publish(world: &World, who: &Persona, template: &Value) -> Value {
    let input = json!({ "id": template["id"], "expectedVersion": template["version"] });
    let done = act(world, who, "planTemplatePublish", input).await;
    done.done()["template"].clone()
}

/// The draft of `template` written anew.
async fn rewrite(
    world: &World,
    who: &Persona,
    template: &Value,
    title: &str,
    goal: &str,
) -> Answer {
    let mut input = body(title, goal);
    input["id"] = template["id"].clone();
    input["expectedVersion"] = template["version"].clone();
    act(world, who, "planTemplateSave", input).await
}

async fn offer(world: &World, who: &Persona, template: &Value, offered: bool) -> Answer {
    let input =
        json!({ "id": template["id"], "expectedVersion": template["version"], "offered": offered });
    act(world, who, "planTemplateOffer", input).await
}

async fn titles(world: &World, who: &Persona, asked: &str) -> Vec<String> {
    let document = format!("{{ planTemplates{asked} {{ title }} }}");
    let answer = world.ask(who, &document, json!({})).await;
    let rows = answer.data()["planTemplates"].as_array().unwrap().iter();
    rows.map(|row| text(&row["title"])).collect()
}

both! {
    async fn publishing_freezes_a_version_and_a_later_draft_changes_nothing_of_it(world) {
        let sage = world.person("Sage Alder", &[Role::Supervisor]).await;
        let first = published(&world, &sage, "Court", "A lawyer of my own.").await;
        assert_eq!((&first["state"], &first["current"]["number"], &first["draft"]), (&json!("OFFERED"), &json!(1), &Value::Null));
        let drafted = rewrite(&world, &sage, &first, "A day in court", "Somebody who speaks for me.").await;
        let drafted = drafted.done()["template"].clone();
        // What is offered is what was published.
        assert_eq!((&drafted["title"], &drafted["current"]), (&json!("Court"), &first["current"]));
        assert_eq!(drafted["draft"]["goals"][1], json!({ "number": 2, "text": "Somebody who speaks for me." }));
        let second = publish(&world, &sage, &drafted).await;
        assert_eq!((&second["title"], &second["current"]["number"]), (&json!("A day in court"), &json!(2)));
        assert_ne!(second["current"]["contentHash"], first["current"]["contentHash"]);
        // The older version stays readable, as it was.
        let document = "query($id: ID!) { node(id: $id) { ... on PlanTemplateVersion { number contentHash body { title goals { text } } \
            template { versions { number } } } } }";
        let old = world.ask(&sage, document, json!({ "id": first["current"]["id"] })).await.data()["node"].clone();
        assert_eq!((&old["number"], &old["contentHash"]), (&json!(1), &first["current"]["contentHash"]));
        assert_eq!(old["body"], json!({ "title": "Court", "goals": [{ "text": "A calm day." }, { "text": "A lawyer of my own." }] }));
        assert_eq!(old["template"]["versions"], json!([{ "number": 2 }, { "number": 1 }]));
        // A draft that says what is published is none, and none cannot be published.
        let same = rewrite(&world, &sage, &second, "A day in court", "Somebody who speaks for me.").await;
        let same = same.done()["template"].clone();
        assert_eq!(same["draft"], Value::Null);
        let input = json!({ "id": same["id"], "expectedVersion": same["version"] });
        assert_eq!(act(&world, &sage, "planTemplatePublish", input).await.wrong(), ["id NOT_ALLOWED_HERE"]);
    }

    async fn a_stale_draft_gets_both_values(world) {
        let sage = world.person("Sage Alder", &[Role::Supervisor]).await;
        let oak = world.person("Oak Laurel", &[Role::Admin]).await;
        let first = published(&world, &sage, "Court", "A lawyer of my own.").await;
        rewrite(&world, &oak, &first, "Court", "Breaks when I ask.").await.done();
        let stale = rewrite(&world, &sage, &first, "Hearing", "A lawyer of my own.").await;
        assert_eq!(stale.problem(), "ConflictProblem");
        let fields = json!([
            { "path": ["title"], "yours": "Hearing", "theirs": "Court" },
            { "path": ["goals"], "yours": "A calm day.\nA lawyer of my own.\n- Ask the court.",
              "theirs": "A calm day.\nBreaks when I ask.\n- Ask the court." },
        ]);
        assert_eq!(stale.outcome()["fields"], fields);
        let input = json!({ "id": first["id"], "expectedVersion": first["version"] });
        assert_eq!(act(&world, &sage, "planTemplatePublish", input).await.problem(), "ConflictProblem");
        assert_eq!(offer(&world, &sage, &first, false).await.problem(), "ConflictProblem");
    }

    async fn who_has_nothing_to_do_with_plans_sees_none_and_only_some_write(world) {
        let sage = world.person("Sage Alder", &[Role::Supervisor]).await;
        let first = published(&world, &sage, "Court", "A lawyer of my own.").await;
        let drafted = act(&world, &sage, "planTemplateSave", body("Not yet", "Later.")).await;
        drafted.done();
        for (name, role, reads) in [
            ("Wren Cedar", Role::ResourceSpecialist, true), ("Fern Fir", Role::FamilyAdvocacySpecialist, true),
            ("Maple Kelp", Role::ExpertConsultant, true), ("Heath Hazel", Role::PeerVolunteer, false), ("Juniper Iris", Role::Intake, false),
        ] {
            let who = world.person(name, &[role]).await;
            let seen = titles(&world, &who, "").await;
            assert_eq!(seen.len(), if reads { 2 } else { 0 }, "{name}");
            let refused = act(&world, &who, "planTemplateSave", body("Mine", "Mine.")).await;
            assert_eq!(refused.outcome()["why"], "role_may_not", "{name}");
            assert_eq!(offer(&world, &who, &first, false).await.problem(), "ForbiddenProblem", "{name}");
        }
        assert_eq!(titles(&world, &sage, "(offered: true)").await, ["Court"]);
        assert_eq!(titles(&world, &sage, "(situation: JUST_RECOVERED)").await, [""; 0]);
        // Rule 29: to another organisation it is not there.
        let stranger = world.person_of("Brook", "Otter Birch", &[Role::Supervisor]).await;
        assert_eq!(titles(&world, &stranger, "").await, [""; 0]);
        assert_eq!(offer(&world, &stranger, &first, false).await.problem(), "NotFoundProblem");
        assert_eq!(rewrite(&world, &stranger, &first, "Court", "Ours.").await.problem(), "NotFoundProblem");
        let node = "query($id: ID!) { node(id: $id) { id } }";
        for id in [&first["id"], &first["current"]["id"]] {
            assert_eq!(world.ask(&stranger, node, json!({ "id": id })).await.data()["node"], Value::Null);
        }
    }

    async fn what_is_withdrawn_is_not_offered_and_comes_back(world) {
        let sage = world.person("Sage Alder", &[Role::Supervisor]).await;
        let new = act(&world, &sage, "planTemplateSave", body("Not yet", "Later.")).await;
        let new = new.done()["template"].clone();
        assert_eq!(offer(&world, &sage, &new, true).await.wrong(), ["offered NOT_ALLOWED_HERE"]);
        let first = published(&world, &sage, "Court", "A lawyer of my own.").await;
        let gone = offer(&world, &sage, &first, false).await.done()["template"].clone();
        assert_eq!((&gone["state"], &gone["current"]), (&json!("WITHDRAWN"), &first["current"]));
        assert_eq!(titles(&world, &sage, "(offered: true)").await, [""; 0]);
        let back = offer(&world, &sage, &gone, true).await.done()["template"].clone();
        assert_eq!(back["state"], "OFFERED");
    }

    async fn rule_009_a_template_with_an_avoided_word_is_a_draft_and_not_published(world) {
        let sage = world.person("Sage Alder", &[Role::Supervisor]).await;
        let mut input = body("For runaways", "A lawyer of my own.");
        input["goals"][1]["steps"][0]["text"] = json!("Ask why placement failed.");
        let saved = act(&world, &sage, "planTemplateSave", input).await.done()["template"].clone();
        let publish = json!({ "id": saved["id"], "expectedVersion": saved["version"] });
        let refused = act(&world, &sage, "planTemplatePublish", publish).await;
        assert_eq!(refused.wrong(), ["title NOT_ALLOWED_HERE", "goals.1.steps.0.text NOT_ALLOWED_HERE"]);
        let mut empty = body(" ", "");
        empty["goals"][1]["steps"][0]["days"] = json!(366);
        let refused = act(&world, &sage, "planTemplateSave", empty).await;
        assert_eq!(refused.wrong(), ["title REQUIRED", "goals.1.text REQUIRED", "goals.1.steps.0.days NOT_ALLOWED_HERE"]);
    }

    async fn rule_118_a_version_shows_its_review_and_a_new_one_begins_without(world) {
        let sage = world.person("Sage Alder", &[Role::Supervisor]).await;
        let maple = world.person("Maple Kelp", &[Role::ExpertConsultant]).await;
        let first = published(&world, &sage, "Court", "A lawyer of my own.").await;
        let shown = "template { current { reviews { state note by { name } } } }";
        let review = async |who: &Persona, state: &str, note: Value| {
            let input = json!({ "templateVersion": first["current"]["id"], "state": state, "note": note });
            world.act(who, "planTemplateReviewRecord", shown, input).await
        };
        let submitted = review(&sage, "SUBMITTED", Value::Null).await;
        assert_eq!(submitted.done()["template"]["current"]["reviews"][0]["state"], "SUBMITTED");
        assert_eq!(review(&sage, "ENDORSED", Value::Null).await.problem(), "ForbiddenProblem");
        assert_eq!(review(&maple, "SUBMITTED", Value::Null).await.problem(), "ForbiddenProblem");
        assert_eq!(review(&maple, "CHANGES_REQUESTED", Value::Null).await.wrong(), ["note REQUIRED"]);
        let endorsed = review(&maple, "ENDORSED", json!("Good words.")).await;
        let reviews = json!([
            { "state": "ENDORSED", "note": "Good words.", "by": { "name": "Maple Kelp" } },
            { "state": "SUBMITTED", "note": null, "by": null },
        ]);
        // Who asked is a colleague, whom an expert's role does not show.
        assert_eq!(endorsed.done()["template"]["current"]["reviews"], reviews);
        let drafted = rewrite(&world, &sage, &first, "Court", "Breaks when I ask.").await.done()["template"].clone();
        let second = publish(&world, &sage, &drafted).await;
        let document = "query($id: ID!) { node(id: $id) { ... on PlanTemplate { versions { reviews { state } } } } }";
        let seen = world.ask(&maple, document, json!({ "id": second["id"] })).await;
        let states = json!([{ "reviews": [] }, { "reviews": [{ "state": "ENDORSED" }, { "state": "SUBMITTED" }] }]);
        assert_eq!(seen.data()["node"]["versions"], states);
        let kept = world.number("SELECT count(*) FROM audit_entry WHERE act = 'plan_template_review' AND target_type = 'plan_template'").await;
        assert!(kept > 0);
    }

    async fn what_ships_is_loaded_once_and_what_people_changed_stays_theirs(world) {
        let sage = world.person("Sage Alder", &[Role::Supervisor]).await;
        let request = Uuid::from_u128(9);
        let [english, _] = shipped();
        let loaded = load(&world.app, "Meadow", english, request).await.unwrap();
        assert_eq!((loaded.same, loaded.kept), (0, 0));
        let every = titles(&world, &sage, "(offered: true)").await;
        assert_eq!((every.len(), every[0].as_str()), (loaded.new, "The first days after being found"));
        let again = load(&world.app, "Meadow", english, request).await.unwrap();
        assert_eq!(again, Loaded { new: 0, same: loaded.new, kept: 0 });
        // A file that says it otherwise is a new version, but not of what somebody has in hand.
        let document = "{ planTemplates(situation: COURT_AHEAD) { id version current { id } } }";
        let court = world.ask(&sage, document, json!({})).await.data()["planTemplates"][0].clone();
        rewrite(&world, &sage, &court, "Our day in court", "Breaks when I ask.").await.done();
        let other = english.replace("A day in court ahead", "Court ahead").replace("Turning eighteen", "Eighteen soon");
        let third = load(&world.app, "Meadow", &other, request).await.unwrap();
        assert_eq!(third, Loaded { new: 1, same: loaded.new - 2, kept: 1 });
        let wrong = english.replace("Turning eighteen", "For a runaway");
        assert!(load(&world.app, "Meadow", &wrong, request).await.is_err());
        assert!(load(&world.app, "Nobody", english, request).await.is_err());
        assert_eq!(world.number("SELECT count(*) FROM audit_entry WHERE act = 'plan_templates_load'").await, 3);
    }

    async fn a_list_of_many_templates_takes_as_many_statements_as_one_of_few(world) {
        let sage = world.person("Sage Alder", &[Role::Supervisor]).await;
        let file = |many: usize| {
            let one = |n: usize| format!(
                "[[template]]\ncode = \"t{n}\"\ntitle = \"Template {n}\"\nsituation = \"other\"\nlanguage = \"en\"\n\
                 [[template.goal]]\ndomain = \"education\"\nowner = \"youth\"\ntext = \"Goal {n}\"\n"
            );
            (0..many).map(one).collect::<String>()
        };
        let document = "{ planTemplates { id title state changedBy { name } draft { title } \
            current { number body { goals { text steps { text } } } reviews { state by { name } } usedInPlans publishedBy { name } } \
            versions { number } } }";
        let mut statements = Vec::new();
        for many in [30, 300] {
            load(&world.app, "Meadow", &file(many), Uuid::from_u128(9)).await.unwrap();
            let answer = world.ask(&sage, document, json!({})).await;
            assert_eq!(answer.data()["planTemplates"].as_array().unwrap().len(), many);
            statements.push(answer.statements);
        }
        assert_eq!(statements[0], statements[1]);
    }
}
