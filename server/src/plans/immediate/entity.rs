//! Tables of the immediate plan.

/// An immediate recovery plan.
pub mod immediate_plan {
    use sea_orm::entity::prelude::*;

    use crate::plans::entity::seen_with_the_plan;
    use crate::plans::immediate::ImmediateState;
    use crate::vault::SealedBytes;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "immediate_plan")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub org_id: Uuid,
        pub case_id: Uuid,
        pub version: i32,
        pub state: ImmediateState,
        pub recovered_at: Option<DateTimeUtc>,
        pub activated_at: Option<DateTimeUtc>,
        pub activated_by: Option<Uuid>,
        pub snapshot: Option<SealedBytes>,
        pub content_hash: Option<Vec<u8>>,
        pub created_by: Uuid,
        pub created_at: DateTimeUtc,
    }

    seen_with_the_plan!("immediate_plan");
}

/// A section of it, which is a step once the plan is active.
pub mod immediate_section {
    use sea_orm::entity::prelude::*;

    use crate::plans::entity::seen_with_the_plan;
    use crate::plans::immediate::model::ImmediateSection;
    use crate::vault::SealedBytes;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "immediate_section")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub org_id: Uuid,
        pub case_id: Uuid,
        pub immediate_plan_id: Uuid,
        pub version: i32,
        pub section: ImmediateSection,
        pub content: Option<SealedBytes>,
        pub unknown_yet: bool,
        pub written_by: Option<Uuid>,
        pub written_at: Option<DateTimeUtc>,
        pub opened_at: Option<DateTimeUtc>,
        pub done_at: Option<DateTimeUtc>,
        pub done_by: Option<Uuid>,
    }

    seen_with_the_plan!("immediate_section");
}
