use server::access::Role;
use server::accounts::SignInRefusal;

use super::house::{House, PASSWORD, address, on_both};

/// `refused`, the seconds to wait, or `in`.
async fn outcome(house: &House, login: &str, password: &str, from: &str) -> String {
    match house.try_sign_in(login, password, from).await {
        Ok(_) => "in".to_owned(),
        Err(SignInRefusal::Refused) => "refused".to_owned(),
        Err(SignInRefusal::TooManyTries(seconds)) => seconds.to_string(),
        Err(other) => panic!("{other:?}"),
    }
}

/// Failures from ever other addresses, each after the wait that it was told.
async fn failures(house: &House, login: &str, count: usize) -> Vec<String> {
    let mut seen = Vec::new();
    for n in 0..count {
        let from = format!("198.51.100.{n}");
        let told = outcome(house, login, "wrong wrong wrong", &from).await;
        if let Ok(seconds) = told.parse() {
            house.clock.advance(chrono::Duration::seconds(seconds));
        }
        seen.push(told);
    }
    seen
}

on_both! {
    async fn rule_037_after_five_failures_the_account_waits_and_the_waits_grow(house) {
        house.person("fern", &[Role::Supervisor]).await;
        let refused = "refused";
        let expected = [refused, refused, refused, refused, refused, "10", refused, "20", refused, "40", refused];
        assert_eq!(failures(&house, &address("fern"), 11).await, expected);
        // The right password has to wait as well, and then begins anew.
        assert_eq!(outcome(&house, &address("fern"), PASSWORD, "203.0.113.9").await, "80");
        house.clock.advance(chrono::Duration::seconds(80));
        assert_eq!(outcome(&house, &address("fern"), PASSWORD, "203.0.113.9").await, "in");
        assert_eq!(failures(&house, &address("fern"), 6).await, expected[..6]);
    }

    async fn unknown_names_wait_alike(house) {
        house.person("fern", &[Role::Supervisor]).await;
        let known = failures(&house, &address("fern"), 12).await;
        house.later(120);
        assert_eq!(failures(&house, &address("nobody"), 12).await, known);
    }

    async fn another_spelling_of_a_name_is_the_same_name(house) {
        for spelling in ["fern@meadow.example", "FERN@meadow.example", " fern@meadow.example", "Fern@Meadow.Example", "ｆern@meadow.example"] {
            assert_eq!(outcome(&house, spelling, "wrong", "198.51.100.1").await, "refused");
        }
        assert_eq!(outcome(&house, "fern@meadow.example", "wrong", "203.0.113.9").await, "10");
    }

    async fn rule_037_after_five_failures_an_address_waits_whatever_the_name(house) {
        house.person("fern", &[Role::Supervisor]).await;
        for n in 0..5 {
            assert_eq!(outcome(&house, &address(&format!("guess{n}")), "wrong", "192.0.2.1").await, "refused");
        }
        assert_eq!(outcome(&house, &address("fern"), PASSWORD, "192.0.2.1").await, "2");
        // Others are not held up by it.
        assert_eq!(outcome(&house, &address("fern"), PASSWORD, "192.0.2.2").await, "in");
        house.clock.advance(chrono::Duration::seconds(2));
        assert_eq!(outcome(&house, &address("fern"), PASSWORD, "192.0.2.1").await, "in");
    }

    async fn one_s_own_account_does_not_wash_an_address_clean(house) {
        house.person("fern", &[Role::Supervisor]).await;
        for n in 0..4 {
            assert_eq!(outcome(&house, &address(&format!("guess{n}")), "wrong", "192.0.2.1").await, "refused");
        }
        assert_eq!(outcome(&house, &address("fern"), PASSWORD, "192.0.2.1").await, "in");
        assert_eq!(outcome(&house, &address("guess4"), "wrong", "192.0.2.1").await, "refused");
        assert_eq!(outcome(&house, &address("guess5"), "wrong", "192.0.2.1").await, "2");
    }

    async fn tries_at_once_are_counted_one_by_one(house) {
        house.person("fern", &[Role::Supervisor]).await;
        let login = address("fern");
        let tries = (0..20).map(|n| {
            let (house, login) = (&house, &login);
            async move { outcome(house, login, "wrong wrong wrong", &format!("198.51.100.{n}")).await }
        });
        let told = futures::future::join_all(tries).await;
        assert_eq!(told.iter().filter(|told| *told == "refused").count(), 5, "{told:?}");
        assert!(told.iter().all(|told| told == "refused" || told == "10"), "{told:?}");
    }

    async fn failures_are_forgotten_in_time(house) {
        failures(&house, &address("fern"), 5).await;
        house.later(24 * 60 + 1);
        assert_eq!(failures(&house, &address("fern"), 5).await, ["refused"; 5]);
    }
}
