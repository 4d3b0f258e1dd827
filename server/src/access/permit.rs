//! What one may see and do of one case, with the means to open its sealed fields.

use std::sync::Arc;

use sea_orm::sea_query::{
    Expr, ExprTrait, IntoColumnRef, LockType, Query, SelectStatement, SimpleExpr,
};
use sea_orm::{
    ConnectionTrait, DbErr, DeriveIden, EntityTrait, FromQueryResult, QueryResult, QueryTrait,
    Select,
};
use uuid::Uuid;

use super::{
    Act, Class, ClassSet, Grant, KeyParts, Relation, Role, Viewer, cases_in_reach, classes,
};
use crate::error::{Fault, Refusal};
use crate::vault::{DataKey, Place, SealedBytes};

/// A case within reach: the relation to it, the classes of fields one sees of it, and
/// its key. There is no other way to a case's key than to stand in a relation to it.
#[derive(Clone)]
pub struct CasePermit {
    case: Uuid,
    org: Uuid,
    relation: Relation,
    classes: ClassSet,
    key: Option<Arc<DataKey>>,
    grant: Option<Grant>,
}

/// The columns a permit is made of, as a query that brings other things too selects them.
pub struct PermitParts {
    key: KeyParts,
    mine: bool,
}

#[derive(DeriveIden)]
enum Cases {
    Table,
    Id,
    OrgId,
}

#[derive(DeriveIden)]
enum Assignment {
    Table,
    CaseId,
    UserId,
    ToAt,
}

#[derive(DeriveIden)]
enum DataKeyRow {
    #[sea_orm(iden = "data_key")]
    Table,
    Id,
    Wrapped,
    MasterKid,
}

/// Whether the viewer is on the team of the case in `column` now.
fn mine(viewer: &Viewer, column: impl IntoColumnRef) -> SimpleExpr {
    let team = Query::select()
        .expr(Expr::val(1))
        .from(Assignment::Table)
        .and_where(Expr::col((Assignment::Table, Assignment::CaseId)).eq(Expr::col(column)))
        .and_where(Expr::col((Assignment::Table, Assignment::UserId)).eq(viewer.user()))
        .and_where(Expr::col((Assignment::Table, Assignment::ToAt)).is_null())
        .take();
    Expr::exists(team)
}

impl PermitParts {
    /// Adds the columns, prefixed, to a query in which `case` names the case's id.
    pub fn select<E: EntityTrait, C: IntoColumnRef + Clone>(
        viewer: &Viewer,
        mut select: Select<E>,
        case: C,
        prefix: &str,
    ) -> Select<E> {
        let mine = mine(viewer, case.clone());
        QueryTrait::query(&mut select).expr_as(mine, format!("{prefix}mine"));
        KeyParts::select(select, case, prefix)
    }
}

impl FromQueryResult for PermitParts {
    fn from_query_result(row: &QueryResult, pre: &str) -> Result<Self, DbErr> {
        Ok(Self {
            key: KeyParts::from_query_result(row, pre)?,
            mine: row.try_get(pre, "mine")?,
        })
    }
}

impl CasePermit {
    /// Permits for those of `ids` that are in reach of `viewer`, in one statement.
    pub(crate) async fn find(
        viewer: &Viewer,
        reader: &impl ConnectionTrait,
        ids: &[Uuid],
    ) -> Result<Vec<Self>, Refusal> {
        match Self::query(viewer, ids) {
            Some(query) => Self::all(viewer, reader, &query).await,
            None => Ok(Vec::new()),
        }
    }

    /// The permit for the case `id`, if it is in reach, with the case locked until the end of
    /// the transaction that `reader` is in.
    pub(crate) async fn hold(
        viewer: &Viewer,
        reader: &impl ConnectionTrait,
        id: Uuid,
    ) -> Result<Option<Self>, Refusal> {
        let Some(mut query) = Self::query(viewer, &[id]) else {
            return Ok(None);
        };
        // SQLite has no row locks and needs none: there is one writer at a time.
        if viewer.app().store().is_postgres() {
            query.lock_with_tables(LockType::NoKeyUpdate, [Cases::Table]);
        }
        Ok(Self::all(viewer, reader, &query).await?.pop())
    }

    /// Asks for those of `ids` that are in reach; `None` when none can be.
    fn query(viewer: &Viewer, ids: &[Uuid]) -> Option<SelectStatement> {
        let reach = cases_in_reach(viewer)?;
        if ids.is_empty() {
            return None;
        }
        let query = Query::select()
            .expr_as(Expr::col((Cases::Table, Cases::Id)), "id")
            .expr_as(Expr::col((Cases::Table, Cases::OrgId)), "org_id")
            .expr_as(
                Expr::col((DataKeyRow::Table, DataKeyRow::Wrapped)),
                "wrapped",
            )
            .expr_as(
                Expr::col((DataKeyRow::Table, DataKeyRow::MasterKid)),
                "master_kid",
            )
            .expr_as(mine(viewer, (Cases::Table, Cases::Id)), "mine")
            .from(Cases::Table)
            .inner_join(
                DataKeyRow::Table,
                Expr::col((DataKeyRow::Table, DataKeyRow::Id)).equals((Cases::Table, Cases::Id)),
            )
            .and_where(Expr::col((Cases::Table, Cases::Id)).is_in(ids.iter().copied()))
            .and_where(Expr::col((Cases::Table, Cases::Id)).in_subquery(reach))
            .take();
        Some(query)
    }

    async fn all(
        viewer: &Viewer,
        reader: &impl ConnectionTrait,
        query: &SelectStatement,
    ) -> Result<Vec<Self>, Refusal> {
        let rows = reader.query_all(query).await?;
        rows.iter()
            .map(|row| Self::from_parts(viewer, PermitParts::from_query_result(row, "")?))
            .collect()
    }

    /// A permit from its columns. Only queries within scope select them.
    pub fn from_parts(viewer: &Viewer, parts: PermitParts) -> Result<Self, Refusal> {
        let relation = if parts.mine {
            Relation::Assigned
        } else {
            Relation::Supervises
        };
        let (case, org) = (parts.key.owner, parts.key.org);
        let relation = viewer.standing(relation, Some(case));
        let seen = viewer
            .roles()
            .iter()
            .map(|role| classes(role, relation))
            .fold(ClassSet::default(), ClassSet::union);
        Ok(Self {
            case,
            org,
            relation,
            classes: seen,
            key: parts.key.unwrap(viewer)?,
            grant: None,
        })
    }

    /// A permit for a case that the act has just made, with its new key.
    pub(crate) fn for_new(grant: Grant, case: Uuid, key: Arc<DataKey>) -> Self {
        let grant = grant.on_new_case(case);
        let all = classes(Role::Supervisor, Relation::Assigned);
        Self {
            case,
            org: grant.org(),
            relation: Relation::Assigned,
            classes: all,
            key: Some(key),
            grant: Some(grant),
        }
    }

    /// A permit to open what is sealed of the one case of a link, for the door by which a service
    /// without an account sees what was shared with it. It carries no grant: nothing is changed
    /// with it.
    pub(crate) fn unscoped_door(case: Uuid, org: Uuid, key: DataKey) -> Self {
        Self {
            case,
            org,
            relation: Relation::Assigned,
            classes: classes(Role::Supervisor, Relation::Assigned),
            key: Some(Arc::new(key)),
            grant: None,
        }
    }

    /// The same permit with a grant for `act`, or the policy's refusal.
    pub fn allowing(mut self, viewer: &Viewer, act: Act) -> Result<Self, Refusal> {
        let grant = Grant::ask(viewer, self.relation, act, self.org, Some(self.case))
            .map_err(Refusal::Forbidden)?;
        self.grant = Some(grant);
        Ok(self)
    }

    /// Whether one may do `act` to this case.
    pub fn allows(&self, viewer: &Viewer, act: Act) -> bool {
        Grant::ask(viewer, self.relation, act, self.org, Some(self.case)).is_ok()
    }

    /// The case.
    pub fn case(&self) -> Uuid {
        self.case
    }

    /// The organisation it belongs to.
    pub fn org(&self) -> Uuid {
        self.org
    }

    /// How one stands to it.
    pub fn relation(&self) -> Relation {
        self.relation
    }

    /// Whether one sees fields of `class`.
    pub fn sees(&self, class: Class) -> bool {
        self.classes.has(class)
    }

    /// The proof that a change takes.
    pub fn grant(&self) -> Result<Grant, Refusal> {
        self.grant
            .ok_or(Refusal::Fault(Fault::Broken("a permit without a grant")))
    }

    fn key(&self) -> Result<&DataKey, Refusal> {
        self.key
            .as_deref()
            .ok_or(Refusal::Fault(Fault::KeyDestroyed))
    }

    /// Opens a sealed field. `None` when it is of a class that one does not see.
    pub fn open(
        &self,
        class: Class,
        place: Place,
        sealed: &SealedBytes,
    ) -> Result<Option<String>, Refusal> {
        if !self.sees(class) {
            return Ok(None);
        }
        Ok(Some(
            crate::vault::open(self.key()?, place, sealed)?.to_string(),
        ))
    }

    /// [`open`](Self::open) for a field that may be empty.
    pub fn open_some(
        &self,
        class: Class,
        place: Place,
        sealed: Option<&SealedBytes>,
    ) -> Result<Option<String>, Refusal> {
        sealed.map_or(Ok(None), |sealed| self.open(class, place, sealed))
    }

    /// Seals a field of this case.
    pub fn seal(&self, place: Place, value: &str) -> Result<SealedBytes, Refusal> {
        Ok(crate::vault::seal(self.key()?, place, value)?)
    }

    /// [`seal`](Self::seal) for a field that may be empty.
    pub fn seal_some(
        &self,
        place: Place,
        value: Option<&str>,
    ) -> Result<Option<SealedBytes>, Refusal> {
        value.map(|value| self.seal(place, value)).transpose()
    }
}
