//! The table of what organisations set for their plans.

/// What an organisation has set.
pub mod plan_setting {
    use sea_orm::Condition;
    use sea_orm::entity::prelude::*;

    use crate::access::{Trace, Traced, Viewer, Visible};

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "plan_setting")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub org_id: Uuid,
        pub version: i32,
        /// Whole numbers, with commas between.
        pub medical_hours: String,
        pub youth_goal_days: i32,
        pub set_by: Uuid,
        pub set_at: DateTimeUtc,
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
            Condition::all().add(Column::OrgId.eq(viewer.org()))
        }
    }
}
