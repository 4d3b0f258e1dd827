//! The one function that decides. Role × relation × act, and role × relation for the
//! classes of fields. A `match` without wildcard on acts: a new act does not compile
//! until its row is written here, and the matrix snapshot shows it to a reviewer.

use super::{Act, Class, ClassSet, Relation, Role};
use crate::codes;

codes! {
    /// Why not.
    pub enum Why {
        /// Another organisation's (rule 29), or a case one has no part in (rule 30).
        OutOfReach = "out_of_reach",
        /// In reach, but not with this role.
        RoleMayNot = "role_may_not",
        /// Somebody else has to do it.
        NotYourself = "not_yourself",
    }
}

/// What the policy says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// Go ahead.
    Allow,
    /// No, and why.
    Deny(Why),
}

/// Whether one with `role`, standing in `relation` to the record, may do `act`.
pub fn decide(role: Role, relation: Relation, act: Act) -> Decision {
    let near = match relation {
        Relation::Assigned | Relation::Supervises => true,
        Relation::SameOrganisation => !act.about_a_case(),
        Relation::OtherOrganisation => false,
    };
    // One supervises as a supervisor: the relation does not widen another role's reach.
    let reached = near
        && (relation != Relation::Supervises || role == Role::Supervisor || !act.about_a_case());
    if !reached {
        return Decision::Deny(Why::OutOfReach);
    }
    if roles_for(act).contains(&role) {
        Decision::Allow
    } else {
        Decision::Deny(Why::RoleMayNot)
    }
}

/// The roles that may do `act` to what they reach.
fn roles_for(act: Act) -> &'static [Role] {
    use Role::{
        Admin, DirectoryCurator, FamilyAdvocacySpecialist as Advocate, Intake, PeerVolunteer,
        PrivacyOfficer, ResourceSpecialist as Specialist, Supervisor, VolunteerCoordinator,
    };
    match act {
        Act::RequestRecord | Act::RequestView | Act::RequestAnswer | Act::RequestReveal => {
            &[Specialist, Supervisor, Intake]
        }
        // Rule 61: who waives a clock answers for it.
        Act::CaseOpen | Act::CaseAssign | Act::BoardView | Act::ClockWaive | Act::PlanApprove => {
            &[Supervisor]
        }
        Act::PlanSettings => &[Supervisor, Admin],
        // Rule 32: a volunteer sees the working alias and nothing more (see `classes`).
        Act::CaseView => &[Specialist, Advocate, Supervisor, PeerVolunteer],
        Act::PersonAdd
        | Act::PersonChange
        | Act::IdentityReveal
        | Act::PlanView
        | Act::ReferralView
        | Act::ReferralMake
        | Act::ReferralMove
        | Act::ContactView
        | Act::ContactLog
        | Act::StaffingView
        | Act::EpisodeView
        | Act::NoticeRecord
        | Act::ReturnRecord
        | Act::ClockView => &[Specialist, Advocate, Supervisor],
        Act::PlanEdit
        | Act::PlanActivate
        | Act::StaffingSchedule
        | Act::EpisodeRecord
        | Act::ClockMeet => &[Specialist, Supervisor],
        Act::ServiceSearch => &[Specialist, Advocate, Supervisor, Intake, DirectoryCurator],
        Act::ServiceRecord => &[DirectoryCurator],
        Act::CaseHistory => &[Supervisor],
        Act::AuditView => &[PrivacyOfficer],
        Act::MailView | Act::MailRetry | Act::UserView | Act::UserManage => &[Admin],
        Act::ColleagueView => &[
            Specialist,
            Advocate,
            Supervisor,
            Intake,
            PrivacyOfficer,
            DirectoryCurator,
            VolunteerCoordinator,
            Admin,
        ],
        Act::OwnAccount => Role::ALL,
    }
}

/// The classes of fields that one with `role` sees of a case to which they stand in `relation`.
pub fn classes(role: Role, relation: Relation) -> ClassSet {
    match relation {
        Relation::Assigned | Relation::Supervises
            if decide(role, relation, Act::CaseView) == Decision::Allow =>
        {
            match role {
                Role::PeerVolunteer => ClassSet::of(&[Class::Pointer]),
                _ => ClassSet::of(&[
                    Class::Pointer,
                    Class::Work,
                    Class::Identity,
                    Class::Location,
                    Class::Narrative,
                    Class::Health,
                    Class::Legal,
                    Class::StaffNote,
                ]),
            }
        }
        _ => ClassSet::default(),
    }
}
