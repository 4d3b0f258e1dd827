//! The tables of sessions and sign-in waits. Those of people are in `people`.

use crate::codes;

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
        /// Somebody tried PINs to leave the together view.
        WrongPin = "wrong_pin",
    }
}

/// Sign-ins that have not ended, and those that have.
pub mod session {
    use sea_orm::Condition;
    use sea_orm::entity::prelude::*;
    use sea_orm::sea_query::Query;

    use super::{EndReason, SessionKind};
    use crate::access::{Act, Trace, Traced, Viewer, Visible};
    use crate::people::entity::user;

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

    /// Everybody's own, whatever their roles; an administrator ends those of people who leave.
    impl Visible for Entity {
        fn visible_to(viewer: &Viewer) -> Condition {
            let own = Condition::any().add(Column::UserId.eq(viewer.user()));
            if viewer.may(Act::UserManage).is_err() {
                return own;
            }
            let people = Query::select()
                .column(user::Column::Id)
                .from(user::Entity)
                .and_where(user::Column::OrgId.eq(viewer.org()))
                .take();
            own.add(Column::UserId.in_subquery(people))
        }
    }
}

/// What a session was narrowed to, from when to when. Of the PIN there is a hash alone.
pub mod together_view {
    use sea_orm::Condition;
    use sea_orm::entity::prelude::*;

    use crate::access::{Together, Trace, Traced, Viewer, Visible, nothing};

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "together_view")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub org_id: Uuid,
        pub case_id: Uuid,
        pub plan_id: Uuid,
        pub session_id: Uuid,
        pub user_id: Uuid,
        pub pin_hash: String,
        pub tries: i32,
        pub started_at: DateTimeUtc,
        pub left_at: Option<DateTimeUtc>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}

    impl Traced for Model {
        fn trace(&self) -> Option<Trace> {
            Some(Trace {
                kind: "together_view",
                id: self.id,
                case: Some(self.case_id),
            })
        }
    }

    /// Nobody's to see but that of the session that is in it, to compare the PIN.
    impl Visible for Entity {
        fn visible_to(_: &Viewer) -> Condition {
            nothing()
        }

        fn visible_together(view: &Together) -> Condition {
            Condition::all().add(Column::Id.eq(view.id))
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
