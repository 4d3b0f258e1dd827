//! Tables of templates. They are an organisation's own and tell of nobody.

use sea_orm::{ColumnTrait, Condition};

use crate::access::Viewer;

/// What all of them share: seen within the organisation, with nobody to trace.
macro_rules! of_the_organisation {
    () => {
        #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
        pub enum Relation {}

        impl ActiveModelBehavior for ActiveModel {}

        impl $crate::access::Traced for Model {
            fn trace(&self) -> Option<$crate::access::Trace> {
                None
            }
        }

        impl $crate::access::Visible for Entity {
            fn visible_to(viewer: &$crate::access::Viewer) -> sea_orm::Condition {
                super::own(viewer, Column::OrgId)
            }
        }
    };
}

fn own<C: ColumnTrait>(viewer: &Viewer, org: C) -> Condition {
    Condition::all().add(org.eq(viewer.org()))
}

/// A template, with its draft.
pub mod plan_template {
    use sea_orm::entity::prelude::*;

    use super::super::model::Situation;
    use crate::access::Locale;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "plan_template")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub org_id: Uuid,
        pub version: i32,
        /// The name by which a file knows it; none for what was written here.
        pub code: Option<String>,
        /// These three are of the version that was published last, or of the first draft.
        pub situation: Situation,
        pub title: String,
        pub language: Locale,
        /// What is to be published next, as JSON.
        pub draft: Option<String>,
        /// The version that was published last, and its number: 0 before the first.
        pub current_id: Option<Uuid>,
        pub number: i32,
        pub withdrawn: bool,
        /// Nobody, when a file was loaded.
        pub changed_by: Option<Uuid>,
        pub changed_at: DateTimeUtc,
        pub created_at: DateTimeUtc,
    }

    of_the_organisation!();
}

/// A version of a template, frozen.
pub mod plan_template_version {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "plan_template_version")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub org_id: Uuid,
        pub template_id: Uuid,
        pub number: i32,
        /// What it says, as JSON.
        pub body: String,
        /// SHA-256 of `body`.
        pub content_hash: Vec<u8>,
        pub published_by: Option<Uuid>,
        pub published_at: DateTimeUtc,
    }

    of_the_organisation!();
}

/// How a review with survivor experts stands from then on (rule 118).
pub mod plan_template_review {
    use sea_orm::entity::prelude::*;

    use super::super::model::ReviewState;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "plan_template_review")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub org_id: Uuid,
        pub template_version_id: Uuid,
        pub state: ReviewState,
        pub note: Option<String>,
        pub by_user: Uuid,
        pub at: DateTimeUtc,
    }

    of_the_organisation!();
}

/// That a plan took goals from a version.
pub mod plan_template_use {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "plan_template_use")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub template_version_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub plan_id: Uuid,
        pub org_id: Uuid,
        pub at: DateTimeUtc,
    }

    of_the_organisation!();
}
