//! Tables of support contacts. Rows are added and never changed.

use sea_orm::sea_query::Query;
use sea_orm::{ColumnTrait, Condition};

use crate::access::{Act, Viewer};
use crate::cases::entity::of_cases_where;

/// A contact with a family, or the attempt at one.
pub mod support_contact {
    use sea_orm::Condition;
    use sea_orm::entity::prelude::*;

    use super::super::model::{ContactChannel, ContactOutcome, ContactType, Direction};
    use super::{Act, Viewer, of_cases_where};
    use crate::access::{Trace, Traced, Visible};
    use crate::vault::SealedBytes;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "support_contact")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub org_id: Uuid,
        pub case_id: Uuid,
        pub person_id: Option<Uuid>,
        pub occurred_at: DateTimeUtc,
        pub recorded_at: DateTimeUtc,
        pub channel: ContactChannel,
        pub direction: Direction,
        pub outcome: ContactOutcome,
        pub contact_type: ContactType,
        pub minutes: Option<i32>,
        pub crisis_action: Option<SealedBytes>,
        pub note: Option<SealedBytes>,
        pub graphic: bool,
        pub content_note: Option<SealedBytes>,
        pub agreed: Option<SealedBytes>,
        pub next_contact_on: Option<Date>,
        pub logged_by: Uuid,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}

    impl Traced for Model {
        fn trace(&self) -> Option<Trace> {
            Some(Trace {
                kind: "contact",
                id: self.id,
                case: Some(self.case_id),
            })
        }
    }

    impl Visible for Entity {
        fn visible_to(viewer: &Viewer) -> Condition {
            of_cases_where(viewer, Act::ContactView, Column::CaseId)
        }
    }
}

/// A need that was raised in a contact.
pub mod need {
    use sea_orm::Condition;
    use sea_orm::entity::prelude::*;

    use super::super::model::FamilyNeed;
    use super::{Viewer, of_contacts_in_reach};
    use crate::access::{Trace, Traced, Visible};

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "support_contact_need")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub contact_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub need: FamilyNeed,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}

    impl Traced for Model {
        /// Read with its contact, whose trace stands for it.
        fn trace(&self) -> Option<Trace> {
            None
        }
    }

    impl Visible for Entity {
        fn visible_to(viewer: &Viewer) -> Condition {
            of_contacts_in_reach(viewer, Column::ContactId)
        }
    }
}

/// What was in crisis when people were in touch.
pub mod crisis {
    use sea_orm::Condition;
    use sea_orm::entity::prelude::*;

    use super::super::model::CrisisType;
    use super::{Viewer, of_contacts_in_reach};
    use crate::access::{Trace, Traced, Visible};

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "support_contact_crisis")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub contact_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub crisis: CrisisType,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}

    impl Traced for Model {
        /// Read with its contact, whose trace stands for it.
        fn trace(&self) -> Option<Trace> {
            None
        }
    }

    impl Visible for Entity {
        fn visible_to(viewer: &Viewer) -> Condition {
            of_contacts_in_reach(viewer, Column::ContactId)
        }
    }
}

/// Rows that belong to a contact one may see.
fn of_contacts_in_reach<C: ColumnTrait>(viewer: &Viewer, contact: C) -> Condition {
    use support_contact::{Column, Entity};
    let visible = of_cases_where(viewer, Act::ContactView, Column::CaseId);
    let contacts = Query::select()
        .column(Column::Id)
        .from(Entity)
        .cond_where(visible)
        .take();
    Condition::all().add(contact.in_subquery(contacts))
}
