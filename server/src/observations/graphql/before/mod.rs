//! What reports and references to screenings said before they were corrected, in GraphQL.

mod report;
mod screening;

pub use report::EarlierReport;
pub use screening::EarlierScreening;
