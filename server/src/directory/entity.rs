//! Tables of the directory. Nothing in them is about a person.

use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect, QueryTrait};

use crate::access::{Act, Viewer, nothing};

/// Who sees services.
pub(in crate::directory) fn may_look(viewer: &Viewer) -> bool {
    // Who is on a case sees the services it was referred to.
    viewer.may(Act::ServiceSearch).is_ok()
        || viewer.may(Act::ServiceRecord).is_ok()
        || viewer.might(Act::ReferralView)
}

/// Rows of services of one's own organisation, for those who may look.
pub(in crate::directory) fn of_own_services<C: ColumnTrait>(
    viewer: &Viewer,
    service: C,
) -> Condition {
    if !may_look(viewer) {
        return nothing();
    }
    let own = service::Entity::find()
        .select_only()
        .column(service::Column::Id)
        .filter(service::Column::OrgId.eq(viewer.org()))
        .into_query();
    Condition::all().add(service.in_subquery(own))
}

/// An organisation that the directory tells of; not one that works here.
///
/// Within a tenant it is the same one by `source` and `hsds_id`, the id that its source gives
/// it. What curators record themselves has the empty source and its own id; there it is the
/// same one by its name, to the letter.
pub mod directory_organization {
    use sea_orm::Condition;
    use sea_orm::entity::prelude::*;

    use super::{Viewer, may_look, nothing};
    use crate::access::{Trace, Traced, Visible};

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "directory_organization")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub org_id: Uuid,
        pub version: i32,
        pub name: String,
        pub source: String,
        pub hsds_id: Uuid,
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
            if may_look(viewer) {
                Condition::all().add(Column::OrgId.eq(viewer.org()))
            } else {
                nothing()
            }
        }
    }
}

/// A service.
pub mod service {
    use sea_orm::Condition;
    use sea_orm::entity::prelude::*;

    use super::super::model::{Capacity, ServiceCategory};
    use super::{Viewer, may_look, nothing};
    use crate::access::{Trace, Traced, Visible};
    use crate::cases::model::State;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "service")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub org_id: Uuid,
        pub version: i32,
        pub name: String,
        pub organization_name: String,
        pub category: ServiceCategory,
        pub description: String,
        pub minimum_age: Option<i32>,
        pub maximum_age: Option<i32>,
        pub phone: Option<String>,
        pub email: Option<String>,
        pub url: Option<String>,
        pub capacity: Capacity,
        pub capacity_on: Option<Date>,
        pub verified_on: Date,
        pub verified_by: Option<Uuid>,
        pub city: Option<String>,
        pub state: State,
        pub closed: bool,
        pub created_at: DateTimeUtc,
        pub directory_organization_id: Option<Uuid>,
        pub internal_only: bool,
        pub capacity_by_service: bool,
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
            if may_look(viewer) {
                Condition::all().add(Column::OrgId.eq(viewer.org()))
            } else {
                nothing()
            }
        }
    }
}

/// A state that a service serves.
pub mod service_state {
    use sea_orm::Condition;
    use sea_orm::entity::prelude::*;

    use super::{Viewer, of_own_services};
    use crate::access::{Trace, Traced, Visible};
    use crate::cases::model::State;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "service_state")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub service_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub state: State,
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

/// Something that a service is able to do.
pub mod service_capability {
    use sea_orm::Condition;
    use sea_orm::entity::prelude::*;

    use super::super::model::Capability;
    use super::{Viewer, of_own_services};
    use crate::access::{Trace, Traced, Visible};

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "service_capability")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub service_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub capability: Capability,
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

/// A language that a service speaks.
pub mod service_language {
    use sea_orm::Condition;
    use sea_orm::entity::prelude::*;

    use super::{Viewer, of_own_services};
    use crate::access::{Trace, Traced, Visible};

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "service_language")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub service_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub language: String,
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
