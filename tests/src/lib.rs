//! Black-box tests of Trellis over HTTP, on SQLite and on PostgreSQL, and what they stand on.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::print_stderr,
    reason = "a test's support must stop the test when anything is not as it should be"
)]

#[cfg(test)]
mod access;
#[cfg(test)]
mod accounts;
#[cfg(test)]
mod at_rest;
pub mod bench;
#[cfg(test)]
mod cases;
#[cfg(test)]
mod contacts;
pub mod database;
#[cfg(test)]
mod directory;
#[cfg(test)]
mod episodes;
#[cfg(test)]
mod job;
#[cfg(test)]
mod observations;
#[cfg(test)]
mod office;
#[cfg(test)]
mod outbox;
#[cfg(test)]
mod paper;
#[cfg(test)]
mod plans;
#[cfg(test)]
mod rules;
#[cfg(test)]
mod running;
#[cfg(test)]
mod sharing;
pub mod smtp;
#[cfg(test)]
mod work;
pub mod world;
