use server::access::Role;
use server::accounts::entity::SessionKind;
use server::accounts::{refresh, sign_out};

use super::house::{REQUEST, on_both};

on_both! {
    async fn signing_out_holds_with_the_next_request_and_for_that_session_only(house) {
        house.person("fern", &[Role::Supervisor]).await;
        let (here, there) = (house.sign_in("fern").await, house.sign_in("fern").await);
        assert!(sign_out(&house.app, Some(&here.access), None, REQUEST).await.unwrap());
        assert!(house.viewer(&here).await.is_none());
        assert!(refresh(&house.app, &here.refresh, SessionKind::Browser, REQUEST).await.is_err());
        assert!(house.viewer(&there).await.is_some());
        assert!(!sign_out(&house.app, Some(&here.access), Some(&here.refresh), REQUEST).await.unwrap());
        assert_eq!(house.column("SELECT why FROM audit_entry WHERE act = 'session_end'").await, ["signed_out"]);
    }

    async fn one_can_sign_out_after_the_access_token_has_run_out(house) {
        house.person("fern", &[Role::Supervisor]).await;
        let tokens = house.sign_in("fern").await;
        house.later(11);
        assert!(sign_out(&house.app, Some(&tokens.access), Some(&tokens.refresh), REQUEST).await.unwrap());
        assert!(refresh(&house.app, &tokens.refresh, SessionKind::Browser, REQUEST).await.is_err());
    }

    async fn strangers_tokens_sign_nobody_out(house) {
        house.person("fern", &[Role::Supervisor]).await;
        let tokens = house.sign_in("fern").await;
        for (access, other) in [(None, None), (Some("x"), Some("y")), (None, Some(tokens.access.as_str()))] {
            assert!(!sign_out(&house.app, access, other, REQUEST).await.unwrap());
        }
        assert!(house.viewer(&tokens).await.is_some());
    }
}
