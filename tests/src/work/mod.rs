//! Services, referrals, staffings and the supervisor's dashboard, on both databases.

mod board;
mod desk;
mod directory;
mod recounted;
mod referrals;
mod staffings;
