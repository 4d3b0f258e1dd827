//! What is out of reach looks as if it were not there.

use serde_json::json;
use server::access::{Relation, Role};

use super::probes;
use super::stage::Stage;
use super::trial::Seen;
use crate::both;

const CASE: &str = "query($id: ID!) { case(id: $id) { id alias } }";
const LIST: &str = "{ cases { edges { node { alias } } totalCount } }";

both! {
    /// Unassigned staff get what they would get for a case that does not exist, byte for byte.
    async fn rule_030_a_case_out_of_reach_is_not_there(world) {
        let team = world.team().await;
        let other = world.person("Lark Dogwood", &[Role::ResourceSpecialist]).await;
        let never = server::graphql::id::id_of(&world.app, server::graphql::Kind::Case, uuid::Uuid::from_u128(9)).unwrap();

        let seen = world.ask(&team.specialist, CASE, json!({ "id": team.case })).await;
        assert_eq!(seen.data()["case"]["alias"], "River");
        let forbidden = world.ask(&other, CASE, json!({ "id": team.case })).await;
        let absent = world.ask(&other, CASE, json!({ "id": never })).await;
        assert_eq!(forbidden.json, absent.json);
        assert_eq!(forbidden.status, absent.status);
        assert!(forbidden.data()["case"].is_null());

        let input = |id: &str| json!({ "id": id, "expectedVersion": 1, "user": other.opaque, "role": "VOLUNTEER" });
        let forbidden = world.act(&other, "caseAssign", "case { id }", input(&team.case)).await;
        let absent = world.act(&other, "caseAssign", "case { id }", input(&never)).await;
        assert_eq!(forbidden.problem(), "NotFoundProblem");
        assert_eq!(forbidden.json, absent.json);
    }

    /// The supervisor of an assignee reaches the case; one who supervises somebody else does not.
    async fn rule_030_the_supervisor_of_an_assignee_reaches_the_case(world) {
        let team = world.team().await;
        let rowan = world.person("Rowan Birch", &[Role::Supervisor]).await;
        assert!(world.ask(&rowan, CASE, json!({ "id": team.case })).await.data()["case"].is_null());
        world.supervises(&rowan, &team.specialist).await;
        let seen = world.ask(&rowan, CASE, json!({ "id": team.case })).await;
        assert_eq!(seen.data()["case"]["alias"], "River");
    }

    /// Two organisations with the same young person stay invisible to each other, in lists,
    /// counts and searches, and to each other's administrators.
    async fn rule_029_no_query_reaches_another_organisation(world) {
        let team = world.team().await;
        let theirs = world.person_of("Delta", "Rowan Birch", &[Role::Supervisor, Role::Admin, Role::PrivacyOfficer]).await;
        let case = world.case(&theirs, "River").await;
        for (who, own, foreign) in [(&team.supervisor, &team.case, &case), (&theirs, &case, &team.case)] {
            let list = world.ask(who, LIST, json!({})).await;
            assert_eq!(list.data()["cases"]["totalCount"], 1);
            let found = world.ask(who, "{ find(words: \"River\") { id } }", json!({})).await;
            assert_eq!(found.data()["find"], json!([{ "id": own }]));
            assert!(world.ask(who, CASE, json!({ "id": foreign })).await.data()["case"].is_null());
        }
        let people = world.ask(&theirs, "{ colleagues { name } }", json!({})).await;
        assert_eq!(people.data()["colleagues"], json!([{ "name": "Rowan Birch" }]));
    }

    /// Who is taken off the team is out of reach from the next request on.
    async fn rule_030_reach_ends_with_the_assignment(world) {
        let team = world.team().await;
        let asked = "query($id: ID!) { case(id: $id) { version team { id role } } }";
        let answer = world.ask(&team.supervisor, asked, json!({ "id": team.case })).await;
        let case = &answer.data()["case"];
        let part = case["team"].as_array().unwrap().iter().find(|part| part["role"] == "RESOURCE_SPECIALIST").unwrap();
        let input = json!({
            "id": team.case, "expectedVersion": case["version"], "assignment": part["id"], "reason": "Moves to another team.",
        });
        world.act(&team.supervisor, "caseUnassign", "case { id }", input).await.done();
        assert!(world.ask(&team.specialist, CASE, json!({ "id": team.case })).await.data()["case"].is_null());
        assert_eq!(world.ask(&team.specialist, LIST, json!({})).await.data()["cases"]["totalCount"], 0);
    }

    /// The alias, the team and nothing of how the work stands; and no question that would tell it.
    async fn rule_032_a_volunteer_sees_the_alias_and_not_how_the_work_stands(world) {
        let team = world.team().await;
        let robin = world.person("Robin Moss", &[Role::PeerVolunteer]).await;
        world.assign(&team.supervisor, &team.case, &robin, "VOLUNTEER").await;
        let aunt = json!({ "case": team.case, "role": "CAREGIVER", "name": "Aunt Linden", "phone": "(202) 555-0133", "safeToContact": true });
        world.act(&team.advocate, "casePersonAdd", "person { id }", aunt).await.done();
        let work = "query($id: ID!) { case(id: $id) { alias number { masked } status origin openedAt planState openGoals openReferrals \
            contactsLogged lastContactAt nextContactOn nextReviewOn nextStaffingAt jurisdiction legalCustody summary people { name } } }";
        let seen = world.ask(&robin, work, json!({ "id": team.case })).await;
        for (field, value) in seen.data()["case"].as_object().unwrap() {
            let expected = match field.as_str() {
                "alias" => json!("River"),
                "people" => json!([]),
                _ => json!(null),
            };
            assert_eq!(value, &expected, "{field}");
        }
        let full = world.ask(&team.specialist, work, json!({ "id": team.case })).await;
        assert_eq!(full.data()["case"]["status"], "OPEN");
        for (words, who, found) in [
            ("Riv", &robin, 1), ("Willow", &robin, 0), ("Aunt Linden", &robin, 0), ("(202) 555-0133", &robin, 0),
            ("Willow", &team.specialist, 1), ("Aunt Linden", &team.specialist, 1), ("(202) 555-0133", &team.specialist, 1),
        ] {
            let answer = world.ask(who, "query($words: String!) { find(words: $words) { id } }", json!({ "words": words })).await;
            assert_eq!(answer.data()["find"].as_array().unwrap().len(), found, "{words} as {}", who.name);
        }
        for filter in [
            "status: [OPEN]", "withoutYouthVoice: true", "reviewOverdue: true", "referralWaiting: true", "noContactDays: 0",
            "staffingWithinDays: 30",
        ] {
            let document = format!("{{ cases(filter: {{ {filter} }}) {{ edges {{ node {{ id }} }} totalCount }} }}");
            assert_eq!(world.ask(&robin, &document, json!({})).await.codes(), ["FORBIDDEN"], "{filter}");
            assert!(world.ask(&team.specialist, &document, json!({})).await.codes().is_empty(), "{filter}");
        }
        // Whatever order is asked for, theirs come as they were opened.
        let lake = world.case(&team.supervisor, "Lake").await;
        world.assign(&team.supervisor, &lake, &robin, "VOLUNTEER").await;
        for order in ["LAST_CONTACT_FIRST_OLDEST", "NEXT_REVIEW", "OPENED_NEWEST"] {
            let document = format!("{{ cases(order: {order}) {{ edges {{ node {{ alias }} }} }} }}");
            let listed = world.ask(&robin, &document, json!({})).await;
            let aliases: Vec<_> = listed.data()["cases"]["edges"].as_array().unwrap().iter().map(|edge| edge["node"]["alias"].clone()).collect();
            assert_eq!(aliases, ["Lake", "River"], "{order}");
        }
    }

    /// On a team or over one of its members: no record of a case is there for them.
    async fn rule_034_analysts_and_consultants_reach_nothing_of_a_case(world) {
        let stage = Stage::new(world).await;
        for role in [Role::Analyst, Role::ExpertConsultant] {
            for relation in [Relation::Assigned, Relation::Supervises, Relation::SameOrganisation] {
                let who = stage.player(role, relation).await;
                for probe in probes::all().iter().filter(|probe| probe.act.about_a_case()) {
                    let seen = stage.attempt(&who, probe, true).await;
                    assert_eq!(seen, Seen::Nothing, "{} as {}", probe.field, who.name);
                }
            }
        }
    }
}
