//! Tables of what helps a young person.

/// What helps: triggers, what calms, what not to ask again.
pub mod support_profile {
    use sea_orm::entity::prelude::*;

    use crate::plans::entity::seen_with_the_plan;
    use crate::vault::SealedBytes;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "support_profile")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub org_id: Uuid,
        pub case_id: Uuid,
        pub version: i32,
        pub content: SealedBytes,
        pub written_by: Uuid,
        pub written_at: DateTimeUtc,
    }

    seen_with_the_plan!("support_profile", together(view) Column::CaseId.eq(view.case));
}

/// The safety plan (rule 68).
pub mod safety_plan {
    use sea_orm::entity::prelude::*;

    use crate::plans::entity::seen_with_the_plan;
    use crate::vault::SealedBytes;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "safety_plan")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub org_id: Uuid,
        pub case_id: Uuid,
        pub version: i32,
        pub content: SealedBytes,
        pub written_by: Uuid,
        pub written_at: DateTimeUtc,
        pub settled_by: Option<Uuid>,
        pub settled_at: Option<DateTimeUtc>,
    }

    seen_with_the_plan!("safety_plan", together(view) Column::CaseId.eq(view.case));
}

/// Where staff think somebody stands with one topic, on one day (rule 70). The stage
/// itself is sealed: no statement can count it.
pub mod stage_entry {
    use sea_orm::entity::prelude::*;

    use crate::plans::entity::seen_with_the_plan;
    use crate::vault::SealedBytes;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "stage_entry")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub org_id: Uuid,
        pub case_id: Uuid,
        pub goal_id: Option<Uuid>,
        pub topic: Option<SealedBytes>,
        pub stage: SealedBytes,
        pub noted_on: Date,
        pub by_user: Uuid,
        pub at: DateTimeUtc,
    }

    seen_with_the_plan!("stage_entry");
}
