//! Support contacts: rules 102 and 113, with what is refused, and what they change of a case.

mod graphic;
mod lists;
mod log;
mod phone;
mod reach;
