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
    /// What a link is for.
    pub enum LinkKind {
        /// Asks whether there is a place, or what came of it.
        Referral = "referral",
        /// Asks whether there would be room.
        Enquiry = "enquiry",
        /// Opens what was shared with the service, once.
        Identity = "identity",
    }
}

codes! {
    /// How a link stands.
    pub enum LinkState {
        /// It can be answered, or opened.
        Waiting = "waiting",
        /// It was used: answered, or opened.
        Answered = "answered",
        /// Its time went by, and it was not used.
        Expired = "expired",
        /// A newer one, or a change of the referral, has taken its place.
        Revoked = "revoked",
    }
}
