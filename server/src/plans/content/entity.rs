//! The table of what changed in plans.

/// One change of something in a plan: how it was from then on.
pub mod plan_change {
    use sea_orm::entity::prelude::*;

    use crate::plans::content::Part;
    use crate::plans::entity::seen_with_the_plan;
    use crate::vault::SealedBytes;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "plan_change")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub org_id: Uuid,
        pub case_id: Uuid,
        pub plan_id: Uuid,
        pub part: Part,
        pub item_id: Uuid,
        /// As JSON; absent when it was taken away.
        pub content: Option<SealedBytes>,
        pub by_user: Uuid,
        pub at: DateTimeUtc,
    }

    seen_with_the_plan!("plan_change");
}
