//! The course of a case in time: what happened in what order, and where nothing did.
//!
//! A time is asked for, and everything that reaches into it is answered at once, in lanes:
//! a fixed number of statements, each bounded. Days and kinds alone; nobody's words. Each
//! slice keeps its rows; here they are only put side by side.

mod ends;
mod graphql;
mod lanes;
mod marks;
mod span;

pub use graphql::OnCase;
pub use lanes::{Lane, Rows, rows};
pub use span::Span;
