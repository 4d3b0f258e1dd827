//! The table of approvals.

/// What a supervisor decided on a version; never changed.
pub mod plan_approval {
    use sea_orm::entity::prelude::*;

    use crate::plans::approval::decide::ApprovalDecision;
    use crate::plans::entity::seen_with_the_plan;
    use crate::vault::SealedBytes;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "plan_approval")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub org_id: Uuid,
        pub case_id: Uuid,
        pub plan_id: Uuid,
        pub plan_version_id: Uuid,
        pub content_hash: Vec<u8>,
        pub decision: ApprovalDecision,
        pub comment: Option<SealedBytes>,
        pub by_user: Uuid,
        pub at: DateTimeUtc,
    }

    seen_with_the_plan!("plan_approval");
}
