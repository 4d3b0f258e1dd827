//! The vocabularies of a support contact (12.10).

use crate::codes;

codes! {
    /// How people were in touch (vocabulary 12.10).
    pub enum ContactChannel {
        Phone = "phone",
        Video = "video",
        Text = "text",
        Email = "email",
        InPerson = "in_person",
        Letter = "letter",
    }
}

codes! {
    /// Who turned to whom: the family to us, or we to the family.
    pub enum Direction {
        In = "in",
        Out = "out",
    }
}

codes! {
    /// What came of it (vocabulary 12.10).
    pub enum ContactOutcome {
        Reached = "reached",
        LeftAgreedMessage = "left_agreed_message",
        NoAnswer = "no_answer",
        UnsafeToTalk = "unsafe_to_talk",
        WrongNumber = "wrong_number",
        FamilyAskedToPause = "family_asked_to_pause",
    }
}

impl ContactOutcome {
    /// Whether people heard each other. An attempt that reached nobody is logged and
    /// counted as work, but the family is still one without contact.
    pub fn in_touch(self) -> bool {
        matches!(self, Self::Reached | Self::FamilyAskedToPause)
    }
}

codes! {
    /// What it was for (vocabulary 12.10).
    pub enum ContactType {
        CrisisIntervention = "crisis_intervention",
        EmotionalSupport = "emotional_support",
        Information = "information",
        Referral = "referral",
        SafetyPlanning = "safety_planning",
        CaseUpdate = "case_update",
        ReunificationPlanning = "reunification_planning",
        ReunificationSupport = "reunification_support",
        PeerConnection = "peer_connection",
        CheckIn = "check_in",
        MissedAttempt = "missed_attempt",
    }
}

codes! {
    /// What was in crisis (vocabulary 12.10).
    pub enum CrisisType {
        ChildMissingNow = "child_missing_now",
        ChildJustFound = "child_just_found",
        ChildContactedByTrafficker = "child_contacted_by_trafficker",
        TraffickerAtLocation = "trafficker_at_location",
        ThreatToFamily = "threat_to_family",
        SuicidalStatementChild = "suicidal_statement_child",
        SuicidalStatementCaregiver = "suicidal_statement_caregiver",
        SelfHarm = "self_harm",
        Overdose = "overdose",
        ViolenceAtHome = "violence_at_home",
        EvictionOrNoFood = "eviction_or_no_food",
        CourtOrArrest = "court_or_arrest",
        MediaAttention = "media_attention",
        ImagesOnline = "images_online",
        CaregiverOverwhelm = "caregiver_overwhelm",
        Grief = "grief",
        SiblingAtRisk = "sibling_at_risk",
        Other = "other",
    }
}

impl CrisisType {
    /// Whether somebody is in danger now, so that what was done has to be told (rule 113).
    pub fn endangers(self) -> bool {
        matches!(
            self,
            Self::TraffickerAtLocation
                | Self::ThreatToFamily
                | Self::SuicidalStatementChild
                | Self::SuicidalStatementCaregiver
                | Self::SelfHarm
                | Self::Overdose
                | Self::ViolenceAtHome
        )
    }
}

codes! {
    /// What the family needs (vocabulary 12.10).
    pub enum FamilyNeed {
        CrisisSupport = "crisis_support",
        MentalHealth = "mental_health",
        Reunification = "reunification",
        Transport = "transport",
        Legal = "legal",
        Housing = "housing",
        Food = "food",
        School = "school",
        SiblingSupport = "sibling_support",
        SafetyAtHome = "safety_at_home",
        Technology = "technology",
        ParentingAfterTrauma = "parenting_after_trauma",
        MediaHelp = "media_help",
        Finances = "finances",
        Interpreter = "interpreter",
        FaithCulture = "faith_culture",
        Respite = "respite",
    }
}
