//! The vocabularies of answers and enquiries.

use crate::codes;

codes! {
    /// What a service answered.
    pub enum ServiceAnswer {
        Accepted = "accepted",
        Declined = "declined",
        /// That it would rather be called.
        CallUs = "call_us",
        /// What came of it.
        Outcome = "outcome",
        /// Whether there is room.
        Capacity = "capacity",
    }
}

codes! {
    /// How a link stands.
    pub enum LinkState {
        /// It can be answered.
        Waiting = "waiting",
        Answered = "answered",
        /// Its time went by without an answer.
        Expired = "expired",
        /// A newer one, or a change of the referral, has taken its place.
        Revoked = "revoked",
    }
}

codes! {
    /// How old somebody is, as closely as a service needs it to say whether it has room.
    pub enum AgeBand {
        Under12 = "under_12",
        From12To14 = "from_12_to_14",
        From15To17 = "from_15_to_17",
        From18To20 = "from_18_to_20",
        From21 = "from_21",
    }
}

codes! {
    /// A language that a service would have to speak.
    pub enum NeededLanguage {
        English = "english",
        Spanish = "spanish",
        AmericanSign = "american_sign",
        Arabic = "arabic",
        French = "french",
        HaitianCreole = "haitian_creole",
        Korean = "korean",
        Mandarin = "mandarin",
        Portuguese = "portuguese",
        Russian = "russian",
        Somali = "somali",
        Tagalog = "tagalog",
        Vietnamese = "vietnamese",
        /// Any other, by an interpreter.
        ByInterpreter = "by_interpreter",
    }
}
