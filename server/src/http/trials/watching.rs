//! What log and metrics say, and what they never say.

use std::io::Write;
use std::sync::{Arc, Mutex};

use metrics_exporter_prometheus::PrometheusBuilder;
use serde_json::{Value, json};
use tracing_subscriber::fmt::MakeWriter;

use super::toy::{CANARY, settings, start};

/// Log lines, kept.
#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<u8>>>);

impl Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Lines {
    type Writer = Self;
    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

/// One thread for everything, so that log and metrics of this test are its own.
fn run(work: impl Future<Output = ()>) -> (String, String) {
    let lines = Lines::default();
    let log = tracing_subscriber::fmt()
        .json()
        .with_max_level(tracing::Level::TRACE)
        .with_writer(lines.clone())
        .finish();
    let recorder = PrometheusBuilder::new().build_recorder();
    let handle = recorder.handle();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    tracing::subscriber::with_default(log, || {
        metrics::with_local_recorder(&recorder, || runtime.block_on(work));
    });
    let lines = lines.0.lock().unwrap();
    (String::from_utf8(lines.clone()).unwrap(), handle.render())
}

#[test]
fn every_request_is_counted_by_route_kind_code_and_status() {
    let (log, metrics) = run(async {
        let server = start(settings()).await;
        server.ask("{ hello }").await;
        server.ask("mutation { work(millis: 0) }").await;
        server.ask("{ missing }").await;
        server.ask("{ boom }").await;
        server.ask(&"{a".repeat(100)).await;
    });
    for line in [
        r#"trellis_http_requests_total{route="/graphql",kind="query",code="OK",status="200"} 1"#,
        r#"trellis_http_requests_total{route="/graphql",kind="mutation",code="OK",status="200"} 1"#,
        r#"trellis_http_requests_total{route="/graphql",kind="query",code="NOT_FOUND",status="200"} 1"#,
        r#"trellis_http_requests_total{route="/graphql",kind="none",code="INTERNAL",status="500"} 1"#,
        r#"trellis_http_requests_total{route="/graphql",kind="none",code="COST_EXCEEDED",status="400"} 1"#,
        r#"trellis_guard_refusals_total{budget="nesting"} 1"#,
        "trellis_http_panics_total 1",
        "trellis_http_in_flight 0",
    ] {
        assert!(metrics.contains(line), "{line} in\n{metrics}");
    }
    assert!(metrics.contains("trellis_http_request_seconds"));
    let answered: Vec<Value> = log
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .filter(|line: &Value| line["fields"]["message"] == "answered")
        .collect();
    assert_eq!(answered.len(), 5);
    let first = &answered[0];
    assert_eq!(first["fields"]["code"], "OK");
    assert_eq!(first["span"]["id"].as_str().unwrap().len(), 36);
}

#[test]
fn nothing_of_a_request_reaches_log_or_metrics() {
    let (log, metrics) = run(async {
        let server = start(settings()).await;
        let bearer = ("authorization", "Bearer good-token");
        let word = CANARY.replace('-', "_");
        let sent = json!({
            "query": format!("query {word}($t: String!) {{ {word}: echo(text: $t) }}"),
            "operationName": word,
            "variables": {"t": CANARY},
            "extensions": {(CANARY): CANARY},
        });
        let headers = [
            bearer,
            ("x-request-id", CANARY),
            ("user-agent", CANARY),
            ("referer", CANARY),
        ];
        let reply = server.post(&sent.to_string(), &headers).await;
        assert_eq!(reply.json()["data"][&word], CANARY);
        for query in [
            format!("{{ {word} }}"),
            String::from("{ uncoded }"),
            String::from("{ missing }"),
        ] {
            server.ask(&query).await;
        }
        server.post(&format!("{{\"{CANARY}"), &[bearer]).await;
        let token = format!("Bearer {CANARY}");
        server
            .ask_with("{ hello }", &[("authorization", &token)])
            .await;
        let cookie = format!("__Host-s={CANARY}");
        server
            .ask_with("{ hello }", &[("cookie", &cookie), ("x-trellis", "1")])
            .await;
        server
            .get(&format!("/cases/{CANARY}?q={CANARY}"), &[])
            .await;
        server
            .get(&format!("/graphql?query={{{CANARY}}}"), &[bearer])
            .await;
        server.get(&format!("/{CANARY}.js"), &[]).await;
    });
    assert_eq!(log.matches("answered").count(), 10);
    for told in [CANARY, "canary_juniper"] {
        assert!(!log.contains(told), "{log}");
        assert!(!metrics.contains(told), "{metrics}");
    }
}
