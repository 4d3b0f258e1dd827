//! The vocabularies of a case (12.1).

use crate::codes;

codes! {
    /// Where a case stands (vocabulary 12.1).
    pub enum CaseStatus {
        Inquiry = "inquiry",
        Open = "open",
        Monitoring = "monitoring",
        PausedByYouth = "paused_by_youth",
        Closed = "closed",
        Reopened = "reopened",
    }
}

impl CaseStatus {
    /// Whether there is work to do.
    pub fn is_open(self) -> bool {
        self != Self::Closed
    }
}

codes! {
    /// Where a case came from (vocabulary 12.1).
    pub enum CaseOrigin {
        Cybertipline = "cybertipline",
        MissingReport = "missing_report",
        TaRequest = "ta_request",
        LawEnforcement = "law_enforcement",
        ChildWelfare = "child_welfare",
        Family = "family",
        SelfReferred = "self",
        Court = "court",
        Medical = "medical",
        School = "school",
        Hotline = "hotline",
        Partner = "partner",
        Other = "other",
    }
}

codes! {
    /// The kind of community (vocabulary 12.1).
    pub enum CommunityType {
        Suburban = "suburban",
        Rural = "rural",
        Urban = "urban",
        TribalLands = "tribal_lands",
    }
}

codes! {
    /// Who has legal custody (vocabulary 12.1).
    pub enum LegalCustody {
        Parent = "parent",
        Kin = "kin",
        StateChildWelfare = "state_child_welfare",
        JuvenileJustice = "juvenile_justice",
        Tribal = "tribal",
        Guardian = "guardian",
        Orr = "orr",
        Emancipated = "emancipated",
        Unknown = "unknown",
    }
}

codes! {
    /// What somebody is to the case (vocabulary 12.1).
    pub enum PersonRole {
        Child = "child",
        Caregiver = "caregiver",
        Sibling = "sibling",
        SupporterChosenByYouth = "supporter_chosen_by_youth",
        Worker = "worker",
        Attorney = "attorney",
        GalCasa = "gal_casa",
        AllegedOffender = "alleged_offender",
        Other = "other",
    }
}

codes! {
    /// How precisely a birth date is known.
    pub enum BirthPrecision {
        Day = "day",
        Month = "month",
        Year = "year",
        /// A year, guessed.
        About = "about",
    }
}

codes! {
    /// As what a colleague is on a case's team.
    pub enum TeamRole {
        ResourceSpecialist = "resource_specialist",
        FamilyAdvocate = "family_advocate",
        Supervisor = "supervisor",
        Volunteer = "volunteer",
    }
}

impl TeamRole {
    /// The role a colleague must hold to be on the team as this.
    pub fn needs(self) -> crate::access::Role {
        use crate::access::Role;
        match self {
            Self::ResourceSpecialist => Role::ResourceSpecialist,
            Self::FamilyAdvocate => Role::FamilyAdvocacySpecialist,
            Self::Supervisor => Role::Supervisor,
            Self::Volunteer => Role::PeerVolunteer,
        }
    }
}

codes! {
    /// The 56 states and territories, by their postal codes.
    pub enum State {
        AL = "AL", AK = "AK", AZ = "AZ", AR = "AR", CA = "CA", CO = "CO", CT = "CT", DE = "DE", DC = "DC",
        FL = "FL", GA = "GA", HI = "HI", ID = "ID", IL = "IL", IN = "IN", IA = "IA", KS = "KS", KY = "KY",
        LA = "LA", ME = "ME", MD = "MD", MA = "MA", MI = "MI", MN = "MN", MS = "MS", MO = "MO", MT = "MT",
        NE = "NE", NV = "NV", NH = "NH", NJ = "NJ", NM = "NM", NY = "NY", NC = "NC", ND = "ND", OH = "OH",
        OK = "OK", OR = "OR", PA = "PA", RI = "RI", SC = "SC", SD = "SD", TN = "TN", TX = "TX", UT = "UT",
        VT = "VT", VA = "VA", WA = "WA", WV = "WV", WI = "WI", WY = "WY", PR = "PR", GU = "GU", AS = "AS",
        MP = "MP", VI = "VI",
    }
}
