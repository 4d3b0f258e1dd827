//! Times away and clocks: rules 46 to 62, with what is refused.

mod back;
mod clocks;
mod definitions;
pub(crate) mod desk;
mod events;
mod interstate;
mod lists;
mod load;
mod many;
mod missing;
mod reach;
mod remind;
mod report;
