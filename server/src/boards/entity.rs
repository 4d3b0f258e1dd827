//! The tables of boards and counters.

use sea_orm::Condition;

use crate::access::{Act, Viewer, cases_in_reach, nothing};

/// One row a case, in the shape in which lists and dashboards read it.
pub mod board {
    use sea_orm::Condition;
    use sea_orm::entity::prelude::*;

    use super::{Viewer, cases_in_reach, nothing};
    use crate::access::{Trace, Traced, Visible};

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "case_board")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub case_id: Uuid,
        pub org_id: Uuid,
        pub supervisor_id: Uuid,
        pub specialist_id: Option<Uuid>,
        pub advocate_id: Option<Uuid>,
        pub status: String,
        pub open: bool,
        pub opened_at: DateTimeUtc,
        pub plan_state: Option<String>,
        pub awaiting_voice: bool,
        pub open_goals: i32,
        pub open_referrals: i32,
        pub waiting_referrals: i32,
        pub contacts_logged: i32,
        pub last_contact_at: DateTimeUtc,
        pub has_contact: bool,
        pub next_contact_on: Option<Date>,
        pub next_review_on: Date,
        pub next_staffing_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}

    impl Traced for Model {
        fn trace(&self) -> Option<Trace> {
            Some(Trace {
                kind: "case",
                id: self.case_id,
                case: Some(self.case_id),
            })
        }
    }

    impl Visible for Entity {
        fn visible_to(viewer: &Viewer) -> Condition {
            cases_in_reach(viewer).map_or_else(nothing, |reach| {
                Condition::all().add(Column::CaseId.in_subquery(reach))
            })
        }
    }
}

/// Folded counters of a supervisor's teams.
pub mod tally {
    use sea_orm::Condition;
    use sea_orm::entity::prelude::*;

    use super::{Viewer, own_teams};
    use crate::access::{Trace, Traced, Visible};

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "tally")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub org_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub supervisor_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub measure: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub specialist_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub day: Date,
        pub n: i64,
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
            own_teams(viewer, Column::OrgId, Column::SupervisorId)
        }
    }
}

/// Signed changes of counters that are not folded yet.
pub mod tally_delta {
    use sea_orm::Condition;
    use sea_orm::entity::prelude::*;

    use super::{Viewer, own_teams};
    use crate::access::{Trace, Traced, Visible};

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "tally_delta")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub org_id: Uuid,
        pub supervisor_id: Uuid,
        pub specialist_id: Uuid,
        pub measure: String,
        pub day: Date,
        pub delta: i32,
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
            own_teams(viewer, Column::OrgId, Column::SupervisorId)
        }
    }
}

fn own_teams<C: sea_orm::ColumnTrait>(viewer: &Viewer, org: C, supervisor: C) -> Condition {
    if viewer.may(Act::BoardView).is_ok() {
        Condition::all()
            .add(org.eq(viewer.org()))
            .add(supervisor.eq(viewer.user()))
    } else {
        nothing()
    }
}
