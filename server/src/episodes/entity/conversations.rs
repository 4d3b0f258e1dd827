//! Tables of conversations on return.

use sea_orm::sea_query::Query;
use sea_orm::{ColumnTrait, Condition};

use crate::access::{Act, Viewer};
use crate::cases::entity::of_cases_where;

/// A conversation that was offered on return, and what was told. Written once.
pub mod conversation {
    use sea_orm::Condition;
    use sea_orm::entity::prelude::*;

    use super::{Act, Viewer, of_cases_where};
    use crate::access::{Trace, Traced, Visible};
    use crate::episodes::model::YouthAnswer;
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

    use super::{Viewer, of_conversations_in_reach};
    use crate::access::{Trace, Traced, Visible};
    use crate::episodes::model::LeavingFactor;

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

    use super::{Viewer, of_conversations_in_reach};
    use crate::access::{Trace, Traced, Visible};
    use crate::episodes::model::AwayExperience;

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
