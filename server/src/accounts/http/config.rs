//! `GET /auth/config`: what any visitor may know before signing in. No data.

use axum::Json;
use axum::extract::State;
use serde_json::{Value, json};

use crate::accounts::session::IDLE_MINUTES;
use crate::app::App;
use crate::demo;

/// After so many minutes without a hand on it the page covers itself (rule 124).
const PRIVACY_MINUTES: i64 = 5;

/// The site's neutral title, where "Leave now" goes, and the demo's sign-ins.
pub(super) async fn config(State(app): State<App>) -> Json<Value> {
    let settings = app.settings();
    // Printed for everybody: they open invented data, and exist in a demonstration alone.
    let people = if settings.demo {
        demo::people::sign_ins()
    } else {
        &[]
    };
    let sign_ins: Vec<Value> = people
        .iter()
        .map(|person| {
            let roles: Vec<_> = person.roles.iter().map(|role| role.code().to_uppercase()).collect();
            json!({"login": person.login, "password": person.password, "name": person.name, "roles": roles})
        })
        .collect();
    Json(json!({
        "demo": settings.demo,
        "demoSignIns": sign_ins,
        "leaveUrl": settings.leave_url,
        "title": settings.title,
        "idleMinutes": IDLE_MINUTES,
        "privacyMinutes": PRIVACY_MINUTES,
    }))
}
