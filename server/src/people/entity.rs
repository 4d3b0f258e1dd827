//! Tables of the people who work here.

use crate::access::{Act, Viewer, nothing};
use sea_orm::{ColumnTrait, Condition};

fn own_organisation<C: ColumnTrait>(viewer: &Viewer, org: C, own: Condition) -> Condition {
    if viewer.may(Act::ColleagueView).is_ok() || viewer.might(Act::CaseView) {
        Condition::all().add(org.eq(viewer.org()))
    } else {
        own
    }
}

/// An organisation: a tenant (rule 29).
pub mod organization {
    use sea_orm::Condition;
    use sea_orm::entity::prelude::*;

    use super::Viewer;
    use crate::access::{Trace, Traced, Visible};

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "organization")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub name: String,
        pub created_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}

    impl Traced for Model {
        fn trace(&self) -> Option<Trace> {
            None
        }
    }

    impl Visible for Entity {
        fn visible_to(viewer: &Viewer) -> Condition {
            Condition::all().add(Column::Id.eq(viewer.org()))
        }
    }
}

/// Somebody who signs in.
pub mod user {
    use sea_orm::Condition;
    use sea_orm::entity::prelude::*;

    use super::{Viewer, own_organisation};
    use crate::access::{Locale, Trace, Traced, Visible};
    use crate::codes;
    use crate::store::Versioned;

    codes! {
        /// Whether somebody can sign in.
        pub enum UserStatus {
            Active = "active",
            Disabled = "disabled",
        }
    }

    #[derive(Clone, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "app_user")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub org_id: Uuid,
        pub login_key: String,
        pub email: String,
        pub display_name: String,
        pub password_hash: String,
        pub status: UserStatus,
        pub locale: Locale,
        pub created_at: DateTimeUtc,
        pub version: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}

    impl std::fmt::Debug for Model {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            // Neither address nor password hash has a place in a log.
            f.debug_struct("user")
                .field("id", &self.id)
                .field("status", &self.status)
                .finish_non_exhaustive()
        }
    }

    impl Versioned for Model {
        fn version(&self) -> i32 {
            self.version
        }
    }

    impl Traced for Model {
        fn trace(&self) -> Option<Trace> {
            None
        }
    }

    impl Visible for Entity {
        fn visible_to(viewer: &Viewer) -> Condition {
            let own = Condition::all().add(Column::Id.eq(viewer.user()));
            own_organisation(viewer, Column::OrgId, own)
        }
    }
}

/// A role that somebody holds.
pub mod role_grant {
    use sea_orm::Condition;
    use sea_orm::entity::prelude::*;
    use sea_orm::sea_query::Query;

    use super::{Viewer, nothing, user};
    use crate::access::{Act, Role, Trace, Traced, Visible};

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "role_grant")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub user_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub role: Role,
        pub granted_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}

    impl Traced for Model {
        fn trace(&self) -> Option<Trace> {
            None
        }
    }

    impl Visible for Entity {
        fn visible_to(viewer: &Viewer) -> Condition {
            if viewer.may(Act::ColleagueView).is_err() && !viewer.might(Act::CaseView) {
                return if viewer.may(Act::OwnAccount).is_ok() {
                    Condition::all().add(Column::UserId.eq(viewer.user()))
                } else {
                    nothing()
                };
            }
            let people = Query::select()
                .column(user::Column::Id)
                .from(user::Entity)
                .and_where(user::Column::OrgId.eq(viewer.org()))
                .take();
            Condition::all().add(Column::UserId.in_subquery(people))
        }
    }
}

/// Who supervises whom.
pub mod supervision {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "supervision")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub supervisor_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub user_id: Uuid,
        pub since: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}
