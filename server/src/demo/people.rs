//! The twelve people of the demonstration, in all roles, and their sign-ins.

use super::actor::Actor;
use crate::access::{Locale, Role};
use crate::accounts::users::{self, NewUser};
use crate::app::App;
use crate::error::{Fault, Refusal};

/// The organisation they work in.
pub const ORGANIZATION: &str = "Meadow Response Center";

/// One password for all: it is printed on the first page, and opens invented data only.
pub const PASSWORD: &str = "quiet harbor lantern 7";

/// Somebody of the demonstration.
pub struct Person {
    /// What they sign in with.
    pub login: &'static str,
    /// With which password.
    pub password: &'static str,
    /// The name colleagues see.
    pub name: &'static str,
    /// What they do, in a few words.
    pub what: &'static str,
    /// Their roles.
    pub roles: &'static [Role],
}

const fn person(
    login: &'static str,
    name: &'static str,
    what: &'static str,
    roles: &'static [Role],
) -> Person {
    Person {
        login,
        password: PASSWORD,
        name,
        what,
        roles,
    }
}

/// All of them.
pub const PEOPLE: &[Person] = &[
    person(
        "sage@meadow.example",
        "Sage Alder",
        "supervisor",
        &[Role::Supervisor],
    ),
    person(
        "rowan@meadow.example",
        "Rowan Birch",
        "supervisor",
        &[Role::Supervisor],
    ),
    person(
        "wren@meadow.example",
        "Wren Cedar",
        "resource specialist",
        &[Role::ResourceSpecialist],
    ),
    person(
        "lark@meadow.example",
        "Lark Dogwood",
        "resource specialist",
        &[Role::ResourceSpecialist],
    ),
    person(
        "robin@meadow.example",
        "Robin Elm",
        "resource specialist",
        &[Role::ResourceSpecialist],
    ),
    person(
        "fern@meadow.example",
        "Fern Fir",
        "family advocate",
        &[Role::FamilyAdvocacySpecialist],
    ),
    person(
        "ivy@meadow.example",
        "Ivy Gingko",
        "family advocate",
        &[Role::FamilyAdvocacySpecialist],
    ),
    person(
        "heath@meadow.example",
        "Heath Hazel",
        "peer volunteer",
        &[Role::PeerVolunteer],
    ),
    person(
        "juniper@meadow.example",
        "Juniper Iris",
        "intake and training",
        &[Role::Intake, Role::Trainer],
    ),
    person(
        "linden@meadow.example",
        "Linden Juno",
        "privacy officer",
        &[Role::PrivacyOfficer],
    ),
    person(
        "maple@meadow.example",
        "Maple Kelp",
        "directory curator",
        &[
            Role::DirectoryCurator,
            Role::VolunteerCoordinator,
            Role::Analyst,
            Role::ExpertConsultant,
        ],
    ),
    person(
        "oak@meadow.example",
        "Oak Laurel",
        "administrator",
        &[Role::Admin],
    ),
];

/// The sign-ins to show.
pub fn sign_ins() -> &'static [Person] {
    PEOPLE
}

/// The people as the story needs them.
pub(super) struct Cast {
    supervisors: [Actor; 2],
    specialists: [Actor; 3],
    advocates: [Actor; 2],
    /// Records requests.
    pub intake: Actor,
    /// Keeps the directory.
    pub curator: Actor,
}

impl Cast {
    /// Who works on case `number`: a supervisor with people they supervise.
    pub fn team(&self, number: usize) -> (Actor, Actor, Actor) {
        let [sage, rowan] = self.supervisors;
        let [wren, lark, robin] = self.specialists;
        let [fern, ivy] = self.advocates;
        match number % 3 {
            0 => (sage, wren, fern),
            1 => (sage, lark, fern),
            _ => (rowan, robin, ivy),
        }
    }
}

/// Makes the organisation and its people.
pub(super) async fn make(app: &App) -> Result<Cast, Refusal> {
    let org = users::organization_named(app, ORGANIZATION).await?;
    let request = app.clock().new_id();
    let mut made = Vec::with_capacity(PEOPLE.len());
    for person in PEOPLE {
        users::judge_password(app, org, person.login, person.name, person.password).await?;
        // Each has a hash of their own, as in life.
        let password_hash = app.passwords().hash(person.password).await?;
        let new = NewUser {
            org,
            email: person.login.to_owned(),
            name: person.name.to_owned(),
            roles: person.roles.to_vec(),
            locale: Locale::En,
            password_hash,
        };
        let user = users::create_user(app, new, request).await?;
        made.push(Actor {
            user,
            org,
            roles: person.roles.iter().copied().collect(),
        });
    }
    for (supervisor, of) in [
        ("sage", "wren"),
        ("sage", "lark"),
        ("sage", "fern"),
        ("rowan", "robin"),
        ("rowan", "ivy"),
    ] {
        let login = |name: &str| format!("{name}@meadow.example");
        users::supervise(app, &login(supervisor), &login(of), request).await?;
    }
    match made.as_slice() {
        &[
            sage,
            rowan,
            wren,
            lark,
            robin,
            fern,
            ivy,
            _,
            juniper,
            _,
            maple,
            _,
        ] => Ok(Cast {
            supervisors: [sage, rowan],
            specialists: [wren, lark, robin],
            advocates: [fern, ivy],
            intake: juniper,
            curator: maple,
        }),
        _ => Err(Fault::Broken("the cast is not twelve").into()),
    }
}
