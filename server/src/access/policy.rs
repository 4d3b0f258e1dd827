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
        /// The session is in the together view, of which it is no part.
        Together = "together",
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
    if relation == Relation::Together {
        return decide_together(role, act);
    }
    let near = match relation {
        Relation::Assigned | Relation::Supervises => true,
        Relation::SameOrganisation => !act.about_a_case(),
        Relation::OtherOrganisation | Relation::Together => false,
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

/// What one with `role` may do while the session is in the together view: what the view
/// needs. The wildcard is meant: whatever is new is no part of it until it is written here.
fn decide_together(role: Role, act: Act) -> Decision {
    let roles: &[Role] = match act {
        Act::TogetherView | Act::TogetherRecord => &[Role::ResourceSpecialist, Role::Supervisor],
        // By its PIN, whatever one's roles are by then.
        Act::TogetherLeave => Role::ALL,
        _ => return Decision::Deny(Why::Together),
    };
    if roles.contains(&role) {
        Decision::Allow
    } else {
        Decision::Deny(Why::RoleMayNot)
    }
}

/// The roles that may do `act` to what they reach.
fn roles_for(act: Act) -> &'static [Role] {
    use Role::{
        Admin, Analyst, DirectoryCurator, ExpertConsultant as Expert,
        FamilyAdvocacySpecialist as Advocate, Intake, PeerVolunteer, PrivacyOfficer,
        ResourceSpecialist as Specialist, Supervisor, VolunteerCoordinator,
    };
    match act {
        Act::RequestRecord
        | Act::RequestView
        | Act::RequestAnswer
        | Act::RequestClose
        | Act::RequestReveal => &[Specialist, Supervisor, Intake],
        // Rule 61: who waives a clock answers for it.
        Act::CaseOpen
        | Act::CaseAssign
        | Act::CaseClose
        | Act::BoardView
        | Act::ClockWaive
        | Act::PlanApprove
        // Rule 22: who shares without consent answers for it.
        | Act::DisclosureCompel
        | Act::ObservationReview => &[Supervisor],
        Act::PlanSettings | Act::PlanTemplateWrite | Act::ClockDefinitionsView => {
            &[Supervisor, Admin]
        }
        // Who writes plans and who reads them, who writes templates, who reviews them.
        Act::PlanTemplateView => &[Specialist, Advocate, Supervisor, Admin, Expert],
        Act::PlanTemplateReview => &[Expert],
        // Rule 32: a volunteer sees the working alias and nothing more (see `classes`).
        Act::CaseView => &[Specialist, Advocate, Supervisor, PeerVolunteer],
        // Who hears first that somebody needs us again opens the door again.
        Act::CaseReopen
        | Act::HandOverRead
        | Act::PersonAdd
        | Act::PersonChange
        | Act::IdentityReveal
        | Act::PlanView
        | Act::PlanPrint
        | Act::ReferralView
        | Act::ReferralMake
        | Act::ReferralMove
        | Act::ReferralHandOff
        | Act::ReferralShare
        | Act::ReferralAsk
        | Act::CapacityAsk
        | Act::ContactView
        | Act::ContactLog
        | Act::StaffingView
        | Act::EpisodeView
        | Act::NoticeRecord
        | Act::ReturnRecord
        | Act::ObservationView
        | Act::ObservationRecord
        | Act::ReportRecord
        | Act::ReleaseView
        | Act::ReleaseRecord
        | Act::ReleaseWithdraw
        | Act::DisclosureView
        | Act::DisclosureMake
        | Act::ClockView => &[Specialist, Advocate, Supervisor],
        Act::RequestJoin
        | Act::CaseStatusMove
        | Act::CaseFactsChange
        | Act::PlanEdit
        | Act::PlanActivate
        | Act::TogetherStart
        | Act::StaffingSchedule
        | Act::EpisodeRecord
        | Act::ScreeningRecord
        | Act::TraffickingRecord
        | Act::ClockMeet => &[Specialist, Supervisor],
        Act::ServiceSearch => &[Specialist, Advocate, Supervisor, Intake, DirectoryCurator],
        Act::ServiceRecord => &[DirectoryCurator],
        // Who seeks for somebody.
        Act::UnmetNeedRecord => &[Specialist, Advocate, Supervisor, Intake],
        // Sums, and nothing of anybody: who seeks, and who mends the directory.
        Act::ResourceGapView => &[Specialist, Supervisor, DirectoryCurator, Analyst],
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
        // From within the together view alone.
        Act::TogetherView | Act::TogetherRecord | Act::TogetherLeave => &[],
    }
}

/// The classes of fields that one with `role` sees of a case to which they stand in `relation`.
pub fn classes(role: Role, relation: Relation) -> ClassSet {
    match relation {
        // Rule 77: what the young person may see, by whoever sits beside them.
        Relation::Together if decide(role, relation, Act::TogetherView) == Decision::Allow => {
            ClassSet::of(&[
                Class::Pointer,
                Class::Identity,
                Class::Location,
                Class::Narrative,
            ])
        }
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
                    Class::Observation,
                ]),
            }
        }
        _ => ClassSet::default(),
    }
}
