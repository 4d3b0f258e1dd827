//! The HTTP layer: everything between a socket and a resolver.
//!
//! A request comes in through [`serve`] (header deadline, cap, shutdown), gets
//! an id in [`watch`], its security headers in [`headers`], a bounded body, a
//! seat and a task of its own in [`shield`], and is answered by [`endpoint`]
//! (GraphQL), [`health`], [`web`], or the plain routes that others bring.
//!
//! The endpoint reads what is asked ([`negotiate`], [`cookies`], [`params`],
//! [`documents`], [`shelf`]), lets the [`guard`] judge the document, hands it to the
//! [`engine`], and reduces whatever comes back to what may leave ([`answer`]).
//!
//! Nothing here knows a slice, a table or a role.

pub mod answer;
pub mod assets;
pub mod body;
pub mod code;
pub mod cookies;
pub mod documents;
pub mod endpoint;
pub mod engine;
pub mod fault;
pub mod guard;
pub mod headers;
pub mod health;
pub mod limits;
pub mod metrics;
pub mod negotiate;
pub mod outcome;
pub mod panics;
pub mod params;
pub mod peer;
pub mod request_id;
pub mod router;
pub mod serve;
pub mod settings;
mod shed;
pub mod shelf;
pub mod shield;
pub mod stall;
pub mod watch;
pub mod web;

#[cfg(test)]
mod trials;
