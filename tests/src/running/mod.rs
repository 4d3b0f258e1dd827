//! The whole server in a process of its own: killed while people write, and its keys changed
//! while they read and write.

mod crash;
mod house;
mod rotation;
mod together;
mod writer;

/// Runs one test on each database, with a house around the server.
macro_rules! in_a_house {
    ($($(#[$meta:meta])* async fn $name:ident($house:ident) $body:block)+) => {$(
        mod $name {
            #[allow(unused_imports, reason = "not every test needs all of its file's imports")]
            use super::*;
            async fn run(mut $house: crate::running::house::House) $body
            $(#[$meta])*
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() {
                run(crate::running::house::House::new(crate::database::Kind::Sqlite).await).await;
            }
            $(#[$meta])*
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() {
                run(crate::running::house::House::new(crate::database::Kind::Postgres).await).await;
            }
        }
    )+};
}
use in_a_house;
