//! Roles (vocabulary 13) and the set of them that one person holds.

use crate::codes;

codes! {
    /// What a person works as; one person may hold several (vocabulary 13).
    pub enum Role {
        ResourceSpecialist = "resource_specialist",
        FamilyAdvocacySpecialist = "family_advocacy_specialist",
        Supervisor = "supervisor",
        PeerVolunteer = "peer_volunteer",
        Analyst = "analyst",
        ExpertConsultant = "expert_consultant",
        Trainer = "trainer",
        Intake = "intake",
        PrivacyOfficer = "privacy_officer",
        DirectoryCurator = "directory_curator",
        VolunteerCoordinator = "volunteer_coordinator",
        Admin = "admin",
    }
}

/// A set of roles. Rights add up over it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RoleSet(u16);

impl RoleSet {
    /// This set and `role`.
    #[must_use]
    pub fn with(self, role: Role) -> Self {
        Self(self.0 | 1 << role as u16)
    }

    /// Whether `role` is in it.
    pub fn has(self, role: Role) -> bool {
        self.0 & (1 << role as u16) != 0
    }

    /// The roles in it, in the vocabulary's order.
    pub fn iter(self) -> impl Iterator<Item = Role> {
        Role::ALL
            .iter()
            .copied()
            .filter(move |role| self.has(*role))
    }
}

impl FromIterator<Role> for RoleSet {
    fn from_iter<T: IntoIterator<Item = Role>>(roles: T) -> Self {
        roles.into_iter().fold(Self::default(), Self::with)
    }
}
