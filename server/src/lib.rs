//! Trellis: cases, recovery plans, referrals and family contacts for teams that help
//! children who survived sex trafficking.
//!
//! The crate is a small spine that owns the dangerous things, and slices that hold what
//! a case worker would name. The spine: [`clock`] (time and ids), [`vault`] (keys and
//! sealed values), [`store`] (the database), [`access`] (who may do what), [`audit`]
//! (what was done), [`outbox`] (mail), [`http`], [`app`]. Every other module is a slice.

// The roots of the graph are merged of many slices, each a level of types deeper.
#![recursion_limit = "256"]

pub mod access;
pub mod accounts;
pub mod answers;
pub mod app;
pub mod audit;
pub mod boards;
pub mod cases;
pub mod cli;
pub mod clock;
pub mod clocks;
pub mod config;
pub mod contacts;
pub mod demo;
pub mod directory;
pub mod disclosures;
pub mod drafts;
pub mod episodes;
pub mod error;
pub mod gaps;
pub mod graphql;
pub mod http;
pub mod input;
pub mod mail;
pub mod observations;
pub mod outbox;
pub mod paper;
pub mod people;
pub mod plans;
pub mod referrals;
pub mod releases;
pub mod requests;
pub mod reveal;
pub mod site;
pub mod staffings;
pub mod store;
pub mod timeline;
pub mod trail;
pub mod vault;
