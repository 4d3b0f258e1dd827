//! The table of unmet needs. Nothing in it is about a person.

/// Something that was sought and not found (rule 84). Appended, never changed.
pub mod unmet_need {
    use sea_orm::Condition;
    use sea_orm::entity::prelude::*;

    use crate::access::{Act, Trace, Traced, Viewer, Visible, nothing};
    use crate::cases::model::State;
    use crate::directory::model::ServiceCategory;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "unmet_need")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub org_id: Uuid,
        pub state: State,
        pub county: String,
        pub category: ServiceCategory,
        pub population: String,
        pub recorded_on: Date,
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
            if viewer.may(Act::ResourceGapView).is_ok() {
                Condition::all().add(Column::OrgId.eq(viewer.org()))
            } else {
                nothing()
            }
        }
    }
}
