//! A small engine, and a server around it on a free port.

use std::sync::Arc;
use std::sync::atomic::AtomicUsize;

use async_graphql::{EmptySubscription, Name, Request, Response, Schema, Value};
use axum::body::Bytes;
use axum::routing::post;
use axum::{Json, Router};
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use super::super::assets::Assets;
use super::super::code::Code;
use super::super::documents::Documents;
use super::super::engine::{About, Carrier, Engine, STATEMENTS};
use super::super::health::{Check, Readiness};
use super::super::router::{Parts, site};
use super::super::serve::{Left, serve};
use super::super::settings::Settings;
use super::wire::Reply;

use self::schema::{Mutation, Query};

pub const TOKEN: &str = "good-token";
/// Text that an error must never repeat.
pub const CANARY: &str = "canary-juniper";

/// How many mutations ran to their end.
#[derive(Clone, Default)]
pub struct Done(pub Arc<AtomicUsize>);

pub struct Toy {
    schema: Schema<Query, Mutation, EmptySubscription>,
}

impl Engine for Toy {
    type Session = ();

    async fn authenticate(&self, carrier: Carrier, _: About) -> Result<(), Code> {
        let (Carrier::Browser(token) | Carrier::Bearer(token)) = carrier;
        match token.expose() {
            TOKEN => Ok(()),
            "broken" => panic!("{CANARY}"),
            _ => Err(Code::Unauthenticated),
        }
    }

    async fn execute(
        &self,
        request: Request,
        session: Option<()>,
        _: About,
    ) -> Result<Response, Code> {
        let mut answer = self.schema.execute(request).await;
        answer.http_headers.insert(STATEMENTS, 3.into());
        answer.http_headers.insert("x-other", 4.into());
        if session.is_none() {
            // What the layer promises the engine about visitors.
            let visible = |value: &Value| matches!(value, Value::Null | Value::String(_));
            if let Value::Object(data) = &answer.data {
                assert!(
                    data.iter().all(|(_, value)| visible(value)),
                    "a resolver ran"
                );
                assert!(!data.contains_key(&Name::new("hello")));
            }
        }
        Ok(answer)
    }
}

/// A running server.
pub struct Server {
    pub port: u16,
    pub done: Done,
    stop: Option<oneshot::Sender<()>>,
    task: JoinHandle<Left>,
}

pub fn settings() -> Settings {
    Settings {
        public_origin: String::from("https://trellis.example"),
        ..Settings::default()
    }
}

pub async fn start(settings: Settings) -> Server {
    start_with(settings, Documents::default()).await
}

pub async fn start_with(settings: Settings, documents: Documents) -> Server {
    let done = Done::default();
    let schema = Schema::build(Query, Mutation, EmptySubscription)
        .data(done.clone())
        .finish();
    let page = Bytes::from_static(b"<html></html>");
    let site = site(Parts {
        engine: Toy { schema },
        plain: Router::new().route(
            "/auth/echo",
            post(|body: Json<serde_json::Value>| async { body }),
        ),
        assets: Assets::from_files([(String::from("index.html"), page)].into_iter()),
        documents,
        readiness: Readiness::new(vec![Check::new("toy", || async { true })]),
        settings: settings.clone(),
    });
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let (stop, stopped) = oneshot::channel();
    let task = tokio::spawn(async move {
        serve(listener, site, &settings, async {
            let _sender_gone_or_sent = stopped.await;
        })
        .await
    });
    Server {
        port,
        done,
        stop: Some(stop),
        task,
    }
}

impl Server {
    /// Sends a GraphQL request as an API client.
    pub async fn ask(&self, query: &str) -> Reply {
        self.ask_with(query, &[("authorization", "Bearer good-token")])
            .await
    }

    /// Sends a GraphQL request with these headers besides the usual.
    pub async fn ask_with(&self, query: &str, headers: &[(&str, &str)]) -> Reply {
        let body = serde_json::json!({ "query": query }).to_string();
        self.post(&body, headers).await
    }

    /// Posts a body to `/graphql`.
    pub async fn post(&self, body: &str, headers: &[(&str, &str)]) -> Reply {
        let mut all = vec![("content-type", "application/json")];
        all.extend_from_slice(headers);
        super::wire::send(self.port, "POST", "/graphql", &all, body).await
    }

    /// Gets an address.
    pub async fn get(&self, path: &str, headers: &[(&str, &str)]) -> Reply {
        super::wire::send(self.port, "GET", path, headers, "").await
    }

    /// Gives the signal to stop.
    pub fn stop(&mut self) {
        self.stop.take().unwrap().send(()).unwrap();
    }

    /// Waits until the server has left.
    pub async fn left(self) -> Left {
        self.task.await.unwrap()
    }
}

// In a module that says it is for tests: the build looks for policies on
// every schema that is not.
#[cfg(test)]
mod schema {
    use std::sync::atomic::Ordering;
    use std::time::Duration;

    use async_graphql::{Context, Error, Object, SimpleObject};

    use super::{CANARY, Done};

    pub struct Query;
    pub struct Mutation;

    #[derive(SimpleObject)]
    pub struct Row {
        name: String,
    }

    fn coded(code: &str) -> Error {
        let mut extensions = async_graphql::ErrorExtensionValues::default();
        extensions.set("code", code);
        let mut error = Error::new(CANARY);
        error.extensions = Some(extensions);
        error
    }

    #[Object]
    impl Query {
        async fn hello(&self) -> &'static str {
            "hello"
        }
        async fn echo(&self, text: String) -> String {
            text
        }
        async fn number(&self, n: i32) -> i32 {
            n
        }
        async fn rows(&self, #[graphql(default = 1)] first: usize) -> Vec<Row> {
            let row = || Row {
                name: String::from("willow"),
            };
            std::iter::repeat_with(row).take(first).collect()
        }
        async fn missing(&self) -> Result<Option<i32>, Error> {
            Err(coded("NOT_FOUND"))
        }
        async fn uncoded(&self) -> Result<Option<i32>, Error> {
            Err(Error::new(CANARY))
        }
        async fn boom(&self) -> Option<i32> {
            None::<i32>.or_else(|| panic!("{CANARY}"))
        }
        async fn wait(&self, millis: u64) -> bool {
            tokio::time::sleep(Duration::from_millis(millis)).await;
            true
        }
    }

    #[Object]
    impl Mutation {
        async fn work(&self, ctx: &Context<'_>, millis: u64) -> bool {
            tokio::time::sleep(Duration::from_millis(millis)).await;
            ctx.data_unchecked::<Done>()
                .0
                .fetch_add(1, Ordering::SeqCst);
            true
        }
    }
}
