//! The unmet needs of the last twelve months, one by one, without a way to count few of a place.

use chrono::NaiveDate;
use sea_orm::DbErr;
use uuid::Uuid;

use super::entity::unmet_need::{Column as C, Entity as UnmetNeeds, Model};
use super::model::{FEWEST, Population, looked_back};
use super::seek::{of_tribes, said_of};
use crate::access::{Act, Trace, Traced, Viewer};
use crate::cases::model::State;
use crate::directory::model::ServiceCategory;
use crate::error::Refusal;
use crate::store::page::{Asked, Cursor, Keyset, Page};
use crate::store::prelude::*;

/// The order of the list: newest first.
pub(super) const NEWEST: &str = "unmet_need.newest";

/// An unmet need, and how many of the same twelve months say the same of the same place.
pub(super) struct Row {
    pub need: Model,
    alike: i64,
}

impl Row {
    /// One that has just been said, of which others are not known.
    pub fn said(need: Model) -> Self {
        Self { need, alike: 0 }
    }

    /// Whether so many say the same that where it was can be told.
    pub fn placed(&self) -> bool {
        self.alike >= FEWEST
    }
}

impl FromQueryResult for Row {
    fn from_query_result(row: &sea_orm::QueryResult, pre: &str) -> Result<Self, DbErr> {
        Ok(Self {
            need: Model::from_query_result(row, pre)?,
            alike: row.try_get(pre, "alike")?,
        })
    }
}

impl Traced for Row {
    fn trace(&self) -> Option<Trace> {
        None
    }
}

/// Which of them; everything narrows.
#[derive(Debug, Default)]
pub(super) struct NeedFilter {
    pub category: Option<ServiceCategory>,
    /// Where. Finds only what has its place told: by what is not found, nothing is learnt.
    pub state: Option<State>,
    /// Of tribal programs.
    pub tribal: bool,
    pub population: Population,
}

impl NeedFilter {
    fn condition(&self, since: NaiveDate) -> Condition {
        let told = |state| C::State.eq(state).and(alike(since).gte(FEWEST));
        said_of(&self.population)
            .add_option(self.category.map(|category| C::Category.eq(category)))
            .add_option(self.state.map(told))
            .add_option(self.tribal.then(of_tribes))
    }
}

/// A page of them, in one statement.
pub(super) async fn page(
    viewer: &Viewer,
    filter: &NeedFilter,
    asked: Asked,
    after: Option<&Cursor>,
) -> Result<Page<Row>, Refusal> {
    viewer.may(Act::ResourceGapView)?;
    let since = looked_back(viewer.app().clock().now().date_naive());
    let keyset = Keyset::new(NEWEST, C::RecordedOn, C::Id, Order::Desc, asked)
        .after(after.map(Cursor::day).transpose()?);
    viewer
        .select::<UnmetNeeds>()
        .filter(C::RecordedOn.gte(since))
        .filter(filter.condition(since))
        .shape(|select| select.expr_as(alike(since), "alike"))
        .page::<Row>(&keyset)
        .await
}

/// How many since that day say the same of the same place, itself among them.
fn alike(since: NaiveDate) -> SimpleExpr {
    let other = |column: C| Expr::col(("other", column));
    let mut alike = Query::select()
        .expr(Func::count(Expr::val(1)))
        .from_as(UnmetNeeds, "other")
        .and_where(other(C::RecordedOn).gte(since))
        .take();
    for column in [C::OrgId, C::State, C::County, C::Category, C::Population] {
        alike.and_where(other(column).equals((UnmetNeeds, column)));
    }
    SimpleExpr::SubQuery(None, Box::new(alike.into()))
}

/// Those of the last twelve months among `ids`, as the list shows them.
pub(super) async fn by_ids(viewer: &Viewer, ids: &[Uuid]) -> Result<Vec<Row>, Refusal> {
    let since = looked_back(viewer.app().clock().now().date_naive());
    viewer
        .select::<UnmetNeeds>()
        .by_ids(ids)
        .filter(C::RecordedOn.gte(since))
        .shape(|select| select.expr_as(alike(since), "alike"))
        .all_as::<Row>()
        .await
}
