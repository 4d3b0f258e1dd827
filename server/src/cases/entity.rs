//! Tables of cases.

use crate::access::{Viewer, cases_in_reach, nothing};
use sea_orm::{ColumnTrait, Condition};

/// Rows of cases in reach: the rule of every table that belongs to a case.
pub fn of_cases_in_reach<C: ColumnTrait>(viewer: &Viewer, case: C) -> Condition {
    cases_in_reach(viewer).map_or_else(nothing, |reach| {
        Condition::all().add(case.in_subquery(reach))
    })
}

/// A case.
pub mod case {
    use sea_orm::Condition;
    use sea_orm::entity::prelude::*;

    use super::super::model::{CaseOrigin, CaseStatus, CommunityType, LegalCustody, State};
    use super::{Viewer, of_cases_in_reach};
    use crate::access::{Trace, Traced, Visible};
    use crate::vault::SealedBytes;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "cases")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub org_id: Uuid,
        pub version: i32,
        pub number: SealedBytes,
        pub alias: SealedBytes,
        pub status: CaseStatus,
        pub origin: CaseOrigin,
        pub jurisdiction: State,
        pub community_type: Option<CommunityType>,
        pub legal_custody: Option<LegalCustody>,
        pub summary: Option<SealedBytes>,
        pub request_id: Option<Uuid>,
        pub supervisor_id: Uuid,
        pub opened_at: DateTimeUtc,
        pub closed_at: Option<DateTimeUtc>,
        pub created_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}

    impl Traced for Model {
        fn trace(&self) -> Option<Trace> {
            Some(Trace {
                kind: "case",
                id: self.id,
                case: Some(self.id),
            })
        }
    }

    impl Visible for Entity {
        fn visible_to(viewer: &Viewer) -> Condition {
            of_cases_in_reach(viewer, Column::Id)
        }
    }
}

/// A colleague on a case's team, from when to when.
pub mod assignment {
    use sea_orm::Condition;
    use sea_orm::entity::prelude::*;

    use super::super::model::TeamRole;
    use super::{Viewer, of_cases_in_reach};
    use crate::access::{Trace, Traced, Visible};
    use crate::vault::SealedBytes;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "assignment")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub org_id: Uuid,
        pub case_id: Uuid,
        pub user_id: Uuid,
        pub role: TeamRole,
        pub from_at: DateTimeUtc,
        pub to_at: Option<DateTimeUtc>,
        pub note: Option<SealedBytes>,
        pub end_reason: Option<SealedBytes>,
        pub assigned_by: Uuid,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}

    impl Traced for Model {
        fn trace(&self) -> Option<Trace> {
            Some(Trace {
                kind: "assignment",
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

/// Somebody on a case: the young person, a caregiver, a sibling.
pub mod case_person {
    use sea_orm::Condition;
    use sea_orm::entity::prelude::*;

    use super::super::model::PersonRole;
    use super::{Viewer, of_cases_in_reach};
    use crate::access::{Trace, Traced, Visible};
    use crate::vault::SealedBytes;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "case_person")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub org_id: Uuid,
        pub case_id: Uuid,
        pub version: i32,
        pub role: PersonRole,
        pub name: SealedBytes,
        pub relation: Option<SealedBytes>,
        pub legal_name: Option<SealedBytes>,
        pub birth_date: Option<SealedBytes>,
        pub phone: Option<SealedBytes>,
        pub address: Option<SealedBytes>,
        pub pronouns: Option<SealedBytes>,
        pub language: Option<String>,
        pub safe_to_contact: bool,
        pub created_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}

    impl Traced for Model {
        fn trace(&self) -> Option<Trace> {
            Some(Trace {
                kind: "person",
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

/// A keyed hash by which a sealed name or phone is found.
pub mod search_token {
    use sea_orm::Condition;
    use sea_orm::entity::prelude::*;

    use super::{Viewer, of_cases_in_reach};
    use crate::access::{Trace, Traced, Visible};
    use crate::vault::Token;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "search_token")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub org_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub token: Token,
        #[sea_orm(primary_key, auto_increment = false)]
        pub case_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub kind: String,
        pub person_id: Option<Uuid>,
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
            of_cases_in_reach(viewer, Column::CaseId)
        }
    }
}
