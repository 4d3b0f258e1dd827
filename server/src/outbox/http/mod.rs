//! Where a message's link leads, and the demo's mailbox.

mod go;
mod mailbox;

use axum::Router;
use axum::routing::get;

use super::LINK_PATH;
use crate::app::App;

/// The routes of mail. The mailbox exists in a demo only.
pub fn router(app: &App) -> Router {
    let routes = Router::new().route(&format!("{LINK_PATH}{{id}}"), get(go::go));
    let routes = if app.settings().demo {
        routes.route("/demo/mail", get(mailbox::mailbox))
    } else {
        routes
    };
    routes.with_state(app.clone())
}
