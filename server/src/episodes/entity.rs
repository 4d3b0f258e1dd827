//! Tables of times away.

use sea_orm::sea_query::Query;
use sea_orm::{ColumnTrait, Condition};

use crate::access::{Act, Viewer};
use crate::cases::entity::of_cases_where;

/// A time in which a young person is missing or away, and their return.
pub mod episode {
    use sea_orm::Condition;
    use sea_orm::entity::prelude::*;

    use super::super::model::{MissingType, RecoveryLocation, ReturnScreening, Whereabouts};
    use super::{Act, Viewer, of_cases_where};
    use crate::access::{Trace, Traced, Visible};
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

/// What is told to those who search (rule 52).
pub mod report {
    use sea_orm::Condition;
    use sea_orm::entity::prelude::*;

    use super::super::model::ReportPhoto;
    use super::{Act, Viewer, of_cases_where};
    use crate::access::{Trace, Traced, Visible};
    use crate::vault::SealedBytes;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "missing_report")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub org_id: Uuid,
        pub version: i32,
        pub case_id: Uuid,
        pub episode_id: Uuid,
        pub photo: Option<ReportPhoto>,
        pub description: Option<SealedBytes>,
        pub no_endangerment_known: bool,
        pub last_seen_at: Option<DateTimeUtc>,
        pub last_seen_place: Option<SealedBytes>,
        pub clothing: Option<SealedBytes>,
        pub accompanied_by: Option<SealedBytes>,
        pub guardian_contact: Option<SealedBytes>,
        pub agency_contact: Option<SealedBytes>,
        pub changed_by: Uuid,
        pub changed_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}

    impl Traced for Model {
        fn trace(&self) -> Option<Trace> {
            Some(Trace {
                kind: "missing_report",
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

/// What of a report is not known.
pub mod unknown {
    use sea_orm::Condition;
    use sea_orm::entity::prelude::*;

    use super::super::model::ReportItem;
    use super::{Viewer, of_reports_in_reach};
    use crate::access::{Trace, Traced, Visible};

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "missing_report_unknown")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub report_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub item: ReportItem,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}

    impl Traced for Model {
        /// Read with what it belongs to, whose trace stands for it.
        fn trace(&self) -> Option<Trace> {
            None
        }
    }

    impl Visible for Entity {
        fn visible_to(viewer: &Viewer) -> Condition {
            of_reports_in_reach(viewer, Column::ReportId)
        }
    }
}

/// What makes it more dangerous.
pub mod endangerment {
    use sea_orm::Condition;
    use sea_orm::entity::prelude::*;

    use super::super::model::Endangerment;
    use super::{Viewer, of_reports_in_reach};
    use crate::access::{Trace, Traced, Visible};

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "missing_report_endangerment")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub report_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub factor: Endangerment,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}

    impl Traced for Model {
        /// Read with what it belongs to, whose trace stands for it.
        fn trace(&self) -> Option<Trace> {
            None
        }
    }

    impl Visible for Entity {
        fn visible_to(viewer: &Viewer) -> Condition {
            of_reports_in_reach(viewer, Column::ReportId)
        }
    }
}

/// A conversation that was offered on return, and what was told. Written once.
pub mod conversation {
    use sea_orm::Condition;
    use sea_orm::entity::prelude::*;

    use super::super::model::YouthAnswer;
    use super::{Act, Viewer, of_cases_where};
    use crate::access::{Trace, Traced, Visible};
    use crate::vault::SealedBytes;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "return_conversation")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub org_id: Uuid,
        pub case_id: Uuid,
        pub episode_id: Uuid,
        pub offered_at: DateTimeUtc,
        pub answer: YouthAnswer,
        pub factors_answer: Option<YouthAnswer>,
        pub experiences_answer: Option<YouthAnswer>,
        pub youth_words: Option<SealedBytes>,
        pub note: Option<SealedBytes>,
        pub re_offer_on: Option<Date>,
        pub recorded_by: Uuid,
        pub recorded_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}

    impl Traced for Model {
        fn trace(&self) -> Option<Trace> {
            Some(Trace {
                kind: "return_conversation",
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

/// What led to leaving.
pub mod factor {
    use sea_orm::Condition;
    use sea_orm::entity::prelude::*;

    use super::super::model::LeavingFactor;
    use super::{Viewer, of_conversations_in_reach};
    use crate::access::{Trace, Traced, Visible};

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "return_factor")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub conversation_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub factor: LeavingFactor,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}

    impl Traced for Model {
        /// Read with what it belongs to, whose trace stands for it.
        fn trace(&self) -> Option<Trace> {
            None
        }
    }

    impl Visible for Entity {
        fn visible_to(viewer: &Viewer) -> Condition {
            of_conversations_in_reach(viewer, Column::ConversationId)
        }
    }
}

/// What was lived through while away.
pub mod experience {
    use sea_orm::Condition;
    use sea_orm::entity::prelude::*;

    use super::super::model::AwayExperience;
    use super::{Viewer, of_conversations_in_reach};
    use crate::access::{Trace, Traced, Visible};

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "return_experience")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub conversation_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub experience: AwayExperience,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}

    impl Traced for Model {
        /// Read with what it belongs to, whose trace stands for it.
        fn trace(&self) -> Option<Trace> {
            None
        }
    }

    impl Visible for Entity {
        fn visible_to(viewer: &Viewer) -> Condition {
            of_conversations_in_reach(viewer, Column::ConversationId)
        }
    }
}

/// Rows that belong to a report one may see.
fn of_reports_in_reach<C: ColumnTrait>(viewer: &Viewer, report: C) -> Condition {
    use report::{Column, Entity};
    let visible = of_cases_where(viewer, Act::EpisodeView, Column::CaseId);
    let rows = Query::select()
        .column(Column::Id)
        .from(Entity)
        .cond_where(visible)
        .take();
    Condition::all().add(report.in_subquery(rows))
}

/// Rows that belong to a conversation one may see.
fn of_conversations_in_reach<C: ColumnTrait>(viewer: &Viewer, conversation: C) -> Condition {
    use conversation::{Column, Entity};
    let visible = of_cases_where(viewer, Act::EpisodeView, Column::CaseId);
    let rows = Query::select()
        .column(Column::Id)
        .from(Entity)
        .cond_where(visible)
        .take();
    Condition::all().add(conversation.in_subquery(rows))
}
