//! Tables of clocks and of notices.

use sea_orm::ColumnTrait;
use sea_orm::Condition;

use crate::access::{Act, Viewer, nothing};
use crate::cases::entity::of_cases_where;

/// What the clocks of an organisation go by.
pub mod office {
    use sea_orm::Condition;
    use sea_orm::entity::prelude::*;

    use super::{Viewer, of_own_organisation};
    use crate::access::{Trace, Traced, Visible};

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "clock_office")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub org_id: Uuid,
        pub official: bool,
        pub zone: Option<String>,
        pub loaded_at: DateTimeUtc,
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
            of_own_organisation(viewer, Column::OrgId)
        }
    }
}

/// A day on which an organisation's place does no business.
pub mod holiday {
    use sea_orm::Condition;
    use sea_orm::entity::prelude::*;

    use super::{Viewer, of_own_organisation};
    use crate::access::{Trace, Traced, Visible};

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "clock_holiday")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub org_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub day: Date,
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
            of_own_organisation(viewer, Column::OrgId)
        }
    }
}

/// A version of an organisation's own definition.
pub mod definition {
    use sea_orm::Condition;
    use sea_orm::entity::prelude::*;

    use super::{Viewer, of_own_organisation};
    use crate::access::{Trace, Traced, Visible};

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "clock_definition")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub org_id: Uuid,
        pub jurisdiction: String,
        pub code: String,
        pub version: i32,
        pub body: String,
        pub loaded_at: DateTimeUtc,
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
            of_own_organisation(viewer, Column::OrgId)
        }
    }
}

/// A clock of a case.
pub mod clock {
    use sea_orm::Condition;
    use sea_orm::entity::prelude::*;

    use super::super::model::{ClockState, NotifiedParty};
    use super::{Act, Viewer, of_cases_where};
    use crate::access::{Trace, Traced, Visible};
    use crate::cases::model::TeamRole;
    use crate::vault::SealedBytes;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "case_clock")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub org_id: Uuid,
        pub version: i32,
        pub case_id: Uuid,
        pub episode_id: Option<Uuid>,
        pub code: String,
        pub jurisdiction: String,
        pub definition_version: i32,
        pub body: String,
        pub party: Option<NotifiedParty>,
        pub responsible: TeamRole,
        pub recommended: bool,
        pub started_at: DateTimeUtc,
        pub soon_at: DateTimeUtc,
        pub due_at: DateTimeUtc,
        pub extended_by: Option<i32>,
        pub extended_sending: Option<SealedBytes>,
        pub extended_receiving: Option<SealedBytes>,
        pub state: ClockState,
        pub met_at: Option<DateTimeUtc>,
        pub closed_at: DateTimeUtc,
        pub closed_by: Option<Uuid>,
        pub notice_id: Option<Uuid>,
        pub agency: Option<SealedBytes>,
        pub person: Option<SealedBytes>,
        pub reference: Option<SealedBytes>,
        pub reason: Option<SealedBytes>,
        pub remind_at: DateTimeUtc,
        pub owner_told: bool,
        pub created_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}

    impl Traced for Model {
        fn trace(&self) -> Option<Trace> {
            Some(Trace {
                kind: "clock",
                id: self.id,
                case: Some(self.case_id),
            })
        }
    }

    impl Visible for Entity {
        fn visible_to(viewer: &Viewer) -> Condition {
            of_cases_where(viewer, Act::ClockView, Column::CaseId)
        }
    }
}

/// That somebody was told: by whom, when, and the number they gave. Written once.
pub mod notice {
    use sea_orm::Condition;
    use sea_orm::entity::prelude::*;

    use super::super::model::{NoticeMethod, NotifiedParty};
    use super::{Act, Viewer, of_cases_where};
    use crate::access::{Trace, Traced, Visible};
    use crate::vault::SealedBytes;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "notice")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub org_id: Uuid,
        pub case_id: Uuid,
        pub episode_id: Option<Uuid>,
        pub party: NotifiedParty,
        pub method: NoticeMethod,
        pub agency: SealedBytes,
        pub person: SealedBytes,
        pub reference: SealedBytes,
        pub at: DateTimeUtc,
        pub recorded_at: DateTimeUtc,
        pub asked_not_to_reveal_care: bool,
        pub recorded_by: Uuid,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}

    impl Traced for Model {
        fn trace(&self) -> Option<Trace> {
            Some(Trace {
                kind: "notice",
                id: self.id,
                case: Some(self.case_id),
            })
        }
    }

    impl Visible for Entity {
        fn visible_to(viewer: &Viewer) -> Condition {
            of_cases_where(viewer, Act::ClockView, Column::CaseId)
        }
    }
}

/// Definitions tell nothing of a person: all who work with clocks of the organisation see
/// them, and those who look after it.
fn of_own_organisation<C: ColumnTrait>(viewer: &Viewer, org: C) -> Condition {
    if viewer.might(Act::ClockView) || viewer.might(Act::ClockDefinitionsView) {
        Condition::all().add(org.eq(viewer.org()))
    } else {
        nothing()
    }
}
