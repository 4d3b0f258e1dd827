//! A data key as a query within scope brings it along.

use std::sync::Arc;

use sea_orm::sea_query::{Expr, ExprTrait, IntoColumnRef, SelectStatement};
use sea_orm::{
    DbErr, DeriveIden, EntityTrait, FromQueryResult, JoinType, QueryResult, QueryTrait, Select,
};
use uuid::Uuid;

use super::Viewer;
use crate::app::App;
use crate::error::{Fault, Refusal};
use crate::vault::{DataKey, WrappedKey};

/// The columns of a wrapped key. Only a permit unwraps it.
pub struct KeyParts {
    pub(super) owner: Uuid,
    pub(super) org: Uuid,
    wrapped: Option<Vec<u8>>,
    master_kid: String,
}

#[derive(DeriveIden)]
enum DataKeyRow {
    #[sea_orm(iden = "data_key")]
    Table,
    Id,
    OrgId,
    Wrapped,
    MasterKid,
}

impl KeyParts {
    /// Adds the columns, prefixed, to a query in which `owner` names the key's owner.
    pub fn select<E: EntityTrait, C: IntoColumnRef>(
        mut select: Select<E>,
        owner: C,
        prefix: &str,
    ) -> Select<E> {
        let query: &mut SelectStatement = QueryTrait::query(&mut select);
        query.join(
            JoinType::InnerJoin,
            DataKeyRow::Table,
            Expr::col((DataKeyRow::Table, DataKeyRow::Id)).eq(Expr::col(owner)),
        );
        for (column, name) in [
            (DataKeyRow::Id, "id"),
            (DataKeyRow::OrgId, "org_id"),
            (DataKeyRow::Wrapped, "wrapped"),
            (DataKeyRow::MasterKid, "master_kid"),
        ] {
            query.expr_as(
                Expr::col((DataKeyRow::Table, column)),
                format!("{prefix}{name}"),
            );
        }
        select
    }

    /// The key; `None` when it was destroyed.
    pub(super) fn unwrap(self, viewer: &Viewer) -> Result<Option<Arc<DataKey>>, Refusal> {
        self.by(viewer.app())
    }

    /// The same for a job, which shows nobody what it opens.
    pub(crate) fn unscoped_unwrap(self, app: &App) -> Result<Option<Arc<DataKey>>, Refusal> {
        self.by(app)
    }

    fn by(self, app: &App) -> Result<Option<Arc<DataKey>>, Refusal> {
        let Some(bytes) = self.wrapped else {
            return Ok(None);
        };
        let kid = self
            .master_kid
            .parse()
            .map_err(|_| Fault::Broken("a key number that is none"))?;
        let wrapped = WrappedKey { bytes, kid };
        let key = app.keyring().unwrap(&wrapped, self.owner)?;
        Ok(Some(Arc::new(key)))
    }
}

impl FromQueryResult for KeyParts {
    fn from_query_result(row: &QueryResult, pre: &str) -> Result<Self, DbErr> {
        Ok(Self {
            owner: row.try_get(pre, "id")?,
            org: row.try_get(pre, "org_id")?,
            wrapped: row.try_get(pre, "wrapped")?,
            master_kid: row.try_get(pre, "master_kid")?,
        })
    }
}
