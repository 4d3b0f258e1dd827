use server::access::Role;
use server::accounts::entity::SessionKind;
use server::accounts::{RefreshRefusal, Tokens, refresh};

use super::house::{House, REQUEST, on_both};

async fn trade(house: &House, token: &str) -> Option<Tokens> {
    match refresh(&house.app, token, SessionKind::Browser, REQUEST).await {
        Ok(tokens) => Some(tokens),
        Err(RefreshRefusal::Ended) => None,
        Err(RefreshRefusal::Fault(refusal)) => panic!("{refusal:?}"),
    }
}

async fn signed_in(house: &House) -> Tokens {
    house.person("fern", &[Role::Supervisor]).await;
    house.sign_in("fern").await
}

async fn end_reasons(house: &House) -> Vec<String> {
    house.column("SELECT end_reason FROM user_session").await
}

on_both! {
    async fn each_token_buys_the_next_pair(house) {
        let mut tokens = signed_in(&house).await;
        for _ in 0..5 {
            house.later(9);
            let next = trade(&house, &tokens.refresh).await.unwrap();
            assert_eq!(next.named, tokens.named);
            assert!(house.viewer(&next).await.is_some());
            tokens = next;
        }
        assert_eq!(end_reasons(&house).await, [""]);
    }

    async fn a_token_that_comes_again_ends_the_session_at_once(house) {
        let first = signed_in(&house).await;
        let second = trade(&house, &first.refresh).await.unwrap();
        let third = trade(&house, &second.refresh).await.unwrap();
        assert!(house.viewer(&third).await.is_some());
        // A copy of the first: its successor has been used.
        assert!(trade(&house, &first.refresh).await.is_none());
        for tokens in [&first, &second, &third] {
            assert!(house.viewer(tokens).await.is_none());
            assert!(trade(&house, &tokens.refresh).await.is_none());
        }
        assert_eq!(end_reasons(&house).await, ["token_reused"]);
        assert_eq!(house.column("SELECT why FROM audit_entry WHERE act = 'session_end'").await, ["token_reused"]);
    }

    async fn one_lost_answer_is_forgiven_and_its_successor_revoked(house) {
        let first = signed_in(&house).await;
        let lost = trade(&house, &first.refresh).await.unwrap();
        let second = trade(&house, &first.refresh).await.unwrap();
        assert!(house.viewer(&second).await.is_some());
        let third = trade(&house, &second.refresh).await.unwrap();
        assert!(house.viewer(&third).await.is_some());
        // The one that went astray turns up: somebody else had the answer.
        assert!(trade(&house, &lost.refresh).await.is_none());
        assert!(house.viewer(&third).await.is_none());
        assert_eq!(end_reasons(&house).await, ["token_reused"]);
    }

    async fn a_second_lost_answer_of_the_same_token_is_not_forgiven(house) {
        let first = signed_in(&house).await;
        trade(&house, &first.refresh).await.unwrap();
        let second = trade(&house, &first.refresh).await.unwrap();
        assert!(trade(&house, &first.refresh).await.is_none());
        assert!(trade(&house, &second.refresh).await.is_none());
        assert_eq!(end_reasons(&house).await, ["token_reused"]);
    }

    async fn answers_may_be_lost_now_and_then(house) {
        let mut tokens = signed_in(&house).await;
        for _ in 0..4 {
            trade(&house, &tokens.refresh).await.unwrap();
            tokens = trade(&house, &tokens.refresh).await.unwrap();
        }
        assert!(house.viewer(&tokens).await.is_some());
    }

    async fn two_at_once_are_a_lost_answer_and_three_are_not(house) {
        let first = signed_in(&house).await;
        let both = tokio::join!(trade(&house, &first.refresh), trade(&house, &first.refresh));
        assert!(both.0.is_some() && both.1.is_some());
        assert_eq!(end_reasons(&house).await, [""]);
        assert!(trade(&house, &first.refresh).await.is_none());
        assert_eq!(end_reasons(&house).await, ["token_reused"]);
    }

    async fn thirty_idle_minutes_end_it(house) {
        let tokens = signed_in(&house).await;
        house.later(29);
        let next = trade(&house, &tokens.refresh).await.unwrap();
        house.later(30);
        assert!(trade(&house, &next.refresh).await.is_none());
        assert!(house.viewer(&next).await.is_none());
    }

    async fn requests_keep_it_alive_too(house) {
        let mut tokens = signed_in(&house).await;
        house.later(9);
        assert!(house.viewer(&tokens).await.is_some());
        house.later(25);
        tokens = trade(&house, &tokens.refresh).await.unwrap();
        assert!(house.viewer(&tokens).await.is_some());
    }

    async fn twelve_hours_end_it_however_busy(house) {
        let mut tokens = signed_in(&house).await;
        for _ in 0..71 {
            house.later(10);
            tokens = trade(&house, &tokens.refresh).await.unwrap();
        }
        house.later(9);
        assert!(house.viewer(&tokens).await.is_some());
        house.later(1);
        assert!(house.viewer(&tokens).await.is_none());
        assert!(trade(&house, &tokens.refresh).await.is_none());
    }

    async fn what_was_never_a_token_ends_nothing(house) {
        let tokens = signed_in(&house).await;
        for text in ["", "x", tokens.access.as_str(), &"A".repeat(43)] {
            assert!(trade(&house, text).await.is_none());
        }
        assert!(house.viewer(&tokens).await.is_some());
    }
}
