//! Tables of screening done elsewhere, reports that were made, and trafficking types, as they
//! stand.

use crate::access::{Act, Viewer};
use crate::cases::entity::of_cases_where;

/// Screening that was done elsewhere, in its present wording.
pub mod screening {
    use sea_orm::Condition;
    use sea_orm::entity::prelude::*;

    use super::{Act, Viewer, of_cases_where};
    use crate::access::{Trace, Traced, Visible};
    use crate::vault::SealedBytes;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "screening_reference")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub org_id: Uuid,
        pub version: i32,
        pub case_id: Uuid,
        pub tool: SealedBytes,
        pub tool_version: SealedBytes,
        pub administered_on: Date,
        pub administrator: SealedBytes,
        pub result_text: SealedBytes,
        pub licence_confirmed: bool,
        pub recorded_by: Uuid,
        pub recorded_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}

    impl Traced for Model {
        fn trace(&self) -> Option<Trace> {
            Some(Trace {
                kind: "screening",
                id: self.id,
                case: Some(self.case_id),
            })
        }
    }

    impl Visible for Entity {
        fn visible_to(viewer: &Viewer) -> Condition {
            of_cases_where(viewer, Act::ObservationView, Column::CaseId)
        }
    }
}

/// A report that was made, in its present wording.
pub mod tip {
    use sea_orm::Condition;
    use sea_orm::entity::prelude::*;

    use super::{Act, Viewer, of_cases_where};
    use crate::access::{Trace, Traced, Visible};
    use crate::clocks::model::NoticeMethod;
    use crate::observations::model::{ReportedTo, TipKind};
    use crate::vault::SealedBytes;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "tip_record")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub org_id: Uuid,
        pub version: i32,
        pub case_id: Uuid,
        pub reported_to: ReportedTo,
        pub kind: Option<TipKind>,
        pub filed_at: DateTimeUtc,
        pub filed_by: Option<SealedBytes>,
        pub method: NoticeMethod,
        pub agency: Option<SealedBytes>,
        pub person: Option<SealedBytes>,
        pub reference: Option<SealedBytes>,
        pub recorded_by: Uuid,
        pub recorded_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}

    impl Traced for Model {
        fn trace(&self) -> Option<Trace> {
            Some(Trace {
                kind: "report_made",
                id: self.id,
                case: Some(self.case_id),
            })
        }
    }

    impl Visible for Entity {
        fn visible_to(viewer: &Viewer) -> Condition {
            of_cases_where(viewer, Act::ObservationView, Column::CaseId)
        }
    }
}

/// A trafficking type, as it was known on a day.
pub mod trafficking {
    use sea_orm::Condition;
    use sea_orm::entity::prelude::*;

    use super::{Act, Viewer, of_cases_where};
    use crate::access::{Trace, Traced, Visible};
    use crate::observations::model::{SourceKind, TraffickingType};
    use crate::vault::SealedBytes;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "trafficking_type_entry")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub org_id: Uuid,
        pub version: i32,
        pub case_id: Uuid,
        pub trafficking_type: TraffickingType,
        pub framework_version: String,
        pub as_of: Date,
        pub source_kind: SourceKind,
        pub note: Option<SealedBytes>,
        pub recorded_by: Uuid,
        pub recorded_at: DateTimeUtc,
        pub revised_at: Option<DateTimeUtc>,
        pub revised_by: Option<Uuid>,
        pub revised_reason: Option<SealedBytes>,
        pub replaced_by: Option<Uuid>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}

    impl Traced for Model {
        fn trace(&self) -> Option<Trace> {
            Some(Trace {
                kind: "trafficking_type",
                id: self.id,
                case: Some(self.case_id),
            })
        }
    }

    impl Visible for Entity {
        fn visible_to(viewer: &Viewer) -> Condition {
            of_cases_where(viewer, Act::ObservationView, Column::CaseId)
        }
    }
}
