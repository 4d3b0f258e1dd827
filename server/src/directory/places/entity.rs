//! Tables of places. They are derived from what sources tell, and nobody reads them but through
//! the services that they find.

/// A location of a service. `x`, `y` and `z` are its place on a ball of radius one.
pub mod service_place {
    use sea_orm::entity::prelude::*;

    use crate::cases::model::State;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "service_place")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub service_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub location_hsds: Uuid,
        pub org_id: Uuid,
        pub city: String,
        pub city_key: String,
        pub state: State,
        pub latitude: f64,
        pub longitude: f64,
        pub x: f64,
        pub y: f64,
        pub z: f64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// A county that a service serves; one that names none serves its states whole.
pub mod service_county {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "service_county")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub service_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub county: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
