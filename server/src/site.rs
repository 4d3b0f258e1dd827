//! The site of a running server: GraphQL, sign-in, the web interface, health.

use crate::app::{App, Mode};
use crate::graphql::engine::Graph;
use crate::graphql::schema;
use crate::http::assets::Assets;
use crate::http::documents::{BadManifest, Documents};
use crate::http::health::{Check, Readiness};
use crate::http::router::{self, Parts, Site};
use crate::http::settings::Settings;
use crate::{accounts, answers, directory, outbox, plans};

/// What must work before requests are sent here.
pub fn readiness(app: &App) -> Readiness {
    let database = app.clone();
    let migrations = app.clone();
    Readiness::new(vec![
        Check::new("database", move || {
            let app = database.clone();
            async move { app.store().ping().await.is_ok() }
        }),
        Check::new("migrations", move || {
            let app = migrations.clone();
            async move {
                app.store()
                    .migrations()
                    .await
                    .is_ok_and(|all| all.iter().all(|(_, applied)| *applied))
            }
        }),
    ])
}

/// The site of `app`. `settings` are the HTTP layer's; what the app decides is put in.
pub fn site(app: &App, settings: Settings) -> Result<Site, BadManifest> {
    let developer = app.settings().mode == Mode::Development;
    let settings = Settings {
        public_origin: app.settings().public_url.clone(),
        trusted_documents_only: !developer,
        developer,
        ..settings
    };
    let assets = Assets::embedded();
    let documents = match assets.documents() {
        Some(manifest) => Documents::from_json(manifest, &settings.limits)?,
        None => Documents::default(),
    };
    Ok(router::site(Parts {
        engine: Graph::new(app.clone(), schema()),
        plain: accounts::routes(app.clone())
            .merge(outbox::http::router(app))
            .merge(answers::routes(app))
            .merge(plans::routes(app.clone()))
            .merge(directory::hsds::routes(app)),
        assets,
        documents,
        readiness: readiness(app),
        settings,
    }))
}
