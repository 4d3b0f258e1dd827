//! What administrators do to the accounts of others.

use serde_json::{Value, json};
use server::access::Role;
use server::accounts::Tokens;

use super::house::{House, on_both};

const USERS: &str = "{ users { edges { node { id name } } } }";
const ROLES: &str = "mutation ($input: UserRolesSetInput!) { userRolesSet(input: $input) {
    __typename ... on UserRolesSetSuccess { user { roles } } } }";
const DISABLE: &str = "mutation ($input: UserDisableInput!) { userDisable(input: $input) {
    __typename ... on UserDisableSuccess { user { active } } } }";

async fn id(house: &House, tokens: &Tokens, name: &str) -> Value {
    let data = house.ask(tokens, USERS, json!({})).await;
    let edges = data["users"]["edges"].as_array().unwrap();
    edges
        .iter()
        .find(|edge| edge["node"]["name"] == name)
        .unwrap()["node"]["id"]
        .clone()
}

async fn set(house: &House, tokens: &Tokens, id: &Value, roles: &[&str]) -> Value {
    let input = json!({"clientMutationKey": house.key(), "id": id, "roles": roles});
    house.ask(tokens, ROLES, json!({"input": input})).await["userRolesSet"].clone()
}

async fn disable(house: &House, tokens: &Tokens, id: &Value) -> Value {
    let input =
        json!({"clientMutationKey": house.key(), "id": id, "reason": "Has moved to the coast."});
    house.ask(tokens, DISABLE, json!({"input": input})).await["userDisable"].clone()
}

async fn two(house: &House) -> (Tokens, Tokens) {
    house
        .person("fern", &[Role::Supervisor, Role::Intake])
        .await;
    house.person("brook", &[Role::Admin]).await;
    (house.sign_in("fern").await, house.sign_in("brook").await)
}

on_both! {
    async fn roles_set_by_an_administrator_hold_with_the_next_request(house) {
        let (fern, brook) = two(&house).await;
        let of = id(&house, &brook, "fern").await;
        let set = set(&house, &brook, &of, &["ANALYST", "INTAKE"]).await;
        assert_eq!(set["__typename"], "UserRolesSetSuccess");
        assert_eq!(set["user"]["roles"], json!(["ANALYST", "INTAKE"]));
        let held: Vec<_> = house.viewer(&fern).await.unwrap().roles().iter().collect();
        assert_eq!(held, [Role::Analyst, Role::Intake]);
        let fields = "SELECT fields FROM audit_entry WHERE act = 'user_manage'";
        assert_eq!(house.column(fields).await, ["roles version"]);
    }

    async fn a_colleague_who_leaves_is_out_at_once_and_the_reason_is_sealed(house) {
        let (fern, brook) = two(&house).await;
        let of = id(&house, &brook, "fern").await;
        let done = disable(&house, &brook, &of).await;
        assert_eq!(done, json!({"__typename": "UserDisableSuccess", "user": {"active": false}}));
        assert!(house.viewer(&fern).await.is_none());
        let ends = "SELECT end_reason FROM user_session WHERE end_reason IS NOT NULL";
        assert_eq!(house.column(ends).await, ["user_disabled"]);
        let reasons = house.bytes("SELECT reason FROM audit_entry WHERE act = 'user_manage'").await;
        assert_eq!(reasons.len(), 1);
        assert!(!reasons[0].windows(5).any(|part| part == b"coast"));
    }

    async fn nobody_does_it_to_themselves(house) {
        let (_, brook) = two(&house).await;
        let own = id(&house, &brook, "brook").await;
        assert_eq!(set(&house, &brook, &own, &["SUPERVISOR"]).await["__typename"], "ForbiddenProblem");
        assert_eq!(disable(&house, &brook, &own).await["__typename"], "ForbiddenProblem");
        assert!(house.viewer(&brook).await.unwrap().roles().has(Role::Admin));
    }

    async fn only_administrators_do_it(house) {
        let (fern, brook) = two(&house).await;
        let of = id(&house, &brook, "brook").await;
        assert_eq!(set(&house, &fern, &of, &["ANALYST"]).await["__typename"], "ForbiddenProblem");
        assert_eq!(disable(&house, &fern, &of).await["__typename"], "ForbiddenProblem");
        assert!(house.viewer(&brook).await.is_some());
        let refused = "SELECT why FROM audit_entry WHERE act = 'user_manage' AND outcome = 'refused'";
        assert_eq!(house.column(refused).await, ["role_may_not", "role_may_not"]);
    }

    async fn nobody_is_left_without_a_role(house) {
        let (fern, brook) = two(&house).await;
        let of = id(&house, &brook, "fern").await;
        assert_eq!(set(&house, &brook, &of, &[]).await["__typename"], "ValidationProblem");
        assert_eq!(house.viewer(&fern).await.unwrap().roles().iter().count(), 2);
    }
}
