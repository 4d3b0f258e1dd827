//! Tables of reviews.

/// A review that was held; never changed.
pub mod plan_review {
    use sea_orm::entity::prelude::*;

    use crate::plans::entity::seen_with_the_plan;
    use crate::plans::model::Agreement;
    use crate::vault::SealedBytes;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "plan_review")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub org_id: Uuid,
        pub case_id: Uuid,
        pub plan_id: Uuid,
        pub due_on: Option<Date>,
        pub held_at: DateTimeUtc,
        pub by_user: Uuid,
        pub changed: SealedBytes,
        pub youth_agreement: Agreement,
        pub youth_words: Option<SealedBytes>,
        pub next_on: Date,
    }

    seen_with_the_plan!("plan_review");
}

/// What calls for a review before its day; answered by the next one that is held.
pub mod review_call {
    use sea_orm::entity::prelude::*;

    use crate::plans::entity::seen_with_the_plan;
    use crate::plans::reviews::ReviewTrigger;
    use crate::vault::SealedBytes;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "review_call")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub org_id: Uuid,
        pub case_id: Uuid,
        pub plan_id: Uuid,
        pub trigger: ReviewTrigger,
        pub note: Option<SealedBytes>,
        pub by_user: Uuid,
        pub at: DateTimeUtc,
        pub review_id: Option<Uuid>,
    }

    seen_with_the_plan!("review_call");
}
