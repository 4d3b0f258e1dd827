//! Tables of requests.

use sea_orm::sea_query::Query;
use sea_orm::{ColumnTrait, Condition};

use crate::access::{Act, Viewer, Visible, nothing};

/// Rows of requests that `viewer` sees: the rule of every table that belongs to a request.
fn of_requests_in_reach<C: ColumnTrait>(viewer: &Viewer, request: C) -> Condition {
    let requests = Query::select()
        .column(request::Column::Id)
        .from(request::Entity)
        .cond_where(request::Entity::visible_to(viewer))
        .take();
    Condition::all().add(request.in_subquery(requests))
}

/// A request. All in the organisation whose role answers requests see it (rule 29).
pub mod request {
    use sea_orm::Condition;
    use sea_orm::entity::prelude::*;

    use super::super::model::{
        CaseLink, RequestChannel, RequestOutcome, RequestState, RequesterKind, Urgency,
    };
    use super::{Act, Viewer, nothing};
    use crate::access::{KeyOwner, Trace, Traced, Visible};
    use crate::cases::model::State;
    use crate::vault::SealedBytes;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "request")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub org_id: Uuid,
        pub version: i32,
        pub state: RequestState,
        pub received_at: DateTimeUtc,
        pub due_at: DateTimeUtc,
        pub first_response_at: Option<DateTimeUtc>,
        pub requester_kind: RequesterKind,
        pub requester_name: SealedBytes,
        pub requester_phone: Option<SealedBytes>,
        pub requester_organization: Option<SealedBytes>,
        pub jurisdiction: State,
        pub urgency: Urgency,
        pub situation: SealedBytes,
        pub recorded_by: Uuid,
        pub case_id: Option<Uuid>,
        pub case_link: Option<CaseLink>,
        pub came_by: Option<RequestChannel>,
        pub names_child: bool,
        pub follow_up_on: Option<Date>,
        pub outcome: Option<RequestOutcome>,
        pub outcome_note: Option<SealedBytes>,
        pub closed_at: Option<DateTimeUtc>,
        pub created_at: DateTimeUtc,
        pub soon_at: Option<DateTimeUtc>,
        pub remind_at: Option<DateTimeUtc>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}

    impl KeyOwner for Model {
        fn key_owner(&self) -> Uuid {
            self.id
        }
    }

    impl Traced for Model {
        fn trace(&self) -> Option<Trace> {
            Some(Trace {
                kind: "request",
                id: self.id,
                case: self.case_id,
            })
        }
    }

    impl Visible for Entity {
        fn visible_to(viewer: &Viewer) -> Condition {
            if viewer.may(Act::RequestView).is_ok() {
                Condition::all().add(Column::OrgId.eq(viewer.org()))
            } else {
                nothing()
            }
        }
    }
}

/// What a request is about.
pub mod request_topic {
    use sea_orm::Condition;
    use sea_orm::entity::prelude::*;

    use super::super::model::RequestTopic;
    use super::{Viewer, of_requests_in_reach};
    use crate::access::{Trace, Traced, Visible};

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "request_topic")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub request_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub topic: RequestTopic,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}

    impl Traced for Model {
        fn trace(&self) -> Option<Trace> {
            // A topic is read with its request, which is noted.
            None
        }
    }

    impl Visible for Entity {
        fn visible_to(viewer: &Viewer) -> Condition {
            of_requests_in_reach(viewer, Column::RequestId)
        }
    }
}

/// What was answered, one row each time.
pub mod answer {
    use sea_orm::Condition;
    use sea_orm::entity::prelude::*;

    use super::{Viewer, of_requests_in_reach};
    use crate::access::{Trace, Traced, Visible};
    use crate::vault::SealedBytes;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "request_answer")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub org_id: Uuid,
        pub request_id: Uuid,
        pub at: DateTimeUtc,
        pub answered_by: Option<Uuid>,
        pub note: SealedBytes,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}

    impl Traced for Model {
        fn trace(&self) -> Option<Trace> {
            Some(Trace {
                kind: "request",
                id: self.request_id,
                case: None,
            })
        }
    }

    impl Visible for Entity {
        fn visible_to(viewer: &Viewer) -> Condition {
            of_requests_in_reach(viewer, Column::RequestId)
        }
    }
}

/// A service that was named in an answer.
pub mod answer_service {
    use sea_orm::Condition;
    use sea_orm::entity::prelude::*;

    use super::{Viewer, of_requests_in_reach};
    use crate::access::{Trace, Traced, Visible};

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "request_answer_service")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub answer_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub service_id: Uuid,
        pub request_id: Uuid,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}

    impl Traced for Model {
        fn trace(&self) -> Option<Trace> {
            // Read with its answer, which is noted.
            None
        }
    }

    impl Visible for Entity {
        fn visible_to(viewer: &Viewer) -> Condition {
            of_requests_in_reach(viewer, Column::RequestId)
        }
    }
}
