//! `/auth/…`: sign-in, refresh and sign-out as plain JSON over POST.
//!
//! Browsers hold their tokens in `__Host-` cookies that scripts cannot read; programs
//! get them in the answer. Every request but the beacon on leaving carries `X-Trellis: 1`,
//! which a form of another site cannot send.

mod answer;
mod config;
mod refresh;
mod sign_in;
mod sign_out;

use axum::Router;
use axum::routing::{get, post};

use crate::app::App;

/// The routes, for the HTTP layer to shield.
pub fn routes(app: App) -> Router {
    Router::new()
        .route("/auth/sign-in", post(sign_in::sign_in))
        .route("/auth/refresh", post(refresh::refresh))
        .route("/auth/sign-out", post(sign_out::sign_out))
        .route("/auth/leave", post(sign_out::leave))
        .route("/auth/config", get(config::config))
        .with_state(app)
}
