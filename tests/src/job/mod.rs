//! The whole job over the API, as a transcript under review: what is asked and what is
//! answered, the same word for word on both databases.

mod story;
mod transcript;
