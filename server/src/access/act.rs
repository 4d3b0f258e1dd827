//! What can be done. Each act is a row of the matrix and the name of its audit entry.

use crate::codes;

codes! {
    /// Something one may or may not do; the name under which the audit keeps it.
    pub enum Act {
        RequestRecord = "request_record",
        RequestView = "request_view",
        RequestAnswer = "request_answer",
        /// Shows the telephone number of somebody who asked for help.
        RequestReveal = "request_reveal",
        CaseOpen = "case_open",
        CaseView = "case_view",
        CaseAssign = "case_assign",
        PersonAdd = "person_add",
        PersonChange = "person_change",
        IdentityReveal = "identity_reveal",
        PlanView = "plan_view",
        PlanEdit = "plan_edit",
        PlanActivate = "plan_activate",
        ServiceSearch = "service_search",
        ServiceRecord = "service_record",
        ReferralView = "referral_view",
        ReferralMake = "referral_make",
        ReferralMove = "referral_move",
        ContactView = "contact_view",
        ContactLog = "contact_log",
        StaffingView = "staffing_view",
        StaffingSchedule = "staffing_schedule",
        EpisodeView = "episode_view",
        /// Opens, follows and ends a time away, and what was reported of it.
        EpisodeRecord = "episode_record",
        /// Writes down who was told.
        NoticeRecord = "notice_record",
        /// Writes down what a young person said on their return, or that they chose not to.
        ReturnRecord = "return_record",
        ClockView = "clock_view",
        /// Ends a clock with evidence, or says that it does not apply.
        ClockMeet = "clock_meet",
        ClockWaive = "clock_waive",
        BoardView = "board_view",
        CaseHistory = "case_history",
        AuditView = "audit_view",
        MailView = "mail_view",
        MailRetry = "mail_retry",
        ColleagueView = "colleague_view",
        UserView = "user_view",
        UserManage = "user_manage",
        /// One's own sessions, password and drafts.
        OwnAccount = "own_account",
        /// A supervisor's word on a version of a plan.
        PlanApprove = "plan_approve",
        /// What the organisation wants of its plans.
        PlanSettings = "plan_settings",
    }
}

impl Act {
    /// Whether the act is about one case, so that the relation to that case decides.
    /// The others are about the organisation one works in.
    pub fn about_a_case(self) -> bool {
        match self {
            Self::CaseView
            | Self::CaseAssign
            | Self::PersonAdd
            | Self::PersonChange
            | Self::IdentityReveal
            | Self::PlanView
            | Self::PlanEdit
            | Self::PlanActivate
            | Self::PlanApprove
            | Self::ReferralView
            | Self::ReferralMake
            | Self::ReferralMove
            | Self::ContactView
            | Self::ContactLog
            | Self::StaffingView
            | Self::StaffingSchedule
            | Self::EpisodeView
            | Self::EpisodeRecord
            | Self::NoticeRecord
            | Self::ReturnRecord
            | Self::ClockView
            | Self::ClockMeet
            | Self::ClockWaive
            | Self::CaseHistory => true,
            Self::RequestRecord
            | Self::RequestView
            | Self::RequestAnswer
            | Self::RequestReveal
            | Self::CaseOpen
            | Self::ServiceSearch
            | Self::ServiceRecord
            | Self::BoardView
            | Self::AuditView
            | Self::MailView
            | Self::MailRetry
            | Self::ColleagueView
            | Self::UserView
            | Self::UserManage
            | Self::PlanSettings
            | Self::OwnAccount => false,
        }
    }
}
