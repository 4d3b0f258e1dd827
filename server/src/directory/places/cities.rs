//! The cities of the directory's own locations. Nothing else knows where a place is: there is no
//! map of the country here, and nobody outside is asked where a child may be.

use async_graphql::SimpleObject;

use super::entity::service_place::{self, Column as P};
use super::hidden;
use crate::access::{Act, Class, Viewer};
use crate::cases::model::State;
use crate::error::Refusal;
use crate::graphql::policy;
use crate::store::prelude::*;
use crate::store::search::normal_form;

/// Cities that are offered at once.
const MOST: u64 = 10;
/// Follows every letter.
const LAST: char = '\u{10ffff}';

/// A city in which the directory knows a service whose location may be told.
#[derive(Clone, Debug, PartialEq, SimpleObject, FromQueryResult)]
pub struct DirectoryPlace {
    /// Its name, as a source tells it.
    #[graphql(directive = policy::apply(Class::Public))]
    pub city: String,
    /// The state it is in.
    #[graphql(directive = policy::apply(Class::Public))]
    pub state: State,
    /// The middle of the directory's locations there, in degrees.
    #[graphql(directive = policy::apply(Class::Public))]
    pub latitude: f64,
    /// The middle of the directory's locations there, in degrees.
    #[graphql(directive = policy::apply(Class::Public))]
    pub longitude: f64,
}

/// The first cities, by name, that begin so.
pub(in crate::directory) async fn cities(
    viewer: &Viewer,
    beginning: &str,
) -> Result<Vec<DirectoryPlace>, Refusal> {
    viewer.may(Act::ServiceSearch)?;
    let beginning = normal_form(beginning);
    if beginning.is_empty() {
        return Ok(Vec::new());
    }
    let mean = |column: P| Func::avg(Expr::col(column));
    let query = Query::select()
        .expr_as(Func::min(Expr::col(P::City)), "city")
        .column(P::State)
        .expr_as(mean(P::Latitude), "latitude")
        .expr_as(mean(P::Longitude), "longitude")
        .from(service_place::Entity)
        .and_where(P::OrgId.eq(viewer.org()))
        .and_where(P::CityKey.gte(beginning.as_str()))
        .and_where(P::CityKey.lt(format!("{beginning}{LAST}")))
        .and_where(P::ServiceId.not_in_subquery(hidden()))
        .group_by_columns([P::CityKey, P::State])
        .order_by(P::CityKey, Order::Asc)
        .order_by(P::State, Order::Asc)
        .limit(MOST)
        .take();
    viewer.reader().rows(&query).await
}
