//! The tables of organisations, people, roles, sessions and sign-in waits.

use crate::codes;

codes! {
    /// Whether somebody may sign in.
    pub enum UserStatus {
        /// They may.
        Active = "active",
        /// No longer; what they did stays theirs.
        Disabled = "disabled",
    }
}

codes! {
    /// What holds the session's tokens.
    pub enum SessionKind {
        /// A browser, in cookies.
        Browser = "browser",
        /// A program, which sends them itself.
        Api = "api",
    }
}

codes! {
    /// Why a session ended before its time.
    pub enum EndReason {
        /// Signed out there.
        SignedOut = "signed_out",
        /// Ended from another session of the same person.
        EndedByOwner = "ended_by_owner",
        /// The password was changed in another session.
        PasswordChanged = "password_changed",
        /// A refresh token came twice: somebody else may hold a copy.
        TokenReused = "token_reused",
        /// The person was disabled.
        UserDisabled = "user_disabled",
    }
}

/// Organisations: the tenants (rule 29).
pub mod organization {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "organization")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub name: String,
        pub created_at: DateTimeUtc,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// People who sign in.
pub mod user {
    use sea_orm::Condition;
    use sea_orm::entity::prelude::*;

    use super::UserStatus;
    use crate::access::{Act, Locale, Trace, Traced, Viewer, Visible};
    use crate::store::Versioned;

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

    /// Names nobody: what is printed may end in a log.
    impl std::fmt::Debug for Model {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            write!(f, "user {}", self.id)
        }
    }

    impl ActiveModelBehavior for ActiveModel {}

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
            if viewer.may(Act::ColleagueView).is_ok() {
                Condition::all().add(Column::OrgId.eq(viewer.org()))
            } else {
                Condition::all().add(Column::Id.eq(viewer.user()))
            }
        }
    }
}

/// The roles that people hold now.
pub mod role_grant {
    use sea_orm::entity::prelude::*;
    use sea_orm::{Condition, QuerySelect, QueryTrait};

    use super::user;
    use crate::access::{Role, Trace, Traced, Viewer, Visible};

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "role_grant")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub user_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub role: Role,
        pub granted_at: DateTimeUtc,
    }

    impl ActiveModelBehavior for ActiveModel {}

    impl Traced for Model {
        fn trace(&self) -> Option<Trace> {
            None
        }
    }

    impl Visible for Entity {
        fn visible_to(viewer: &Viewer) -> Condition {
            let people = user::Entity::find()
                .select_only()
                .column(user::Column::Id)
                .filter(user::Entity::visible_to(viewer))
                .into_query();
            Condition::all().add(Column::UserId.in_subquery(people))
        }
    }
}

/// Sign-ins that have not ended, and those that have.
pub mod session {
    use sea_orm::Condition;
    use sea_orm::entity::prelude::*;

    use super::{EndReason, SessionKind};
    use crate::access::{Trace, Traced, Viewer, Visible};

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "user_session")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub user_id: Uuid,
        pub kind: SessionKind,
        pub started_at: DateTimeUtc,
        pub last_used_at: DateTimeUtc,
        pub ends_at: DateTimeUtc,
        pub ended_at: Option<DateTimeUtc>,
        pub end_reason: Option<EndReason>,
    }

    impl ActiveModelBehavior for ActiveModel {}

    impl Traced for Model {
        fn trace(&self) -> Option<Trace> {
            None
        }
    }

    /// Everybody's own, whatever their roles.
    impl Visible for Entity {
        fn visible_to(viewer: &Viewer) -> Condition {
            Condition::all().add(Column::UserId.eq(viewer.user()))
        }
    }
}

/// The tokens that prolong sessions, by their hashes. Nobody's to see.
pub mod refresh_token {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "refresh_token")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub session_id: Uuid,
        pub hash: Vec<u8>,
        pub issued_at: DateTimeUtc,
        pub used_at: Option<DateTimeUtc>,
        pub revoked_at: Option<DateTimeUtc>,
        pub successor_id: Option<Uuid>,
    }

    impl ActiveModelBehavior for ActiveModel {}
}

/// Failed sign-ins by keyed hash of name or address. Nobody's to see.
pub mod throttle {
    use sea_orm::entity::prelude::*;

    #[sea_orm::model]
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "sign_in_throttle")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub key: Vec<u8>,
        pub failures: i32,
        pub blocked_until: Option<DateTimeUtc>,
        pub updated_at: DateTimeUtc,
    }

    impl ActiveModelBehavior for ActiveModel {}
}
