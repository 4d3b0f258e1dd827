//! A source of 20,000 services, taken into the directory: each with its organisation, a location
//! and a description, as HSDS has them.

use std::io::Write as _;
use std::time::Instant;

use serde_json::{Value, json};
use server::app::App;
use server::cases::model::State;
use server::directory::hsds::{Asked, Defaults, import};
use server::directory::model::ServiceCategory;

use super::Heavy;
use super::clocks::{forget_the_most, status};

const SERVICES: u32 = 20_000;
/// Services of one organisation.
const EACH: u32 = 4;

const WORDS: [&str; 12] = [
    "night", "morning", "garden", "kitchen", "family", "school", "doctor", "lawyer", "mentor",
    "house", "bridge", "harbor",
];

pub async fn measure(app: &App) -> Heavy {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("services.ndjson");
    let mut file = std::io::BufWriter::new(std::fs::File::create(&path).unwrap());
    for n in 0..SERVICES {
        writeln!(file, "{}", service(n)).unwrap();
    }
    file.flush().unwrap();
    drop(file);
    let asked = Asked {
        organization: "Meadow".to_owned(),
        source: "bench".to_owned(),
        version: None,
        licence: None,
        defaults: Defaults {
            category: Some(ServiceCategory::DropIn),
            state: Some(State::TX),
        },
        dry_run: false,
    };
    let before = forget_the_most();
    let begun = Instant::now();
    let done = import(app, &path, &asked, &mut |_| ()).await.unwrap();
    let took = begun.elapsed().as_secs_f64();
    let grown = status("VmHWM:") - before;
    assert_eq!((done.refused, done.waiting), (0, 0));
    Heavy {
        what: format!("{SERVICES} services imported"),
        measured: format!("{took:.1} s, {grown:.0} MB more at most"),
        aim: Some(("under 60 s", took < 60.0)),
    }
}

fn id(kind: u32, n: u32) -> String {
    format!("{n:08x}-{kind:04x}-4000-8000-000000000000")
}

fn service(n: u32) -> Value {
    let word = |salt: u32| WORDS[((n.wrapping_mul(31) + salt * 7) % 12) as usize];
    let organization = n / EACH;
    let about = format!(
        "A {} and a {} for young people, with a {} at the {} number {n}",
        word(1),
        word(2),
        word(3),
        word(4)
    );
    json!({
        "id": id(1, n), "name": format!("{} {} {n}", word(5), word(6)), "status": "active", "description": about,
        "minimum_age": 12, "maximum_age": 21, "languages": [{ "id": id(2, n), "name": "Spanish" }],
        "service_areas": [{ "id": id(3, n), "name": "Travis County", "extent": "TX", "extent_type": "text" }],
        "phones": [{ "id": id(4, n), "number": "555-0101" }],
        "organization": { "id": id(5, organization), "name": format!("Harbor {organization}"), "description": "Help" },
        "service_at_locations": [{ "id": id(6, n), "location": {
            "id": id(7, n), "location_type": "physical", "latitude": 26.0 + f64::from(n % 1000) / 100.0,
            "longitude": -106.0 + f64::from(n % 997) / 100.0,
            "addresses": [{ "id": id(8, n), "address_1": "Brook Lane", "city": format!("Alderton {}", n % 300),
                "state_province": "TX", "postal_code": "00000", "country": "US", "address_type": "physical" }],
        } }],
    })
}
