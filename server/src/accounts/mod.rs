//! People who sign in: their passwords, tokens and sessions.
//!
//! A password is checked once and starts a session. The session lives in the database;
//! access tokens only name it, so that signing out, disabling a person or changing a
//! role holds on the next request, on every server.

pub mod password;
pub mod password_policy;
pub mod token;
