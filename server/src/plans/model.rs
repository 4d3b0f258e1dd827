//! The vocabularies of a plan (12.4 to 12.6). None of them has a word for having failed
//! or not complied (rule 69).

use crate::codes;

codes! {
    /// Where a plan stands (vocabulary 12.5).
    pub enum PlanState {
        Draft = "draft",
        AwaitingYouthVoice = "awaiting_youth_voice",
        Active = "active",
        UnderReview = "under_review",
        Paused = "paused",
        Completed = "completed",
        Superseded = "superseded",
    }
}

codes! {
    /// Where a goal stands (vocabulary 12.5).
    pub enum GoalState {
        Proposed = "proposed",
        Accepted = "accepted",
        InProgress = "in_progress",
        Paused = "paused",
        MetInYouthView = "met_in_youth_view",
        MetInTeamView = "met_in_team_view",
        Changed = "changed",
        SetAside = "set_aside",
    }
}

codes! {
    /// Where a step stands (vocabulary 12.5). It may go from each to each: who does a step
    /// says how it stands, and may take it back.
    pub enum StepState {
        Todo = "todo",
        Doing = "doing",
        Waiting = "waiting",
        Done = "done",
        NotNeeded = "not_needed",
        YouthDeclinedForNow = "youth_declined_for_now",
    }
}

codes! {
    /// Whose goal it is (rule 66).
    pub enum GoalOwner {
        Youth = "youth",
        Caregiver = "caregiver",
        Team = "team",
        Court = "court",
    }
}

codes! {
    /// What the young person thinks of a goal (vocabulary 12.5).
    pub enum Agreement {
        YouthAgrees = "youth_agrees",
        YouthPartly = "youth_partly",
        YouthDisagrees = "youth_disagrees",
        NotAskedYet = "not_asked_yet",
        ChoseNotToSay = "chose_not_to_say",
    }
}

codes! {
    /// What kind of strength (vocabulary 12.6).
    pub enum StrengthKind {
        Relationship = "relationship",
        Skill = "skill",
        Interest = "interest",
        Value = "value",
        CultureFaith = "culture_faith",
        Coping = "coping",
        Achievement = "achievement",
        Hope = "hope",
    }
}

codes! {
    /// The part of life that a goal is about (vocabulary 12.4).
    pub enum PlanDomain {
        ImmediateSafety = "immediate_safety",
        BasicNeeds = "basic_needs",
        MedicalDental = "medical_dental",
        SexualReproductiveHealth = "sexual_reproductive_health",
        MentalHealth = "mental_health",
        SubstanceUse = "substance_use",
        PlacementHousing = "placement_housing",
        FamilyRelationships = "family_relationships",
        PeerMentorSupport = "peer_mentor_support",
        Education = "education",
        EmploymentIncome = "employment_income",
        LegalProtection = "legal_protection",
        CourtAndJusticeProcess = "court_and_justice_process",
        Immigration = "immigration",
        IdentityDocuments = "identity_documents",
        LifeSkills = "life_skills",
        TechnologyOnlineSafety = "technology_online_safety",
        Transport = "transport",
        ChildcareParenting = "childcare_parenting",
        CultureFaithCommunity = "culture_faith_community",
        IdentityAndBelonging = "identity_and_belonging",
        RecreationJoy = "recreation_joy",
        AftercareTransition = "aftercare_transition",
    }
}

codes! {
    /// What there is of the young person's voice (rule 65).
    pub enum VoiceKind {
        OwnWords = "own_words",
        NotYetReachable = "not_yet_reachable",
        ChoseNotToTakePart = "chose_not_to_take_part",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rule_069_no_state_says_failed_or_non_compliant() {
        let codes = |all: Vec<&'static str>| all.into_iter();
        let every = codes(PlanState::ALL.iter().map(|code| code.code()).collect())
            .chain(GoalState::ALL.iter().map(|code| code.code()))
            .chain(StepState::ALL.iter().map(|code| code.code()))
            .chain(Agreement::ALL.iter().map(|code| code.code()))
            .chain(VoiceKind::ALL.iter().map(|code| code.code()));
        let blame = [
            "fail", "compli", "refus", "resist", "violat", "breach", "relaps", "unmet",
        ];
        for code in every {
            assert!(!blame.iter().any(|word| code.contains(word)), "{code}");
        }
    }
}
