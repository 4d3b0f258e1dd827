//! The limit that is measured against: a handler on the same web framework that answers the
//! same from hand-written, prepared statements, and knows nothing of sign-in, policy,
//! encryption, audit, client keys or boards. Statements of one answer go out together.

mod row;
mod sql;

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use axum::Json;
use axum::Router;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use futures::future::try_join_all;
use serde::Deserialize;
use server::clock::Clock;
use tokio::net::TcpListener;
use tokio_postgres::types::ToSql;
use tokio_postgres::{Client, Error, NoTls, Statement};
use uuid::Uuid;

/// Makes the same data in the clear.
pub const PLAIN: &str = include_str!("plain.sql");

/// One connection with its statements.
struct Line {
    client: Client,
    caseload: Statement,
    detail: Vec<Statement>,
    dashboard: Vec<Statement>,
    log: Statement,
    directory: Statement,
}

struct Handler {
    lines: Vec<Line>,
    next: AtomicUsize,
    clock: Clock,
}

#[derive(Deserialize)]
struct Asked {
    user: Uuid,
    case: Uuid,
    person: Uuid,
    words: String,
    note: String,
}

type Answer = Result<Response, Failed>;

struct Failed(Error);

impl From<Error> for Failed {
    fn from(error: Error) -> Self {
        Self(error)
    }
}

impl IntoResponse for Failed {
    fn into_response(self) -> Response {
        (StatusCode::INTERNAL_SERVER_ERROR, format!("{:?}", self.0)).into_response()
    }
}

/// Serves until it is killed.
pub async fn serve(listen: &str, url: &str, connections: u32) {
    let mut lines = Vec::new();
    for _ in 0..connections {
        lines.push(line(url).await.unwrap());
    }
    let handler = Arc::new(Handler {
        lines,
        next: AtomicUsize::new(0),
        clock: Clock::system(),
    });
    let routes = Router::new()
        .route("/ready", get(async || "ready"))
        .route("/caseload", post(caseload))
        .route("/detail", post(detail))
        .route("/dashboard", post(dashboard))
        .route("/log", post(log))
        .route("/directory", post(directory))
        .with_state(handler);
    let listener = TcpListener::bind(listen).await.unwrap();
    axum::serve(listener, routes).await.unwrap();
}

async fn line(url: &str) -> Result<Line, Error> {
    let mut config: tokio_postgres::Config = url.parse()?;
    config.options("-c plan_cache_mode=force_generic_plan -c jit=off");
    let (client, connection) = config.connect(NoTls).await?;
    tokio::spawn(connection);
    let all = async |statements: &[&str]| {
        try_join_all(statements.iter().map(|sql| client.prepare(sql))).await
    };
    Ok(Line {
        caseload: client.prepare(sql::CASELOAD).await?,
        detail: all(&sql::DETAIL).await?,
        dashboard: all(&sql::DASHBOARD).await?,
        log: client.prepare(sql::LOG).await?,
        directory: client.prepare(sql::DIRECTORY).await?,
        client,
    })
}

impl Handler {
    /// The lines take turns; on each, statements follow each other without waiting.
    fn line(&self) -> &Line {
        let turn = self.next.fetch_add(1, Ordering::Relaxed);
        &self.lines[turn % self.lines.len()]
    }
}

impl Line {
    async fn rows(
        &self,
        statement: &Statement,
        values: &[&(dyn ToSql + Sync)],
    ) -> Result<String, Error> {
        let rows = self.client.query(statement, values).await?;
        let mut text = String::with_capacity(256 * rows.len() + 2);
        row::write_all(&mut text, &rows);
        Ok(text)
    }

    async fn several(&self, statements: &[Statement], id: Uuid) -> Answer {
        let values: [&(dyn ToSql + Sync); 1] = [&id];
        let parts = try_join_all(
            statements
                .iter()
                .map(|statement| self.rows(statement, &values)),
        )
        .await?;
        Ok(json(format!("[{}]", parts.join(","))))
    }
}

fn json(text: String) -> Response {
    ([(header::CONTENT_TYPE, "application/json")], text).into_response()
}

async fn caseload(State(handler): State<Arc<Handler>>, Json(asked): Json<Asked>) -> Answer {
    let line = handler.line();
    Ok(json(line.rows(&line.caseload, &[&asked.user]).await?))
}

async fn detail(State(handler): State<Arc<Handler>>, Json(asked): Json<Asked>) -> Answer {
    let line = handler.line();
    line.several(&line.detail, asked.case).await
}

async fn dashboard(State(handler): State<Arc<Handler>>, Json(asked): Json<Asked>) -> Answer {
    let line = handler.line();
    line.several(&line.dashboard, asked.user).await
}

async fn log(State(handler): State<Arc<Handler>>, Json(asked): Json<Asked>) -> Answer {
    let (line, id) = (handler.line(), handler.clock.new_id());
    let values: [&(dyn ToSql + Sync); 5] =
        [&id, &asked.case, &asked.person, &asked.user, &asked.note];
    Ok(json(line.rows(&line.log, &values).await?))
}

async fn directory(State(handler): State<Arc<Handler>>, Json(asked): Json<Asked>) -> Answer {
    let line = handler.line();
    let [all, name, names] = ["", "A", "AB"].map(|part| format!("'{}':*{part}", asked.words));
    let since = handler.clock.now().date_naive() - chrono::Days::new(180);
    let values: [&(dyn ToSql + Sync); 4] = [&all, &name, &names, &since];
    Ok(json(line.rows(&line.directory, &values).await?))
}
