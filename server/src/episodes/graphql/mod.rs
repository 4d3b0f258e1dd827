//! Times away in GraphQL.

mod conversation;
mod episode;
mod inputs;
mod mutation;
mod on_case;
mod report;
mod report_input;

pub use conversation::{ReturnConversation, conversations_by_id};
pub use episode::{MissingEpisode, episodes_by_id};
pub use mutation::EpisodeMutation;
pub use on_case::OnCase;
pub use report::{MissingReport, reports_by_id};
