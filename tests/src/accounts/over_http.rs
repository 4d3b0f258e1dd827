//! `/auth/…` as browsers and programs meet it.

use reqwest::header::{HeaderMap, SET_COOKIE};
use reqwest::{Client, RequestBuilder, Response, StatusCode};
use serde_json::{Value, json};
use server::access::Role;
use server::accounts::users::disable_user;

use super::house::{House, PASSWORD, REQUEST, address, on_both};

/// The server's address and a client that keeps no cookies of its own.
struct Door {
    base: String,
    client: Client,
}

impl Door {
    async fn of(house: &mut House) -> Self {
        house.person("fern", &[Role::Supervisor]).await;
        Self {
            base: house.serve().await,
            client: Client::builder().no_proxy().build().unwrap(),
        }
    }

    fn post(&self, path: &str, body: Value) -> RequestBuilder {
        self.client
            .post(format!("{}{path}", self.base))
            .header("x-trellis", "1")
            .json(&body)
    }

    async fn sign_in(&self, login: &str, password: &str, mode: &str) -> Response {
        let body = json!({"login": login, "password": password, "mode": mode});
        self.post("/auth/sign-in", body).send().await.unwrap()
    }

    /// Signs fern in as a browser; the two cookies as a `Cookie` header has them.
    async fn browser(&self) -> String {
        let answer = self.sign_in(&address("fern"), PASSWORD, "cookie").await;
        assert_eq!(answer.status(), StatusCode::OK);
        crumbs(answer.headers())
    }

    async fn asks(&self, request: RequestBuilder) -> (StatusCode, Value) {
        let answer = request.send().await.unwrap();
        (answer.status(), answer.json().await.unwrap())
    }

    /// Whether a program's token opens GraphQL.
    async fn opens(&self, token: &str) -> bool {
        let body = json!({"query": "{ viewer { user { name } } }"});
        let (status, answer) = self
            .asks(self.post("/graphql", body).bearer_auth(token))
            .await;
        assert_eq!(
            status == StatusCode::OK,
            answer["data"]["viewer"]["user"]["name"] == "fern"
        );
        status == StatusCode::OK
    }
}

fn cookies(headers: &HeaderMap) -> Vec<String> {
    headers
        .get_all(SET_COOKIE)
        .iter()
        .map(|cookie| cookie.to_str().unwrap().to_owned())
        .collect()
}

fn crumbs(headers: &HeaderMap) -> String {
    let pairs: Vec<_> = cookies(headers)
        .iter()
        .map(|cookie| cookie.split(';').next().unwrap().to_owned())
        .collect();
    pairs.join("; ")
}

/// An answer without what differs between any two.
async fn essence(answer: Response) -> (StatusCode, Vec<(String, String)>, String) {
    let mut headers: Vec<_> = answer
        .headers()
        .iter()
        .map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned()))
        .filter(|(name, _)| name != "x-request-id" && name != "date")
        .collect();
    headers.sort();
    (answer.status(), headers, answer.text().await.unwrap())
}

on_both! {
    async fn a_browser_gets_locked_cookies_and_no_token_in_the_answer(house) {
        let mut house = house;
        let door = Door::of(&mut house).await;
        let answer = door.sign_in(&address("fern"), PASSWORD, "cookie").await;
        let set = cookies(answer.headers());
        assert_eq!(set.len(), 2);
        for (cookie, (name, seconds)) in set.iter().zip([("__Host-s", 600), ("__Host-r", 43_200)]) {
            assert!(cookie.starts_with(&format!("{name}=")), "{cookie}");
            let locked = format!("; Path=/; Max-Age={seconds}; HttpOnly; Secure; SameSite=Strict");
            assert!(cookie.ends_with(&locked), "{cookie}");
        }
        assert_eq!(answer.headers()["cache-control"], "no-store");
        let body: Value = answer.json().await.unwrap();
        let mut names: Vec<_> = body.as_object().unwrap().keys().map(String::as_str).collect();
        names.sort_unstable();
        assert_eq!(names, ["expiresAt", "idleMinutes", "sessionEndsAt"]);
    }

    async fn refusals_are_the_same_to_the_byte(house) {
        let mut house = house;
        let door = Door::of(&mut house).await;
        house.person("brook", &[Role::Supervisor]).await;
        disable_user(&house.app, &address("brook"), REQUEST).await.unwrap();
        let wrong = essence(door.sign_in(&address("fern"), "wrong wrong wrong", "cookie").await).await;
        let unknown = essence(door.sign_in(&address("nobody"), PASSWORD, "cookie").await).await;
        let disabled = essence(door.sign_in(&address("brook"), PASSWORD, "cookie").await).await;
        assert_eq!(wrong.0, StatusCode::UNAUTHORIZED);
        assert!(wrong.2.contains("SIGN_IN_REFUSED"));
        assert_eq!(wrong, unknown);
        assert_eq!(wrong, disabled);
    }

    async fn too_many_tries_are_told_how_long_to_wait(house) {
        let mut house = house;
        let door = Door::of(&mut house).await;
        for _ in 0..5 {
            door.sign_in(&address("nobody"), "wrong wrong wrong", "cookie").await;
        }
        let answer = door.sign_in(&address("nobody"), "wrong wrong wrong", "cookie").await;
        assert_eq!(answer.status(), StatusCode::TOO_MANY_REQUESTS);
        assert_eq!(answer.headers()["retry-after"], "10");
        let body: Value = answer.json().await.unwrap();
        assert_eq!((&body["code"], &body["retryAfter"]), (&json!("TOO_MANY_TRIES"), &json!(10)));
    }

    async fn a_program_signs_in_refreshes_and_signs_out(house) {
        let mut house = house;
        let door = Door::of(&mut house).await;
        let answer = door.sign_in(&address("fern"), PASSWORD, "token").await;
        assert!(cookies(answer.headers()).is_empty());
        let first: Value = answer.json().await.unwrap();
        assert!(door.opens(first["accessToken"].as_str().unwrap()).await);
        let refresh = door.post("/auth/refresh", json!({"refreshToken": first["refreshToken"]}));
        let (status, second) = door.asks(refresh).await;
        assert_eq!(status, StatusCode::OK);
        let access = second["accessToken"].as_str().unwrap();
        assert!(door.opens(access).await);
        let out = door.post("/auth/sign-out", json!({})).bearer_auth(access).send().await.unwrap();
        assert_eq!(out.status(), StatusCode::NO_CONTENT);
        assert!(!door.opens(access).await);
        let late = door.post("/auth/refresh", json!({"refreshToken": second["refreshToken"]}));
        let (status, body) = door.asks(late).await;
        assert_eq!((status, &body["code"]), (StatusCode::UNAUTHORIZED, &json!("SESSION_ENDED")));
    }

    async fn a_browser_refreshes_by_cookie_and_forgets_both_when_it_is_over(house) {
        let mut house = house;
        let door = Door::of(&mut house).await;
        let crumbs = door.browser().await;
        let refreshed = door.post("/auth/refresh", json!({})).header("cookie", &crumbs).send().await.unwrap();
        assert_eq!(refreshed.status(), StatusCode::OK);
        let next = self::crumbs(refreshed.headers());
        assert_ne!(next, crumbs);
        let out = door.post("/auth/sign-out", json!({})).header("cookie", &next).send().await.unwrap();
        assert_eq!(out.status(), StatusCode::NO_CONTENT);
        assert_eq!(out.headers()["clear-site-data"], "\"cache\", \"cookies\", \"storage\"");
        assert!(cookies(out.headers()).iter().all(|cookie| cookie.contains("=; Path=/; Max-Age=0;")));
        let late = door.post("/auth/refresh", json!({})).header("cookie", &next).send().await.unwrap();
        assert_eq!(late.status(), StatusCode::UNAUTHORIZED);
        assert_eq!(cookies(late.headers()).len(), 2);
    }

    async fn a_token_out_of_its_place_opens_nothing(house) {
        let mut house = house;
        let door = Door::of(&mut house).await;
        let crumbs = door.browser().await;
        let value = |name: &str| {
            let at = crumbs.split("; ").find_map(|pair| pair.strip_prefix(name)).unwrap();
            at.trim_start_matches('=').to_owned()
        };
        assert!(!door.opens(&value("__Host-s")).await);
        let stolen = door.post("/auth/refresh", json!({"refreshToken": value("__Host-r")}));
        assert_eq!(door.asks(stolen).await.0, StatusCode::UNAUTHORIZED);
        // And the browser, whose token it is, goes on.
        let refreshed = door.post("/auth/refresh", json!({})).header("cookie", &crumbs).send().await.unwrap();
        assert_eq!(refreshed.status(), StatusCode::OK);
    }

    async fn leaving_ends_the_session_without_a_header_but_not_from_elsewhere(house) {
        let mut house = house;
        let door = Door::of(&mut house).await;
        let crumbs = door.browser().await;
        let beacon = || door.client.post(format!("{}/auth/leave", door.base)).header("cookie", &crumbs);
        let elsewhere = beacon().header("sec-fetch-site", "cross-site").send().await.unwrap();
        assert_eq!(elsewhere.status(), StatusCode::FORBIDDEN);
        assert_eq!(house.column("SELECT end_reason FROM user_session").await, [""]);
        assert_eq!(beacon().send().await.unwrap().status(), StatusCode::NO_CONTENT);
        assert_eq!(house.column("SELECT end_reason FROM user_session").await, ["signed_out"]);
    }

    async fn what_a_form_of_another_site_could_send_is_refused(house) {
        let mut house = house;
        let door = Door::of(&mut house).await;
        let body = json!({"login": address("fern"), "password": PASSWORD, "mode": "cookie"}).to_string();
        let url = format!("{}/auth/sign-in", door.base);
        let post = || door.client.post(&url).body(body.clone());
        for (request, status) in [
            (post().header("content-type", "application/json"), StatusCode::FORBIDDEN),
            (post().header("content-type", "text/plain").header("x-trellis", "1"), StatusCode::UNSUPPORTED_MEDIA_TYPE),
            (post().header("content-type", "application/json").header("x-trellis", "1").header("origin", "https://elsewhere.example"), StatusCode::FORBIDDEN),
            (door.client.get(&url).header("x-trellis", "1"), StatusCode::METHOD_NOT_ALLOWED),
            (door.post("/auth/sign-in", json!({"login": "a", "password": "b", "mode": "cookie", "role": "ADMIN"})), StatusCode::BAD_REQUEST),
            (door.post("/auth/sign-in", json!({"login": {"$ne": null}, "password": "b", "mode": "cookie"})), StatusCode::BAD_REQUEST),
        ] {
            assert_eq!(request.send().await.unwrap().status(), status);
        }
        assert!(house.column("SELECT end_reason FROM user_session").await.is_empty());
    }

    async fn visitors_learn_nothing_from_the_configuration(house) {
        let mut house = house;
        let door = Door::of(&mut house).await;
        let config = door.client.get(format!("{}/auth/config", door.base)).send().await.unwrap();
        let config: Value = config.json().await.unwrap();
        assert_eq!(config, json!({
            "demo": false, "demoSignIns": [], "leaveUrl": "https://weather.example", "title": "Notes",
            "idleMinutes": 30, "privacyMinutes": 5,
        }));
    }
}
