//! The seam between this layer and what it serves.

use std::future::Future;

use async_graphql::{Request, Response};

use super::code::Code;
use super::cookies::Token;
use super::peer::Peer;
use super::request_id::RequestId;

/// The header that says how many SQL statements an answer took. Not for
/// production: looking for what is hidden may take one more than looking for
/// what is not there, and the two must look alike.
pub const STATEMENTS: &str = "x-statements";

/// What a resolver, the audit and the log may know of the request itself.
#[derive(Clone, Copy, Debug)]
pub struct About {
    /// The request's id.
    pub id: RequestId,
    /// Where it comes from.
    pub peer: Peer,
}

/// Who offers a token, and how.
#[derive(Clone, Debug)]
pub enum Carrier {
    /// A browser, by cookie.
    Browser(Token),
    /// An API client, by `Authorization: Bearer`.
    Bearer(Token),
}

/// Runs GraphQL requests that this layer let through.
///
/// Both methods are awaited in a task of their own: they run to their end
/// also when the client hangs up, and a panic in them is caught.
pub trait Engine: Send + Sync + 'static {
    /// A signed-in person, read fresh for this request.
    type Session: Send + 'static;

    /// The session a token stands for.
    ///
    /// # Errors
    /// `UNAUTHENTICATED` when it stands for none; `UNAVAILABLE` or `INTERNAL`
    /// when that cannot be found out.
    fn authenticate(
        &self,
        carrier: Carrier,
        about: About,
    ) -> impl Future<Output = Result<Self::Session, Code>> + Send;

    /// Runs a request. Without a session it asks about the schema only
    /// (`__typename`), and introspection is already switched off in it.
    ///
    /// Of the answer's headers only [`STATEMENTS`] leaves, and only in
    /// developer mode.
    ///
    /// # Errors
    /// When the answer must not leave, for instance because its reads could
    /// not be audited.
    fn execute(
        &self,
        request: Request,
        session: Option<Self::Session>,
        about: About,
    ) -> impl Future<Output = Result<Response, Code>> + Send;
}
