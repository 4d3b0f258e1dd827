//! Tables of times away.

mod conversations;
mod reports;

pub use conversations::{conversation, experience, factor};
pub use reports::{endangerment, report, unknown};

use crate::access::{Act, Viewer};
use crate::cases::entity::of_cases_where;

/// A time in which a young person is missing or away, and their return.
pub mod episode {
    use sea_orm::Condition;
    use sea_orm::entity::prelude::*;

    use super::{Act, Viewer, of_cases_where};
    use crate::access::{Trace, Traced, Visible};
    use crate::episodes::model::{MissingType, RecoveryLocation, ReturnScreening, Whereabouts};
    use crate::vault::SealedBytes;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "missing_episode")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub org_id: Uuid,
        pub version: i32,
        pub case_id: Uuid,
        pub missing_type: MissingType,
        pub whereabouts: Whereabouts,
        pub info_received_at: DateTimeUtc,
        pub known: Option<SealedBytes>,
        pub recovered_at: Option<DateTimeUtc>,
        pub recovery_location: Option<RecoveryLocation>,
        pub recovery_note: Option<SealedBytes>,
        pub interstate: bool,
        pub screening: Option<ReturnScreening>,
        pub screening_note: Option<SealedBytes>,
        pub placement_response: Option<SealedBytes>,
        pub closed_at: Option<DateTimeUtc>,
        pub opened_by: Uuid,
        pub created_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}

    impl Traced for Model {
        fn trace(&self) -> Option<Trace> {
            Some(Trace {
                kind: "episode",
                id: self.id,
                case: Some(self.case_id),
            })
        }
    }

    impl Visible for Entity {
        fn visible_to(viewer: &Viewer) -> Condition {
            of_cases_where(viewer, Act::EpisodeView, Column::CaseId)
        }
    }
}
