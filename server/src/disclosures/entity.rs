//! Tables of disclosures. Rows are added and never changed.

use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect, QueryTrait};

use crate::access::{Act, Viewer};
use crate::cases::entity::of_cases_where;

/// Something that was shared.
pub mod disclosure {
    use sea_orm::Condition;
    use sea_orm::entity::prelude::*;

    use super::super::model::{DisclosureBasis, ReportKind, ToldPerson};
    use super::{Act, Viewer, of_cases_where};
    use crate::access::{Trace, Traced, Visible};
    use crate::releases::model::{DisclosureMethod, DisclosurePurpose};
    use crate::vault::SealedBytes;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "disclosure")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub org_id: Uuid,
        pub case_id: Uuid,
        pub person_id: Uuid,
        pub basis: DisclosureBasis,
        pub release_id: Option<Uuid>,
        pub recipient_service_id: Option<Uuid>,
        pub referral_id: Option<Uuid>,
        pub recipient_name: SealedBytes,
        pub purpose: DisclosurePurpose,
        pub method: DisclosureMethod,
        /// All that was shared, as JSON.
        pub payload: SealedBytes,
        pub payload_hash: Vec<u8>,
        pub document: Option<SealedBytes>,
        pub report_kind: Option<ReportKind>,
        pub subpoena: bool,
        pub counsel_approval: Option<SealedBytes>,
        pub approved_by: Option<Uuid>,
        pub told_person: Option<ToldPerson>,
        pub told_person_words: Option<SealedBytes>,
        pub safety_steps: Option<SealedBytes>,
        pub made_by: Uuid,
        pub made_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}

    impl Traced for Model {
        fn trace(&self) -> Option<Trace> {
            Some(Trace {
                kind: "disclosure",
                id: self.id,
                case: Some(self.case_id),
            })
        }
    }

    impl Visible for Entity {
        fn visible_to(viewer: &Viewer) -> Condition {
            of_cases_where(viewer, Act::DisclosureView, Column::CaseId)
        }
    }
}

/// A category of what was shared.
pub mod category {
    use sea_orm::Condition;
    use sea_orm::entity::prelude::*;

    use super::{Viewer, of_disclosures_in_reach};
    use crate::access::{Trace, Traced, Visible};
    use crate::releases::model::InformationCategory;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "disclosure_category")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub disclosure_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub category: InformationCategory,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}

    impl Traced for Model {
        /// Read with its disclosure, whose trace stands for it.
        fn trace(&self) -> Option<Trace> {
            None
        }
    }

    impl Visible for Entity {
        fn visible_to(viewer: &Viewer) -> Condition {
            of_disclosures_in_reach(viewer, Column::DisclosureId)
        }
    }
}

/// Rows that belong to a disclosure one may see.
fn of_disclosures_in_reach<C: ColumnTrait>(viewer: &Viewer, disclosure: C) -> Condition {
    use disclosure::{Column, Entity};
    let visible = of_cases_where(viewer, Act::DisclosureView, Column::CaseId);
    let ids = Entity::find()
        .select_only()
        .column(Column::Id)
        .filter(visible)
        .into_query();
    Condition::all().add(disclosure.in_subquery(ids))
}
