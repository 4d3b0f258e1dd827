//! What was observed about a young person (rules 1 to 8): indicators, risk and protective
//! factors, each by itself, with its day, its source and what follows of it; screening that
//! was done elsewhere; reports that were made; the trafficking type as it is known.
//!
//! Nothing here counts, weighs, orders or closes anything. What was recorded is corrected
//! with its history kept, never taken away.

pub mod entity;
pub mod model;
pub mod vocabulary;

mod correct;
mod framework;
mod graphql;
mod loaders;
mod notice;
mod read;
mod record;
mod report;
mod review;
mod said;
mod screening;
mod trafficking;
mod waiting;

pub use graphql::{
    Observation, ObservationMutation, ObservationQuery, OnCase, ReportMade, ScreeningReference,
    TraffickingTypeEntry, observations_by_id, reports_by_id, screenings_by_id, types_by_id,
};
pub use loaders::ObservationLoaders;
