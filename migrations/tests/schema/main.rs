//! The schema on SQLite and on PostgreSQL: there and back again, and what it refuses.

#![allow(
    clippy::expect_used,
    reason = "a test that cannot go on fails, and says at what"
)]

mod append_only;
mod database;
mod foreign_keys;
mod full_text;
mod likeness;
mod refusals;
mod round_trip;
mod rows;

/// Makes a test of each database from one body that takes `&DatabaseConnection`.
macro_rules! on_both {
    ($($body:ident),+ $(,)?) => {$(
        mod $body {
            #[tokio::test]
            async fn sqlite() {
                let empty = crate::database::sqlite().await;
                super::super::$body(&empty.db).await;
                empty.clean_up().await;
            }

            #[tokio::test]
            async fn postgres() {
                let empty = crate::database::postgres().await;
                super::super::$body(&empty.db).await;
                empty.clean_up().await;
            }
        }
    )+};
}
pub(crate) use on_both;
