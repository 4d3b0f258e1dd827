//! Tables of what the directory's sources told, object by object.

use sea_orm::Condition;

use crate::access::{Viewer, nothing};
use crate::codes;
use crate::directory::entity::may_look;

codes! {
    /// The HSDS objects that have a record of their own.
    pub enum RecordKind {
        Organization = "organization",
        Service = "service",
        Location = "location",
        ServiceAtLocation = "service_at_location",
        Taxonomy = "taxonomy",
        TaxonomyTerm = "taxonomy_term",
    }
}

/// Who sees services sees what their sources tell of them; nothing of it is confidential.
fn seen(viewer: &Viewer, own: Condition) -> Condition {
    if may_look(viewer) { own } else { nothing() }
}

/// An HSDS object as its source told it.
pub mod directory_record {
    use sea_orm::Condition;
    use sea_orm::entity::prelude::*;

    use super::{RecordKind, Viewer, seen};
    use crate::access::{Trace, Traced, Visible};

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "directory_record")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub org_id: Uuid,
        pub source: String,
        pub kind: RecordKind,
        pub hsds_id: Uuid,
        pub organization_hsds: Option<Uuid>,
        pub service_hsds: Option<Uuid>,
        pub location_hsds: Option<Uuid>,
        pub directory_organization_id: Option<Uuid>,
        pub service_id: Option<Uuid>,
        pub name: String,
        pub document: String,
        pub licence: Option<String>,
        pub internal_only: bool,
        pub modified_at: DateTimeUtc,
        pub imported_at: Option<DateTimeUtc>,
        pub source_version: Option<String>,
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
            seen(viewer, Condition::all().add(Column::OrgId.eq(viewer.org())))
        }
    }
}

/// A term by which a record is classified. Nobody reads it but through its record.
pub mod directory_term {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "directory_term")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub record_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub term_hsds: Uuid,
        pub taxonomy_hsds: Option<Uuid>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// What is told to nobody (rule 45). No viewer reads it: it is in no scope at all.
pub mod confidential_record {
    use sea_orm::entity::prelude::*;

    use super::RecordKind;
    use crate::vault::SealedBytes;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "confidential_record")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub org_id: Uuid,
        pub source: String,
        pub kind: RecordKind,
        pub hsds_id: Uuid,
        pub document: SealedBytes,
        pub created_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
