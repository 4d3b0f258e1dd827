//! What people do from their desks, through GraphQL, on both databases: requests, drafts,
//! the trail, any record by its id.

mod desk;
mod drafts;
mod nodes;
mod request_due;
mod request_ends;
mod requests;
mod reveal;
mod shown;
mod tampered;
mod trail;
