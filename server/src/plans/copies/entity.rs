//! The table of copies.

/// A copy on paper.
pub mod plan_copy {
    use sea_orm::entity::prelude::*;

    use crate::access::Locale;
    use crate::plans::copies::CopyAudience;
    use crate::plans::entity::seen_with_the_plan;
    use crate::vault::SealedBytes;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "plan_copy")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub org_id: Uuid,
        pub case_id: Uuid,
        pub plan_id: Option<Uuid>,
        /// In its case.
        pub number: i32,
        pub audience: CopyAudience,
        pub language: Locale,
        /// The version of the plan, or of the safety plan.
        pub of_version: i32,
        /// What stands on it, as JSON.
        pub content: SealedBytes,
        pub content_hash: Vec<u8>,
        pub made_by: Uuid,
        /// Where it was made, and where alone it can be fetched.
        pub session_id: Uuid,
        pub made_at: DateTimeUtc,
        pub taken_at: Option<DateTimeUtc>,
    }

    seen_with_the_plan!("plan_copy");
}
