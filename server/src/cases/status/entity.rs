//! The table of how cases stood.

/// Where a case stood from then on; never changed.
pub mod case_status_change {
    use sea_orm::Condition;
    use sea_orm::entity::prelude::*;

    use super::super::model::ClosureReason;
    use crate::access::{Trace, Traced, Viewer, Visible};
    use crate::cases::entity::of_cases_in_reach;
    use crate::cases::model::CaseStatus;
    use crate::plans::ContactWishKind;
    use crate::vault::SealedBytes;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "case_status_change")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub org_id: Uuid,
        pub case_id: Uuid,
        pub was: Option<CaseStatus>,
        pub now: CaseStatus,
        pub reason: Option<ClosureReason>,
        pub aftercare: Option<ContactWishKind>,
        pub note: Option<SealedBytes>,
        pub aftercare_note: Option<SealedBytes>,
        pub by_user: Uuid,
        pub at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}

    impl Traced for Model {
        fn trace(&self) -> Option<Trace> {
            Some(Trace {
                kind: "case_status_change",
                id: self.id,
                case: Some(self.case_id),
            })
        }
    }

    impl Visible for Entity {
        fn visible_to(viewer: &Viewer) -> Condition {
            of_cases_in_reach(viewer, Column::CaseId)
        }
    }
}
