//! The people who work there, and the directory.

use chrono::Duration;
use server::cases::model::State;
use server::directory::model::{Capability, ServiceCategory};

use super::cell::row;
use super::{Of, Office, Rows, login, scramble};

const PLACES: [&str; 8] = [
    "Quiet Orchard",
    "Fern House",
    "Moss Hollow",
    "Cedar Bridge",
    "Plover Point",
    "Heron Bend",
    "Juniper Gate",
    "Willow Landing",
];
const HELP: [&str; 6] = [
    "Warm meals and showers, without questions",
    "Counselling by people who have been there",
    "Rooms for the night and help the day after",
    "Health care for young people, by appointment or not",
    "A lawyer who listens first",
    "School, work and papers, step by step",
];

/// The organisation, everybody in it and its directory.
pub fn staff(office: &Office, password_hash: &str) -> Rows {
    let mut rows = Rows::default();
    let (org, since) = (
        office.id(Of::Organization, 0),
        office.now - Duration::days(800),
    );
    rows.add("organization", row![org, "Meadow", since]);
    let groups = [
        (Of::Supervisor, office.supervisors(), "supervisor"),
        (Of::Specialist, office.specialists(), "resource_specialist"),
        (
            Of::Advocate,
            office.specialists(),
            "family_advocacy_specialist",
        ),
    ];
    for (of, count, role) in groups {
        for number in 0..count {
            let (id, login) = (office.id(of, number), login(of, number));
            let name = format!(
                "{} {number}",
                ["Sage Alder", "Wren Cedar", "Fern Fir"][number as usize % 3]
            );
            rows.add(
                "app_user",
                row![
                    id,
                    org,
                    login.clone(),
                    login,
                    name,
                    password_hash.to_owned(),
                    "active",
                    "en",
                    since,
                    1
                ],
            );
            rows.add("role_grant", row![id, role, since]);
            if !matches!(of, Of::Supervisor) {
                let supervisor = office.id(Of::Supervisor, office.supervisor_of(number));
                rows.add("supervision", row![supervisor, id, since]);
            }
        }
    }
    for number in 0..office.services {
        service(office, &mut rows, number);
    }
    rows
}

fn service(office: &Office, rows: &mut Rows, number: u64) {
    let pick = |salt: u64, sides: usize| (scramble(number * 16 + salt) % sides as u64) as usize;
    let (id, org) = (
        office.id(Of::Service, number),
        office.id(Of::Organization, 0),
    );
    let place = PLACES[pick(1, PLACES.len())];
    let (name, help) = (format!("{place} {number}"), HELP[pick(2, HELP.len())]);
    let state = State::ALL[pick(3, State::ALL.len())].code();
    let verified = office.now.date_naive() - Duration::days(pick(4, 300) as i64);
    rows.add(
        "service",
        row![
            id,
            org,
            1,
            name.clone(),
            place,
            ServiceCategory::ALL[pick(5, ServiceCategory::ALL.len())].code(),
            help,
            "has_capacity",
            verified,
            "Example City",
            state,
            false,
            office.now - Duration::days(790)
        ],
    );
    let mut states = vec![state, State::ALL[pick(6, State::ALL.len())].code(), "TX"];
    states.dedup();
    states.sort_unstable();
    states.dedup();
    for state in states {
        rows.add("service_state", row![id, state]);
    }
    let mut able: Vec<_> = (7..10)
        .map(|salt| Capability::ALL[pick(salt, Capability::ALL.len())].code())
        .collect();
    able.sort_unstable();
    able.dedup();
    for capability in able {
        rows.add("service_capability", row![id, capability]);
    }
    for language in ["English", "Spanish"].into_iter().take(1 + pick(11, 2)) {
        rows.add("service_language", row![id, language]);
    }
}
