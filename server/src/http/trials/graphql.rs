//! What goes in and out of `/graphql`.

use serde_json::json;

use super::super::settings::Settings;
use super::toy::{CANARY, settings, start};
use super::wire;

const RESPONSE_JSON: (&str, &str) = ("accept", "application/graphql-response+json");
const BEARER: (&str, &str) = ("authorization", "Bearer good-token");

#[tokio::test]
async fn an_answer_carries_its_id_and_all_security_headers() {
    let server = start(settings()).await;
    let reply = server.ask("{ hello }").await;
    assert_eq!(
        (reply.status, reply.json()),
        (200, json!({"data": {"hello": "hello"}}))
    );
    assert_eq!(reply.headers["x-request-id"].len(), 36);
    assert_eq!(reply.headers["cache-control"], "no-store");
    for name in [
        "content-security-policy",
        "strict-transport-security",
        "x-content-type-options",
        "referrer-policy",
        "permissions-policy",
        "cross-origin-opener-policy",
        "cross-origin-embedder-policy",
        "cross-origin-resource-policy",
    ] {
        assert!(reply.headers.contains_key(name), "{name}");
    }
    assert!(!reply.headers.contains_key("server"));
    let refused = server.ask("{ nope }").await;
    let id = &refused.json()["errors"][0]["extensions"]["requestId"];
    assert_eq!(id, refused.headers["x-request-id"].as_str());
    let own = server
        .ask_with("{ hello }", &[BEARER, ("x-request-id", CANARY)])
        .await;
    assert_ne!(own.headers["x-request-id"], CANARY);
}

#[tokio::test]
async fn a_visitor_reaches_no_resolver() {
    let server = start(settings()).await;
    let refused = server.ask_with("{ hello }", &[]).await;
    assert_eq!(
        (refused.status, refused.code().as_str()),
        (401, "UNAUTHENTICATED")
    );
    let hidden = "{ __typename ...F } fragment F on Query { hello }";
    assert_eq!(server.ask_with(hidden, &[]).await.code(), "UNAUTHENTICATED");
    let meta = server.ask_with("{ __typename }", &[]).await;
    assert_eq!(meta.json(), json!({"data": {"__typename": "Query"}}));
    let wrong = server
        .ask_with("{ hello }", &[("authorization", "Bearer nope")])
        .await;
    assert_eq!(
        (wrong.status, wrong.code().as_str()),
        (401, "UNAUTHENTICATED")
    );
}

#[tokio::test]
async fn introspection_is_for_developers_who_are_signed_in() {
    let query = "{ __schema { types { name } } }";
    let closed = start(settings()).await;
    assert_eq!(
        closed.ask(query).await.json(),
        json!({"data": {"__schema": null}})
    );
    let open = start(Settings {
        developer: true,
        ..settings()
    })
    .await;
    assert!(open.ask(query).await.json()["data"]["__schema"].is_object());
    let visitor = open.ask_with(query, &[]).await;
    assert_eq!(visitor.json(), json!({"data": {"__schema": null}}));
}

#[tokio::test]
async fn the_number_of_statements_is_for_developers() {
    let closed = start(settings()).await.ask("{ hello }").await;
    assert!(!closed.headers.contains_key("x-statements"));
    let developer = Settings {
        developer: true,
        ..settings()
    };
    let open = start(developer).await.ask("{ hello }").await;
    assert_eq!(open.headers["x-statements"], "3");
    assert!(!open.headers.contains_key("x-other"));
}

#[tokio::test]
async fn only_post_of_json_and_get_of_queries() {
    let server = start(settings()).await;
    for method in ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "HEAD"] {
        let reply = wire::send(server.port, method, "/graphql", &[], "").await;
        assert_eq!(reply.status, 405, "{method}");
        assert_eq!(reply.headers["allow"], "GET, POST");
    }
    let query = "/graphql?query=%7Bhello%7D";
    assert_eq!(
        server.get(query, &[BEARER]).await.json()["data"]["hello"],
        "hello"
    );
    let mutation = "/graphql?query=mutation%20M%7Bwork(millis:0)%7D";
    assert_eq!(server.get(mutation, &[BEARER]).await.status, 405);
    let both =
        "/graphql?query=query%20Q%7Bhello%7Dmutation%20M%7Bwork(millis:0)%7D&operationName=Q";
    assert_eq!(server.get(both, &[BEARER]).await.status, 405);
    let browser = [("cookie", "__Host-s=good-token"), ("x-trellis", "1")];
    assert_eq!(server.get(query, &browser).await.status, 403);

    let body = r#"{"query":"{hello}"}"#;
    for media in [
        "text/plain",
        "application/x-www-form-urlencoded",
        "text/html",
    ] {
        let headers = [("content-type", media), BEARER];
        let reply = wire::send(server.port, "POST", "/graphql", &headers, body).await;
        assert_eq!(reply.status, 415, "{media}");
    }
    assert_eq!(
        server
            .post(body, &[BEARER, ("accept", "text/html")])
            .await
            .status,
        406
    );
    assert_eq!(server.post("[]", &[BEARER]).await.status, 400);
}

#[tokio::test]
async fn cookies_need_our_header_and_exclude_a_bearer() {
    let server = start(Settings {
        trusted_documents_only: false,
        ..settings()
    })
    .await;
    let cookie = ("cookie", "__Host-s=good-token");
    let own = ("x-trellis", "1");
    assert_eq!(
        server.ask_with("{hello}", &[cookie]).await.code(),
        "FORBIDDEN"
    );
    assert_eq!(server.ask_with("{hello}", &[cookie, own]).await.status, 200);
    assert_eq!(
        server
            .ask_with("{hello}", &[cookie, own, BEARER])
            .await
            .code(),
        "BAD_REQUEST"
    );
    let expired = [("cookie", "__Host-r=refresh"), own];
    assert_eq!(
        server.ask_with("{hello}", &expired).await.code(),
        "UNAUTHENTICATED"
    );
}

#[tokio::test]
async fn the_status_follows_the_media_type() {
    let server = start(settings()).await;
    for (query, code) in [
        ("{", "PARSE_FAILED"),
        ("{ nope }", "VALIDATION_FAILED"),
        ("query($n: Int!) { number(n: $n) }", "VALIDATION_FAILED"),
        ("query($n: Int! = null) { hello }", "VALIDATION_FAILED"),
        ("query A { hello } query B { hello }", "VALIDATION_FAILED"),
        ("subscription { hello }", "VALIDATION_FAILED"),
        ("{ __typename @nope }", "VALIDATION_FAILED"),
    ] {
        let strict = server.ask_with(query, &[BEARER, RESPONSE_JSON]).await;
        assert_eq!(
            (strict.status, strict.code().as_str()),
            (400, code),
            "{query}"
        );
        assert_eq!(strict.json().get("data"), None, "{query}");
        assert_eq!(server.ask(query).await.status, 200, "{query}");
    }
}

#[tokio::test]
async fn no_error_repeats_what_was_sent_or_what_went_wrong() {
    let server = start(settings()).await;
    let long = "a".repeat(100);
    let cases = [
        (format!("{{ {CANARY} }}"), "PARSE_FAILED"),
        (
            format!("{{ {} }}", CANARY.replace('-', "_")),
            "VALIDATION_FAILED",
        ),
        (
            format!("{{ number(n: \"{CANARY}\") }}"),
            "VALIDATION_FAILED",
        ),
        (
            format!("query {long}($x: {long}) {{ hello }}"),
            "VALIDATION_FAILED",
        ),
        (String::from("{ missing }"), "NOT_FOUND"),
        (String::from("{ uncoded }"), "INTERNAL"),
        (String::from("{ boom }"), "INTERNAL"),
    ];
    for (query, code) in cases {
        let reply = server.ask(&query).await;
        assert_eq!(reply.code(), code, "{query}");
        for told in [CANARY, "canary_juniper", &long] {
            assert!(!reply.body.contains(told), "{}", reply.body);
        }
        assert!(reply.body.len() < 1_200, "{}", reply.body);
    }
    let variables = json!({"query": "query($n: Int!) {number(n: $n)}", "variables": {"n": CANARY}});
    let reply = server.post(&variables.to_string(), &[BEARER]).await;
    assert_eq!(reply.code(), "VALIDATION_FAILED");
    assert!(!reply.body.contains(CANARY));
}

#[tokio::test]
async fn at_most_five_errors_leave() {
    let server = start(settings()).await;
    let many: String = (0..50).map(|n| format!("a{n}: nope ")).collect();
    let reply = server.ask(&format!("{{ rows {{ {many} }} }}")).await;
    assert_eq!(reply.json()["errors"].as_array().unwrap().len(), 5);
}

#[tokio::test]
async fn a_panic_is_answered_and_the_server_lives() {
    let server = start(settings()).await;
    for (token, query) in [
        ("Bearer good-token", "{ boom }"),
        ("Bearer broken", "{ hello }"),
    ] {
        let reply = server.ask_with(query, &[("authorization", token)]).await;
        assert_eq!((reply.status, reply.code().as_str()), (500, "INTERNAL"));
        assert_eq!(reply.headers["x-request-id"].len(), 36);
    }
    assert_eq!(server.ask("{ hello }").await.status, 200);
}

#[tokio::test]
async fn plain_routes_stand_behind_the_same_shield() {
    let server = start(settings()).await;
    let json = ("content-type", "application/json");
    let reply = wire::send(server.port, "POST", "/auth/echo", &[json], "[1]").await;
    assert_eq!((reply.status, reply.body.as_str()), (200, "[1]"));
    assert_eq!(reply.headers["cache-control"], "no-store");
    let large = " ".repeat(1024 * 1024 + 1);
    let reply = wire::send(server.port, "POST", "/auth/echo", &[json], &large).await;
    assert_eq!(
        (reply.status, &reply.json()["code"]),
        (413, &json!("BAD_REQUEST"))
    );
}

#[tokio::test]
async fn health_and_page_answer() {
    let server = start(settings()).await;
    for (path, body) in [
        ("/livez", r#"{"status":"alive"}"#),
        ("/readyz", r#"{"status":"ready"}"#),
        ("/cases/1", "<html></html>"),
    ] {
        let reply = server.get(path, &[]).await;
        assert_eq!((reply.status, reply.body.as_str()), (200, body));
        assert_eq!(reply.headers["x-request-id"].len(), 36);
    }
    assert_eq!(server.get("/nope.js", &[]).await.status, 404);
}
