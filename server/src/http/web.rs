//! Serves the web interface.

use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header};
use axum::response::{IntoResponse as _, Response};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD;

use super::assets::{Asset, Assets};
use super::headers::page_policy;
use crate::clock::random;

/// Stands in the page where each answer's nonce goes.
pub const NONCE_PLACE: &str = "__CSP_NONCE__";

/// Answers with a file, or with the page for the addresses of its routes.
///
/// A route is an address whose last part has no dot: `/cases/abc`. A file
/// that does not exist is 404, not the page: a page in place of a script hides
/// that a deployment is half done.
pub async fn serve(
    State(assets): State<Arc<Assets>>,
    method: Method,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    if method != Method::GET && method != Method::HEAD {
        let allow = [(header::ALLOW, "GET, HEAD")];
        return (StatusCode::METHOD_NOT_ALLOWED, allow).into_response();
    }
    let path = uri.path().trim_start_matches('/');
    if let Some(asset) = assets.get(path) {
        return file(asset, &headers);
    }
    let last = path.rsplit('/').next().unwrap_or_default();
    let is_route = !last.contains('.') && !path.starts_with("assets/");
    match assets.page() {
        Some(text) if is_route => page(text),
        None if is_route => {
            let text = "The web interface is not part of this build.";
            (StatusCode::NOT_FOUND, text).into_response()
        }
        _ => StatusCode::NOT_FOUND.into_response(),
    }
}

fn file(asset: &Asset, headers: &HeaderMap) -> Response {
    let (bytes, encoding) = variant(asset, headers);
    let mut response = Response::new(Body::from(bytes));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, asset.media.clone());
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if let Some(encoding) = encoding {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    let lifetime = if asset.immutable {
        "public, max-age=31536000, immutable"
    } else {
        "public, max-age=3600"
    };
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(lifetime));
    response
}

/// The smallest variant that the browser takes.
fn variant(asset: &Asset, headers: &HeaderMap) -> (Bytes, Option<&'static str>) {
    let accepted = headers
        .get(header::ACCEPT_ENCODING)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    let takes = |wanted: &str| {
        accepted.split(',').any(|item| {
            let mut parts = item.split(';').map(str::trim);
            parts
                .next()
                .is_some_and(|name| name.eq_ignore_ascii_case(wanted))
                && !parts
                    .any(|parameter| matches!(parameter, "q=0" | "q=0.0" | "q=0.00" | "q=0.000"))
        })
    };
    match (&asset.brotli, &asset.gzip) {
        (Some(brotli), _) if takes("br") => (brotli.clone(), Some("br")),
        (_, Some(gzip)) if takes("gzip") => (gzip.clone(), Some("gzip")),
        _ => (asset.plain.clone(), None),
    }
}

/// The page with a nonce of its own, never kept by a cache: after signing out
/// the way back shows nothing.
fn page(text: &str) -> Response {
    let nonce = STANDARD_NO_PAD.encode(random::<16>());
    let Some(policy) = page_policy(&nonce) else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let headers = [
        (
            header::CONTENT_TYPE,
            HeaderValue::from_static("text/html; charset=utf-8"),
        ),
        (header::CONTENT_SECURITY_POLICY, policy),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    (headers, text.replace(NONCE_PLACE, &nonce)).into_response()
}

#[cfg(test)]
mod tests {
    use http_body_util::BodyExt as _;

    use super::*;

    fn assets() -> Arc<Assets> {
        let files = [
            ("index.html", "<style nonce=\"__CSP_NONCE__\"></style>"),
            ("assets/app-abc123.js", "plain"),
            ("assets/app-abc123.js.br", "brotli"),
            ("assets/app-abc123.js.gz", "gzip"),
            ("assets/app-abc123.js.map", "map"),
            ("favicon.svg", "<svg/>"),
            ("documents.json", "{}"),
            (".vite/manifest.json", "{}"),
        ];
        let files = files
            .into_iter()
            .map(|(path, text)| (path.to_owned(), Bytes::from(text)));
        Arc::new(Assets::from_files(files))
    }

    async fn get(path: &'static str, encodings: &'static str) -> (Response<()>, String) {
        let headers =
            HeaderMap::from_iter([(header::ACCEPT_ENCODING, HeaderValue::from_static(encodings))]);
        let uri = Uri::from_static(path);
        let response = serve(State(assets()), Method::GET, uri, headers).await;
        let (parts, body) = response.into_parts();
        let body = body.collect().await.unwrap().to_bytes();
        (
            Response::from_parts(parts, ()),
            String::from_utf8(body.to_vec()).unwrap(),
        )
    }

    #[tokio::test]
    async fn the_page_has_a_nonce_of_its_own_each_time() {
        let (response, first) = get("/cases/abc", "br").await;
        let (_, second) = get("/", "").await;
        assert_ne!(first, second);
        let nonce = first.split('"').nth(1).unwrap();
        assert_eq!(nonce.len(), 22);
        let policy = response.headers()[header::CONTENT_SECURITY_POLICY]
            .to_str()
            .unwrap();
        assert!(policy.contains(&format!("'nonce-{nonce}'")));
        assert_eq!(response.headers()[header::CACHE_CONTROL], "no-store");
    }

    #[tokio::test]
    async fn the_best_variant_is_chosen() {
        for (encodings, body) in [
            ("gzip, deflate, br, zstd", "brotli"),
            ("gzip", "gzip"),
            ("br;q=0, gzip;q=0.5", "gzip"),
            ("identity", "plain"),
            ("", "plain"),
        ] {
            let (response, text) = get("/assets/app-abc123.js", encodings).await;
            assert_eq!(text, body, "{encodings}");
            let media = &response.headers()[header::CONTENT_TYPE];
            assert_eq!(media, "text/javascript; charset=utf-8");
            let cache = &response.headers()[header::CACHE_CONTROL];
            assert_eq!(cache, "public, max-age=31536000, immutable");
        }
    }

    #[tokio::test]
    async fn what_is_not_for_the_browser_is_not_there() {
        for path in [
            "/documents.json",
            "/assets/app-abc123.js.map",
            "/assets/app-abc123.js.br",
            "/.vite/manifest.json",
            "/assets/gone",
            "/gone.js",
            "/../Cargo.toml",
        ] {
            assert_eq!(
                get(path, "").await.0.status(),
                StatusCode::NOT_FOUND,
                "{path}"
            );
        }
        let (icon, _) = get("/favicon.svg", "").await;
        assert_eq!(icon.headers()[header::CONTENT_TYPE], "image/svg+xml");
    }
}
