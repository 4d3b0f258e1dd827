//! What one may see and do of one case, with the means to open its sealed fields.

use std::sync::Arc;

use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{ConnectionTrait, DeriveIden, QueryResult};
use uuid::Uuid;

use super::{Act, Class, ClassSet, Grant, Relation, Viewer, cases_in_reach, classes};
use crate::error::{Fault, Refusal};
use crate::vault::{DataKey, Place, SealedBytes, WrappedKey};

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

#[derive(DeriveIden)]
enum Cases {
    #[sea_orm(iden = "cases")]
    Table,
    Id,
    OrgId,
}

#[derive(DeriveIden)]
enum Assignment {
    #[sea_orm(iden = "assignment")]
    Table,
    CaseId,
    UserId,
    ToAt,
}

#[derive(DeriveIden)]
enum Key {
    #[sea_orm(iden = "data_key")]
    Table,
    Id,
    Wrapped,
    MasterKid,
}

impl CasePermit {
    /// Permits for those of `ids` that are in reach of `viewer`, in one statement.
    pub(crate) async fn find(
        viewer: &Viewer,
        reader: &impl ConnectionTrait,
        ids: &[Uuid],
    ) -> Result<Vec<Self>, Refusal> {
        let Some(reach) = cases_in_reach(viewer) else {
            return Ok(Vec::new());
        };
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let mine = Query::select()
            .expr(Expr::val(1))
            .from(Assignment::Table)
            .and_where(
                Expr::col((Assignment::Table, Assignment::CaseId))
                    .equals((Cases::Table, Cases::Id)),
            )
            .and_where(Expr::col(Assignment::UserId).eq(viewer.user()))
            .and_where(Expr::col(Assignment::ToAt).is_null())
            .take();
        let query = Query::select()
            .expr_as(Expr::col((Cases::Table, Cases::Id)), "id")
            .expr_as(Expr::col((Cases::Table, Cases::OrgId)), "org_id")
            .expr_as(Expr::col((Key::Table, Key::Wrapped)), "wrapped")
            .expr_as(Expr::col((Key::Table, Key::MasterKid)), "master_kid")
            .expr_as(Expr::exists(mine), "mine")
            .from(Cases::Table)
            .inner_join(
                Key::Table,
                Expr::col((Key::Table, Key::Id)).equals((Cases::Table, Cases::Id)),
            )
            .and_where(Expr::col((Cases::Table, Cases::Id)).is_in(ids.iter().copied()))
            .and_where(Expr::col((Cases::Table, Cases::Id)).in_subquery(reach))
            .take();
        reader
            .query_all(&query)
            .await?
            .iter()
            .map(|row| Self::from_row(viewer, row))
            .collect()
    }

    fn from_row(viewer: &Viewer, row: &QueryResult) -> Result<Self, Refusal> {
        let case: Uuid = row.try_get("", "id")?;
        let mine: bool = row.try_get("", "mine")?;
        let relation = if mine {
            Relation::Assigned
        } else {
            Relation::Supervises
        };
        let wrapped: Option<Vec<u8>> = row.try_get("", "wrapped")?;
        let key = match wrapped {
            None => None,
            Some(bytes) => {
                let kid: String = row.try_get("", "master_kid")?;
                let kid = kid
                    .parse()
                    .map_err(|_| Fault::Broken("a key number that is none"))?;
                Some(Arc::new(
                    viewer
                        .app()
                        .keyring()
                        .unwrap(&WrappedKey { bytes, kid }, case)?,
                ))
            }
        };
        let seen = viewer
            .roles()
            .iter()
            .map(|role| classes(role, relation))
            .fold(ClassSet::default(), ClassSet::union);
        Ok(Self {
            case,
            org: row.try_get("", "org_id")?,
            relation,
            classes: seen,
            key,
            grant: None,
        })
    }

    /// A permit for a case that the act has just made, with its new key.
    pub(crate) fn for_new(grant: Grant, case: Uuid, key: Arc<DataKey>) -> Self {
        let grant = grant.on_new_case(case);
        let all = classes(super::Role::Supervisor, Relation::Assigned);
        Self {
            case,
            org: grant.org(),
            relation: Relation::Assigned,
            classes: all,
            key: Some(key),
            grant: Some(grant),
        }
    }

    /// The same permit with a grant for `act`, or the policy's refusal.
    pub fn allowing(mut self, viewer: &Viewer, act: Act) -> Result<Self, Refusal> {
        let grant = Grant::ask(
            viewer.roles(),
            self.relation,
            act,
            self.org,
            Some(self.case),
        )
        .map_err(Refusal::Forbidden)?;
        self.grant = Some(grant);
        Ok(self)
    }

    /// Whether one may do `act` to this case.
    pub fn allows(&self, viewer: &Viewer, act: Act) -> bool {
        Grant::ask(
            viewer.roles(),
            self.relation,
            act,
            self.org,
            Some(self.case),
        )
        .is_ok()
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
    pub fn grant(&self) -> Result<&Grant, Refusal> {
        self.grant
            .as_ref()
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
