//! Problems: refusals that are answers, as GraphQL types.

use async_graphql::{Interface, SimpleObject};

use super::policy_directive::policy;
use crate::access::Class;
use crate::codes;
use crate::disclosures::model::DisclosureRefusal;
use crate::error::{Conflict, FieldCode, MoveRefused, Wrong};

codes! {
    /// Which kind of problem.
    pub enum ProblemCode {
        Invalid = "invalid",
        Conflict = "conflict",
        Forbidden = "forbidden",
        NotFound = "not_found",
        MoveRefused = "move_refused",
        NotShared = "not_shared",
    }
}

/// Why a change was not made.
#[derive(Interface)]
#[graphql(
    field(name = "code", ty = "&ProblemCode", desc = "Which kind of problem.", directive = policy::apply(Class::Pointer)),
    field(name = "message", ty = "&String", desc = "In plain words; never what was typed.", directive = policy::apply(Class::Pointer))
)]
pub enum Problem {
    /// Wrong input.
    Validation(ValidationProblem),
    /// Stale.
    Conflict(ConflictProblem),
    /// Not with this role.
    Forbidden(ForbiddenProblem),
    /// Not there.
    NotFound(NotFoundProblem),
    /// Not from this state.
    Move(MoveProblem),
    /// Nothing permits it.
    Sharing(DisclosureRefusedProblem),
}

/// The input is wrong, field by field. Nothing was changed.
#[derive(SimpleObject)]
pub struct ValidationProblem {
    /// Always `INVALID`.
    #[graphql(directive = policy::apply(Class::Pointer))]
    pub code: ProblemCode,
    /// In plain words.
    #[graphql(directive = policy::apply(Class::Pointer))]
    pub message: String,
    /// Each wrong field.
    #[graphql(directive = policy::apply(Class::Pointer))]
    pub fields: Vec<FieldProblem>,
}

/// One wrong field.
#[derive(SimpleObject)]
pub struct FieldProblem {
    /// Where in the input, from its first level inwards.
    #[graphql(directive = policy::apply(Class::Pointer))]
    pub path: Vec<String>,
    /// What is wrong.
    #[graphql(directive = policy::apply(Class::Pointer))]
    pub code: FieldCode,
    /// In plain words; never what was typed.
    #[graphql(directive = policy::apply(Class::Pointer))]
    pub message: String,
}

/// Somebody changed it since it was read. Both values of each field that differs, so
/// that a person can choose field by field. Nothing was changed.
#[derive(SimpleObject)]
pub struct ConflictProblem {
    /// Always `CONFLICT`.
    #[graphql(directive = policy::apply(Class::Pointer))]
    pub code: ProblemCode,
    /// In plain words.
    #[graphql(directive = policy::apply(Class::Pointer))]
    pub message: String,
    /// The version the change was made from.
    #[graphql(directive = policy::apply(Class::Pointer))]
    pub expected_version: i32,
    /// The version now; send it to write all the same.
    #[graphql(directive = policy::apply(Class::Pointer))]
    pub current_version: i32,
    /// The fields in which the two differ.
    #[graphql(directive = policy::apply(Class::Narrative))]
    pub fields: Vec<FieldConflict>,
}

/// One field of a stale change.
#[derive(SimpleObject)]
pub struct FieldConflict {
    /// The field, as the input names it.
    #[graphql(directive = policy::apply(Class::Pointer))]
    pub path: Vec<String>,
    /// What was sent.
    #[graphql(directive = policy::apply(Class::Narrative))]
    pub yours: Option<String>,
    /// What stands now.
    #[graphql(directive = policy::apply(Class::Narrative))]
    pub theirs: Option<String>,
}

/// In reach, but not with this role.
#[derive(SimpleObject)]
pub struct ForbiddenProblem {
    /// Always `FORBIDDEN`.
    #[graphql(directive = policy::apply(Class::Pointer))]
    pub code: ProblemCode,
    /// In plain words.
    #[graphql(directive = policy::apply(Class::Pointer))]
    pub message: String,
    /// Why not, as a code.
    #[graphql(directive = policy::apply(Class::Pointer))]
    pub why: String,
}

/// There is no such thing, or it is out of reach: the two look alike (rule 30).
#[derive(SimpleObject)]
pub struct NotFoundProblem {
    /// Always `NOT_FOUND`.
    #[graphql(directive = policy::apply(Class::Pointer))]
    pub code: ProblemCode,
    /// In plain words.
    #[graphql(directive = policy::apply(Class::Pointer))]
    pub message: String,
}

/// The state it is in does not allow this move (rule 88).
#[derive(SimpleObject)]
pub struct MoveProblem {
    /// Always `MOVE_REFUSED`.
    #[graphql(directive = policy::apply(Class::Pointer))]
    pub code: ProblemCode,
    /// In plain words.
    #[graphql(directive = policy::apply(Class::Pointer))]
    pub message: String,
    /// The state it is in.
    #[graphql(directive = policy::apply(Class::Pointer))]
    pub from: String,
    /// The state it was to go to.
    #[graphql(directive = policy::apply(Class::Pointer))]
    pub to: String,
    /// The states it may go to.
    #[graphql(directive = policy::apply(Class::Pointer))]
    pub allowed: Vec<String>,
}

/// Nothing permits that this is shared (rule 12). Nothing was shared.
#[derive(SimpleObject)]
pub struct DisclosureRefusedProblem {
    /// Always `NOT_SHARED`.
    #[graphql(directive = policy::apply(Class::Pointer))]
    pub code: ProblemCode,
    /// In plain words.
    #[graphql(directive = policy::apply(Class::Pointer))]
    pub message: String,
    /// Why not: the one code, of the release that came nearest.
    #[graphql(directive = policy::apply(Class::Pointer))]
    pub refusal: DisclosureRefusal,
}

impl From<DisclosureRefusal> for DisclosureRefusedProblem {
    fn from(refusal: DisclosureRefusal) -> Self {
        Self {
            code: ProblemCode::NotShared,
            message: "Nothing permits that this is shared. Nothing was shared.".to_owned(),
            refusal,
        }
    }
}

impl From<Wrong> for FieldProblem {
    fn from(wrong: Wrong) -> Self {
        Self {
            path: wrong.path,
            code: wrong.code,
            message: wrong.message,
        }
    }
}

impl From<Vec<Wrong>> for ValidationProblem {
    fn from(wrong: Vec<Wrong>) -> Self {
        Self {
            code: ProblemCode::Invalid,
            message: "Some of this is missing or wrong. Nothing was changed.".to_owned(),
            fields: wrong.into_iter().map(FieldProblem::from).collect(),
        }
    }
}

impl From<Conflict> for ConflictProblem {
    fn from(conflict: Conflict) -> Self {
        let fields = conflict.fields.into_iter();
        Self {
            code: ProblemCode::Conflict,
            message: "Somebody changed this while you were working on it. Nothing was changed by you yet.".to_owned(),
            expected_version: conflict.expected,
            current_version: conflict.current,
            fields: fields.map(|field| FieldConflict { path: field.path, yours: field.yours, theirs: field.theirs }).collect(),
        }
    }
}

impl ForbiddenProblem {
    /// With the policy's reason.
    pub fn because(why: crate::access::Why) -> Self {
        Self {
            code: ProblemCode::Forbidden,
            message: "Your role does not include this.".to_owned(),
            why: why.code().to_owned(),
        }
    }
}

impl Default for NotFoundProblem {
    fn default() -> Self {
        Self {
            code: ProblemCode::NotFound,
            message: "There is no such thing, or it is not yours to see.".to_owned(),
        }
    }
}

impl From<MoveRefused> for MoveProblem {
    fn from(refused: MoveRefused) -> Self {
        Self {
            code: ProblemCode::MoveRefused,
            message: "From the state it is in, it cannot go there.".to_owned(),
            from: refused.from,
            to: refused.to,
            allowed: refused.allowed,
        }
    }
}
