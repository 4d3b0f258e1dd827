//! The table of what has become known. Nothing in it is about a person.

/// Something has become known of a service that no curator has looked at yet.
pub mod service_mark {
    use sea_orm::Condition;
    use sea_orm::entity::prelude::*;

    use super::super::model::MarkWhy;
    use crate::access::{Act, Trace, Traced, Viewer, Visible, nothing};

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "service_mark")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub service_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub why: MarkWhy,
        pub org_id: Uuid,
        pub fields: String,
        pub since: DateTimeUtc,
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
            if viewer.may(Act::ServiceRecord).is_ok() {
                Condition::all().add(Column::OrgId.eq(viewer.org()))
            } else {
                nothing()
            }
        }
    }
}
