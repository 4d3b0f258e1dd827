//! Tables of answers.

use sea_orm::{ColumnTrait, Condition};

use crate::access::{Act, Viewer};
use crate::cases::entity::of_cases_where;

fn of_cases<C: ColumnTrait>(viewer: &Viewer, case: C) -> Condition {
    of_cases_where(viewer, Act::ReferralView, case)
}

/// A question to a service, sent by mail, with what it answered.
pub mod answer_link {
    use sea_orm::Condition;
    use sea_orm::entity::prelude::*;

    use super::super::model::ServiceAnswer;
    use super::{Viewer, of_cases};
    use crate::access::{Trace, Traced, Visible};
    use crate::directory::model::Capacity;
    use crate::referrals::model::{ReferralOutcome, ReferralReason};
    use crate::vault::SealedBytes;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "answer_link")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub org_id: Uuid,
        pub case_id: Uuid,
        pub referral_id: Option<Uuid>,
        pub enquiry_id: Option<Uuid>,
        pub service_id: Uuid,
        pub address: String,
        pub hash: Vec<u8>,
        pub sent_by: Uuid,
        pub sent_at: DateTimeUtc,
        pub expires_at: DateTimeUtc,
        pub revoked_at: Option<DateTimeUtc>,
        pub answered_at: Option<DateTimeUtc>,
        pub answer: Option<ServiceAnswer>,
        pub reason_code: Option<ReferralReason>,
        pub outcome: Option<ReferralOutcome>,
        pub capacity: Option<Capacity>,
        pub text: Option<SealedBytes>,
        /// What it opens, of a link that asks nothing; it is used up when it is opened.
        pub disclosure_id: Option<Uuid>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}

    impl Traced for Model {
        fn trace(&self) -> Option<Trace> {
            Some(Trace {
                kind: "answer_link",
                id: self.id,
                case: Some(self.case_id),
            })
        }
    }

    impl Visible for Entity {
        fn visible_to(viewer: &Viewer) -> Condition {
            of_cases(viewer, Column::CaseId)
        }
    }
}

/// A need, put to services without anything of anybody. Added, never changed.
pub mod capacity_enquiry {
    use sea_orm::Condition;
    use sea_orm::entity::prelude::*;

    use super::{Viewer, of_cases};
    use crate::access::{Trace, Traced, Visible};
    use crate::cases::model::State;
    use crate::directory::model::{Capability, ServiceCategory};
    use crate::directory::need::{AgeBand, NeedProfile, NeededLanguage, parted};

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "capacity_enquiry")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub org_id: Uuid,
        pub case_id: Uuid,
        pub reference: String,
        pub category: ServiceCategory,
        pub age_band: Option<AgeBand>,
        pub accepts: String,
        pub languages: String,
        pub state: State,
        pub needed_by: Option<Date>,
        pub asked_by: Uuid,
        pub asked_at: DateTimeUtc,
    }

    impl Model {
        /// What is asked for.
        pub fn profile(&self) -> NeedProfile {
            NeedProfile {
                category: self.category,
                age_band: self.age_band,
                accepts: parted(&self.accepts, Capability::parse),
                languages: parted(&self.languages, NeededLanguage::parse),
                needed_by: self.needed_by,
            }
        }
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}

    impl Traced for Model {
        fn trace(&self) -> Option<Trace> {
            Some(Trace {
                kind: "capacity_enquiry",
                id: self.id,
                case: Some(self.case_id),
            })
        }
    }

    impl Visible for Entity {
        fn visible_to(viewer: &Viewer) -> Condition {
            of_cases(viewer, Column::CaseId)
        }
    }
}
