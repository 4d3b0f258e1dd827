//! The security headers of every answer.
//!
//! What is not page, script or style is told to do nothing at all; the page's
//! own policy is made by [`page_policy`].

use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;

/// On every answer, unless its handler set the same header already.
const ALWAYS: [(HeaderName, &str); 10] = [
    (
        header::CONTENT_SECURITY_POLICY,
        "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    ),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    // For browsers that do not know frame-ancestors.
    (header::X_FRAME_OPTIONS, "DENY"),
    (header::REFERRER_POLICY, "no-referrer"),
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    ),
    (
        HeaderName::from_static("cross-origin-embedder-policy"),
        "require-corp",
    ),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    ),
    (
        HeaderName::from_static("x-permitted-cross-domain-policies"),
        "none",
    ),
    (
        HeaderName::from_static("permissions-policy"),
        "accelerometer=(), autoplay=(), camera=(), display-capture=(), \
         encrypted-media=(), fullscreen=(), geolocation=(), gyroscope=(), hid=(), \
         identity-credentials-get=(), idle-detection=(), local-fonts=(), magnetometer=(), \
         microphone=(), midi=(), otp-credentials=(), payment=(), picture-in-picture=(), \
         publickey-credentials-create=(self), publickey-credentials-get=(self), \
         screen-wake-lock=(), serial=(), usb=(), window-management=(), \
         xr-spatial-tracking=()",
    ),
    // What is answered is about people, unless a handler knows better.
    (header::CACHE_CONTROL, "no-store"),
];

/// Two years, with all hosts below: what preload lists ask for.
const HSTS: &str = "max-age=63072000; includeSubDomains";

/// Puts the headers on an answer. `https` says whether people reach this
/// server over TLS; saying HSTS over plain HTTP means nothing.
pub fn dress(headers: &mut HeaderMap, https: bool) {
    for (name, value) in ALWAYS {
        headers
            .entry(name)
            .or_insert(HeaderValue::from_static(value));
    }
    if https {
        headers.insert(
            header::STRICT_TRANSPORT_SECURITY,
            HeaderValue::from_static(HSTS),
        );
    }
}

/// [`dress`] as middleware.
pub async fn secured(State(https): State<bool>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    dress(response.headers_mut(), https);
    response
}

/// The content policy of the page.
///
/// Scripts come from our own files only; no inline script, so no nonce for
/// them. Styles may also stand in `<style>` elements with this response's
/// nonce, since the component library makes such. Trusted Types keep strings
/// out of the DOM's dangerous doors; the page makes the one policy, named
/// `default`, which refuses markup. `form-action 'none'`: should the script
/// not load, a password typed into the form goes nowhere.
#[must_use]
pub fn page_policy(nonce: &str) -> Option<HeaderValue> {
    let policy = format!(
        "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; \
         img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; \
         base-uri 'none'; form-action 'none'; frame-ancestors 'none'; \
         require-trusted-types-for 'script'; trusted-types default"
    );
    HeaderValue::from_str(&policy).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn handlers_may_be_more_precise_and_hsts_is_for_https() {
        let mut headers = HeaderMap::new();
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private"));
        dress(&mut headers, false);
        assert_eq!(headers[header::CACHE_CONTROL], "private");
        assert_eq!(headers[header::X_CONTENT_TYPE_OPTIONS], "nosniff");
        assert!(!headers.contains_key(header::STRICT_TRANSPORT_SECURITY));
        dress(&mut headers, true);
        assert!(headers.contains_key(header::STRICT_TRANSPORT_SECURITY));
    }

    #[test]
    fn no_policy_allows_anything_unsafe_or_foreign() {
        let page = page_policy("abc").unwrap();
        let policies = [page.to_str().unwrap(), ALWAYS[0].1];
        for policy in policies {
            assert!(policy.starts_with("default-src 'none';"), "{policy}");
            for hole in ["unsafe-", "*", "http:", "https:", "data:", "blob:"] {
                assert!(!policy.contains(hole), "{policy}");
            }
            for shut in [
                "base-uri 'none'",
                "form-action 'none'",
                "frame-ancestors 'none'",
            ] {
                assert!(policy.contains(shut), "{policy}");
            }
        }
    }
}
