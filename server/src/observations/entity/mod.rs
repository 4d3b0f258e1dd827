//! Tables of observations, and of what stands beside them.

mod beside;
mod earlier;

pub use beside::{screening, tip, trafficking};
pub use earlier::{screening_past, tip_notice, tip_past};

use crate::access::{Act, Viewer};
use crate::cases::entity::of_cases_where;

/// An observation, in its present wording.
pub mod observation {
    use sea_orm::Condition;
    use sea_orm::entity::prelude::*;

    use super::{Act, Viewer, of_cases_where};
    use crate::access::{Trace, Traced, Visible};
    use crate::observations::model::{FollowUp, ObservationKind, SourceKind};
    use crate::observations::vocabulary::ObservationCode;
    use crate::vault::SealedBytes;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "observation")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub org_id: Uuid,
        pub version: i32,
        pub case_id: Uuid,
        pub kind: ObservationKind,
        pub code: ObservationCode,
        pub code_text: Option<SealedBytes>,
        pub observed_on: Date,
        pub observer: Option<SealedBytes>,
        pub source_kind: SourceKind,
        pub narrative: SealedBytes,
        pub graphic: bool,
        pub content_note: Option<SealedBytes>,
        pub follow_up: FollowUp,
        pub follow_up_reason: Option<SealedBytes>,
        pub recorded_by: Uuid,
        pub recorded_at: DateTimeUtc,
        pub reviewed_by: Option<Uuid>,
        pub reviewed_at: Option<DateTimeUtc>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}

    impl Traced for Model {
        fn trace(&self) -> Option<Trace> {
            Some(Trace {
                kind: "observation",
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

/// A wording of an observation that was corrected. Written once.
pub mod past {
    use sea_orm::Condition;
    use sea_orm::entity::prelude::*;

    use super::{Act, Viewer, of_cases_where};
    use crate::access::{Trace, Traced, Visible};
    use crate::observations::model::{FollowUp, ObservationKind, SourceKind};
    use crate::observations::vocabulary::ObservationCode;
    use crate::vault::SealedBytes;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "observation_past")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub org_id: Uuid,
        pub case_id: Uuid,
        pub observation_id: Uuid,
        pub version: i32,
        pub kind: ObservationKind,
        pub code: ObservationCode,
        pub code_text: Option<SealedBytes>,
        pub observed_on: Date,
        pub observer: Option<SealedBytes>,
        pub source_kind: SourceKind,
        pub narrative: SealedBytes,
        pub graphic: bool,
        pub content_note: Option<SealedBytes>,
        pub follow_up: FollowUp,
        pub follow_up_reason: Option<SealedBytes>,
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
                kind: "observation",
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
