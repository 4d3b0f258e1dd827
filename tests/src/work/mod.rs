//! Services, referrals, staffings and the supervisor's dashboard, on both databases.

mod answers;
mod board;
mod desk;
mod directory;
mod gaps;
mod hand_off;
mod recounted;
mod referrals;
mod staffings;
