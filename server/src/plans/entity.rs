//! Tables of plans.

use sea_orm::{ColumnTrait, Condition};

use crate::access::{Act, Viewer};
use crate::cases::entity::of_cases_where;

/// Those rows of a case that are seen by who sees its plan.
pub(super) fn of_plans_in_reach<C: ColumnTrait>(viewer: &Viewer, case: C) -> Condition {
    of_cases_where(viewer, Act::PlanView, case)
}

/// What all tables of a plan share: each row is of a case, and is seen with its plan. Those
/// of which something is shown in the together view say which of their rows (rule 77).
macro_rules! seen_with_the_plan {
    ($kind:literal $(, together($view:ident) $($seen:expr),+)?) => {
        #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
        pub enum Relation {}

        impl ActiveModelBehavior for ActiveModel {}

        impl $crate::access::Traced for Model {
            fn trace(&self) -> Option<$crate::access::Trace> {
                Some($crate::access::Trace {
                    kind: $kind,
                    id: self.id,
                    case: Some(self.case_id),
                })
            }
        }

        impl $crate::access::Visible for Entity {
            fn visible_to(viewer: &$crate::access::Viewer) -> sea_orm::Condition {
                $crate::plans::entity::of_plans_in_reach(viewer, Column::CaseId)
            }

            $(fn visible_together($view: &$crate::access::Together) -> sea_orm::Condition {
                sea_orm::Condition::all()$(.add($seen))+
            })?
        }
    };
}
pub(super) use seen_with_the_plan;

/// A recovery plan.
pub mod plan {
    use sea_orm::entity::prelude::*;

    use super::super::model::{PlanState, VoiceKind};
    use crate::vault::SealedBytes;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "plan")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub org_id: Uuid,
        pub case_id: Uuid,
        pub version: i32,
        pub state: PlanState,
        pub activated_at: Option<DateTimeUtc>,
        pub review_on: Option<Date>,
        pub voice_kind: Option<VoiceKind>,
        pub voice_words: Option<SealedBytes>,
        pub voice_note: Option<SealedBytes>,
        pub voice_next_offer_on: Option<Date>,
        pub voice_recorded_at: Option<DateTimeUtc>,
        pub voice_recorded_by: Option<Uuid>,
        pub right_explained_on: Option<Date>,
        pub right_explained_by: Option<Uuid>,
        pub created_by: Uuid,
        pub created_at: DateTimeUtc,
    }

    seen_with_the_plan!("plan", together(view) Column::Id.eq(view.plan));
}

/// A plan as it stood when it was activated, frozen (rule 71).
pub mod plan_version {
    use sea_orm::Condition;
    use sea_orm::entity::prelude::*;
    use sea_orm::sea_query::Query as Select;

    use super::super::model::Agreement;
    use super::{Viewer, of_plans_in_reach, plan};
    use crate::access::{Trace, Traced, Visible};
    use crate::vault::SealedBytes;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "plan_version")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub org_id: Uuid,
        pub plan_id: Uuid,
        pub number: i32,
        pub snapshot: SealedBytes,
        pub content_hash: Vec<u8>,
        pub frozen_at: DateTimeUtc,
        pub by_user: Uuid,
        pub youth_agreement: Option<Agreement>,
        pub why: Option<SealedBytes>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}

    impl Traced for Model {
        fn trace(&self) -> Option<Trace> {
            Some(Trace {
                kind: "plan_version",
                id: self.id,
                case: None,
            })
        }
    }

    impl Visible for Entity {
        fn visible_to(viewer: &Viewer) -> Condition {
            let plans = Select::select()
                .column(plan::Column::Id)
                .from(plan::Entity)
                .cond_where(of_plans_in_reach(viewer, plan::Column::CaseId))
                .take();
            Condition::all().add(Column::PlanId.in_subquery(plans))
        }
    }
}

/// A strength of the young person (rule 67).
pub mod strength {
    use sea_orm::entity::prelude::*;

    use super::super::model::StrengthKind;
    use crate::vault::SealedBytes;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "strength")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub org_id: Uuid,
        pub case_id: Uuid,
        pub plan_id: Uuid,
        pub kind: StrengthKind,
        pub text: SealedBytes,
        pub created_at: DateTimeUtc,
    }

    seen_with_the_plan!("strength", together(view) Column::PlanId.eq(view.plan));
}

/// A goal (rule 66).
pub mod goal {
    use sea_orm::entity::prelude::*;

    use super::super::model::{Agreement, GoalOwner, GoalState, PlanDomain};
    use crate::vault::SealedBytes;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "goal")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub org_id: Uuid,
        pub case_id: Uuid,
        pub plan_id: Uuid,
        pub version: i32,
        pub domain: PlanDomain,
        pub text: SealedBytes,
        pub in_youth_words: bool,
        pub owner: GoalOwner,
        pub state: GoalState,
        pub target_on: Option<Date>,
        pub agreement: Agreement,
        pub position: i32,
        /// The version of a template that it was taken from.
        pub template_version_id: Option<Uuid>,
        pub created_at: DateTimeUtc,
    }

    // The young person's own.
    seen_with_the_plan!("goal", together(view) Column::PlanId.eq(view.plan), Column::Owner.eq(GoalOwner::Youth));
}

/// A step towards a goal (rule 73).
pub mod step {
    use sea_orm::entity::prelude::*;

    use super::super::model::StepState;
    use crate::vault::SealedBytes;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "step")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub org_id: Uuid,
        pub case_id: Uuid,
        pub goal_id: Uuid,
        pub version: i32,
        pub text: SealedBytes,
        pub owner_id: Option<Uuid>,
        pub owner_name: Option<SealedBytes>,
        pub due_on: Date,
        pub state: StepState,
        pub needs_sharing: bool,
        pub share_with: Option<SealedBytes>,
        pub service_id: Option<Uuid>,
        pub created_at: DateTimeUtc,
    }

    seen_with_the_plan!("step");
}
