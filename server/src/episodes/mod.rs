//! Times in which a young person is missing or away: what was heard and when, what was
//! reported to whom, their return, and what they want to tell of it (rules 48 to 60).
//!
//! Missing and away are two things; only the first starts the clocks of somebody missing.
//! Nothing here counts how often somebody was away. What a young person says is kept in
//! their words, and that they choose not to say it is a good answer.

pub mod entity;
pub mod model;

mod change;
mod close;
mod conversation;
mod follow_up;
mod graphql;
mod items;
mod loaders;
mod notice;
mod open;
mod read;
mod recovery;
mod report;
mod report_open;
mod whereabouts;
mod words;

pub use graphql::{
    EpisodeMutation, MissingEpisode, MissingReport, OnCase, ReturnConversation,
    conversations_by_id, episodes_by_id, reports_by_id,
};
pub use loaders::EpisodeLoaders;
pub use report_open::report_is_open;
