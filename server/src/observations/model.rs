//! The vocabularies of observations, reports and the trafficking type (12.3, 12.11, 13).

use crate::clocks::model::NotifiedParty;
use crate::codes;

codes! {
    /// What an observation is.
    pub enum ObservationKind {
        Indicator = "indicator",
        RiskFactor = "risk_factor",
        ProtectiveFactor = "protective_factor",
    }
}

codes! {
    /// Where something is known from.
    pub enum SourceKind {
        SeenByStaff = "seen_by_staff",
        ToldByYouth = "told_by_youth",
        ToldByFamily = "told_by_family",
        ToldByPeer = "told_by_peer",
        /// By a teacher, a doctor, an officer.
        ToldByProfessional = "told_by_professional",
        /// In a file or a letter.
        Record = "record",
        /// Open to everybody, online too.
        PublicSource = "public_source",
        Other = "other",
    }
}

codes! {
    /// What follows of an observation. One is always chosen (rule 3).
    pub enum FollowUp {
        AskMore = "ask_more",
        CybertiplineReport = "cybertipline_report",
        ConnectResource = "connect_resource",
        /// To the state's line for children; its clock starts.
        MandatedReport = "mandated_report",
        /// Recorded, and reviewed by a supervisor; with a reason.
        RecordedReviewed = "recorded_reviewed",
    }
}

codes! {
    /// What a report was about (vocabulary 12.11).
    pub enum TipKind {
        ChildSexTrafficking = "child_sex_trafficking",
        OnlineEnticement = "online_enticement",
        Csam = "csam",
        Sextortion = "sextortion",
        Molestation = "molestation",
        SexTourism = "sex_tourism",
        UnsolicitedObsceneMaterial = "unsolicited_obscene_material",
        MisleadingDomainOrContent = "misleading_domain_or_content",
    }
}

codes! {
    /// To whom a report was made.
    pub enum ReportedTo {
        Cybertipline = "cybertipline",
        CpsHotline = "cps_hotline",
        LawEnforcement = "law_enforcement",
        Fbi = "fbi",
        HhsOtip = "hhs_otip",
        Other = "other",
    }
}

impl ReportedTo {
    /// The party for which a clock may wait, where there is one.
    pub fn party(self) -> Option<NotifiedParty> {
        match self {
            Self::CpsHotline => Some(NotifiedParty::CpsHotline),
            Self::LawEnforcement => Some(NotifiedParty::LawEnforcement),
            Self::Fbi => Some(NotifiedParty::Fbi),
            Self::HhsOtip => Some(NotifiedParty::HhsOtip),
            Self::Cybertipline | Self::Other => None,
        }
    }
}

codes! {
    /// A trafficking type, by the labels of the framework with four types (vocabulary 13),
    /// and two of our own.
    pub enum TraffickingType {
        PimpControlled = "pimp_controlled",
        Familial = "familial",
        GangControlled = "gang_controlled",
        BuyerPerpetrated = "buyer_perpetrated",
        NotYetKnown = "not_yet_known",
        Other = "other",
    }
}

codes! {
    /// A type of the later framework, which has three.
    pub enum TraffickingCategory {
        Familial = "familial",
        Nonfamilial = "nonfamilial",
        BuyerPerpetrated = "buyer_perpetrated",
    }
}
