//! The whole job over the API, as a transcript under review: what is asked and what is
//! answered, the same word for word on both databases. `story` is the work from a call to an
//! outcome, `recovery` what follows when a child goes missing from care.

mod recovery;
mod sharing;
mod story;
mod transcript;
