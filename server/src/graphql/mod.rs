//! GraphQL: the roots, and what every type in the schema shares.

mod case;
mod context;
pub mod engine;
mod fault;
mod gather;
pub mod id;
mod loaders;
mod masked;
mod newest;
mod node;
mod outcome;
pub mod page;
mod policy_directive;
mod problem;
mod roots;
mod scalars;
mod settle;

pub use case::Case;
pub use context::{answer, found, viewer};
pub use fault::{fault, log_fault, refused};
pub use id::Kind;
pub use loaders::Loaders;
pub(crate) use loaders::{Batched, batched, find_in, list_methods, list_of, lists, reads};
pub use masked::MaskedText;
pub(crate) use newest::{Newest, newest};
pub use node::Node;
pub use page::PageInfo;
pub use policy_directive::policy;
pub use problem::{
    ConflictProblem, DisclosureRefusedProblem, FieldConflict, FieldProblem, ForbiddenProblem,
    MoveProblem, NotFoundProblem, Problem, ProblemCode, ValidationProblem,
};
pub use roots::{Mutation, Query, Schema, attach, execute, schema, sdl};
pub use scalars::Day;
pub use settle::{Settled, settle, settle_sharing};
