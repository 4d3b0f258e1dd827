//! The wide reads: one row a case, and counters for the supervisor's dashboard.
//!
//! Acts keep the case's board row in their own transaction ([`change`]). What a row
//! contributes to the counters is a function of the row ([`contributions`]); a change
//! writes the difference as delta rows, which are folded into the counters behind the
//! writers' backs ([`fold`]). Numbers that depend on the day (reviews overdue, families
//! without contact) are counters by day, summed over a range when asked: they never age.
//! All are numbers of work and promises; none is about a child.

mod change;
mod contributions;
mod entity;
mod figures;
mod fold;
mod graphql;
mod recount;
mod staffing_board;

pub use change::{change, count_contact, open, unscoped_change};
pub use contributions::{Counter, Measure, contributions, never, no_day, week_of};
pub use entity::{board, tally, tally_delta};
pub use fold::fold;
pub use graphql::OnCase;
pub use recount::{Difference, recount};
pub use staffing_board::{BoardQuery, StaffingBoard};
