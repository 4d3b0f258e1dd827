//! The table of what became of facts.

use crate::codes;

codes! {
    /// Which fact of a case.
    pub enum CaseFact {
        LegalCustody = "legal_custody",
        CommunityType = "community_type",
        Jurisdiction = "jurisdiction",
    }
}

impl CaseFact {
    /// Whether it says in whose hands, or under whose courts, the young person lives.
    pub fn is_of_placement(self) -> bool {
        matches!(self, Self::LegalCustody | Self::Jurisdiction)
    }
}

/// That a fact of a case is another since a day; never changed.
pub mod case_fact_change {
    use sea_orm::Condition;
    use sea_orm::entity::prelude::*;

    use super::CaseFact;
    use crate::access::{Trace, Traced, Viewer, Visible};
    use crate::cases::entity::of_cases_in_reach;
    use crate::vault::SealedBytes;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "case_fact_change")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub org_id: Uuid,
        pub case_id: Uuid,
        pub fact: CaseFact,
        pub was: Option<String>,
        pub now: String,
        pub since: Date,
        pub reason: SealedBytes,
        pub by_user: Uuid,
        pub at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}

    impl Traced for Model {
        fn trace(&self) -> Option<Trace> {
            Some(Trace {
                kind: "case_fact_change",
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
