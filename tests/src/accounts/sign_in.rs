use server::access::Role;
use server::accounts::SignInRefusal;
use server::accounts::authenticate;
use server::accounts::entity::SessionKind;
use server::accounts::users::{disable_user, list_users};

use super::house::{PASSWORD, REQUEST, address, on_both};

on_both! {
    async fn name_and_password_make_a_viewer(house) {
        let fern = house.person("fern", &[Role::Supervisor, Role::Intake]).await;
        let tokens = house.try_sign_in(" FERN@Meadow.example ", PASSWORD, "192.0.2.1").await.ok().unwrap();
        let viewer = house.viewer(&tokens).await.unwrap();
        assert_eq!(viewer.user(), fern);
        assert!(viewer.roles().has(Role::Supervisor) && viewer.roles().has(Role::Intake));
        assert!(!viewer.roles().has(Role::Admin));
        assert_eq!(
            house.column("SELECT outcome FROM audit_entry WHERE act = 'sign_in'").await,
            ["done"]
        );
    }

    async fn wrong_unknown_and_disabled_get_one_answer_and_one_entry_each(house) {
        house.person("fern", &[Role::Supervisor]).await;
        house.person("brook", &[Role::Supervisor]).await;
        disable_user(&house.app, &address("brook"), REQUEST).await.unwrap();
        for (login, password) in [
            (address("fern"), "mossy stones under the broom"),
            (address("nobody"), PASSWORD),
            (address("brook"), PASSWORD),
            (String::new(), ""),
        ] {
            let answer = house.try_sign_in(&login, password, "192.0.2.1").await;
            assert!(matches!(answer, Err(SignInRefusal::Refused)));
        }
        let mut why = house.column("SELECT why FROM audit_entry WHERE act = 'sign_in' AND outcome = 'refused'").await;
        why.sort();
        assert_eq!(why, ["disabled", "unknown_account", "unknown_account", "wrong_password"]);
    }

    async fn a_token_is_taken_only_from_its_own_carrier(house) {
        house.person("fern", &[Role::Supervisor]).await;
        let tokens = house.sign_in("fern").await;
        assert!(authenticate(&house.app, &tokens.access, SessionKind::Api, REQUEST).await.is_err());
        assert!(authenticate(&house.app, &tokens.access, SessionKind::Browser, REQUEST).await.is_ok());
    }

    async fn nothing_secret_is_stored_as_it_is(house) {
        house.person("fern", &[Role::Supervisor]).await;
        let tokens = house.sign_in("fern").await;
        let hashes = house.column("SELECT password_hash FROM app_user").await;
        assert!(hashes.iter().all(|hash| hash.starts_with("$argon2id$") && !hash.contains(PASSWORD)));
        let mut stored = house.bytes("SELECT hash FROM refresh_token").await;
        stored.extend(house.bytes("SELECT key FROM sign_in_throttle").await);
        assert_eq!(stored.iter().map(Vec::len).collect::<Vec<_>>(), [32, 32, 32]);
        let decoded = server::accounts::token::RefreshToken::hash_of(&tokens.refresh).unwrap();
        assert_eq!(stored[0], decoded);
        assert!(!tokens.refresh.as_bytes().windows(4).any(|four| stored[0].windows(4).any(|part| part == four)));
    }

    async fn a_disabled_person_is_out_with_the_next_request(house) {
        house.person("fern", &[Role::Supervisor]).await;
        let tokens = house.sign_in("fern").await;
        assert!(house.viewer(&tokens).await.is_some());
        disable_user(&house.app, &address("fern"), REQUEST).await.unwrap();
        assert!(house.viewer(&tokens).await.is_none());
        assert!(server::accounts::refresh(&house.app, &tokens.refresh, SessionKind::Browser, REQUEST).await.is_err());
        let listed = list_users(&house.app).await.unwrap();
        assert_eq!(listed.iter().map(|user| user.status.code()).collect::<Vec<_>>(), ["disabled"]);
    }

    async fn another_role_holds_with_the_next_request(house) {
        house.person("fern", &[Role::Supervisor]).await;
        let tokens = house.sign_in("fern").await;
        house.execute("UPDATE role_grant SET role = 'analyst'").await;
        let roles = house.viewer(&tokens).await.unwrap().roles();
        assert_eq!(roles.iter().collect::<Vec<_>>(), [Role::Analyst]);
        house.execute("DELETE FROM role_grant").await;
        assert_eq!(house.viewer(&tokens).await.unwrap().roles().iter().count(), 0);
    }

    async fn a_hash_that_costs_too_little_by_now_is_raised(house) {
        house.person("fern", &[Role::Supervisor]).await;
        let weak = server::accounts::password::Passwords::new(
            server::accounts::password::HashCost { memory_kib: 32, passes: 1 },
        ).unwrap().hash(PASSWORD).await.unwrap();
        house.execute(&format!("UPDATE app_user SET password_hash = '{weak}'")).await;
        house.sign_in("fern").await;
        let raised = house.column("SELECT password_hash FROM app_user").await;
        assert!(raised[0].contains("m=64,"), "{raised:?}");
        house.sign_in("fern").await;
        assert_eq!(house.column("SELECT password_hash FROM app_user").await, raised);
    }

    async fn one_address_names_one_person(house) {
        house.person("fern", &[Role::Supervisor]).await;
        let again = server::accounts::users::NewUser {
            org: server::accounts::users::organization_named(&house.app, "Meadow").await.unwrap(),
            email: "Fern@MEADOW.example".to_owned(),
            name: "Fern".to_owned(),
            roles: vec![Role::Analyst],
            locale: server::access::Locale::Es,
            password_hash: "-".to_owned(),
        };
        assert!(server::accounts::users::create_user(&house.app, again, REQUEST).await.is_err());
        assert_eq!(house.column("SELECT display_name FROM app_user").await, ["fern"]);
    }
}
