//! A case as lists and pages read it: one statement brings the case, its board row, its
//! key and the relation one stands in.

use sea_orm::DbErr;

use super::entity::case;
use crate::access::{CasePermit, Class, PermitParts, Trace, Traced, Viewer};
use crate::boards::board;
use crate::error::Refusal;
use crate::store::prelude::*;
use crate::vault::Place;

/// The columns of one statement, before the key is unwrapped.
pub(super) struct Flat {
    board: board::Model,
    case: case::Model,
    permit: PermitParts,
}

impl FromQueryResult for Flat {
    fn from_query_result(row: &sea_orm::QueryResult, pre: &str) -> Result<Self, DbErr> {
        Ok(Self {
            board: board::Model::from_query_result(row, pre)?,
            case: case::Model::from_query_result(row, "case_")?,
            permit: PermitParts::from_query_result(row, "permit_")?,
        })
    }
}

impl Traced for Flat {
    fn trace(&self) -> Option<Trace> {
        self.case.trace()
    }
}

/// Joins to the board what [`Flat`] reads.
pub(super) fn shape(viewer: &Viewer, select: Select<board::Entity>) -> Select<board::Entity> {
    let case = board::Entity::belongs_to(case::Entity)
        .from(board::Column::CaseId)
        .to(case::Column::Id)
        .into();
    let mut select = select.join(JoinType::InnerJoin, case);
    for column in <case::Column as sea_orm::Iterable>::iter() {
        select = select.expr_as(
            Expr::col((case::Entity, column)),
            format!("case_{}", sea_orm::IdenStatic::as_str(&column)),
        );
    }
    PermitParts::select(
        viewer,
        select,
        (board::Entity, board::Column::CaseId),
        "permit_",
    )
}

/// A case with its board row, and what one may see and do of it.
pub struct CaseRow {
    /// The case.
    pub case: case::Model,
    /// Its board row.
    pub board: board::Model,
    /// The permit; without a grant, until an act is asked for.
    pub permit: CasePermit,
}

impl CaseRow {
    pub(super) fn from_flat(viewer: &Viewer, flat: Flat) -> Result<Self, Refusal> {
        Ok(Self {
            permit: CasePermit::from_parts(viewer, flat.permit)?,
            case: flat.case,
            board: flat.board,
        })
    }

    /// Something of how the work stands, for those who see that (rule 32).
    pub fn work<T>(&self, value: T) -> Option<T> {
        self.permit.sees(Class::Work).then_some(value)
    }

    /// The place of a sealed column of the case itself.
    pub fn place(&self, column: &'static str) -> Place {
        place(column, self.case.id)
    }
}

/// The place of a sealed column of the case `id`.
pub fn place(column: &'static str, id: uuid::Uuid) -> Place {
    Place {
        table: "cases",
        column,
        row: id,
    }
}
