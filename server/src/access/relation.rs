//! How a person stands to a record.

use crate::codes;

codes! {
    /// How the one who asks stands to the record, nearest first.
    pub enum Relation {
        /// On the case's team now.
        Assigned = "assigned",
        /// Supervises somebody who is on the team now.
        Supervises = "supervises",
        /// In the organisation the record belongs to, and nothing nearer.
        SameOrganisation = "same_organisation",
        /// In another organisation (rule 29).
        OtherOrganisation = "other_organisation",
        /// Whatever one is otherwise: the session is in the together view, and a young person
        /// may have the device in their hands.
        Together = "together",
    }
}
