//! Puts the layers together.

use std::sync::Arc;

use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::routing::any;

use super::assets::Assets;
use super::body::Reader;
use super::documents::Documents;
use super::endpoint::{Endpoint, graphql};
use super::engine::Engine;
use super::headers::secured;
use super::health::{self, Readiness};
use super::limits::Gate;
use super::settings::Settings;
use super::shelf::Shelf;
use super::shield::{Lane, Shield, shield};
use super::watch::watched;
use super::web;

/// What the site is made of.
pub struct Parts<E> {
    /// Runs GraphQL.
    pub engine: E,
    /// Routes of plain JSON (`/auth/…`), with their state in them. They get the
    /// same shield as `/graphql`: body read, seat taken, own task.
    pub plain: Router,
    /// The web interface.
    pub assets: Assets,
    /// Its documents.
    pub documents: Documents,
    /// What must work before requests are sent here.
    pub readiness: Readiness,
    /// Settings.
    pub settings: Settings,
}

/// All routes, and the gate that knows when nothing is under way.
pub struct Site {
    /// The routes.
    pub router: Router,
    /// To wait on before leaving.
    pub gate: Gate,
}

/// Builds the site.
///
/// From outside inwards: [`watched`] (id, log, metrics), [`secured`]
/// (headers), and for routes that work on data [`shield`] (body, overload,
/// own task, deadline).
pub fn site<E: Engine>(parts: Parts<E>) -> Site {
    let settings = parts.settings;
    let https = settings.https();
    let proxies: Arc<[_]> = settings.proxies.clone().into();
    let gate = Gate::new(settings.in_flight, settings.queue_wait);
    let reader = Reader::new(settings.body_bytes, settings.body_deadline);
    let shielded = |lane| {
        let shield_of_lane = Shield {
            lane,
            reader: reader.clone(),
            gate: gate.clone(),
            deadline: settings.request_deadline,
        };
        from_fn_with_state(shield_of_lane, shield)
    };
    let graphql_layer = shielded(Lane::Graphql);
    let plain_layer = shielded(Lane::Plain);

    let endpoint = Arc::new(Endpoint {
        engine: parts.engine,
        documents: parts.documents,
        shelf: Shelf::default(),
        settings,
    });
    let router = Router::new()
        .route("/graphql", any(graphql::<E>))
        .with_state(endpoint)
        .route_layer(graphql_layer)
        .merge(parts.plain.route_layer(plain_layer))
        .merge(health::routes(parts.readiness, false))
        .fallback_service(any(web::serve).with_state(Arc::new(parts.assets)))
        .layer(from_fn_with_state(https, secured))
        .layer(from_fn_with_state(proxies, watched));
    Site { router, gate }
}
