//! Who sees what, in a few lines that know nothing of the server.

use std::collections::BTreeSet;

use server::access::Role;

use super::Ids;
use crate::world::Persona;

/// The roles that work with cases at all.
pub const WITH_CASES: &[Role] = &[
    Role::ResourceSpecialist,
    Role::FamilyAdvocacySpecialist,
    Role::Supervisor,
    Role::PeerVolunteer,
];

/// Those of them that see how the work stands and who is on a case.
pub const AT_WORK: &[Role] = &[
    Role::ResourceSpecialist,
    Role::FamilyAdvocacySpecialist,
    Role::Supervisor,
];

/// Somebody.
pub struct Someone {
    pub persona: Persona,
    pub org: usize,
    pub roles: Vec<Role>,
}

impl Someone {
    pub fn any(&self, roles: &[Role]) -> bool {
        self.roles.iter().any(|role| roles.contains(role))
    }
}

/// A case.
pub struct Case {
    pub id: String,
    pub org: usize,
    /// Who is on the team now, as what.
    pub team: Vec<(usize, &'static str)>,
    pub contacts: Vec<String>,
}

impl Case {
    pub fn holder(&self, part: &str) -> Option<usize> {
        self.team
            .iter()
            .find(|(_, role)| *role == part)
            .map(|(who, _)| *who)
    }
}

/// Everything.
#[derive(Default)]
pub struct Model {
    pub people: Vec<Someone>,
    pub supervision: BTreeSet<(usize, usize)>,
    pub cases: Vec<Case>,
    pub requests: [Vec<String>; 2],
}

impl Model {
    /// Rules 29 and 30: role and assignment, or supervisor of an assignee.
    pub fn reaches(&self, who: usize, case: &Case) -> bool {
        let me = &self.people[who];
        let on_team = case.team.iter().any(|(one, _)| *one == who);
        let over = me.any(&[Role::Supervisor])
            && case
                .team
                .iter()
                .any(|(one, _)| self.supervision.contains(&(who, *one)));
        me.org == case.org && me.any(WITH_CASES) && (on_team || over)
    }

    fn those(&self, which: impl Fn(&Case) -> bool) -> Ids {
        self.cases
            .iter()
            .filter(|case| which(case))
            .map(|case| case.id.clone())
            .collect()
    }

    pub fn cases_of(&self, who: usize) -> Ids {
        self.those(|case| self.reaches(who, case))
    }

    pub fn mine(&self, who: usize) -> Ids {
        self.those(|case| self.reaches(who, case) && case.team.iter().any(|(one, _)| *one == who))
    }

    pub fn supervised_by(&self, who: usize) -> Ids {
        self.those(|case| self.reaches(who, case) && case.holder("SUPERVISOR") == Some(who))
    }

    pub fn contacts_of(&self, who: usize) -> Ids {
        let cases = self.cases.iter().filter(|case| self.reaches(who, case));
        let works = self.people[who].any(AT_WORK);
        cases
            .filter(|_| works)
            .flat_map(|case| case.contacts.clone())
            .collect()
    }

    pub fn requests_of(&self, org: usize) -> Ids {
        self.requests[org].iter().cloned().collect()
    }

    /// The open cases that `supervisor` has with this specialist, or without one.
    pub fn load(&self, supervisor: usize, specialist: Option<usize>) -> usize {
        let cases = self
            .cases
            .iter()
            .filter(|case| case.holder("SUPERVISOR") == Some(supervisor));
        cases
            .filter(|case| case.holder("RESOURCE_SPECIALIST") == specialist)
            .count()
    }

    /// The ids of all cases and contacts of both organisations.
    pub fn all_ids(&self) -> Vec<String> {
        let of_case = |case: &Case| {
            std::iter::once(case.id.clone())
                .chain(case.contacts.clone())
                .collect::<Vec<_>>()
        };
        self.cases.iter().flat_map(of_case).collect()
    }
}
