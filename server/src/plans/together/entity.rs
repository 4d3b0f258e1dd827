//! What was done together with a young person. Appended, never changed.

use crate::codes;

codes! {
    /// What was done together.
    pub enum TogetherKind {
        RightExplained = "right_explained",
        Voice = "voice",
        GoalAdded = "goal_added",
        GoalAnswered = "goal_answered",
        SafePerson = "safe_person",
        Coping = "coping",
        NotNow = "not_now",
    }
}

/// Something that was done together: what, when, and beside whom.
pub mod together_record {
    use sea_orm::entity::prelude::*;

    use super::TogetherKind;
    use crate::plans::entity::seen_with_the_plan;
    use crate::vault::SealedBytes;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "together_record")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub org_id: Uuid,
        pub case_id: Uuid,
        pub plan_id: Uuid,
        pub view_id: Uuid,
        pub kind: TogetherKind,
        pub goal_id: Option<Uuid>,
        pub words: Option<SealedBytes>,
        pub by_user: Uuid,
        pub at: DateTimeUtc,
    }

    seen_with_the_plan!("together_record");
}
