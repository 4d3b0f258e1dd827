//! The vocabularies of a time away (12.2).

use crate::codes;

codes! {
    /// Why somebody is missing, by the categories of the national center (vocabulary 12.2).
    pub enum MissingType {
        /// Left a home or a placement; the official name of the category.
        EndangeredRunaway = "endangered_runaway",
        FamilyAbduction = "family_abduction",
        NonfamilyAbduction = "nonfamily_abduction",
        LostInjuredOtherwiseMissing = "lost_injured_otherwise_missing",
        /// Ages 18 to 20.
        CriticallyMissingYoungAdult = "critically_missing_young_adult",
    }
}

codes! {
    /// Where somebody is (vocabulary 12.2). Missing and away are two things (rule 58).
    pub enum Whereabouts {
        /// Nobody knows.
        Missing = "missing",
        /// Away without leave, and it is known where.
        AwayKnownLocation = "away_known_location",
        /// Found, and not back yet.
        LocatedNotReturned = "located_not_returned",
        /// Found, and back.
        Recovered = "recovered",
        /// Came back by themselves.
        ReturnedOnOwn = "returned_on_own",
    }
}

impl Whereabouts {
    /// Where one may go from here without having come back.
    pub fn moves(self) -> &'static [Self] {
        match self {
            Self::Missing => &[Self::AwayKnownLocation, Self::LocatedNotReturned],
            Self::AwayKnownLocation => &[Self::Missing, Self::LocatedNotReturned],
            Self::LocatedNotReturned => &[Self::Missing, Self::AwayKnownLocation],
            Self::Recovered | Self::ReturnedOnOwn => &[],
        }
    }
}

codes! {
    /// How somebody came back.
    pub enum ReturnKind {
        Recovered = "recovered",
        ReturnedOnOwn = "returned_on_own",
    }
}

impl ReturnKind {
    /// Where they are then.
    pub fn whereabouts(self) -> Whereabouts {
        match self {
            Self::Recovered => Whereabouts::Recovered,
            Self::ReturnedOnOwn => Whereabouts::ReturnedOnOwn,
        }
    }
}

codes! {
    /// Where somebody was found (vocabulary 12.2).
    pub enum RecoveryLocation {
        Home = "home",
        Placement = "placement",
        Relative = "relative",
        Friend = "friend",
        HotelMotel = "hotel_motel",
        Street = "street",
        ResidenceOther = "residence_other",
        TransitHub = "transit_hub",
        Hospital = "hospital",
        School = "school",
        Detention = "detention",
        OnlineArrangedMeet = "online_arranged_meet",
        Other = "other",
    }
}

codes! {
    /// What of a missing report is asked for (rule 52).
    pub enum ReportItem {
        Photo = "photo",
        Description = "description",
        Endangerment = "endangerment",
        LastSeen = "last_seen",
        Clothing = "clothing",
        AccompaniedBy = "accompanied_by",
        GuardianContact = "guardian_contact",
        AgencyContact = "agency_contact",
    }
}

codes! {
    /// Whether a photo was given.
    pub enum ReportPhoto {
        Provided = "provided",
        NotProvided = "not_provided",
    }
}

codes! {
    /// What makes it more dangerous to be away (vocabulary 12.2). Never counted.
    pub enum Endangerment {
        Pregnancy = "pregnancy",
        PrescribedMedication = "prescribed_medication",
        SuicidalThoughts = "suicidal_thoughts",
        SelfHarm = "self_harm",
        TraffickingVulnerability = "trafficking_vulnerability",
        MedicalCondition = "medical_condition",
        Disability = "disability",
        SubstanceUse = "substance_use",
        #[graphql(name = "AGE_UNDER_13")]
        AgeUnder13 = "age_under_13",
        Threats = "threats",
        WeatherExposure = "weather_exposure",
        Other = "other",
    }
}

codes! {
    /// What became of a question to the young person. None of them fails (rule 55).
    pub enum YouthAnswer {
        Answered = "answered",
        DeclinedByYouth = "declined_by_youth",
        NotSafeToAskYet = "not_safe_to_ask_yet",
    }
}

codes! {
    /// What led to leaving, as the young person tells it (vocabulary 12.2).
    pub enum LeavingFactor {
        FeltUnsafeHere = "felt_unsafe_here",
        ConflictWithAdult = "conflict_with_adult",
        ConflictWithPeer = "conflict_with_peer",
        WantedFamily = "wanted_family",
        WantedFriendPartner = "wanted_friend_partner",
        ContactedByTrafficker = "contacted_by_trafficker",
        RestrictionOrPunishment = "restriction_or_punishment",
        PlacementChange = "placement_change",
        SchoolProblem = "school_problem",
        SubstanceNeed = "substance_need",
        IdentityNotAccepted = "identity_not_accepted",
        CourtOrPoliceFear = "court_or_police_fear",
        BoredomOrFreedom = "boredom_or_freedom",
        BasicNeedUnmet = "basic_need_unmet",
        Other = "other",
        ChoseNotToSay = "chose_not_to_say",
    }
}

codes! {
    /// What was lived through while away, as the young person tells it (vocabulary 12.2).
    pub enum AwayExperience {
        HadSafePlace = "had_safe_place",
        SleptOutside = "slept_outside",
        Hunger = "hunger",
        PhysicalHarm = "physical_harm",
        SexualHarm = "sexual_harm",
        ExchangedForNeeds = "exchanged_for_needs",
        TravelledOtherCityState = "travelled_other_city_state",
        SubstanceUse = "substance_use",
        Threatened = "threatened",
        MedicalNeed = "medical_need",
        MetHelpfulPeople = "met_helpful_people",
        Other = "other",
        ChoseNotToSay = "chose_not_to_say",
    }
}

codes! {
    /// What became of screening for trafficking on return (rule 54). The tool's result stays
    /// with whoever used it (rule 8).
    pub enum ReturnScreening {
        Done = "done",
        NotDone = "not_done",
        DeclinedByYouth = "declined_by_youth",
        NotSafeToAskYet = "not_safe_to_ask_yet",
    }
}

codes! {
    /// What is open before a time away can be closed (rule 54).
    pub enum ReturnItem {
        Returned = "returned",
        LawEnforcement = "law_enforcement",
        Ncmec = "ncmec",
        Collector = "collector",
        Conversation = "conversation",
        Factors = "factors",
        Experiences = "experiences",
        Screening = "screening",
        PlacementResponse = "placement_response",
    }
}

codes! {
    /// What the case asks of the team, for the young person's sake.
    pub enum CarePrompt {
        /// Sit down together and ask what would make it good to stay.
        ReviewTogether = "review_together",
    }
}
