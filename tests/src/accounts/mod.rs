//! Signing in, staying signed in and being signed out, on both databases.

mod house;
mod office;
mod over_http;
mod own;
mod refresh;
mod sessions;
mod sign_in;
mod waits;
