//! Recovery plans: rules 10, 65 to 77 and 126, with what is refused.

mod activation;
mod approval;
mod away;
mod called;
mod conflicts;
mod course;
pub mod desk;
mod ending;
mod frozen;
mod goals;
mod immediate;
mod moves;
mod reach;
mod reviews;
mod right;
mod sequences;
mod sharing;
mod stages;
mod steps;
mod story;
mod support;
mod taking;
mod templates;
mod then;
mod together;
mod versions;
mod voice;

pub use desk::Desk;
