//! The vocabularies of the immediate plan.

use crate::codes;

codes! {
    /// Where an immediate plan stands. It never comes to have gone wrong (rule 69).
    pub enum ImmediateState {
        Draft = "draft",
        Active = "active",
        /// Another was written since.
        Superseded = "superseded",
    }
}

codes! {
    /// A section of the immediate plan (rule 64).
    pub enum ImmediateSection {
        WhoMeets = "who_meets",
        WhatNotToSayOrDo = "what_not_to_say_or_do",
        CalmingAndTriggers = "calming_and_triggers",
        WelcomeItems = "welcome_items",
        FoodClothesRest = "food_clothes_rest",
        MedicalOptions = "medical_options",
        PhoneAndTech = "phone_and_tech",
        WhereTonight = "where_tonight",
        Transport = "transport",
        WhoMayBeTold = "who_may_be_told",
        ImmediateChoices = "immediate_choices",
        PoliceInterview = "police_interview",
        ReturnConversationOwner = "return_conversation_owner",
        SafetyPlan = "safety_plan",
    }
}
