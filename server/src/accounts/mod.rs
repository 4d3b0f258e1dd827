//! People who sign in: their passwords, tokens and sessions.
//!
//! A password is checked once and starts a session. The session lives in the database;
//! access tokens only name it, so that signing out, disabling a person or changing a
//! role holds on the next request, on every server. Refresh tokens prolong it, each
//! once; one that comes twice ends it. [`together`] gives a session its reach back that was
//! narrowed to what a young person may see.
//!
//! Others use [`authenticate`] (a viewer for each request), [`users`] (the command line
//! and demo data make people) and, for the HTTP routes, the acts below.

pub mod entity;
pub mod password;
pub mod password_policy;
pub mod token;
pub mod users;

mod authenticate;
mod graphql;
mod http;
mod password_change;
mod refresh;
mod session;
mod session_end;
mod sign_in;
mod sign_out;
mod throttle;
mod together;
mod user_roles;
mod waits;

pub use authenticate::{AuthFault, authenticate};
pub use graphql::{AccountMutation, AccountQuery, Session, sessions_by_id};
pub use http::routes;
pub use refresh::{RefreshRefusal, refresh};
pub use session::{ABSOLUTE_HOURS, IDLE_MINUTES, Tokens};
pub use sign_in::{SignIn, SignInRefusal, login_key, sign_in};
pub use sign_out::sign_out;
pub(crate) use throttle::sweep;
pub use together::{TogetherLeaveMutation, TogetherLeaveResult};
pub(crate) use waits::network;
