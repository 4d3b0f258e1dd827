//! What one can see at all: a condition that goes into every query.

use sea_orm::sea_query::{Expr, ExprTrait, Query, SelectStatement, UnionType};
use sea_orm::{Condition, DeriveIden, EntityTrait};
use uuid::Uuid;

use super::{Act, Decision, Relation, Role, Together, Viewer, decide};

/// An entity whose rows belong to somebody. There is no default: a table without a
/// rule cannot be read by a viewer.
pub trait Visible: EntityTrait<Model: Traced> {
    /// The rows `viewer` may see, as a condition that is ANDed to every query.
    fn visible_to(viewer: &Viewer) -> Condition;

    /// The rows that are seen from within the together view: none, unless the table says
    /// which. It takes the place of [`visible_to`](Self::visible_to) in such a session.
    fn visible_together(_: &Together) -> Condition {
        nothing()
    }
}

/// A row that knows what reading it leaves in the audit.
pub trait Traced: Send + Sync {
    /// `None` for rows that tell nothing about a person.
    fn trace(&self) -> Option<Trace>;
}

/// What was seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Trace {
    /// The kind of record, as the audit names it.
    pub kind: &'static str,
    /// Its id.
    pub id: Uuid,
    /// The case it belongs to, if it belongs to one.
    pub case: Option<Uuid>,
}

#[derive(DeriveIden)]
enum Assignment {
    #[sea_orm(iden = "assignment")]
    Table,
    CaseId,
    UserId,
    OrgId,
    ToAt,
}

#[derive(DeriveIden)]
enum Supervision {
    #[sea_orm(iden = "supervision")]
    Table,
    UserId,
    SupervisorId,
}

/// A condition that no row meets.
pub fn nothing() -> Condition {
    Condition::all().add(Expr::val(1).eq(0))
}

/// The ids of the cases within reach of `viewer` (rules 29, 30): those on whose team
/// one is now and, for a supervisor, those of the people one supervises. `None` when
/// none of one's roles works with cases.
///
/// The people are a union rather than an `OR`, which keeps the index on the assignee usable.
pub fn cases_in_reach(viewer: &Viewer) -> Option<SelectStatement> {
    if !works_with(viewer, Relation::Assigned) {
        return None;
    }
    let mut cases = Query::select();
    cases
        .column(Assignment::CaseId)
        .from(Assignment::Table)
        .and_where(Expr::col(Assignment::ToAt).is_null())
        .and_where(Expr::col(Assignment::OrgId).eq(viewer.org()));
    if reaches_beyond_own(viewer) {
        let mut people = Query::select();
        people.expr(Expr::val(viewer.user()));
        let mut supervised = Query::select();
        supervised
            .column(Supervision::UserId)
            .from(Supervision::Table)
            .and_where(Expr::col(Supervision::SupervisorId).eq(viewer.user()));
        people.union(UnionType::All, supervised);
        cases.and_where(Expr::col(Assignment::UserId).in_subquery(people));
    } else {
        cases.and_where(Expr::col(Assignment::UserId).eq(viewer.user()));
    }
    if let Some(view) = viewer.together() {
        cases.and_where(Expr::col(Assignment::CaseId).eq(view.case));
    }
    Some(cases)
}

/// Whether one works with cases of others too: those whom one supervises.
pub fn reaches_beyond_own(viewer: &Viewer) -> bool {
    viewer.roles().has(Role::Supervisor) && works_with(viewer, Relation::Supervises)
}

fn works_with(viewer: &Viewer, relation: Relation) -> bool {
    let mut roles = viewer.roles().iter();
    roles.any(|role| decide(role, relation, Act::CaseView) == Decision::Allow)
}
