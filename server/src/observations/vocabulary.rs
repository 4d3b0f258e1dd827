//! What an observation is of (vocabulary 13). The list names; it weighs nothing.

use super::model::ObservationKind;
use crate::codes;

codes! {
    /// What was observed (vocabulary 13), in the order of the vocabulary, which is no order of
    /// weight. What is not in it is `other`, with a text.
    pub enum ObservationCode {
        Racism = "racism",
        Bullying = "bullying",
        LackOfResources = "lack_of_resources",
        ChildWelfareOrJuvenileJusticeInvolvement = "child_welfare_or_juvenile_justice_involvement",
        GangActivity = "gang_activity",
        Sexism = "sexism",
        Xenophobia = "xenophobia",
        IntergenerationalSexualAbuse = "intergenerational_sexual_abuse",
        IdentityOrOrientationNotAccepted = "identity_or_orientation_not_accepted",
        HousingInstabilityHomelessness = "housing_instability_homelessness",
        ImmigrationStatus = "immigration_status",
        AdverseChildhoodExperiences = "adverse_childhood_experiences",
        AceDomesticViolence = "ace_domestic_violence",
        AceHouseholdSubstanceAbuse = "ace_household_substance_abuse",
        AcePhysicalEmotionalNeglectOrAbuse = "ace_physical_emotional_neglect_or_abuse",
        AceSexualAbuse = "ace_sexual_abuse",
        AceFamilyUntreatedMentalHealth = "ace_family_untreated_mental_health",
        HistoryOfTrauma = "history_of_trauma",
        LackOfSupportiveFamilyOrAdults = "lack_of_supportive_family_or_adults",
        LowSelfEsteem = "low_self_esteem",
        DevelopmentalOrPhysicalDisability = "developmental_or_physical_disability",
        SubstanceAbuse = "substance_abuse",
        PhysSignsSexualOrPhysicalAbuse = "phys_signs_sexual_or_physical_abuse",
        PhysNeglectMalnourishment = "phys_neglect_malnourishment",
        PhysUnaddressedMedicalDentalSti = "phys_unaddressed_medical_dental_sti",
        PhysOverlyControllingAdult = "phys_overly_controlling_adult",
        PhysRecoveredAtCommercialSexLocation = "phys_recovered_at_commercial_sex_location",
        PhysSecretPhoneOrMultipleNumberApps = "phys_secret_phone_or_multiple_number_apps",
        PhysItemsInconsistentWithMeans = "phys_items_inconsistent_with_means",
        PhysLivingOutOfSuitcaseMotelCar = "phys_living_out_of_suitcase_motel_car",
        PhysBulkSexualSupplies = "phys_bulk_sexual_supplies",
        PhysUnexplainedCashPrepaidCardsHotelKeys = "phys_unexplained_cash_prepaid_cards_hotel_keys",
        PhysTattooOrBranding = "phys_tattoo_or_branding",
        PhysMentionsTravelWhileMissing = "phys_mentions_travel_while_missing",
        PhysDrugOrPartyDrugUse = "phys_drug_or_party_drug_use",
        BehRepeatedMissing = "beh_repeated_missing",
        BehUnexplainedSchoolAbsence = "beh_unexplained_school_absence",
        BehSleepsInClass = "beh_sleeps_in_class",
        BehStopsEnjoyedActivities = "beh_stops_enjoyed_activities",
        BehCutOffFromFamilyFriends = "beh_cut_off_from_family_friends",
        BehMarkedChangeInclOnline = "beh_marked_change_incl_online",
        BehFearAnnoyanceResistanceToAuthority = "beh_fear_annoyance_resistance_to_authority",
        BehAvoidsAnswersOrOthersSpeak = "beh_avoids_answers_or_others_speak",
        BehUntrueAgeIdentityOrSecretProfile = "beh_untrue_age_identity_or_secret_profile",
        BehCommercialSexWordsOrEmojis = "beh_commercial_sex_words_or_emojis",
        BehMentionsEscortAdsOrDatingSites = "beh_mentions_escort_ads_or_dating_sites",
        Other = "other",
    }
}

impl ObservationCode {
    /// The kind under which the vocabulary has it. `None` for `other`, which is of any kind;
    /// the vocabulary names no protective factor, so that these are always in one's own words.
    pub fn kind(self) -> Option<ObservationKind> {
        let code = self.code();
        if self == Self::Other {
            None
        } else if code.starts_with("phys_") || code.starts_with("beh_") {
            Some(ObservationKind::Indicator)
        } else {
            Some(ObservationKind::RiskFactor)
        }
    }
}
