//! Tables of staffings.

/// A staffing.
pub mod staffing {
    use sea_orm::Condition;
    use sea_orm::entity::prelude::*;
    use sea_orm::sea_query::Query;

    use super::super::model::StaffingType;
    use super::staffing_case;
    use crate::access::{Act, Trace, Traced, Viewer, Visible, cases_in_reach, nothing};
    use crate::vault::SealedBytes;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "staffing")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub org_id: Uuid,
        pub version: i32,
        pub staffing_type: StaffingType,
        pub at: DateTimeUtc,
        pub purpose: Option<SealedBytes>,
        pub facilitator_id: Uuid,
        pub cancelled: bool,
        pub created_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}

    impl Traced for Model {
        fn trace(&self) -> Option<Trace> {
            Some(Trace {
                kind: "staffing",
                id: self.id,
                case: None,
            })
        }
    }

    impl Visible for Entity {
        fn visible_to(viewer: &Viewer) -> Condition {
            if !viewer.might(Act::StaffingView) {
                return nothing();
            }
            let mut near = Condition::any().add(Column::FacilitatorId.eq(viewer.user()));
            if let Some(reach) = cases_in_reach(viewer) {
                let listed = Query::select()
                    .column(staffing_case::Column::StaffingId)
                    .from(staffing_case::Entity)
                    .and_where(staffing_case::Column::CaseId.in_subquery(reach))
                    .take();
                near = near.add(Column::Id.in_subquery(listed));
            }
            Condition::all()
                .add(Column::OrgId.eq(viewer.org()))
                .add(near)
        }
    }
}

/// A case on a staffing's agenda.
pub mod staffing_case {
    use sea_orm::Condition;
    use sea_orm::entity::prelude::*;

    use crate::access::{Act, Trace, Traced, Viewer, Visible, nothing};
    use crate::cases::entity::of_cases_in_reach;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "staffing_case")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub staffing_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub case_id: Uuid,
        pub org_id: Uuid,
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
            if viewer.might(Act::StaffingView) {
                of_cases_in_reach(viewer, Column::CaseId)
            } else {
                nothing()
            }
        }
    }
}

/// Something on an agenda.
pub mod staffing_item {
    use sea_orm::Condition;
    use sea_orm::entity::prelude::*;

    use super::super::model::AgendaKind;
    use crate::access::{Act, Trace, Traced, Viewer, Visible};
    use crate::cases::entity::of_cases_where;
    use crate::vault::SealedBytes;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "staffing_item")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub org_id: Uuid,
        pub staffing_id: Uuid,
        pub case_id: Uuid,
        pub position: i32,
        pub kind: AgendaKind,
        pub text: Option<SealedBytes>,
        pub written_by: Uuid,
        pub written_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}

    impl Traced for Model {
        fn trace(&self) -> Option<Trace> {
            Some(Trace {
                kind: "staffing_item",
                id: self.id,
                case: Some(self.case_id),
            })
        }
    }

    impl Visible for Entity {
        fn visible_to(viewer: &Viewer) -> Condition {
            of_cases_where(viewer, Act::StaffingView, Column::CaseId)
        }
    }
}

/// A colleague who was asked to come.
pub mod staffing_guest {
    use sea_orm::Condition;
    use sea_orm::entity::prelude::*;
    use sea_orm::sea_query::Query;

    use super::staffing;
    use crate::access::{Trace, Traced, Viewer, Visible};

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "staffing_guest")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub staffing_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub user_id: Uuid,
        pub org_id: Uuid,
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
            let seen = Query::select()
                .column(staffing::Column::Id)
                .from(staffing::Entity)
                .cond_where(staffing::Entity::visible_to(viewer))
                .take();
            Condition::all().add(Column::StaffingId.in_subquery(seen))
        }
    }
}
