//! The shapes that bring GraphQL servers down.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use serde_json::json;

use super::toy::{settings, start};

/// Far more than a refusal takes, far less than an unguarded expansion would:
/// the guard's own tests hold it to milliseconds of work, here everything else
/// on the machine is in the measure too.
const SOON: Duration = Duration::from_secs(5);

fn doubled(levels: usize) -> String {
    let mut text = String::from("{ ...F0 }");
    for level in 0..levels {
        let next = level + 1;
        write!(
            text,
            " fragment F{level} on Query {{ ...F{next} ...F{next} }}"
        )
        .unwrap();
    }
    write!(text, " fragment F{levels} on Query {{ __typename }}").unwrap();
    text
}

#[tokio::test]
async fn every_flood_is_refused_at_once_and_signed_in_or_not() {
    let numbered =
        |count: usize, write: fn(usize) -> String| (0..count).map(write).collect::<String>();
    let floods = [
        doubled(14),
        doubled(28),
        doubled(200),
        format!(
            "{{ {} }}",
            numbered(2_000, |n| format!("a{n}: __typename "))
        ),
        numbered(10_000, |n| format!("query q{n} {{ __typename }} ")),
        format!("{{ {} }}", "__typename ".repeat(50_000)),
        format!("{{ __typename {} }}", ",".repeat(1_000_000)),
        "{a".repeat(100_000),
        "{a(b:[".repeat(100_000),
        format!("{{ __typename {} }}", "@include(if: true)".repeat(2_000)),
        String::from("{ ...A } fragment A on Query { ...A }"),
        format!("{{ {}: __typename }}", "a".repeat(10_000)),
    ];
    let server = start(settings()).await;
    for flood in floods {
        for headers in [&[][..], &[("authorization", "Bearer good-token")]] {
            let began = Instant::now();
            let reply = server.ask_with(&flood, headers).await;
            let took = began.elapsed();
            let start: String = flood.chars().take(40).collect();
            assert_eq!(
                (reply.status, reply.code().as_str()),
                (400, "COST_EXCEEDED"),
                "{start}"
            );
            assert!(took < SOON, "{took:?} for {start}");
            assert!(reply.body.len() < 300);
        }
    }
}

#[tokio::test]
async fn deep_json_is_refused_at_once() {
    let server = start(settings()).await;
    for opening in ["[", "{\"a\":"] {
        let deep = opening.repeat(100_000);
        let body = format!(r#"{{"query":"{{hello}}","variables":{{"a":{deep}"#);
        let began = Instant::now();
        let reply = server
            .post(&body, &[("authorization", "Bearer good-token")])
            .await;
        assert_eq!((reply.status, reply.code().as_str()), (400, "BAD_REQUEST"));
        assert!(began.elapsed() < SOON);
    }
}

#[tokio::test]
async fn page_lengths_in_variables_count() {
    let server = start(settings()).await;
    let ask = async |first: u64| {
        let query = "query($n: Int!) { rows(first: $n) { name } }";
        let body = json!({"query": query, "variables": {"n": first}}).to_string();
        server
            .post(&body, &[("authorization", "Bearer good-token")])
            .await
    };
    assert_eq!(
        ask(3).await.json()["data"]["rows"]
            .as_array()
            .unwrap()
            .len(),
        3
    );
    assert_eq!(ask(1_000_000).await.code(), "COST_EXCEEDED");
}
