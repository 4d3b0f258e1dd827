//! Recovery plans: rules 10, 65, 66, 67, 69, 71 and 73, with what is refused.

mod activation;
mod conflicts;
mod desk;
mod frozen;
mod goals;
mod moves;
mod reach;
mod sequences;
mod steps;
mod voice;
