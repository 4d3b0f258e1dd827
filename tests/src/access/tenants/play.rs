//! What happens in the two organisations, by seeded dice.

use serde_json::json;
use server::access::Role;

use super::oracle::{Case, Model, Someone};
use crate::world::{Persona, World, text};

/// Who begins as what, in each organisation.
const PEOPLE: &[&[Role]] = &[
    &[Role::Supervisor],
    &[Role::Supervisor, Role::Intake],
    &[Role::ResourceSpecialist],
    &[Role::ResourceSpecialist, Role::Supervisor],
    &[Role::FamilyAdvocacySpecialist],
    &[Role::PeerVolunteer],
    &[Role::Analyst, Role::PeerVolunteer],
    &[Role::Admin, Role::PrivacyOfficer],
];

/// What somebody may become for a while.
const CHANGES: &[&[Role]] = &[
    &[Role::Trainer],
    &[Role::PeerVolunteer],
    &[Role::FamilyAdvocacySpecialist, Role::PeerVolunteer],
];

const PARTS: &[(&str, Role)] = &[
    ("RESOURCE_SPECIALIST", Role::ResourceSpecialist),
    ("FAMILY_ADVOCATE", Role::FamilyAdvocacySpecialist),
    ("VOLUNTEER", Role::PeerVolunteer),
    ("SUPERVISOR", Role::Supervisor),
];

pub struct Play<'w> {
    world: &'w World,
    dice: u64,
    admins: Vec<Persona>,
    pub model: Model,
    ended: usize,
}

impl<'w> Play<'w> {
    pub async fn new(world: &'w World, seed: u64) -> Self {
        let mut play = Self {
            world,
            dice: seed,
            admins: Vec::new(),
            model: Model::default(),
            ended: 0,
        };
        for (org, name) in ["Meadow", "Heath"].into_iter().enumerate() {
            for (number, roles) in PEOPLE.iter().enumerate() {
                let persona = world
                    .person_of(name, &format!("{name} {number}"), roles)
                    .await;
                play.model.people.push(Someone {
                    persona,
                    org,
                    roles: roles.to_vec(),
                });
            }
            play.admins.push(
                world
                    .person_of(name, &format!("{name} Admin"), &[Role::Admin])
                    .await,
            );
            for _ in 0..3 {
                play.open(org).await;
            }
        }
        play
    }

    fn roll(&mut self, sides: usize) -> usize {
        self.dice ^= self.dice << 13;
        self.dice ^= self.dice >> 7;
        self.dice ^= self.dice << 17;
        usize::try_from(self.dice % u64::try_from(sides).unwrap()).unwrap()
    }

    fn pick(&mut self, org: usize, role: Role) -> Option<usize> {
        let holds = |one: &Someone| one.org == org && one.any(&[role]);
        let people = self.model.people.iter().enumerate();
        let able: Vec<_> = people
            .filter(|(_, one)| holds(one))
            .map(|(who, _)| who)
            .collect();
        if able.is_empty() {
            None
        } else {
            Some(able[self.roll(able.len())])
        }
    }

    /// One thing that happens.
    pub async fn step(&mut self) {
        let org = self.roll(2);
        match self.roll(12) {
            0 => self.open(org).await,
            1..=3 => self.assign().await,
            10 => self.assign_all(org).await,
            11 => self.close_and_reopen().await,
            4 | 5 => self.unassign().await,
            6 => self.supervise(org).await,
            7 => self.become_other(org).await,
            _ => self.contact().await,
        }
    }

    async fn open(&mut self, org: usize) {
        let Some(who) = self.pick(org, Role::Supervisor) else {
            return;
        };
        let persona = self.model.people[who].persona.clone();
        let alias = format!(
            "River {}",
            self.model
                .cases
                .iter()
                .filter(|case| case.org == org)
                .count()
        );
        let id = self.world.case(&persona, &alias).await;
        let document = "query($id: ID!) { case(id: $id) { request { id } } }";
        let seen = self
            .world
            .ask(&persona, document, json!({ "id": id }))
            .await;
        self.model.requests[org].push(text(&seen.data()["case"]["request"]["id"]));
        self.model.cases.push(Case {
            id,
            org,
            team: vec![(who, "SUPERVISOR")],
            contacts: Vec::new(),
        });
    }

    /// A case, and its supervisor while that is what they are.
    fn led(&mut self) -> Option<(usize, Persona)> {
        let at = self.roll(self.model.cases.len());
        let who = self.model.cases[at].holder("SUPERVISOR").unwrap();
        let leads = self.model.people[who].any(&[Role::Supervisor]);
        leads.then(|| (at, self.model.people[who].persona.clone()))
    }

    async fn assign(&mut self) {
        let Some((at, lead)) = self.led() else { return };
        let (part, role) = PARTS[self.roll(PARTS.len())];
        let Some(who) = self.pick(self.model.cases[at].org, role) else {
            return;
        };
        if self.model.cases[at].team.contains(&(who, part)) {
            return;
        }
        self.world
            .assign(
                &lead,
                &self.model.cases[at].id,
                &self.model.people[who].persona,
                part,
            )
            .await;
        let team = &mut self.model.cases[at].team;
        let before = team.len();
        team.retain(|(_, role)| *role != part || part == "VOLUNTEER");
        self.ended += before - team.len();
        team.push((who, part));
    }

    /// A supervisor hands all cases that they have to one specialist.
    async fn assign_all(&mut self, org: usize) {
        let (lead, to) = (
            self.pick(org, Role::Supervisor),
            self.pick(org, Role::ResourceSpecialist),
        );
        let (Some(lead), Some(to)) = (lead, to) else {
            return;
        };
        let part = (to, "RESOURCE_SPECIALIST");
        let theirs =
            |case: &Case| case.holder("SUPERVISOR") == Some(lead) && !case.team.contains(&part);
        let mut cases = Vec::new();
        for case in self.model.cases.iter_mut().filter(|case| theirs(case)) {
            let persona = &self.model.people[lead].persona;
            let version = self.world.case_version(persona, &case.id).await;
            cases.push(json!({ "id": case.id, "expectedVersion": version }));
            let before = case.team.len();
            case.team.retain(|(_, role)| *role != part.1);
            self.ended += before - case.team.len();
            case.team.push(part);
        }
        if cases.is_empty() {
            return;
        }
        let user = &self.model.people[to].persona.opaque;
        let input = json!({ "cases": cases, "user": user, "role": part.1, "reason": "So it is." });
        self.world
            .act(
                &self.model.people[lead].persona,
                "casesAssign",
                "cases { id }",
                input,
            )
            .await
            .done();
    }

    /// A case is closed and opened again: nobody sees more or less of it.
    async fn close_and_reopen(&mut self) {
        let Some((at, lead)) = self.led() else { return };
        let case = self.model.cases[at].id.clone();
        for mutation in ["caseClose", "caseReopen"] {
            let version = self.world.case_version(&lead, &case).await;
            let mut input = json!({ "id": case, "expectedVersion": version });
            if mutation == "caseClose" {
                input["reason"] = json!("GOALS_MET");
                input["remains"] = json!("All.");
                input["aftercare"] = json!("NONE");
            }
            self.world
                .act(&lead, mutation, "case { id }", input)
                .await
                .done();
        }
    }

    async fn unassign(&mut self) {
        let Some((at, lead)) = self.led() else { return };
        let case = &self.model.cases[at];
        let Some((who, part)) = case
            .team
            .iter()
            .copied()
            .find(|(_, part)| *part != "SUPERVISOR")
        else {
            return;
        };
        let document = "query($id: ID!) { case(id: $id) { version team { id role user { id } } } }";
        let seen = self
            .world
            .ask(&lead, document, json!({ "id": case.id }))
            .await;
        let seen = &seen.data()["case"];
        let opaque = self.model.people[who].persona.opaque.as_str();
        let team = seen["team"].as_array().unwrap().iter();
        let found = team
            .clone()
            .find(|one| one["role"] == part && one["user"]["id"] == opaque);
        let input = json!({
            "id": case.id, "expectedVersion": seen["version"], "assignment": found.unwrap()["id"], "reason": "Moves on.",
        });
        self.world
            .act(&lead, "caseUnassign", "case { id }", input)
            .await
            .done();
        self.model.cases[at].team.retain(|one| *one != (who, part));
        self.ended += 1;
    }

    /// Begins to supervise somebody, or stops.
    async fn supervise(&mut self, org: usize) {
        let Some(over) = self.pick(org, Role::Supervisor) else {
            return;
        };
        let of = org * PEOPLE.len() + self.roll(PEOPLE.len());
        if over == of {
            return;
        }
        let [supervisor, user] = [over, of].map(|who| &self.model.people[who].persona);
        if self.model.supervision.remove(&(over, of)) {
            self.world.supervises_no_more(supervisor, user).await;
            self.ended += 1;
        } else {
            self.world.supervises(supervisor, user).await;
            self.model.supervision.insert((over, of));
        }
    }

    /// Somebody gets other roles, or those they began with.
    async fn become_other(&mut self, org: usize) {
        let number = self.roll(PEOPLE.len());
        let who = org * PEOPLE.len() + number;
        let roles = if self.model.people[who].roles == PEOPLE[number] {
            CHANGES[self.roll(CHANGES.len())]
        } else {
            PEOPLE[number]
        };
        let names: Vec<_> = roles
            .iter()
            .map(|role| role.code().to_uppercase())
            .collect();
        let input = json!({ "id": self.model.people[who].persona.opaque, "roles": names });
        self.world
            .act(&self.admins[org], "userRolesSet", "user { id }", input)
            .await
            .done();
        self.model.people[who].roles = roles.to_vec();
    }

    async fn contact(&mut self) {
        let Some((at, lead)) = self.led() else { return };
        let input = json!({
            "case": self.model.cases[at].id, "channel": "PHONE", "direction": "OUT", "outcome": "REACHED",
            "type": "CHECK_IN", "needs": [], "crises": [],
        });
        let logged = self
            .world
            .act(&lead, "contactLog", "contact { id }", input)
            .await;
        self.model.cases[at]
            .contacts
            .push(text(&logged.done()["contact"]["id"]));
    }

    /// The dice have led to what was to be seen: reach that differs, and reach that ended.
    pub fn was_worth_it(&self) {
        let people = 0..self.model.people.len();
        let reached: usize = people
            .clone()
            .map(|who| self.model.cases_of(who).len())
            .sum();
        assert!(reached > 0 && reached < people.len() * self.model.cases.len());
        assert!(
            people
                .clone()
                .any(|who| self.model.cases_of(who) != self.model.mine(who)),
            "nobody reached by supervision"
        );
        assert!(
            people
                .clone()
                .any(|who| !self.model.contacts_of(who).is_empty())
        );
        assert!(self.ended > 5, "hardly anything ended: {}", self.ended);
    }
}
