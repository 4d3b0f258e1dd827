//! Tables of releases.

use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect, QueryTrait};

use crate::access::{Act, Viewer};
use crate::cases::entity::of_cases_where;

/// A release.
pub mod release {
    use sea_orm::Condition;
    use sea_orm::entity::prelude::*;

    use super::super::model::{DisclosurePurpose, SignerPolicy, WithdrawalHow};
    use super::{Act, Viewer, of_cases_where};
    use crate::access::{Trace, Traced, Visible};
    use crate::vault::SealedBytes;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "release")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub org_id: Uuid,
        pub case_id: Uuid,
        pub person_id: Uuid,
        /// The directory's entry of the recipient.
        pub recipient_service_id: Uuid,
        /// The recipient organisation, as it was called when this was drafted.
        pub recipient_name: SealedBytes,
        pub purpose: DisclosurePurpose,
        pub purpose_words: Option<SealedBytes>,
        pub starts_at: DateTimeUtc,
        pub expires_at: DateTimeUtc,
        /// A supervisor's reason for more than ninety days.
        pub longer_reason: Option<SealedBytes>,
        pub explained_how: SealedBytes,
        pub explained_language: SealedBytes,
        pub explained_by: Uuid,
        pub consequences_explained: bool,
        pub services_do_not_depend: bool,
        /// That whoever receives it may not pass it on was explained (rule 24).
        pub redisclosure_notice: bool,
        pub signer_policy: SignerPolicy,
        pub signer_basis: Option<SealedBytes>,
        pub drafted_by: Uuid,
        pub drafted_at: DateTimeUtc,
        pub withdrawn_at: Option<DateTimeUtc>,
        pub withdrawn_by: Option<Uuid>,
        pub withdrawn_how: Option<WithdrawalHow>,
        pub withdrawn_words: Option<SealedBytes>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}

    impl Traced for Model {
        fn trace(&self) -> Option<Trace> {
            Some(Trace {
                kind: "release",
                id: self.id,
                case: Some(self.case_id),
            })
        }
    }

    impl Visible for Entity {
        fn visible_to(viewer: &Viewer) -> Condition {
            of_cases_where(viewer, Act::ReleaseView, Column::CaseId)
        }
    }
}

/// Somebody's name under a release. Added, never changed.
pub mod signature {
    use sea_orm::Condition;
    use sea_orm::entity::prelude::*;

    use super::super::model::SignerCapacity;
    use super::{Act, Viewer, of_cases_where};
    use crate::access::{Trace, Traced, Visible};
    use crate::vault::SealedBytes;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "release_signature")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub org_id: Uuid,
        pub case_id: Uuid,
        pub release_id: Uuid,
        /// Somebody on the case.
        pub signer_id: Uuid,
        pub capacity: SignerCapacity,
        pub basis: Option<SealedBytes>,
        pub signed_at: DateTimeUtc,
        pub witness: SealedBytes,
        pub recorded_by: Uuid,
        pub recorded_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}

    impl Traced for Model {
        fn trace(&self) -> Option<Trace> {
            Some(Trace {
                kind: "release",
                id: self.release_id,
                case: Some(self.case_id),
            })
        }
    }

    impl Visible for Entity {
        fn visible_to(viewer: &Viewer) -> Condition {
            of_cases_where(viewer, Act::ReleaseView, Column::CaseId)
        }
    }
}

/// Rows that belong to a release one may see.
fn of_releases_in_reach<C: ColumnTrait>(viewer: &Viewer, release: C) -> Condition {
    use release::{Column, Entity};
    let visible = of_cases_where(viewer, Act::ReleaseView, Column::CaseId);
    let ids = Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(visible)
        .into_query();
    Condition::all().add(release.in_subquery(ids))
}

macro_rules! of_release {
    ($(#[$doc:meta])* $name:ident, $table:literal, $field:ident: $code:ident) => {
        $(#[$doc])*
        pub mod $name {
            use sea_orm::Condition;
            use sea_orm::entity::prelude::*;

            use super::super::model::$code;
            use super::{Viewer, of_releases_in_reach};
            use crate::access::{Trace, Traced, Visible};

            #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
            #[sea_orm(table_name = $table)]
            pub struct Model {
                #[sea_orm(primary_key, auto_increment = false)]
                pub release_id: Uuid,
                #[sea_orm(primary_key, auto_increment = false)]
                pub $field: $code,
            }

            #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
            pub enum Relation {}

            impl ActiveModelBehavior for ActiveModel {}

            impl Traced for Model {
                /// Read with its release, whose trace stands for it.
                fn trace(&self) -> Option<Trace> {
                    None
                }
            }

            impl Visible for Entity {
                fn visible_to(viewer: &Viewer) -> Condition {
                    of_releases_in_reach(viewer, Column::ReleaseId)
                }
            }
        }
    };
}

of_release!(
    /// A category that a release covers.
    category, "release_category", category: InformationCategory
);
of_release!(
    /// A way that a release allows.
    method, "release_method", method: DisclosureMethod
);
