//! Tables of what was checked. Nothing in them is about a person.

/// What was seen or heard of something that a service is able to do.
pub mod capability_evidence {
    use sea_orm::Condition;
    use sea_orm::entity::prelude::*;

    use super::super::model::CheckMethod;
    use crate::access::{Trace, Traced, Viewer, Visible};
    use crate::directory::entity::of_own_services;
    use crate::directory::model::Capability;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "capability_evidence")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub service_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub capability: Capability,
        pub method: CheckMethod,
        pub words: String,
        pub checked_on: Date,
        pub recorded_by: Option<Uuid>,
        pub recorded_at: DateTimeUtc,
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
            of_own_services(viewer, Column::ServiceId)
        }
    }
}

/// A time that somebody checked a service. Appended, never changed.
pub mod service_vetting {
    use sea_orm::Condition;
    use sea_orm::entity::prelude::*;

    use super::super::model::CheckMethod;
    use crate::access::{Trace, Traced, Viewer, Visible};
    use crate::directory::entity::of_own_services;
    use crate::directory::model::Capacity;
    use crate::vault::SealedBytes;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "service_vetting")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub org_id: Uuid,
        pub service_id: Uuid,
        pub verified_on: Date,
        pub verified_by: Option<Uuid>,
        pub method: Option<CheckMethod>,
        pub confirmed: String,
        pub capacity: Capacity,
        pub notes: Option<SealedBytes>,
        pub created_at: DateTimeUtc,
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
            of_own_services(viewer, Column::ServiceId)
        }
    }
}
