//! Browser sessions and the documents of the release.

use serde_json::json;
use sha2::{Digest as _, Sha256};

use super::super::documents::Documents;
use super::super::settings::Settings;
use super::toy::{Server, settings, start_with};

const LISTED: &str = "query Hello { hello }";
const BROWSER: [(&str, &str); 2] = [("cookie", "__Host-s=good-token"), ("x-trellis", "1")];
const BEARER: [(&str, &str); 1] = [("authorization", "Bearer good-token")];

fn id() -> String {
    hex::encode(Sha256::digest(LISTED))
}

async fn server(trusted_documents_only: bool) -> Server {
    let manifest = json!({ (id()): LISTED }).to_string();
    let documents = Documents::from_json(manifest.as_bytes(), &settings().limits).unwrap();
    let settings = Settings {
        trusted_documents_only,
        ..settings()
    };
    start_with(settings, documents).await
}

#[tokio::test]
async fn a_browser_runs_what_is_listed_and_nothing_else() {
    let server = server(true).await;
    let by_id = json!({"documentId": format!("sha256:{}", id())}).to_string();
    assert_eq!(
        server.post(&by_id, &BROWSER).await.json()["data"]["hello"],
        "hello"
    );
    assert_eq!(server.ask_with(LISTED, &BROWSER).await.status, 200);
    let other = server.ask_with("{ hello }", &BROWSER).await;
    assert_eq!(
        (other.status, other.code().as_str()),
        (400, "UNKNOWN_DOCUMENT")
    );
    let expired = [("cookie", "__Host-r=refresh"), ("x-trellis", "1")];
    assert_eq!(
        server.ask_with("{ hello }", &expired).await.code(),
        "UNKNOWN_DOCUMENT"
    );
}

#[tokio::test]
async fn others_may_also_ask_freely() {
    let server = server(true).await;
    assert_eq!(server.ask_with("{ hello }", &BEARER).await.status, 200);
    let by_id = json!({"documentId": id()}).to_string();
    assert_eq!(server.post(&by_id, &BEARER).await.status, 200);
    let unknown = json!({"documentId": "sha256:00"}).to_string();
    assert_eq!(
        server.post(&unknown, &BEARER).await.code(),
        "UNKNOWN_DOCUMENT"
    );
}

#[tokio::test]
async fn outside_production_a_browser_may_ask_freely() {
    let server = server(false).await;
    assert_eq!(server.ask_with("{ hello }", &BROWSER).await.status, 200);
}
