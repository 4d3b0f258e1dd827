//! Templates of goals and steps by situation: an offer to begin with, never a rule.
//!
//! A template has a draft that is edited and versions that are frozen with the hash of
//! what they say; a plan keeps from which version a goal was taken, and what was taken is
//! changed like anything else of the plan. A plan never needs a template. `data/` holds
//! the set that ships; [`load`] takes it, or an organisation's own file.

pub mod entity;
pub mod model;

mod graphql;
mod load;
mod loaders;
mod offer;
mod publish;
mod read;
mod review;
mod save;
mod take;
mod terms;

pub use graphql::{
    PlanTemplate, PlanTemplateVersion, TemplateMutation, TemplateQuery, templates_by_id,
    versions_by_id,
};
pub use load::{Loaded, load, shipped};
pub use loaders::TemplateLoaders;
