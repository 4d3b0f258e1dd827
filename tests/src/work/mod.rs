//! Services, referrals, staffings and the supervisor's dashboard, on both databases.

mod agenda;
mod answers;
mod board;
mod curation;
mod desk;
mod directory;
mod directory_words;
mod gaps;
mod hand_off;
mod recounted;
mod referrals;
mod staffings;
mod timeline;
