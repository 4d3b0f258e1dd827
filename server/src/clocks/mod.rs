//! Clocks that run by law or by agreement (rules 46 to 51, 56 to 62): what starts them, until
//! when they run, the evidence that ends them, and who is reminded.
//!
//! Definitions are data: `data/` holds what ships, an organisation loads its own ([`load`]).
//! A clock keeps the definition that it was made by. How it stands is computed from its
//! instants whenever somebody asks; nothing about it ages.
//!
//! Other slices tell what has happened with [`start`], and end clocks with the functions of
//! `close`. Notices are here, since they are the evidence.

pub mod entity;
pub mod model;

mod calendar;
mod changed;
mod close;
mod definition;
mod due;
mod events;
mod extend;
mod graphql;
mod in_force;
mod load;
mod loaders;
mod office;
mod read;
mod remind;
mod resolve;
mod rest;
mod shipped;
mod start;
mod status;

pub use changed::{evidence_changed, met_by};
pub use close::{Evidence, end_running, is_required, meet_running, waits_for};
pub use definition::{Definition, DefinitionFault};
pub use due::due_after;
pub use events::identified;
pub use graphql::{
    Clock, ClockCounts, ClockDefinitionQuery, ClockMutation, ClockQuery, EvidenceInput, Notice,
    OnCase, by_ids, counted, notices_by_ids,
};
pub use load::{Loaded, load};
pub use loaders::ClockLoaders;
pub use office::title;
pub use remind::remind;
pub use rest::{any_running, remind_again, remind_no_more};
pub use start::{Start, start, start_until};
pub use status::{soon_at, status};
