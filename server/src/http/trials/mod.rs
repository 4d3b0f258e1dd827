//! The whole layer over real sockets, around a toy schema.

mod floods;
mod graphql;
mod slow;
mod stopping;
mod toy;
mod trusted;
mod watching;
mod wire;
