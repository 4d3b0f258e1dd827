//! Which media types come and go (GraphQL over HTTP, section 4 and 6).

use axum::http::{HeaderMap, HeaderValue, header};

/// The two media types of a GraphQL answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Media {
    /// `application/json`: what clients expect that name nothing. Errors of
    /// a well-formed request are answered with 200, as the specification's
    /// compatibility rule wants.
    Json,
    /// `application/graphql-response+json`: the status says how it went.
    GraphqlResponse,
}

impl Media {
    /// The answer's `Content-Type`.
    #[must_use]
    pub fn content_type(self) -> HeaderValue {
        HeaderValue::from_static(match self {
            Self::Json => "application/json; charset=utf-8",
            Self::GraphqlResponse => "application/graphql-response+json; charset=utf-8",
        })
    }

    /// How well one range of an `Accept` header fits: 0 not at all, 1 `*/*`,
    /// 2 `application/*`, 3 by name.
    fn fit(self, range: &str) -> u8 {
        let name = match self {
            Self::Json => "application/json",
            Self::GraphqlResponse => "application/graphql-response+json",
        };
        match range {
            "*/*" => 1,
            "application/*" => 2,
            range if range.eq_ignore_ascii_case(name) => 3,
            _ => 0,
        }
    }
}

/// The media type to answer with, or `None` when the client accepts neither
/// (406). Without an `Accept` header, and where both fit alike, it is
/// `application/json`.
#[must_use]
pub fn accept(headers: &HeaderMap) -> Option<Media> {
    let mut ranges = Vec::new();
    for value in headers.get_all(header::ACCEPT) {
        // A value that is not text names nothing that we have.
        let text = value.to_str().unwrap_or("-");
        ranges.extend(text.split(',').filter_map(range));
    }
    if ranges.is_empty() && !headers.contains_key(header::ACCEPT) {
        return Some(Media::Json);
    }
    let mut best: Option<(Media, u16, u8)> = None;
    for media in [Media::Json, Media::GraphqlResponse] {
        // The most specific range decides (RFC 9110, 12.5.1).
        let Some((fit, quality)) = ranges
            .iter()
            .map(|(name, quality)| (media.fit(name), *quality))
            .filter(|(fit, _)| *fit > 0)
            .max()
        else {
            continue;
        };
        let better = best.is_none_or(|(_, known, known_fit)| (quality, fit) > (known, known_fit));
        if quality > 0 && better {
            best = Some((media, quality, fit));
        }
    }
    best.map(|(media, ..)| media)
}

/// One range of an `Accept` header and its quality in thousandths.
fn range(text: &str) -> Option<(&str, u16)> {
    let mut parts = text.split(';').map(str::trim);
    let name = parts.next().filter(|name| !name.is_empty())?;
    let mut quality = 1000;
    for parameter in parts {
        let (key, value) = parameter.split_once('=').unwrap_or((parameter, ""));
        if key.trim().eq_ignore_ascii_case("q") {
            quality = thousandths(value.trim())?;
        }
    }
    Some((name, quality))
}

/// `0`, `0.8`, `1.000` in thousandths.
fn thousandths(text: &str) -> Option<u16> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    if fraction.len() > 3 || !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let fraction: u16 = format!("{fraction:0<3}").parse().ok()?;
    let quality = whole.parse::<u16>().ok()?.checked_mul(1000)?;
    quality
        .checked_add(fraction)
        .filter(|quality| *quality <= 1000)
}

/// Whether the body is `application/json` in UTF-8, uncompressed.
///
/// Nothing else is taken: forms and `text/plain` can be sent by any page
/// without asking, and a compressed body can be larger than it says.
#[must_use]
pub fn sends_json(headers: &HeaderMap) -> bool {
    let mut values = headers.get_all(header::CONTENT_TYPE).iter();
    let (Some(value), None) = (values.next(), values.next()) else {
        return false;
    };
    let Ok(text) = value.to_str() else {
        return false;
    };
    let mut parts = text.split(';').map(str::trim);
    let named = parts
        .next()
        .is_some_and(|name| name.eq_ignore_ascii_case("application/json"));
    let utf8 = parts.all(|parameter| {
        parameter.split_once('=').is_none_or(|(key, value)| {
            !key.trim().eq_ignore_ascii_case("charset")
                || value.trim().trim_matches('"').eq_ignore_ascii_case("utf-8")
        })
    });
    named && utf8 && !headers.contains_key(header::CONTENT_ENCODING)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(name: header::HeaderName, value: &'static str) -> HeaderMap {
        HeaderMap::from_iter([(name, HeaderValue::from_static(value))])
    }

    #[test]
    fn the_answer_is_what_the_client_likes_best() {
        let cases = [
            ("application/json", Some(Media::Json)),
            (
                "application/graphql-response+json",
                Some(Media::GraphqlResponse),
            ),
            ("*/*", Some(Media::Json)),
            ("application/*", Some(Media::Json)),
            (
                "application/graphql-response+json, */*;q=0.5",
                Some(Media::GraphqlResponse),
            ),
            (
                "application/graphql-response+json, application/json;q=0.9",
                Some(Media::GraphqlResponse),
            ),
            (
                "application/graphql-response+json;q=0.1, application/json",
                Some(Media::Json),
            ),
            ("application/json;q=0, */*", Some(Media::GraphqlResponse)),
            ("Application/JSON; charset=utf-8", Some(Media::Json)),
            ("text/html", None),
            ("application/json;q=0", None),
            ("application/json;q=2", None),
            ("", None),
        ];
        for (accepted, media) in cases {
            assert_eq!(accept(&with(header::ACCEPT, accepted)), media, "{accepted}");
        }
        assert_eq!(accept(&HeaderMap::new()), Some(Media::Json));
    }

    #[test]
    fn only_plain_json_in_utf8_is_taken() {
        let type_of = |value| sends_json(&with(header::CONTENT_TYPE, value));
        assert!(type_of("application/json"));
        assert!(type_of("application/json; charset=utf-8"));
        assert!(type_of("Application/Json;Charset=\"UTF-8\""));
        for refused in [
            "text/plain",
            "text/html",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "application/json; charset=utf-16",
            "application/jsonp",
            "",
        ] {
            assert!(!type_of(refused), "{refused}");
        }
        assert!(!sends_json(&HeaderMap::new()));
        let mut twice = with(header::CONTENT_TYPE, "application/json");
        twice.append(header::CONTENT_TYPE, HeaderValue::from_static("text/plain"));
        assert!(!sends_json(&twice));
        let mut packed = with(header::CONTENT_TYPE, "application/json");
        packed.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
        assert!(!sends_json(&packed));
    }
}
