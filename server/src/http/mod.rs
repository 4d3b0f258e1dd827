//! The HTTP layer.

pub mod guard;
