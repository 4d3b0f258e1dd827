//! `/livez`, `/readyz`, `/version`: for whoever runs the server. They are open
//! to all, so they say yes or no; what is wrong is said on the loopback
//! listener and in the log.

use std::sync::Arc;
use std::time::Duration;

use axum::Json;
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::get;
use futures::future::BoxFuture;
use serde_json::{Value, json};
use tokio::sync::Mutex;
use tokio::time::Instant;

/// How long one check may take.
const PATIENCE: Duration = Duration::from_secs(2);
/// How long a result is believed, so that asking often costs nothing.
const FRESH: Duration = Duration::from_secs(1);

/// Asks a part of the server whether it works.
type Probe = Box<dyn Fn() -> BoxFuture<'static, bool> + Send + Sync>;

/// One part the server cannot answer without.
pub struct Check {
    name: &'static str,
    probe: Probe,
}

impl Check {
    /// A check by name, such as `database`.
    pub fn new<F, T>(name: &'static str, probe: F) -> Self
    where
        F: Fn() -> T + Send + Sync + 'static,
        T: Future<Output = bool> + Send + 'static,
    {
        Self {
            name,
            probe: Box::new(move || Box::pin(probe())),
        }
    }
}

/// When the checks last ran and which failed.
type Last = Option<(Instant, Vec<&'static str>)>;

/// All checks, with their last result.
#[derive(Clone)]
pub struct Readiness {
    checks: Arc<[Check]>,
    last: Arc<Mutex<Last>>,
    patience: Duration,
    fresh: Duration,
}

impl Readiness {
    /// Readiness made of `checks`.
    #[must_use]
    pub fn new(checks: Vec<Check>) -> Self {
        Self {
            checks: checks.into(),
            last: Arc::default(),
            patience: PATIENCE,
            fresh: FRESH,
        }
    }

    /// The names of the checks that fail.
    pub async fn failing(&self) -> Vec<&'static str> {
        // Held while asking: a second request waits for the first's result.
        let mut last = self.last.lock().await;
        if let Some((at, failing)) = &*last
            && at.elapsed() < self.fresh
        {
            return failing.clone();
        }
        let asked = self.checks.iter().map(|check| async {
            let works = tokio::time::timeout(self.patience, (check.probe)()).await;
            (works != Ok(true)).then_some(check.name)
        });
        let failing: Vec<_> = futures::future::join_all(asked)
            .await
            .into_iter()
            .flatten()
            .collect();
        if !failing.is_empty() {
            tracing::warn!(?failing, "not ready");
        }
        *last = Some((Instant::now(), failing.clone()));
        failing
    }
}

/// The health routes. With `detail`, `/readyz` names what fails.
pub fn routes(readiness: Readiness, detail: bool) -> Router {
    let ready = move |State(readiness): State<Readiness>| async move {
        let failing = readiness.failing().await;
        let (status, word) = if failing.is_empty() {
            (StatusCode::OK, "ready")
        } else {
            (StatusCode::SERVICE_UNAVAILABLE, "not ready")
        };
        let mut body = json!({"status": word});
        if let (true, Value::Object(body)) = (detail, &mut body) {
            body.insert(String::from("failing"), json!(failing));
        }
        (status, Json(body))
    };
    Router::new()
        .route("/livez", get(|| async { Json(json!({"status": "alive"})) }))
        .route("/readyz", get(ready))
        .route("/version", get(version))
        .with_state(readiness)
}

async fn version() -> Json<Value> {
    Json(json!({"name": "trellis", "version": env!("CARGO_PKG_VERSION")}))
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[tokio::test]
    async fn a_check_that_fails_or_hangs_is_named() {
        let mut readiness = Readiness::new(vec![
            Check::new("database", || async { true }),
            Check::new("disk", || async { false }),
            Check::new("keys", std::future::pending::<bool>),
        ]);
        readiness.patience = Duration::from_millis(20);
        assert_eq!(readiness.failing().await, ["disk", "keys"]);
    }

    #[tokio::test]
    async fn asking_often_costs_one_check_at_a_time() {
        let asked = Arc::new(AtomicUsize::new(0));
        let counting = Arc::clone(&asked);
        let mut readiness = Readiness::new(vec![Check::new("database", move || {
            counting.fetch_add(1, Ordering::Relaxed);
            async { true }
        })]);
        for _ in 0..100 {
            assert!(readiness.failing().await.is_empty());
        }
        assert_eq!(asked.load(Ordering::Relaxed), 1);
        readiness.fresh = Duration::ZERO;
        readiness.failing().await;
        assert_eq!(asked.load(Ordering::Relaxed), 2);
    }
}
