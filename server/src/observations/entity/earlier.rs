//! Tables of what was said before it was corrected, and of the notices that reports wrote.

use crate::access::{Act, Viewer};
use crate::cases::entity::of_cases_where;

/// A wording of a reference to a screening that was corrected. Written once.
pub mod screening_past {
    use sea_orm::Condition;
    use sea_orm::entity::prelude::*;

    use super::{Act, Viewer, of_cases_where};
    use crate::access::{Trace, Traced, Visible};
    use crate::vault::SealedBytes;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "screening_reference_past")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub org_id: Uuid,
        pub case_id: Uuid,
        pub screening_id: Uuid,
        pub version: i32,
        pub tool: SealedBytes,
        pub tool_version: SealedBytes,
        pub administered_on: Date,
        pub administrator: SealedBytes,
        pub result_text: SealedBytes,
        pub licence_confirmed: bool,
        pub recorded_by: Uuid,
        pub recorded_at: DateTimeUtc,
        pub reason: SealedBytes,
        pub corrected_by: Uuid,
        pub corrected_at: DateTimeUtc,
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

/// A wording of a report that was corrected. Written once.
pub mod tip_past {
    use sea_orm::Condition;
    use sea_orm::entity::prelude::*;

    use super::{Act, Viewer, of_cases_where};
    use crate::access::{Trace, Traced, Visible};
    use crate::clocks::model::NoticeMethod;
    use crate::observations::model::{ReportedTo, TipKind};
    use crate::vault::SealedBytes;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "tip_record_past")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub org_id: Uuid,
        pub case_id: Uuid,
        pub tip_id: Uuid,
        pub version: i32,
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
        pub reason: SealedBytes,
        pub corrected_by: Uuid,
        pub corrected_at: DateTimeUtc,
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

/// That a report wrote a notice: one for each wording that had all of the evidence. Written once.
pub mod tip_notice {
    use sea_orm::Condition;
    use sea_orm::entity::prelude::*;

    use super::{Act, Viewer, of_cases_where};
    use crate::access::{Trace, Traced, Visible};

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "tip_notice")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub notice_id: Uuid,
        pub org_id: Uuid,
        pub case_id: Uuid,
        pub tip_id: Uuid,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}

    impl Traced for Model {
        fn trace(&self) -> Option<Trace> {
            Some(Trace {
                kind: "notice",
                id: self.notice_id,
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
