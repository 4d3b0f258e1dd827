//! What a session is narrowed to while a young person has the device in their hands.

use uuid::Uuid;

/// The together view that a session is in: of one plan of one case, until its PIN is given.
/// While it is, [`Relation::Together`](super::Relation::Together) is how one stands to
/// everything, and of rows [`Visible::visible_together`](super::Visible::visible_together)
/// says which are seen; whatever says nothing of it is refused and empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Together {
    /// Its row.
    pub id: Uuid,
    /// The case.
    pub case: Uuid,
    /// The plan.
    pub plan: Uuid,
}
