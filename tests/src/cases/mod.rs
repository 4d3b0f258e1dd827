//! Cases: where they stand, what is known of them, who has them, and who is on them.

mod bulk;
pub mod desk;
mod facts;
mod people;
mod status;
mod team;
mod whole;
