//! The twelve people of the demonstration, in all roles, and their sign-ins.

use uuid::Uuid;

use crate::access::{Locale, Role};
use crate::accounts::users::{self, NewUser};
use crate::app::App;
use crate::error::Refusal;

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

/// All of them; the first supervises the specialists and advocates that follow it, the
/// second the rest.
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

/// Makes the organisation and its people; returns their ids in the order of [`PEOPLE`].
pub(super) async fn make(app: &App) -> Result<Vec<Uuid>, Refusal> {
    let org = users::organization_named(app, ORGANIZATION).await?;
    let request = app.clock().new_id();
    let mut ids = Vec::with_capacity(PEOPLE.len());
    for person in PEOPLE {
        // Each has a hash of their own, as in life.
        users::judge_password(app, org, person.login, person.name, person.password).await?;
        let password_hash = app.passwords().hash(person.password).await?;
        let new = NewUser {
            org,
            email: person.login.to_owned(),
            name: person.name.to_owned(),
            roles: person.roles.to_vec(),
            locale: Locale::En,
            password_hash,
        };
        ids.push(users::create_user(app, new, request).await?);
    }
    Ok(ids)
}
