//! Tables of cases.

use crate::access::{Act, Viewer, cases_in_reach, nothing};
use sea_orm::{ColumnTrait, Condition};

/// Rows of cases in reach: the rule of every table that belongs to a case.
pub fn of_cases_in_reach<C: ColumnTrait>(viewer: &Viewer, case: C) -> Condition {
    cases_in_reach(viewer).map_or_else(nothing, |reach| {
        Condition::all().add(case.in_subquery(reach))
    })
}

/// The same, for a table that only those may read who may do `act` to the case. One of the
/// viewer's roles suffices: a role that may do it may do it in whatever relation it reaches.
pub fn of_cases_where<C: ColumnTrait>(viewer: &Viewer, act: Act, case: C) -> Condition {
    if viewer.might(act) {
        of_cases_in_reach(viewer, case)
    } else {
        nothing()
    }
}

/// A case.
pub mod case {
    use sea_orm::Condition;
    use sea_orm::entity::prelude::*;

    use super::super::model::{CaseOrigin, CaseStatus, CommunityType, LegalCustody, State};
    use super::{Viewer, of_cases_in_reach};
    use crate::access::{Together, Trace, Traced, Visible};
    use crate::vault::SealedBytes;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "cases")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub org_id: Uuid,
        pub version: i32,
        pub number: SealedBytes,
        pub alias: SealedBytes,
        pub status: CaseStatus,
        pub origin: CaseOrigin,
        pub jurisdiction: State,
        pub community_type: Option<CommunityType>,
        pub legal_custody: Option<LegalCustody>,
        pub summary: Option<SealedBytes>,
        pub request_id: Option<Uuid>,
        pub supervisor_id: Uuid,
        pub opened_at: DateTimeUtc,
        pub closed_at: Option<DateTimeUtc>,
        pub created_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}

    impl Traced for Model {
        fn trace(&self) -> Option<Trace> {
            Some(Trace {
                kind: "case",
                id: self.id,
                case: Some(self.id),
            })
        }
    }

    impl Visible for Entity {
        fn visible_to(viewer: &Viewer) -> Condition {
            of_cases_in_reach(viewer, Column::Id)
        }

        fn visible_together(view: &Together) -> Condition {
            Condition::all().add(Column::Id.eq(view.case))
        }
    }
}

/// A colleague on a case's team, from when to when.
pub mod assignment {
    use sea_orm::Condition;
    use sea_orm::entity::prelude::*;

    use super::super::model::TeamRole;
    use super::{Viewer, of_cases_in_reach};
    use crate::access::{Trace, Traced, Visible};
    use crate::vault::SealedBytes;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "assignment")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub org_id: Uuid,
        pub case_id: Uuid,
        pub user_id: Uuid,
        pub role: TeamRole,
        pub from_at: DateTimeUtc,
        pub to_at: Option<DateTimeUtc>,
        pub note: Option<SealedBytes>,
        pub end_reason: Option<SealedBytes>,
        pub assigned_by: Uuid,
        pub reason: Option<SealedBytes>,
        pub note_read_at: Option<DateTimeUtc>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}

    impl Traced for Model {
        fn trace(&self) -> Option<Trace> {
            Some(Trace {
                kind: "assignment",
                id: self.id,
                case: Some(self.case_id),
            })
        }
    }

    impl Visible for Entity {
        fn visible_to(viewer: &Viewer) -> Condition {
            of_cases_in_reach(viewer, Column::CaseId)
        }
    }
}

/// Somebody on a case: the young person, a caregiver, a sibling.
pub mod case_person {
    use sea_orm::Condition;
    use sea_orm::entity::prelude::*;

    use super::super::model::{BirthPrecision, PersonRole};
    use super::{Viewer, of_cases_in_reach};
    use crate::access::{Together, Trace, Traced, Visible};
    use crate::vault::SealedBytes;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "case_person")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub org_id: Uuid,
        pub case_id: Uuid,
        pub version: i32,
        pub role: PersonRole,
        pub name: SealedBytes,
        pub relation: Option<SealedBytes>,
        pub legal_name: Option<SealedBytes>,
        pub birth_date: Option<SealedBytes>,
        pub phone: Option<SealedBytes>,
        pub address: Option<SealedBytes>,
        pub pronouns: Option<SealedBytes>,
        pub language: Option<String>,
        pub safe_to_contact: bool,
        pub created_at: DateTimeUtc,
        pub tribe: Option<SealedBytes>,
        pub birth_precision: Option<BirthPrecision>,
        pub languages: Option<SealedBytes>,
        pub no_contact: bool,
        pub no_contact_reason: Option<SealedBytes>,
        pub alleged_offender: bool,
        pub disqualified_signer: bool,
        pub same_person: Option<Uuid>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}

    impl Traced for Model {
        fn trace(&self) -> Option<Trace> {
            Some(Trace {
                kind: "person",
                id: self.id,
                case: Some(self.case_id),
            })
        }
    }

    impl Visible for Entity {
        fn visible_to(viewer: &Viewer) -> Condition {
            of_cases_in_reach(viewer, Column::CaseId)
        }

        /// The young person's own.
        fn visible_together(view: &Together) -> Condition {
            Condition::all()
                .add(Column::CaseId.eq(view.case))
                .add(Column::Role.eq(PersonRole::Child))
        }
    }
}

/// A keyed hash by which a sealed name or phone is found.
pub mod search_token {
    use sea_orm::Condition;
    use sea_orm::entity::prelude::*;

    use super::{Viewer, of_cases_in_reach};
    use crate::access::{Trace, Traced, Visible};
    use crate::vault::Token;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "search_token")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub org_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub token: Token,
        #[sea_orm(primary_key, auto_increment = false)]
        pub case_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub kind: String,
        pub person_id: Option<Uuid>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}

    impl Traced for Model {
        fn trace(&self) -> Option<Trace> {
            None
        }
    }

    impl Visible for Entity {
        fn visible_to(viewer: &Viewer) -> Condition {
            of_cases_in_reach(viewer, Column::CaseId)
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::access::{Act, Decision, Relation, Role, decide};

    /// What [`super::of_cases_where`] stands on: with any two roles, one who may do the act
    /// at all may do it in each relation in which a case is in reach.
    #[test]
    fn a_role_that_may_read_may_read_all_it_reaches() {
        let allows = |roles: [Role; 2], relation, act| {
            roles
                .iter()
                .any(|role| decide(*role, relation, act) == Decision::Allow)
        };
        for act in [
            Act::PlanView,
            Act::ContactView,
            Act::EpisodeView,
            Act::ClockView,
            Act::ObservationView,
            Act::ObservationReview,
            Act::ReleaseView,
            Act::DisclosureView,
        ] {
            for one in Role::ALL {
                for other in Role::ALL {
                    let roles = [*one, *other];
                    let near = [Relation::Assigned, Relation::Supervises];
                    let at_all = near.iter().any(|near| allows(roles, *near, act));
                    for relation in near {
                        if at_all && allows(roles, relation, Act::CaseView) {
                            assert!(
                                allows(roles, relation, act),
                                "{roles:?} {relation:?} {act:?}"
                            );
                        }
                    }
                }
            }
        }
    }
}
