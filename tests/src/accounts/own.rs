//! What people do to their own account.

use serde_json::{Value, json};
use server::access::Role;
use server::accounts::{SignInRefusal, Tokens};

use super::house::{House, PASSWORD, address, on_both};

const SESSIONS: &str = "{ mySessions { id kind current startedAt } }";
const END: &str =
    "mutation ($input: SessionEndInput!) { sessionEnd(input: $input) { __typename } }";
const CHANGE: &str = "mutation ($input: PasswordChangeInput!) { passwordChange(input: $input) {
    __typename ... on ValidationProblem { fields { path code } } } }";
const NEXT: &str = "wobbly granite canoe at noon";

async fn sessions(house: &House, tokens: &Tokens) -> Vec<Value> {
    let data = house.ask(tokens, SESSIONS, json!({})).await;
    data["mySessions"].as_array().unwrap().clone()
}

async fn change(house: &House, tokens: &Tokens, current: &str, next: &str) -> Value {
    let input = json!({"clientMutationKey": house.key(), "current": current, "next": next});
    house.ask(tokens, CHANGE, json!({"input": input})).await["passwordChange"].clone()
}

fn problem(path: &str, code: &str) -> Value {
    json!({"__typename": "ValidationProblem", "fields": [{"path": [path], "code": code}]})
}

on_both! {
    async fn one_sees_one_s_own_sessions_and_no_others(house) {
        house.person("fern", &[Role::Supervisor]).await;
        house.person("brook", &[Role::Admin]).await;
        let first = house.sign_in("fern").await;
        house.later(1);
        let second = house.sign_in("fern").await;
        house.sign_in("brook").await;
        let seen = sessions(&house, &second).await;
        assert_eq!(seen.iter().map(|s| s["current"].as_bool().unwrap()).collect::<Vec<_>>(), [true, false]);
        assert!(seen.iter().all(|session| session["kind"] == "BROWSER"));
        // An administrator may end others' sessions, and still sees only their own here.
        let admin = house.sign_in("brook").await;
        assert_eq!(sessions(&house, &admin).await.len(), 2);
        assert!(house.viewer(&first).await.is_some());
    }

    async fn one_ends_another_session_of_one_s_own(house) {
        house.person("fern", &[Role::Supervisor]).await;
        let (here, there) = (house.sign_in("fern").await, house.sign_in("fern").await);
        let seen = sessions(&house, &here).await;
        let other = seen.iter().find(|session| session["current"] == false).unwrap();
        let input = json!({"input": {"clientMutationKey": house.key(), "id": other["id"]}});
        for _ in 0..2 {
            // The second is a retry with the same key: the same answer, applied once.
            let done = house.ask(&here, END, input.clone()).await;
            assert_eq!(done["sessionEnd"]["__typename"], "SessionEndSuccess");
        }
        assert!(house.viewer(&there).await.is_none());
        assert!(house.viewer(&here).await.is_some());
        let again = json!({"input": {"clientMutationKey": house.key(), "id": other["id"]}});
        assert_eq!(house.ask(&here, END, again).await["sessionEnd"]["__typename"], "NotFoundProblem");
    }

    async fn nobody_ends_a_session_of_somebody_else(house) {
        house.person("fern", &[Role::Supervisor]).await;
        house.person("brook", &[Role::Admin]).await;
        let (fern, brook) = (house.sign_in("fern").await, house.sign_in("brook").await);
        let id = sessions(&house, &fern).await[0]["id"].clone();
        let input = json!({"input": {"clientMutationKey": house.key(), "id": id}});
        assert_eq!(house.ask(&brook, END, input).await["sessionEnd"]["__typename"], "NotFoundProblem");
        assert!(house.viewer(&fern).await.is_some());
    }

    async fn changing_the_password_ends_all_other_sessions(house) {
        house.person("fern", &[Role::Supervisor]).await;
        let (here, there) = (house.sign_in("fern").await, house.sign_in("fern").await);
        assert_eq!(change(&house, &here, PASSWORD, NEXT).await["__typename"], "PasswordChangeSuccess");
        assert!(house.viewer(&there).await.is_none());
        assert!(house.viewer(&here).await.is_some());
        let old = house.try_sign_in(&address("fern"), PASSWORD, "192.0.2.1").await;
        assert!(matches!(old, Err(SignInRefusal::Refused)));
        assert!(house.try_sign_in(&address("fern"), NEXT, "192.0.2.1").await.is_ok());
    }

    async fn a_retry_of_a_change_is_the_same_change(house) {
        house.person("fern", &[Role::Supervisor]).await;
        let tokens = house.sign_in("fern").await;
        let input = json!({"input": {"clientMutationKey": house.key(), "current": PASSWORD, "next": NEXT}});
        for _ in 0..2 {
            let done = house.ask(&tokens, CHANGE, input.clone()).await;
            assert_eq!(done["passwordChange"]["__typename"], "PasswordChangeSuccess");
        }
        let entries = "SELECT outcome FROM audit_entry WHERE act = 'own_account'";
        assert_eq!(house.column(entries).await, ["done"]);
    }

    async fn weak_next_passwords_and_wrong_present_ones_are_refused(house) {
        house.person("fern", &[Role::Supervisor]).await;
        let tokens = house.sign_in("fern").await;
        assert_eq!(change(&house, &tokens, PASSWORD, "short").await, problem("next", "TOO_SHORT"));
        assert_eq!(change(&house, &tokens, PASSWORD, "Password12345678").await, problem("next", "NOT_ALLOWED_HERE"));
        assert_eq!(change(&house, &tokens, PASSWORD, PASSWORD).await, problem("next", "NOT_ALLOWED_HERE"));
        assert_eq!(change(&house, &tokens, "wrong", NEXT).await, problem("current", "NOT_ALLOWED_HERE"));
        assert!(house.try_sign_in(&address("fern"), PASSWORD, "192.0.2.1").await.is_ok());
    }

    async fn an_open_session_is_no_way_to_guess_the_password(house) {
        house.person("fern", &[Role::Supervisor]).await;
        let tokens = house.sign_in("fern").await;
        for _ in 0..5 {
            assert_eq!(change(&house, &tokens, "wrong", NEXT).await, problem("current", "NOT_ALLOWED_HERE"));
        }
        // Even the right one waits now.
        assert_eq!(change(&house, &tokens, PASSWORD, NEXT).await, problem("current", "NOT_ALLOWED_HERE"));
        house.clock.advance(chrono::Duration::seconds(10));
        assert_eq!(change(&house, &tokens, PASSWORD, NEXT).await["__typename"], "PasswordChangeSuccess");
    }
}
