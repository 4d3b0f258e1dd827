//! Copies of plans on paper: rules 11, 35, 68, 77, 106 and 123, and the file itself.

mod copies;
mod doors;
mod figures;
mod file;
pub mod print;
mod sharing;
