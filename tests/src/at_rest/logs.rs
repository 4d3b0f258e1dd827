//! What whoever reads the logs can read (rules 36, 122).

use std::io::Write;
use std::sync::{Arc, Mutex};

use serde_json::json;
use server::access::Role;
use server::cli::log;
use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::util::SubscriberInitExt as _;

use super::told;
use crate::both;

/// Everything that was logged.
#[derive(Clone, Default)]
struct Logged(Arc<Mutex<Vec<u8>>>);

impl Write for Logged {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl MakeWriter<'_> for Logged {
    type Writer = Self;

    fn make_writer(&self) -> Self {
        self.clone()
    }
}

both! {
    /// Every act in which something is told of somebody, also refused ones and ones that
    /// cannot be understood, with the most that anybody can have logged.
    async fn rule_036_no_word_about_a_person_is_logged(world) {
        let logged = Logged::default();
        // The whole process has one log. Where tests share one, the other database's test was
        // first, and this one is held by that one's lines.
        let ours = log::lines("trace", logged.clone()).unwrap().try_init().is_ok();
        let mut told = told::everything(&world).await;
        let stranger = world.person("Quill Rush", &[Role::Analyst]).await;
        for body in [
            json!({ "query": "query($id: ID!) { case(id: $id) { alias } }", "variables": { "id": "zq900heronfeather" } }),
            json!({ "query": "{ find(words: \"zq901heronfeather\") { alias } }" }),
            json!({ "query": "{ zq902heronfeather }" }),
            json!({ "query": "mutation { contactLog(input: { note: \"zq903heronfeather\" }) { __typename } " }),
        ] {
            world.post(Some(&stranger.token), body).await;
        }
        let sign_in = json!({ "login": "zq904heronfeather@meadow.example", "password": "zq905heronfeather", "mode": "token" });
        let request = world.client().post(format!("{}/auth/sign-in", world.base));
        request.header("x-trellis", "1").json(&sign_in).send().await.unwrap();
        world.jobs().stop().await;
        told.extend((900..906).map(|number| format!("zq{number}heronfeather")));
        // Nor who works here, nor what they hold.
        told.extend(["quill", "sage alder", "meadow.example", &stranger.token].map(str::to_lowercase));
        let lines = String::from_utf8(logged.0.lock().unwrap().clone()).unwrap().to_lowercase();
        assert!(!ours || lines.matches("\"message\":\"answered\"").count() > 20, "requests are logged: {lines}");
        let leaked: Vec<_> = told.iter().filter(|word| lines.contains(&word.to_lowercase())).collect();
        assert!(leaked.is_empty(), "logged: {leaked:?}");
    }
}
