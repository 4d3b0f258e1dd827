//! Answers to a request: each one with its time and the services that were named (rule 115).

mod give;
mod loader;
mod types;

pub(super) use give::{RequestAnswer as NewAnswer, answer};
pub use loader::AnswerLoader;
pub(super) use types::RequestAnswer;
