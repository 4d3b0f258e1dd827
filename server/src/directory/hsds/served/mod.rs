//! The lists of the public directory: what is in each, and how each is told. A page costs a
//! fixed number of statements.

mod at;
mod organizations;
mod taxonomies;

use sea_orm::ConnectionTrait;
use serde_json::{Map, Value};
use uuid::Uuid;

use super::asked::Asked;
use super::entity::{RecordKind, directory_record, directory_term};
use super::render::Told;
use crate::directory::search;
use crate::error::Refusal;
use crate::store::Store;
use crate::store::prelude::*;

pub(super) type Document = Map<String, Value>;

/// A list of the public directory.
#[derive(Clone, Copy, Debug)]
pub(super) enum List {
    Services,
    Organizations,
    ServiceAtLocations,
    Taxonomies,
    TaxonomyTerms,
}

/// Which rows of a list: those after a row, or after so many.
#[derive(Clone, Copy, Debug)]
pub(super) struct Part {
    pub after: Uuid,
    pub offset: u64,
    pub limit: u64,
}

/// Rows of a list with the last one's id.
pub(super) struct Rows {
    pub documents: Vec<Document>,
    pub last: Option<Uuid>,
}

/// What everybody may see of a kind of record.
pub(super) fn open(org: Uuid, kind: RecordKind) -> Condition {
    use directory_record::Column as R;
    Condition::all()
        .add(R::OrgId.eq(org))
        .add(R::Kind.eq(kind))
        .add(R::InternalOnly.eq(false))
}

/// Services that are asked for: what narrows services narrows what stands in them as well.
fn services(org: Uuid, asked: &Asked, store: &Store) -> Condition {
    use directory_record::Column as R;
    let mut all = open(org, RecordKind::Service);
    if !asked.words.is_empty() {
        let whose = Func::coalesce([Expr::col(R::ServiceId), Expr::col(R::Id)]);
        let found = search::found_by(store, &asked.words);
        all = all.add(Expr::expr(whose).in_subquery(found));
    }
    if let Some(organization) = asked.organization {
        all = all.add(R::OrganizationHsds.eq(organization));
    }
    for (column, id) in [
        (directory_term::Column::TermHsds, asked.term),
        (directory_term::Column::TaxonomyHsds, asked.taxonomy),
    ] {
        if let Some(id) = id {
            let classified = Query::select()
                .column(directory_term::Column::RecordId)
                .from(directory_term::Entity)
                .and_where(column.eq(id))
                .take();
            all = all.add(R::Id.in_subquery(classified));
        }
    }
    all
}

fn since(all: Condition, asked: &Asked) -> Condition {
    let since = asked.modified_after;
    all.add_option(since.map(|since| directory_record::Column::ModifiedAt.gte(since)))
}

impl List {
    fn condition(self, org: Uuid, asked: &Asked, store: &Store) -> Condition {
        match self {
            Self::Services | Self::Organizations => since(services(org, asked, store), asked),
            Self::ServiceAtLocations => since(at::condition(org, asked, store), asked),
            Self::Taxonomies => taxonomies::taxonomies(org, asked),
            Self::TaxonomyTerms => taxonomies::terms(org, asked),
        }
    }

    /// What is in the list and in no table: our own taxonomy.
    pub(super) fn own(self, asked: &Asked) -> Vec<Document> {
        match self {
            Self::Taxonomies => taxonomies::own(asked),
            Self::TaxonomyTerms => taxonomies::own_terms(asked),
            _ => Vec::new(),
        }
    }

    /// How many rows the list has in the tables.
    pub(super) async fn count<C: ConnectionTrait>(
        self,
        told: &Told<'_, C>,
        asked: &Asked,
    ) -> Result<u64, Refusal> {
        if matches!(self, Self::Organizations) {
            return organizations::count(told, asked).await;
        }
        let counted: Option<i64> = directory_record::Entity::find()
            .filter(self.condition(told.org, asked, told.store))
            .select_only()
            .expr(Func::count(Expr::val(1)))
            .into_tuple()
            .one(told.connection)
            .await?;
        Ok(counted.and_then(|n| u64::try_from(n).ok()).unwrap_or(0))
    }

    /// Some rows of the list, in the order in which they came.
    pub(super) async fn rows<C: ConnectionTrait>(
        self,
        told: &Told<'_, C>,
        asked: &Asked,
        some: Part,
    ) -> Result<Rows, Refusal> {
        use directory_record::Column as R;
        if matches!(self, Self::Organizations) {
            return organizations::rows(told, asked, some).await;
        }
        let records = directory_record::Entity::find()
            .filter(self.condition(told.org, asked, told.store))
            .filter(R::Id.gt(some.after))
            .order_by_asc(R::Id)
            .limit(some.limit)
            .offset(some.offset)
            .all(told.connection)
            .await?;
        Ok(Rows {
            last: records.last().map(|record| record.id),
            documents: self.told(told, asked, &records).await?,
        })
    }

    async fn told<C: ConnectionTrait>(
        self,
        told: &Told<'_, C>,
        asked: &Asked,
        records: &[directory_record::Model],
    ) -> Result<Vec<Document>, Refusal> {
        match self {
            Self::Services | Self::Organizations => {
                let services = told.services(records).await?;
                Ok(services.into_iter().map(|one| asked.cut(one)).collect())
            }
            Self::ServiceAtLocations => {
                at::documents(told, records, |one| asked.cut_other(one)).await
            }
            Self::Taxonomies | Self::TaxonomyTerms => taxonomies::documents(records),
        }
    }

    /// One of the list, with all that is told of it.
    pub(super) async fn one<C: ConnectionTrait>(
        self,
        told: &Told<'_, C>,
        id: Uuid,
        asked: &Asked,
    ) -> Result<Option<Document>, Refusal> {
        use directory_record::Column as R;
        if matches!(self, Self::Organizations) {
            return organizations::one(told, id, asked).await;
        }
        if let own @ Some(_) = taxonomies::own_by_id(self, id) {
            return Ok(own);
        }
        // Two sources may tell of one id: the one that told it first answers.
        let record = directory_record::Entity::find()
            .filter(self.condition(told.org, &Asked::everything(), told.store))
            .filter(R::HsdsId.eq(id))
            .order_by_asc(R::Id)
            .one(told.connection)
            .await?;
        let records: Vec<_> = record.into_iter().collect();
        let found = self.told(told, &Asked::everything(), &records).await?;
        Ok(found.into_iter().next())
    }
}
