//! Who may see and do what.

mod doors;
mod matrix;
mod probes;
mod reach;
pub mod source;
mod stage;
mod tenants;
mod together;
mod trial;
mod unscoped;
mod wire;
