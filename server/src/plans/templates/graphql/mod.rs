//! Templates in GraphQL.

mod body;
mod inputs;
mod mutation;
mod query;
mod take_input;
mod template;
mod version;

pub use mutation::TemplateMutation;
pub use query::{TemplateQuery, templates_by_id, versions_by_id};
pub use template::PlanTemplate;
pub use version::PlanTemplateVersion;
