use serde_json::{Value, json};
use server::access::Role;

use super::desk::see;
use crate::both;
use crate::world::{Answer, Persona, World, text};

const KNOWN: &str = "id version role name relation tribe birthPrecision language languages pronouns safeToContact \
    noContact noContactReason allegedOffender disqualifiedSigner";

fn with(mut input: Value, more: Value) -> Value {
    for (field, value) in more.as_object().unwrap() {
        input[field] = value.clone();
    }
    input
}

async fn add(world: &World, who: &Persona, case: &str, more: Value) -> Answer {
    let input =
        json!({ "case": case, "role": "CAREGIVER", "name": "Juniper Reed", "safeToContact": true });
    let shown = format!("person {{ {KNOWN} }}");
    world
        .act(who, "casePersonAdd", &shown, with(input, more))
        .await
}

async fn change(world: &World, who: &Persona, person: &Value, more: Value) -> Answer {
    let input = json!({
        "id": person["id"], "expectedVersion": person["version"], "role": "CAREGIVER", "name": "Juniper Reed", "safeToContact": true,
    });
    let shown = format!("person {{ {KNOWN} }}");
    world
        .act(who, "casePersonChange", &shown, with(input, more))
        .await
}

async fn link(world: &World, who: &Persona, case: &str, person: &Value) -> Answer {
    let input = json!({ "case": case, "person": person, "role": "SIBLING", "relation": "sister" });
    let shown = format!("person {{ {KNOWN} alsoOn {{ id alias }} }}");
    world.act(who, "casePersonLink", &shown, input).await
}

/// Somebody of a case, by what they are to it.
async fn of_role(world: &World, who: &Persona, case: &str, role: &str) -> Value {
    let fields = format!("people {{ {KNOWN} alsoOn {{ alias }} }}");
    let seen = see(world, who, case, &fields).await;
    let people = seen["people"].as_array().unwrap();
    people
        .iter()
        .find(|person| person["role"] == role)
        .unwrap()
        .clone()
}

both! {
    async fn a_person_is_known_by_more_than_a_name_and_what_is_not_sent_stays(world) {
        let team = world.team().await;
        let (who, case) = (&team.specialist, &team.case);
        let known = json!({
            "tribe": "Example Nation", "birthDate": "1961", "birthPrecision": "ABOUT", "languages": ["Spanish", "English"],
            "disqualifiedSigner": true,
        });
        let added = add(&world, who, case, known).await;
        let person = &added.done()["person"];
        assert_eq!((&person["tribe"], &person["birthPrecision"]), (&json!("Example Nation"), &json!("ABOUT")));
        assert_eq!((&person["languages"], &person["language"]), (&json!(["Spanish", "English"]), &json!("Spanish")));
        assert_eq!((&person["disqualifiedSigner"], &person["allegedOffender"]), (&json!(true), &json!(false)));
        // A form that knows of one language alone takes nothing away.
        let kept = change(&world, who, person, json!({ "language": "Spanish" })).await;
        let kept = &kept.done()["person"];
        for field in ["tribe", "birthPrecision", "languages", "disqualifiedSigner"] {
            assert_eq!(kept[field], person[field], "{field}");
        }
        let cleared = change(&world, who, kept, json!({ "tribe": " ", "languages": [], "birthDate": "in spring" })).await;
        let cleared = &cleared.done()["person"];
        assert_eq!((&cleared["tribe"], &cleared["birthPrecision"], &cleared["languages"]), (&Value::Null, &Value::Null, &json!([])));
        let stale = json!({ "expectedVersion": 1, "tribe": "Other Nation", "languages": ["Dine"] });
        let stale = change(&world, who, cleared, stale).await;
        assert_eq!(stale.outcome()["fields"], json!([
            { "path": ["tribe"], "yours": "Other Nation", "theirs": null },
            { "path": ["languages"], "yours": "Dine", "theirs": null },
        ]));
    }

    async fn a_birth_date_is_as_precise_as_it_says(world) {
        let team = world.team().await;
        let dated = async |date: &str, precision: &str| {
            add(&world, &team.specialist, &team.case, json!({ "birthDate": date, "birthPrecision": precision })).await
        };
        for (date, precision) in [("2011-04-23", "DAY"), ("2011-04", "MONTH"), ("2011", "YEAR"), ("2011", "ABOUT")] {
            dated(date, precision).await.done();
        }
        for (date, precision) in [("2011-04", "DAY"), ("2011-02-30", "DAY"), ("2011-13", "MONTH"), ("spring", "ABOUT"), ("2011-04-23", "YEAR")] {
            assert_eq!(dated(date, precision).await.wrong(), ["birthDate NOT_A_DATE"], "{date} {precision}");
        }
        assert_eq!(dated("2031", "YEAR").await.wrong(), ["birthDate IN_THE_FUTURE"]);
        let alone = add(&world, &team.specialist, &team.case, json!({ "birthPrecision": "DAY" })).await;
        assert_eq!(alone.wrong(), ["birthPrecision NOT_ALLOWED_HERE"]);
    }

    async fn who_may_not_be_contacted_is_kept_with_the_reason(world) {
        let team = world.team().await;
        let (who, case) = (&team.advocate, &team.case);
        let none = add(&world, who, case, json!({ "noContact": true, "safeToContact": false })).await;
        assert_eq!(none.wrong(), ["noContactReason REQUIRED"]);
        let both = json!({ "noContact": true, "noContactReason": "An order of the court." });
        assert_eq!(add(&world, who, case, both.clone()).await.wrong(), ["safeToContact NOT_ALLOWED_HERE"]);
        let added = add(&world, who, case, with(both, json!({ "safeToContact": false }))).await;
        let person = added.done()["person"].clone();
        assert_eq!((&person["noContact"], &person["noContactReason"]), (&json!(true), &json!("An order of the court.")));
        // They may again: the reason goes with it.
        let again = change(&world, who, &person, json!({ "noContact": false })).await;
        let again = &again.done()["person"];
        assert_eq!((&again["noContact"], &again["noContactReason"]), (&json!(false), &Value::Null));
    }

    async fn rule_012_who_may_have_done_it_does_not_sign_for_the_child(world) {
        let team = world.team().await;
        let said = json!({ "role": "ALLEGED_OFFENDER", "allegedOffender": false, "disqualifiedSigner": false, "safeToContact": false });
        let added = add(&world, &team.specialist, &team.case, said).await;
        let person = &added.done()["person"];
        assert_eq!((&person["allegedOffender"], &person["disqualifiedSigner"]), (&json!(true), &json!(true)));
        let flagged = add(&world, &team.specialist, &team.case, json!({ "allegedOffender": true })).await;
        assert_eq!(flagged.done()["person"]["disqualifiedSigner"], true);
        let chosen = add(&world, &team.specialist, &team.case, json!({ "role": "SUPPORTER_CHOSEN_BY_YOUTH" })).await;
        assert_eq!(chosen.done()["person"]["role"], "SUPPORTER_CHOSEN_BY_YOUTH");
    }

    async fn siblings_are_one_person_on_both_cases_and_a_change_is_made_on_each(world) {
        let team = world.team().await;
        let (who, river) = (&team.supervisor, &team.case);
        let lake = world.case(who, "Lake").await;
        let sister = of_role(&world, who, &lake, "CHILD").await;
        let linked = link(&world, who, river, &sister["id"]).await;
        let here = linked.done()["person"].clone();
        assert_eq!((&here["name"], &here["role"], &here["relation"]), (&json!("Lake"), &json!("SIBLING"), &json!("sister")));
        assert_eq!(here["alsoOn"], json!([{ "id": lake, "alias": "Lake" }]));
        assert_eq!(link(&world, who, river, &sister["id"]).await.wrong(), ["person NOT_ALLOWED_HERE"]);
        let same_case = link(&world, who, &lake, &sister["id"]).await;
        assert_eq!(same_case.wrong(), ["person NOT_ALLOWED_HERE"]);
        // The legal name came with her, and is found on both.
        let found = world.ask(who, "{ find(words: \"Willow Fernleaf\") { id } }", json!({})).await;
        assert_eq!(found.data()["find"].as_array().unwrap().len(), 2);
        let more = json!({ "role": "SIBLING", "relation": "sister", "name": "Lake", "pronouns": "they", "phone": "555-0142", "safeToContact": true });
        change(&world, who, &here, more).await.done();
        let there = of_role(&world, who, &lake, "CHILD").await;
        // What they are to each case stays with the case.
        assert_eq!((&there["pronouns"], &there["role"], &there["relation"], &there["safeToContact"]), (&json!("they"), &json!("CHILD"), &Value::Null, &json!(true)));
        let phone = json!({ "id": there["id"], "field": "PHONE", "reason": "To call." });
        assert_eq!(world.act(who, "reveal", "revealed { value }", phone).await.done()["revealed"]["value"], "555-0142");
        for case in [river, &lake] {
            let seen = see(&world, who, case, "history(first: 50) { edges { node { act } } }").await;
            assert!(seen.to_string().contains("PERSON_CHANGE"), "{seen}");
        }
        // Two who were taken for one part again, and keep what is known.
        let here = of_role(&world, who, river, "SIBLING").await;
        let input = json!({ "id": here["id"], "expectedVersion": here["version"] });
        let stale = with(input.clone(), json!({ "expectedVersion": 1 }));
        assert_eq!(world.act(who, "casePersonUnlink", "person { name }", stale).await.problem(), "ConflictProblem");
        world.act(who, "casePersonUnlink", "person { name }", input).await.done();
        let here = of_role(&world, who, river, "SIBLING").await;
        assert_eq!((&here["alsoOn"], &here["pronouns"]), (&json!([]), &json!("they")));
        change(&world, who, &here, json!({ "role": "SIBLING", "name": "Lake", "pronouns": "she" })).await.done();
        assert_eq!(of_role(&world, who, &lake, "CHILD").await["pronouns"], "they");
    }

    async fn rule_030_nothing_hints_at_the_other_case_to_who_does_not_reach_it(world) {
        let team = world.team().await;
        let (chief, wren) = (&team.supervisor, &team.specialist);
        let lake = world.case(chief, "Lake").await;
        let sister = of_role(&world, chief, &lake, "CHILD").await;
        // Who does not reach the other case cannot bring anybody from it.
        assert_eq!(link(&world, wren, &team.case, &sister["id"]).await.problem(), "NotFoundProblem");
        let linked = link(&world, chief, &team.case, &sister["id"]).await;
        let here = linked.done()["person"].clone();
        let seen = of_role(&world, wren, &team.case, "SIBLING").await;
        assert_eq!(seen["alsoOn"], json!([]));
        let stranger = world.person("Linden Moor", &[Role::Supervisor]).await;
        assert_eq!(change(&world, &stranger, &here, json!({})).await.problem(), "NotFoundProblem");
        // A change by who reaches one case alone leaves the other as it was, its version too.
        let more = json!({ "role": "SIBLING", "relation": "sister", "name": "Lake", "pronouns": "they" });
        change(&world, wren, &seen, more).await.done();
        let there = of_role(&world, chief, &lake, "CHILD").await;
        assert_eq!((&there["pronouns"], &there["version"]), (&Value::Null, &sister["version"]));
        // Who reaches both makes them alike again.
        let here = of_role(&world, chief, &team.case, "SIBLING").await;
        let more = json!({ "role": "SIBLING", "relation": "sister", "name": "Lake", "pronouns": "she" });
        change(&world, chief, &here, more).await.done();
        assert_eq!(of_role(&world, chief, &lake, "CHILD").await["pronouns"], "she");
        let volunteer = world.person("Moss Reed", &[Role::PeerVolunteer]).await;
        world.assign(chief, &team.case, &volunteer, "VOLUNTEER").await;
        assert_eq!(link(&world, &volunteer, &team.case, &sister["id"]).await.problem(), "NotFoundProblem");
        assert_eq!(link(&world, &volunteer, &lake, &here["id"]).await.problem(), "ForbiddenProblem");
    }

    async fn families_cost_as_many_statements_for_thirty_as_for_one(world) {
        let team = world.team().await;
        let chief = &team.supervisor;
        let cost = async || {
            let mut least = u32::MAX;
            for _ in 0..3 {
                let document = "{ cases(first: 50) { edges { node { people { name tribe languages alsoOn { alias } } } } } }";
                let answer = world.ask(chief, document, json!({})).await;
                answer.data();
                least = least.min(answer.statements);
            }
            least
        };
        let sister = of_role(&world, chief, &team.case, "CHILD").await;
        let first = world.case(chief, "Lake").await;
        link(&world, chief, &first, &sister["id"]).await.done();
        let small = cost().await;
        for n in 0..29 {
            let case = world.case(chief, &format!("Brook {n}")).await;
            link(&world, chief, &case, &sister["id"]).await.done();
        }
        assert_eq!(cost().await, small);
        assert!(text(&sister["name"]).starts_with("River"));
    }
}
