//! `GET /go/{id}`: from a message to the place in the site that it is about.
//!
//! The message holds a number and nothing else (rule 122). Whoever has it learns an address
//! with an opaque id in it; what is there is shown to who has signed in and may see it.

use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use sea_orm::{DbErr, EntityTrait, QuerySelect};
use uuid::Uuid;

use super::super::rows::{Column, Entity};
use crate::app::App;

/// What is not known, or no longer, leads to the first page.
pub(super) async fn go(State(app): State<App>, Path(id): Path<String>) -> Response {
    let place = match Uuid::try_parse(&id) {
        Ok(id) => unscoped_place(&app, id).await,
        Err(_) => Ok(None),
    };
    match place {
        Ok(place) => {
            let place = place
                .filter(|place| is_ours(place))
                .unwrap_or_else(|| "/".to_owned());
            let headers = [
                (header::LOCATION, place),
                (header::CACHE_CONTROL, "no-store".to_owned()),
            ];
            (StatusCode::SEE_OTHER, headers).into_response()
        }
        Err(error) => {
            tracing::error!(?error, "the place of a message cannot be read");
            StatusCode::SERVICE_UNAVAILABLE.into_response()
        }
    }
}

async fn unscoped_place(app: &App, id: Uuid) -> Result<Option<String>, DbErr> {
    Entity::find_by_id(id)
        .select_only()
        .column(Column::Link)
        .into_tuple()
        .one(&app.store().unscoped_reader())
        .await
}

/// A path of this site, never an address elsewhere.
fn is_ours(place: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_/=.~".contains(c);
    place.starts_with('/') && !place.starts_with("//") && place.chars().all(plain)
}

#[cfg(test)]
mod tests {
    use super::is_ours;

    #[test]
    fn no_link_leads_elsewhere() {
        assert!(is_ours("/cases/Y2FzZTox-_="));
        for wrong in [
            "",
            "cases",
            "//evil.example",
            "/\\evil.example",
            "https://evil.example",
            "/a\r\nSet-Cookie: x",
            "/a?b",
        ] {
            assert!(!is_ours(wrong), "{wrong:?}");
        }
    }
}
