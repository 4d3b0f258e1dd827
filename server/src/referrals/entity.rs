//! Tables of referrals.

use crate::access::{Act, Viewer, nothing};
use crate::cases::entity::of_cases_in_reach;
use sea_orm::{ColumnTrait, Condition};

/// Referrals of cases in reach, for those who see referrals at all: a volunteer on a
/// case does not (rule 32).
fn of_cases<C: ColumnTrait>(viewer: &Viewer, case: C) -> Condition {
    if viewer.might(Act::ReferralView) {
        of_cases_in_reach(viewer, case)
    } else {
        nothing()
    }
}

/// A referral of a case to a service.
pub mod referral {
    use sea_orm::Condition;
    use sea_orm::entity::prelude::*;

    use super::super::model::{Helpful, ReferralOutcome, ReferralState};
    use super::{Viewer, of_cases};
    use crate::access::{Trace, Traced, Visible};
    use crate::directory::model::{Capability, ServiceCategory};
    use crate::directory::need::{AgeBand, NeedProfile, NeededLanguage, parted};
    use crate::vault::SealedBytes;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "referral")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub org_id: Uuid,
        pub case_id: Uuid,
        pub version: i32,
        pub reference: String,
        pub service_id: Uuid,
        pub step_id: Option<Uuid>,
        pub state: ReferralState,
        pub need: SealedBytes,
        pub outcome: Option<ReferralOutcome>,
        pub helpful: Option<Helpful>,
        pub requested_at: Option<DateTimeUtc>,
        pub waiting_since: Option<DateTimeUtc>,
        pub created_by: Uuid,
        pub created_at: DateTimeUtc,
        pub need_category: Option<ServiceCategory>,
        pub need_age: Option<AgeBand>,
        pub need_accepts: Option<String>,
        pub need_languages: Option<String>,
        pub needed_by: Option<Date>,
        /// The first of those that went to several services at once.
        pub asked_with: Option<Uuid>,
    }

    impl Model {
        /// What the service is told of the need; nothing of those that tell nothing of it.
        pub fn profile(&self) -> Option<NeedProfile> {
            let kept = |column: &Option<String>| column.clone().unwrap_or_default();
            Some(NeedProfile {
                category: self.need_category?,
                age_band: self.need_age,
                accepts: parted(&kept(&self.need_accepts), Capability::parse),
                languages: parted(&kept(&self.need_languages), NeededLanguage::parse),
                needed_by: self.needed_by,
            })
        }
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}

    impl Traced for Model {
        fn trace(&self) -> Option<Trace> {
            Some(Trace {
                kind: "referral",
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

/// A move of a referral. Appended, never changed.
pub mod referral_event {
    use sea_orm::Condition;
    use sea_orm::entity::prelude::*;

    use super::super::model::{ReferralReason, ReferralState};
    use super::{Viewer, of_cases};
    use crate::access::{Trace, Traced, Visible};
    use crate::vault::SealedBytes;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "referral_event")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub org_id: Uuid,
        pub case_id: Uuid,
        pub referral_id: Uuid,
        pub from_state: Option<ReferralState>,
        pub to_state: ReferralState,
        pub at: DateTimeUtc,
        pub by_user: Uuid,
        pub reason_code: Option<ReferralReason>,
        pub text: Option<SealedBytes>,
        pub link_id: Option<Uuid>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}

    impl Traced for Model {
        fn trace(&self) -> Option<Trace> {
            Some(Trace {
                kind: "referral",
                id: self.referral_id,
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

/// That a young person was introduced to a service (rule 92). Appended, never changed.
pub mod warm_hand_off {
    use sea_orm::Condition;
    use sea_orm::entity::prelude::*;

    use super::super::model::IntroductionPreference;
    use super::{Viewer, of_cases};
    use crate::access::{Trace, Traced, Visible};
    use crate::vault::SealedBytes;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "warm_hand_off")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub org_id: Uuid,
        pub case_id: Uuid,
        pub referral_id: Uuid,
        pub called_at: DateTimeUtc,
        pub called_by: Uuid,
        pub spoke_with: SealedBytes,
        pub youth_present: bool,
        pub youth_preference: IntroductionPreference,
        pub youth_words: Option<SealedBytes>,
        pub recorded_by: Uuid,
        pub recorded_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}

    impl Traced for Model {
        fn trace(&self) -> Option<Trace> {
            Some(Trace {
                kind: "referral",
                id: self.referral_id,
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

/// A step of a plan, as far as a referral needs to know of it.
pub mod step {
    use sea_orm::Condition;
    use sea_orm::entity::prelude::*;

    use super::{Viewer, of_cases};
    use crate::access::{Trace, Traced, Visible};

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "step")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub case_id: Uuid,
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
            of_cases(viewer, Column::CaseId)
        }
    }
}
