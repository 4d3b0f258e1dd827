//! Who a request says it comes from: session cookies or a bearer token.
//!
//! The browser's tokens live in cookies that script cannot read:
//!
//! - Names start with `__Host-`, so that browsers take them only with `Secure`,
//!   `Path=/` and no `Domain`: a neighbouring host can neither read nor plant
//!   them. The price is that the refresh token travels with every request to
//!   this origin; it is not looked at outside `/auth/`.
//! - `SameSite=Strict`, not `Lax`: with Lax a link on another page would carry
//!   the session into the first request. Strict costs nothing here, since that
//!   first request is for the same static page whoever asks, and what the page
//!   then fetches is same-site, also after following a link from a mail.
//! - Chromium and Firefox count `http://localhost` as trustworthy, so `Secure`
//!   cookies work there without TLS, which the demo relies on. Safari does not;
//!   it needs https for the demo too.
//!
//! On top of that a request that carries cookies must carry `X-Trellis: 1`
//! (a page of another origin cannot add it without being allowed to by CORS,
//! which this server never does) and must not say that it comes from elsewhere.

use axum::http::{HeaderMap, HeaderValue, header};
use zeroize::Zeroizing;

use super::code::Code;
use super::fault::Fault;

/// Cookie of the access token.
pub const ACCESS_COOKIE: &str = "__Host-s";
/// Cookie of the refresh token.
pub const REFRESH_COOKIE: &str = "__Host-r";
/// The header that cookie-borne requests carry, with the value `1`.
pub const OWN_HEADER: &str = "x-trellis";

/// A token as it came. Wiped after use, never printed.
#[derive(Clone)]
pub struct Token(Zeroizing<String>);

impl Token {
    /// Wraps a token.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self(Zeroizing::new(text.to_owned()))
    }

    /// The token itself.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Token")
    }
}

/// What a request offers to be known by.
#[derive(Clone, Debug)]
pub enum Credential {
    /// Nothing.
    Visitor,
    /// A browser's access token. Without one (it has run out) the browser is
    /// still a browser: `None`.
    Browser(Option<Token>),
    /// A bearer token of an API client.
    Bearer(Token),
}

impl Credential {
    /// Reads the credential of a request.
    ///
    /// # Errors
    /// `BAD_REQUEST` when it carries both kinds or one of them twice;
    /// `FORBIDDEN` when it carries cookies without [`OWN_HEADER`], or comes
    /// from another origin than `public_origin`.
    pub fn of(headers: &HeaderMap, public_origin: &str) -> Result<Self, Fault> {
        let access = cookie(headers, ACCESS_COOKIE)?;
        let refresh = cookie(headers, REFRESH_COOKIE)?;
        let bearer = bearer(headers)?;
        let browser = access.is_some() || refresh.is_some();
        match bearer {
            Some(_) if browser => Err(Fault::new(Code::BadRequest)),
            Some(token) => Ok(Self::Bearer(token)),
            None if browser => {
                own_page(headers, public_origin)?;
                Ok(Self::Browser(access))
            }
            None => Ok(Self::Visitor),
        }
    }
}

/// Checks that a request was made by our own page.
///
/// # Errors
/// `FORBIDDEN` without [`OWN_HEADER`], or when the browser names another
/// origin.
pub fn own_page(headers: &HeaderMap, public_origin: &str) -> Result<(), Fault> {
    let ours = headers.get(OWN_HEADER).is_some_and(|value| value == "1");
    if ours && same_origin(headers, public_origin) {
        Ok(())
    } else {
        Err(Fault::new(Code::Forbidden))
    }
}

/// Whether nothing says that a request comes from a page of another origin.
///
/// `Sec-Fetch-Site` decides where it is sent, since it compares with the
/// address the browser used, which may be another name of this server than
/// `public_origin`; `Origin` decides for browsers too old to send it.
#[must_use]
pub fn same_origin(headers: &HeaderMap, public_origin: &str) -> bool {
    match headers.get("sec-fetch-site") {
        Some(site) => site == "same-origin",
        None => headers
            .get(header::ORIGIN)
            .is_none_or(|origin| origin.as_bytes() == public_origin.as_bytes()),
    }
}

/// The value of a cookie.
///
/// # Errors
/// `BAD_REQUEST` when it comes twice: somebody tries to shadow one with the
/// other.
pub fn cookie(headers: &HeaderMap, name: &str) -> Result<Option<Token>, Fault> {
    let mut found = headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .filter(|(key, _)| *key == name)
        .map(|(_, value)| Token::new(value));
    match (found.next(), found.next()) {
        (_, Some(_)) => Err(Fault::new(Code::BadRequest)),
        (token, None) => Ok(token),
    }
}

fn bearer(headers: &HeaderMap) -> Result<Option<Token>, Fault> {
    let mut values = headers.get_all(header::AUTHORIZATION).iter();
    let value = match (values.next(), values.next()) {
        (None, _) => return Ok(None),
        (Some(value), None) => value,
        (Some(_), Some(_)) => return Err(Fault::new(Code::BadRequest)),
    };
    let (scheme, token) = value
        .to_str()
        .ok()
        .and_then(|text| text.split_once(' '))
        .ok_or_else(|| Fault::new(Code::Unauthenticated))?;
    if scheme.eq_ignore_ascii_case("bearer") && !token.trim().is_empty() {
        Ok(Some(Token::new(token.trim())))
    } else {
        Err(Fault::new(Code::Unauthenticated))
    }
}

/// A `Set-Cookie` value for a token that lives `seconds`; with 0 it is
/// forgotten at once. `None` when the token holds characters that a cookie
/// cannot.
#[must_use]
pub fn set_cookie(name: &str, token: &Token, seconds: u64) -> Option<HeaderValue> {
    let safe = token
        .expose()
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte));
    let text = Zeroizing::new(format!(
        "{name}={}; Path=/; Max-Age={seconds}; HttpOnly; Secure; SameSite=Strict",
        token.expose()
    ));
    let mut value = HeaderValue::from_str(&text).ok().filter(|_| safe)?;
    value.set_sensitive(true);
    Some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ORIGIN: &str = "https://trellis.example";

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        pairs
            .iter()
            .map(|(name, value)| {
                let name = header::HeaderName::from_static(name);
                (name, HeaderValue::from_static(value))
            })
            .collect()
    }

    fn read(pairs: &[(&'static str, &'static str)]) -> String {
        match Credential::of(&headers(pairs), ORIGIN) {
            Ok(Credential::Visitor) => String::from("visitor"),
            Ok(Credential::Browser(token)) => {
                format!("browser {}", token.as_ref().map_or("-", Token::expose))
            }
            Ok(Credential::Bearer(token)) => format!("bearer {}", token.expose()),
            Err(fault) if fault == Fault::new(Code::BadRequest) => String::from("bad"),
            Err(fault) if fault == Fault::new(Code::Forbidden) => String::from("forbidden"),
            Err(_) => String::from("unauthenticated"),
        }
    }

    #[test]
    fn cookies_need_our_header_and_our_origin() {
        let cookie = ("cookie", "a=b; __Host-s=token; __Host-r=other");
        assert_eq!(read(&[cookie]), "forbidden");
        assert_eq!(read(&[cookie, ("x-trellis", "0")]), "forbidden");
        assert_eq!(read(&[cookie, ("x-trellis", "1")]), "browser token");
        for (name, value, verdict) in [
            ("sec-fetch-site", "same-origin", "browser token"),
            ("sec-fetch-site", "same-site", "forbidden"),
            ("sec-fetch-site", "cross-site", "forbidden"),
            ("sec-fetch-site", "none", "forbidden"),
            ("origin", ORIGIN, "browser token"),
            ("origin", "https://elsewhere.example", "forbidden"),
            ("origin", "null", "forbidden"),
        ] {
            let request = [cookie, ("x-trellis", "1"), (name, value)];
            assert_eq!(read(&request), verdict, "{name}: {value}");
        }
    }

    #[test]
    fn a_browser_whose_access_has_run_out_is_no_visitor() {
        assert_eq!(
            read(&[("cookie", "__Host-r=x"), ("x-trellis", "1")]),
            "browser -"
        );
        assert_eq!(read(&[("cookie", "theme=dark")]), "visitor");
        assert_eq!(read(&[]), "visitor");
    }

    #[test]
    fn one_request_one_credential() {
        let bearer = ("authorization", "Bearer abc.def");
        assert_eq!(read(&[bearer]), "bearer abc.def");
        assert_eq!(
            read(&[bearer, ("cookie", "__Host-s=x"), ("x-trellis", "1")]),
            "bad"
        );
        assert_eq!(
            read(&[bearer, ("cookie", "__Host-r=x"), ("x-trellis", "1")]),
            "bad"
        );
        assert_eq!(
            read(&[("cookie", "__Host-s=x; __Host-s=y"), ("x-trellis", "1")]),
            "bad"
        );
        assert_eq!(read(&[("authorization", "Basic YTpi")]), "unauthenticated");
        assert_eq!(read(&[("authorization", "Bearer ")]), "unauthenticated");
        assert_eq!(read(&[("authorization", "Bearer")]), "unauthenticated");
    }

    #[test]
    fn cookies_are_locked_down_and_tokens_are_not_printed() {
        let token = Token::new("abc.DEF-1_~");
        let value = set_cookie(ACCESS_COOKIE, &token, 600).unwrap();
        assert_eq!(
            value.to_str().unwrap(),
            "__Host-s=abc.DEF-1_~; Path=/; Max-Age=600; HttpOnly; Secure; SameSite=Strict"
        );
        assert_eq!(format!("{value:?} {token:?}"), "Sensitive Token");
        for breaking in ["a;b", "a b", "a\r\nb", "a,b", "\u{e9}"] {
            assert!(set_cookie(ACCESS_COOKIE, &Token::new(breaking), 1).is_none());
        }
    }
}
