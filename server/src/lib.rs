//! x
pub mod clock;
pub mod http;
pub mod vault;
