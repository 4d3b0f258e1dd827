//! Where a request comes from, for the counters of the sign-in.

use std::net::{IpAddr, SocketAddr};

use axum::http::HeaderMap;

/// The address at the other end of the connection, as the accept loop saw it.
#[derive(Clone, Copy, Debug)]
pub struct ConnectedFrom(pub SocketAddr);

/// The address a request is counted under.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Peer(pub IpAddr);

impl Peer {
    /// The address of who made the request. `X-Forwarded-For` is believed only
    /// from `proxies`, and from its right end: the rightmost address that is
    /// not itself a proxy is the last one that somebody trusted has seen.
    /// What stands left of it is whatever the sender made up.
    #[must_use]
    pub fn of(connected: IpAddr, headers: &HeaderMap, proxies: &[IpAddr]) -> Self {
        let connected = connected.to_canonical();
        if !proxies.contains(&connected) {
            return Self(connected);
        }
        let mut seen = connected;
        let values: Vec<_> = headers.get_all("x-forwarded-for").iter().collect();
        let hops = values
            .iter()
            .rev()
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| value.rsplit(','));
        for hop in hops {
            let Ok(address) = hop.trim().parse::<IpAddr>() else {
                break;
            };
            seen = address.to_canonical();
            if !proxies.contains(&seen) {
                break;
            }
        }
        Self(seen)
    }
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    fn peer(connected: &str, forwarded: &[&'static str]) -> String {
        let headers = forwarded
            .iter()
            .map(|value| {
                let name = axum::http::HeaderName::from_static("x-forwarded-for");
                (name, HeaderValue::from_static(value))
            })
            .collect();
        let proxies = ["10.0.0.1".parse().unwrap(), "10.0.0.2".parse().unwrap()];
        Peer::of(connected.parse().unwrap(), &headers, &proxies)
            .0
            .to_string()
    }

    #[test]
    fn only_a_known_proxy_is_believed() {
        assert_eq!(peer("192.0.2.9", &["198.51.100.1"]), "192.0.2.9");
        assert_eq!(peer("10.0.0.1", &["198.51.100.1"]), "198.51.100.1");
        assert_eq!(peer("::ffff:10.0.0.1", &["198.51.100.1"]), "198.51.100.1");
        assert_eq!(peer("10.0.0.1", &[]), "10.0.0.1");
    }

    #[test]
    fn what_the_sender_made_up_is_not_believed() {
        assert_eq!(
            peer("10.0.0.1", &["203.0.113.5, 198.51.100.1"]),
            "198.51.100.1"
        );
        assert_eq!(
            peer("10.0.0.1", &["203.0.113.5, 198.51.100.1, 10.0.0.2"]),
            "198.51.100.1"
        );
        assert_eq!(
            peer("10.0.0.1", &["203.0.113.5", "198.51.100.1"]),
            "198.51.100.1"
        );
        assert_eq!(peer("10.0.0.1", &["198.51.100.1, rubbish"]), "10.0.0.1");
    }
}
