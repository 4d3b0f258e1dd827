//! x
pub mod accounts;
pub mod clock;
pub mod http;
pub mod vault;
