//! Invented data for a demonstration: the same on every run, plainly made up, and made
//! by the same acts that people use, on a clock that walks through two years.

pub mod people;

use crate::app::App;
use crate::error::Refusal;

/// Fills an empty database. Returns whether it was empty; anything else is left alone.
pub async fn fill_if_empty(app: &App) -> Result<bool, Refusal> {
    if !crate::accounts::users::list_users(app).await?.is_empty() {
        return Ok(false);
    }
    people::make(app).await?;
    Ok(true)
}
