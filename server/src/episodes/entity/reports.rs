//! Tables of missing reports.

use sea_orm::sea_query::Query;
use sea_orm::{ColumnTrait, Condition};

use crate::access::{Act, Viewer};
use crate::cases::entity::of_cases_where;

/// What is told to those who search (rule 52).
pub mod report {
    use sea_orm::Condition;
    use sea_orm::entity::prelude::*;

    use super::{Act, Viewer, of_cases_where};
    use crate::access::{Trace, Traced, Visible};
    use crate::episodes::model::ReportPhoto;
    use crate::vault::SealedBytes;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "missing_report")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub org_id: Uuid,
        pub version: i32,
        pub case_id: Uuid,
        pub episode_id: Uuid,
        pub photo: Option<ReportPhoto>,
        pub description: Option<SealedBytes>,
        pub no_endangerment_known: bool,
        pub last_seen_at: Option<DateTimeUtc>,
        pub last_seen_place: Option<SealedBytes>,
        pub clothing: Option<SealedBytes>,
        pub accompanied_by: Option<SealedBytes>,
        pub guardian_contact: Option<SealedBytes>,
        pub agency_contact: Option<SealedBytes>,
        pub changed_by: Uuid,
        pub changed_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}

    impl Traced for Model {
        fn trace(&self) -> Option<Trace> {
            Some(Trace {
                kind: "missing_report",
                id: self.id,
                case: Some(self.case_id),
            })
        }
    }

    impl Visible for Entity {
        fn visible_to(viewer: &Viewer) -> Condition {
            of_cases_where(viewer, Act::EpisodeView, Column::CaseId)
        }
    }
}

/// What of a report is not known.
pub mod unknown {
    use sea_orm::Condition;
    use sea_orm::entity::prelude::*;

    use super::{Viewer, of_reports_in_reach};
    use crate::access::{Trace, Traced, Visible};
    use crate::episodes::model::ReportItem;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "missing_report_unknown")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub report_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub item: ReportItem,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}

    impl Traced for Model {
        /// Read with what it belongs to, whose trace stands for it.
        fn trace(&self) -> Option<Trace> {
            None
        }
    }

    impl Visible for Entity {
        fn visible_to(viewer: &Viewer) -> Condition {
            of_reports_in_reach(viewer, Column::ReportId)
        }
    }
}

/// What makes it more dangerous.
pub mod endangerment {
    use sea_orm::Condition;
    use sea_orm::entity::prelude::*;

    use super::{Viewer, of_reports_in_reach};
    use crate::access::{Trace, Traced, Visible};
    use crate::episodes::model::Endangerment;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "missing_report_endangerment")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub report_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub factor: Endangerment,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}

    impl Traced for Model {
        /// Read with what it belongs to, whose trace stands for it.
        fn trace(&self) -> Option<Trace> {
            None
        }
    }

    impl Visible for Entity {
        fn visible_to(viewer: &Viewer) -> Condition {
            of_reports_in_reach(viewer, Column::ReportId)
        }
    }
}

/// Rows that belong to a report one may see.
fn of_reports_in_reach<C: ColumnTrait>(viewer: &Viewer, report: C) -> Condition {
    use report::{Column, Entity};
    let visible = of_cases_where(viewer, Act::EpisodeView, Column::CaseId);
    let rows = Query::select()
        .column(Column::Id)
        .from(Entity)
        .cond_where(visible)
        .take();
    Condition::all().add(report.in_subquery(rows))
}
