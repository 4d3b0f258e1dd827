//! Reads a request's body: bounded in size, in time, and in what all bodies
//! together may hold.

use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, StatusCode, header};
use http_body_util::BodyExt as _;
use tokio::sync::Semaphore;

use super::code::Code;
use super::fault::Fault;

/// Bodies up to this size do not count towards what all may hold.
const SMALL: usize = 32 * 1024;
/// What all larger bodies together may hold, in KiB.
const LARGE_KIB: usize = 32 * 1024;

/// Reads bodies.
#[derive(Clone, Debug)]
pub struct Reader {
    bytes: usize,
    deadline: Duration,
    /// KiB that large bodies may still take. Without it, many connections
    /// that each hold back the last byte of a megabyte would hold gigabytes.
    large: Arc<Semaphore>,
}

impl Reader {
    /// `bytes` and `deadline` hold for one body, from its first byte to its
    /// last: a body that drips is as late as one that never comes.
    #[must_use]
    pub fn new(bytes: usize, deadline: Duration) -> Self {
        Self {
            bytes,
            deadline,
            large: Arc::new(Semaphore::new(LARGE_KIB)),
        }
    }

    /// Reads a whole body.
    ///
    /// # Errors
    /// 413 when it is, or says it is, too large; 408 when it is not here in
    /// time; 503 when too many large ones are under way; 400 when it breaks
    /// off.
    pub async fn read(&self, headers: &HeaderMap, body: Body) -> Result<Bytes, Fault> {
        let announced = headers
            .get(header::CONTENT_LENGTH)
            .and_then(|value| value.to_str().ok()?.parse::<usize>().ok());
        if announced.is_some_and(|length| length > self.bytes) {
            return Err(too_large());
        }
        match tokio::time::timeout(self.deadline, self.collect(body)).await {
            Ok(read) => read,
            Err(_) => Err(Fault::new(Code::Timeout).with_status(StatusCode::REQUEST_TIMEOUT)),
        }
    }

    async fn collect(&self, mut body: Body) -> Result<Bytes, Fault> {
        let mut held = Vec::new();
        let mut permit = None;
        while let Some(frame) = body.frame().await {
            let frame = frame.map_err(|_| Fault::new(Code::BadRequest))?;
            // Trailers are not for us.
            let Ok(data) = frame.into_data() else {
                continue;
            };
            if held.len() + data.len() > self.bytes {
                return Err(too_large());
            }
            held.extend_from_slice(&data);
            if held.len() > SMALL && permit.is_none() {
                let most = u32::try_from(self.bytes / 1024).unwrap_or(u32::MAX);
                permit = Some(
                    self.large
                        .try_acquire_many(most)
                        .map_err(|_| Fault::overloaded())?,
                );
            }
        }
        Ok(Bytes::from(held))
    }
}

fn too_large() -> Fault {
    Fault::new(Code::BadRequest).with_status(StatusCode::PAYLOAD_TOO_LARGE)
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use axum::http::HeaderValue;
    use futures::stream;

    use super::*;

    fn reader() -> Reader {
        Reader::new(1024 * 1024, Duration::from_secs(10))
    }

    fn drip(pieces: Vec<&'static [u8]>, pause: Duration) -> Body {
        Body::from_stream(stream::unfold(
            pieces.into_iter(),
            move |mut pieces| async move {
                let piece = pieces.next()?;
                tokio::time::sleep(pause).await;
                Some((Ok::<_, Infallible>(piece), pieces))
            },
        ))
    }

    #[tokio::test]
    async fn what_says_it_is_too_large_is_not_read() {
        let headers =
            HeaderMap::from_iter([(header::CONTENT_LENGTH, HeaderValue::from_static("1048577"))]);
        let never = Body::from_stream(stream::pending::<Result<Bytes, Infallible>>());
        assert_eq!(reader().read(&headers, never).await, Err(too_large()));
    }

    #[tokio::test]
    async fn what_turns_out_too_large_is_cut_off() {
        let body = drip(vec![&[b' '; 700_000], &[b' '; 700_000]], Duration::ZERO);
        assert_eq!(
            reader().read(&HeaderMap::new(), body).await,
            Err(too_large())
        );
    }

    #[tokio::test]
    async fn a_dripping_body_has_one_deadline() {
        let body = drip(vec![b"a"; 100], Duration::from_millis(10));
        let late = Fault::new(Code::Timeout).with_status(StatusCode::REQUEST_TIMEOUT);
        let reader = Reader::new(1024, Duration::from_millis(50));
        assert_eq!(reader.read(&HeaderMap::new(), body).await, Err(late));
    }

    #[tokio::test]
    async fn large_bodies_together_are_bounded_and_small_ones_unharmed() {
        let reader = Reader::new(1024 * 1024, Duration::from_secs(5));
        let stuck: Vec<_> = (0..32)
            .map(|_| {
                let reader = reader.clone();
                let first = stream::iter([Ok::<_, Infallible>(Bytes::from_static(&[0; 40_000]))]);
                let body = Body::from_stream(futures::StreamExt::chain(first, stream::pending()));
                tokio::spawn(async move { reader.read(&HeaderMap::new(), body).await })
            })
            .collect();
        while reader.large.available_permits() > 0 {
            tokio::task::yield_now().await;
        }
        let large = reader
            .read(&HeaderMap::new(), Body::from(vec![0; 40_000]))
            .await;
        assert_eq!(large, Err(Fault::overloaded()));
        let small = reader.read(&HeaderMap::new(), Body::from("{}")).await;
        assert_eq!(small, Ok(Bytes::from_static(b"{}")));
        for task in stuck {
            task.abort();
        }
    }
}
