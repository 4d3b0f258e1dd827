//! A grant: proof that the policy was asked and said yes. Only this module makes one.

use uuid::Uuid;

use super::{Act, Decision, Relation, Viewer, Why, decide};

/// Proof that somebody may do [`act`](Self::act), to one case or in their organisation.
/// Every change takes one, and names its audit entry by it.
#[derive(Clone, Copy, Debug)]
pub struct Grant {
    act: Act,
    org: Uuid,
    case: Option<Uuid>,
}

impl Grant {
    /// Asks the policy. Rights add up over the roles; the kindest refusal is reported.
    pub(super) fn ask(
        viewer: &Viewer,
        relation: Relation,
        act: Act,
        org: Uuid,
        case: Option<Uuid>,
    ) -> Result<Self, Why> {
        let relation = viewer.standing(relation, case);
        let mut refusal = Why::OutOfReach;
        for role in viewer.roles().iter() {
            match decide(role, relation, act) {
                Decision::Allow => return Ok(Self { act, org, case }),
                Decision::Deny(Why::OutOfReach) => {}
                Decision::Deny(why) => refusal = why,
            }
        }
        Err(refusal)
    }

    /// What is granted.
    pub fn act(&self) -> Act {
        self.act
    }

    /// The organisation it holds in.
    pub fn org(&self) -> Uuid {
        self.org
    }

    /// The case it is for; `None` for acts on the organisation.
    pub fn case(&self) -> Option<Uuid> {
        self.case
    }

    /// The same grant, for a case that the act has just made.
    #[must_use]
    pub(crate) fn on_new_case(self, case: Uuid) -> Self {
        Self {
            case: Some(case),
            ..self
        }
    }
}
