//! Sixty invented services over several states, entered and checked by the curator.

use chrono::{Duration, NaiveDate};
use serde_json::{Value, json};

use super::actor::Stage;
use super::dice::Dice;
use super::people::Cast;
use crate::app::App;
use crate::error::Refusal;

/// The states in which the demonstration's services are.
const STATES: [&str; 10] = ["TX", "OK", "NM", "LA", "AR", "CO", "KS", "MO", "AZ", "PR"];
/// The kinds that each of them has some of: category, name, what it offers.
const KINDS: [(&str, &str, &str); 12] = [
    (
        "EMERGENCY_SHELTER",
        "Harbor House",
        "Beds for tonight, for young people on their own. Staff awake all night.",
    ),
    (
        "SPECIALISED_PLACEMENT",
        "Wildflower Home",
        "A small home for six, with school on the grounds or near by.",
    ),
    (
        "TRAUMA_THERAPY",
        "Stillwater Counseling",
        "Therapy at the young person's pace; art and movement rooms.",
    ),
    (
        "SURVIVOR_MENTOR",
        "Lantern Mentors",
        "Mentors who have been there; by text, by phone, in person.",
    ),
    (
        "DROP_IN",
        "Porch Light Drop-in",
        "Food, showers, laundry, quiet corners. No questions at the door.",
    ),
    (
        "LEGAL_REPRESENTATION",
        "Open Door Law",
        "A lawyer for the young person, at hearings and before.",
    ),
    (
        "SANE_EXAM",
        "Clearbrook Clinic",
        "Forensic nurses around the clock; every step explained and chosen.",
    ),
    (
        "FAMILY_THERAPY",
        "Hearthside Families",
        "For caregivers and families after a return.",
    ),
    (
        "SUBSTANCE_USE_TREATMENT",
        "New Leaf",
        "Outpatient help for teenagers, without waiting to be ready.",
    ),
    (
        "TRANSITIONAL_LIVING",
        "Bridge Street Apartments",
        "Own door, own key, somebody downstairs. From seventeen.",
    ),
    (
        "EDUCATION_SUPPORT",
        "Second Bell",
        "Back to school in small steps; credit recovery.",
    ),
    (
        "TRANSPORT_REUNIFICATION",
        "Way Home",
        "Rides and travel for coming home, also across state lines.",
    ),
];
/// What services say of whom they welcome.
const CAPABILITIES: [&str; 12] = [
    "LICENSED_FOR_MINORS",
    "ACCEPTS_MALE",
    "ACCEPTS_TRANS_NONBINARY",
    "ACCEPTS_PREGNANT_PARENTING",
    "ACCEPTS_SIBLINGS",
    "ACCEPTS_OUT_OF_STATE",
    "NO_LOCKDOWN",
    "TWENTY_FOUR_SEVEN",
    "NO_POLICE_REQUIREMENT",
    "SURVIVOR_LED",
    "LANGUAGE_ACCESS",
    "ACCEPTS_ACTIVE_SUBSTANCE_USE",
];

/// A service that can be referred to.
pub(super) struct Offer {
    /// The opaque id.
    pub id: String,
    /// Whether it is in the state where most of the cases are.
    pub near: bool,
    /// What kind of help it gives.
    pub category: &'static str,
}

/// Makes them; most were verified within half a year, some are stale, some never were.
pub(super) async fn make(app: &App, cast: &Cast) -> Result<Vec<Offer>, Refusal> {
    let mut stage = Stage::new(app, 1);
    let mut offers = Vec::with_capacity(60);
    for number in 0..60_usize {
        app.clock().advance(Duration::minutes(7));
        let mut dice = Dice::of(1000 + number);
        let (Some((category, name, description)), Some(state)) = (
            KINDS.get(number % KINDS.len()),
            STATES.get(number / 6 % STATES.len()),
        ) else {
            continue;
        };
        let welcomes: Vec<_> = CAPABILITIES.iter().filter(|_| dice.chance(45)).collect();
        let towns = ["Fairview", "Cedar Bend", "Maple Grove"];
        let town = dice.pick("Fairview", &towns);
        let input = json!({
            "name": format!("{name} of {town}"),
            "organizationName": format!("{town} {}", dice.pick("Youth Alliance", &["Children's Fund", "Community Partners"])),
            "category": category, "description": format!("{description} In Example County."),
            "states": [state], "state": state, "capabilities": welcomes, "minimumAge": dice.between(10, 13),
            "maximumAge": dice.between(17, 21), "languages": if dice.chance(50) { json!(["English", "Spanish"]) } else { json!(["English"]) },
            "phone": format!("(555) 555-01{number:02}"), "email": format!("intake{number}@services.example"),
            "url": format!("https://services.example/{number}"), "capacity": "UNKNOWN", "city": town,
            "evidence": seen(&welcomes, number, app.clock().now().date_naive()),
        });
        let made = stage
            .act(
                cast.curator,
                "serviceRecord",
                "service { id version }",
                input,
            )
            .await?;
        let service = made.get("service").cloned().unwrap_or_default();
        let id = service
            .get("id")
            .and_then(|id| id.as_str())
            .unwrap_or_default()
            .to_owned();
        offers.push(Offer {
            id,
            near: *state == "TX" || *state == "OK",
            category,
        });
    }
    Ok(offers)
}

/// What somebody saw or heard of the first thing that a service says of itself; of every third
/// service nothing.
fn seen(welcomes: &[&&str], number: usize, on: NaiveDate) -> Value {
    const SEEN: [(&str, &str); 2] = [
        ("CALL", "The person at intake explained how they do it."),
        ("WRITTEN_ANSWER", "Their written policy says so."),
    ];
    match (welcomes.first(), SEEN.get(number % 3)) {
        (Some(capability), Some((method, words))) => {
            json!([{ "capability": capability, "method": method, "words": words, "on": on.to_string() }])
        }
        _ => json!([]),
    }
}

/// Verifies a service again, with what it says of its capacity.
pub(super) async fn verify(
    stage: &mut Stage<'_>,
    cast: &Cast,
    offer: &Offer,
    version: i64,
    dice: &mut Dice,
) -> Result<(), Refusal> {
    let capacity = dice.pick(
        "HAS_CAPACITY",
        &[
            "WAITLIST",
            "NO_CAPACITY",
            "NEEDS_ASSESSMENT",
            "HAS_CAPACITY",
        ],
    );
    let method = dice.pick("CALL", &["CALL", "VISIT", "WEBSITE", "PARTNER"]);
    let input = json!({
        "id": offer.id, "expectedVersion": version, "capacity": capacity, "method": method,
        "confirmed": ["CONTACT", "ELIGIBILITY", "CAPACITY"],
    });
    stage
        .act(cast.curator, "serviceVerify", "service { id }", input)
        .await
        .map(drop)
}
