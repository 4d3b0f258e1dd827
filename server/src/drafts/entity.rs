//! The table of drafts.

/// A form's text, before it is sent.
pub mod draft {
    use sea_orm::Condition;
    use sea_orm::entity::prelude::*;

    use crate::access::{Trace, Traced, Viewer, Visible};
    use crate::vault::SealedBytes;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "draft")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub org_id: Uuid,
        pub user_id: Uuid,
        pub form_key: String,
        pub content: SealedBytes,
        pub version: i32,
        pub saved_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}

    impl Traced for Model {
        fn trace(&self) -> Option<Trace> {
            Some(Trace {
                kind: "draft",
                id: self.id,
                case: None,
            })
        }
    }

    impl Visible for Entity {
        fn visible_to(viewer: &Viewer) -> Condition {
            Condition::all().add(Column::UserId.eq(viewer.user()))
        }
    }
}
