//! What can be done. Each act is a row of the matrix and the name of its audit entry.

use crate::codes;

codes! {
    /// Something one may or may not do; the name under which the audit keeps it.
    pub enum Act {
        RequestRecord = "request_record",
        RequestView = "request_view",
        RequestAnswer = "request_answer",
        /// Joins a request to a case that is there.
        RequestJoin = "request_join",
        RequestClose = "request_close",
        /// Shows the telephone number of somebody who asked for help.
        RequestReveal = "request_reveal",
        CaseOpen = "case_open",
        CaseView = "case_view",
        CaseAssign = "case_assign",
        /// Moves a case among the states in which there is work to do.
        CaseStatusMove = "case_status_move",
        CaseClose = "case_close",
        CaseReopen = "case_reopen",
        /// Custody, community, jurisdiction.
        CaseFactsChange = "case_facts_change",
        /// One's own: that what was handed over was read.
        HandOverRead = "hand_over_read",
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
        /// Writes down that a young person was introduced to a service (rule 92).
        ReferralHandOff = "referral_hand_off",
        /// Shares who a referral is about with the service that accepted it (rule 87).
        ReferralShare = "referral_share",
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
        /// Puts a plan on paper.
        PlanPrint = "plan_print",
        /// What the organisation wants of its plans.
        PlanSettings = "plan_settings",
        /// Sees observations, screening done elsewhere, reports made and trafficking types.
        ObservationView = "observation_view",
        ObservationRecord = "observation_record",
        /// A supervisor's look where nothing else follows of an observation (rule 3).
        ObservationReview = "observation_review",
        ScreeningRecord = "screening_record",
        /// Writes down that a report was made.
        ReportRecord = "report_record",
        TraffickingRecord = "trafficking_record",
        ReleaseView = "release_view",
        /// Drafts a release, and writes down who signs it.
        ReleaseRecord = "release_record",
        /// Writes down that somebody does not want it any more (rule 19).
        ReleaseWithdraw = "release_withdraw",
        /// Sees what was shared, with whom and why (rule 26).
        DisclosureView = "disclosure_view",
        /// Shares something by consent (rules 11, 12).
        DisclosureMake = "disclosure_make",
        /// Shares what a statute or a court demands, and answers for it (rules 22, 23).
        DisclosureCompel = "disclosure_compel",
        PlanTemplateView = "plan_template_view",
        /// Drafts, publishes and withdraws templates of goals and steps.
        PlanTemplateWrite = "plan_template_write",
        /// A survivor expert's word on a template (rule 118).
        PlanTemplateReview = "plan_template_review",
        /// Narrows one's session to the together view of a plan.
        TogetherStart = "together_start",
        /// Reads what the together view shows, from within it.
        TogetherView = "together_view",
        /// Writes down, from within it, what a young person says and chooses.
        TogetherRecord = "together_record",
        /// Leaves it, by its PIN.
        TogetherLeave = "together_leave",
        /// Sends a service the link by which it answers again.
        ReferralAsk = "referral_ask",
        /// Asks services whether they have room, without anything of anybody (rule 86).
        CapacityAsk = "capacity_ask",
        /// Writes down that the directory had nothing that fits (rule 84).
        UnmetNeedRecord = "unmet_need_record",
        /// Reads by which definitions clocks are made (rule 46).
        ClockDefinitionsView = "clock_definitions_view",
        /// Sees where nothing is: unmet needs and deserts, without people (rule 85).
        ResourceGapView = "resource_gap_view",
    }
}

impl Act {
    /// Whether the act is about one case, so that the relation to that case decides.
    /// The others are about the organisation one works in.
    pub fn about_a_case(self) -> bool {
        match self {
            Self::RequestJoin
            | Self::CaseView
            | Self::CaseAssign
            | Self::CaseStatusMove
            | Self::CaseClose
            | Self::CaseReopen
            | Self::CaseFactsChange
            | Self::HandOverRead
            | Self::PersonAdd
            | Self::PersonChange
            | Self::IdentityReveal
            | Self::PlanView
            | Self::PlanEdit
            | Self::PlanActivate
            | Self::PlanApprove
            | Self::PlanPrint
            | Self::ReferralView
            | Self::ReferralMake
            | Self::ReferralMove
            | Self::ReferralHandOff
            | Self::ReferralShare
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
            | Self::ObservationView
            | Self::ObservationRecord
            | Self::ObservationReview
            | Self::ScreeningRecord
            | Self::ReportRecord
            | Self::TraffickingRecord
            | Self::ReleaseView
            | Self::ReleaseRecord
            | Self::ReleaseWithdraw
            | Self::DisclosureView
            | Self::DisclosureMake
            | Self::DisclosureCompel
            | Self::ReferralAsk
            | Self::CapacityAsk
            | Self::CaseHistory
            | Self::TogetherStart => true,
            Self::RequestRecord
            | Self::RequestView
            | Self::RequestAnswer
            | Self::RequestClose
            | Self::RequestReveal
            | Self::CaseOpen
            | Self::ServiceSearch
            | Self::ServiceRecord
            | Self::ClockDefinitionsView
            | Self::BoardView
            | Self::AuditView
            | Self::MailView
            | Self::MailRetry
            | Self::ColleagueView
            | Self::UserView
            | Self::UserManage
            | Self::PlanSettings
            | Self::PlanTemplateView
            | Self::PlanTemplateWrite
            | Self::PlanTemplateReview
            | Self::OwnAccount
            | Self::UnmetNeedRecord
            | Self::ResourceGapView
            // About what one's own session is narrowed to.
            | Self::TogetherView
            | Self::TogetherRecord
            | Self::TogetherLeave => false,
        }
    }
}
