//! The vocabularies of clocks and of who is told (12.2, 12.7).

use crate::codes;

codes! {
    /// What starts clocks (vocabulary 12.7). Definitions refer to these; the acts tell them.
    pub enum ClockTrigger {
        /// Somebody told us that a young person is missing.
        MissingInfoReceived = "missing_info_received",
        /// The police were told for the first time.
        PoliceReportFiled = "police_report_filed",
        /// The entry in the national system was confirmed.
        NcicEntered = "ncic_entered",
        /// The young person was located, or came back.
        Recovery = "recovery",
        /// First identification of the young person as trafficked (rule 56).
        IdentifiedAsTrafficked = "identified_as_trafficked",
        /// A minor from another country for whom there is a concern (rule 57).
        ForeignNationalConcern = "foreign_national_concern",
        /// Reasonable cause to report to the state's line for children.
        ReasonableCause = "reasonable_cause",
        /// The form in which the young person agrees to return to another state (rule 60).
        ReturnConsentReceived = "return_consent_received",
        /// Somebody asked for help.
        RequestReceived = "request_received",
        /// Somebody asked for help for a child who was just found.
        RequestForFoundChild = "request_for_found_child",
    }
}

codes! {
    /// How the time of a clock is counted.
    pub enum ClockUnit {
        /// Hours as they pass, whatever a clock on the wall does (rule 47).
        ElapsedHours = "elapsed_hours",
        /// Days of the calendar, to the same time of day.
        CalendarDays = "calendar_days",
        /// Days that are no weekend and no holiday, to the same time of day.
        BusinessDays = "business_days",
    }
}

codes! {
    /// When a definition applies, and whether what it asks is a duty or recommended.
    pub enum ClockApplies {
        /// To everybody.
        All = "all",
        /// To young people in the care of the state only.
        StateCare = "state_care",
        /// A duty in the care of the state, recommended elsewhere.
        StateCareOrRecommended = "state_care_or_recommended",
        /// A duty of officials, recommended to others (rule 57).
        OfficialOrRecommended = "official_or_recommended",
        /// To a return from one state to another (rule 60).
        Interstate = "interstate",
        /// Where the national center was told before the police were (rule 50).
        NcmecToldFirst = "ncmec_told_first",
        /// To everybody, and recommended only: somebody else's duty, or good practice.
        Recommended = "recommended",
    }
}

codes! {
    /// What was done about a clock. Whether it is late is told by its instants.
    pub enum ClockState {
        Open = "open",
        Met = "met",
        Waived = "waived",
        NotApplicable = "not_applicable",
    }
}

codes! {
    /// How a clock stands now (rule 61), computed when asked.
    pub enum ClockStatus {
        NotDue = "not_due",
        DueSoon = "due_soon",
        Overdue = "overdue",
        Met = "met",
        MetLate = "met_late",
        Waived = "waived",
        NotApplicable = "not_applicable",
    }
}

codes! {
    /// Who is told (vocabulary 12.2).
    pub enum NotifiedParty {
        LawEnforcement = "law_enforcement",
        NcicEntryConfirmed = "ncic_entry_confirmed",
        Ncmec = "ncmec",
        Court = "court",
        GuardianParent = "guardian_parent",
        GalAttorney = "gal_attorney",
        Supervisor = "supervisor",
        Tribe = "tribe",
        StateClearinghouse = "state_clearinghouse",
        IcjOffice = "icj_office",
        HhsOtip = "hhs_otip",
        CpsHotline = "cps_hotline",
        Fbi = "fbi",
        UsMarshals = "us_marshals",
    }
}

codes! {
    /// How somebody was told.
    pub enum NoticeMethod {
        Phone = "phone",
        Online = "online",
        InPerson = "in_person",
        Email = "email",
        Fax = "fax",
        Letter = "letter",
    }
}
