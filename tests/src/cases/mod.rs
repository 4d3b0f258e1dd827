//! Cases: where they stand, what is known of them, who has them, and who is on them.

mod bulk;
mod desk;
mod facts;
mod people;
mod status;
