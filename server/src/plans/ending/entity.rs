//! The table of endings.

/// How a plan ended, each time it did; never changed.
pub mod plan_ending {
    use sea_orm::entity::prelude::*;

    use crate::plans::entity::seen_with_the_plan;
    use crate::plans::model::Agreement;
    use crate::plans::support::ContactWishKind;
    use crate::vault::SealedBytes;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "plan_ending")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub org_id: Uuid,
        pub case_id: Uuid,
        pub plan_id: Uuid,
        pub content: SealedBytes,
        pub aftercare: ContactWishKind,
        pub youth_agreement: Agreement,
        pub by_user: Uuid,
        pub at: DateTimeUtc,
    }

    seen_with_the_plan!("plan_ending");
}
