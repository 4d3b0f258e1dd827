//! A small directory of another house, taken in twice: once checked by the curator, and then
//! telling something else; and a service of which it does not say what it is.

use serde_json::{Value, json};

use super::actor::Stage;
use super::people::{Cast, ORGANIZATION};
use crate::app::App;
use crate::directory::entity::service;
use crate::directory::hsds::{Asked, Defaults, import};
use crate::error::{Fault, Refusal};
use crate::graphql::{Kind, id};
use crate::store::prelude::*;

const NAME: &str = "Lakeside Youth Rooms";

/// The first time: the curator calls, and sees a license.
pub(super) async fn begin(app: &App, cast: &Cast) -> Result<(), Refusal> {
    take(app, json!([rooms("Doors open at four", 17)])).await?;
    let found = service::Entity::find()
        .filter(service::Column::Name.eq(NAME))
        .one(&app.store().unscoped_reader())
        .await?;
    let found = found.ok_or(Fault::Broken("the demonstration's source was not taken"))?;
    let input = json!({
        "id": id::id_of(app, Kind::Service, found.id)?, "expectedVersion": found.version,
        "capacity": "WAITLIST", "method": "VISIT", "confirmed": ["CONTACT", "OFFER", "ELIGIBILITY", "CAPACITY"],
        "notes": "Ask for the evening lead; the day number is often busy.",
        "evidence": [{ "capability": "LICENSED_FOR_MINORS", "method": "DOCUMENT_SEEN", "words": "The license hangs at the front desk." }],
    });
    Stage::new(app, 3)
        .act(cast.curator, "serviceVerify", "service { id }", input)
        .await
        .map(drop)
}

/// The second time: other ages and hours, and a service that nobody can place.
pub(super) async fn again(app: &App) -> Result<(), Refusal> {
    let unplaced = json!({
        "id": uuid(90), "name": "Evening Tea Table", "status": "active",
        "description": "Tea, cards and somebody to talk to, twice a week.", "organization": house(),
    });
    take(app, json!([rooms("Doors open at five", 19), unplaced])).await
}

fn uuid(n: u32) -> String {
    format!("{n:08x}-0000-4000-8000-00000000de30")
}

fn house() -> Value {
    json!({ "id": uuid(1), "name": "Lakeside House", "description": "Rooms and company for young people" })
}

fn rooms(alert: &str, oldest: u8) -> Value {
    let term = |n: u32, code: &str| {
        json!({ "id": uuid(n), "link_type": "attribute", "link_entity": "service", "value": "yes",
            "taxonomy_term": { "id": uuid(n + 1), "code": code, "name": code.replace('_', " "), "description": "" } })
    };
    json!({
        "id": uuid(10), "name": NAME, "status": "active", "alert": alert, "organization": house(),
        "description": "Quiet rooms for the night, breakfast, and a lift to school.",
        "url": "https://lakeside.example", "minimum_age": 12, "maximum_age": oldest,
        "application_process": "Call first; no papers are needed on the first night.",
        "interpretation_services": "By telephone, in any language",
        "phones": [{ "id": uuid(11), "number": "(555) 555-0190", "type": "voice", "description": "Evenings" }],
        "languages": [{ "id": uuid(12), "name": "English" }, { "id": uuid(13), "name": "Spanish" }],
        "service_areas": [{ "id": uuid(14), "name": "Texas", "extent": "TX", "extent_type": "text" }],
        "schedules": [{ "id": uuid(15), "byday": "MO,TU,WE,TH,FR,SA,SU", "opens_at": "16:00", "closes_at": "10:00" }],
        "cost_options": [{ "id": uuid(16), "option": "Everybody", "amount": 0, "currency": "USD" }],
        "required_documents": [{ "id": uuid(17), "document": "None" }],
        "contacts": [{ "id": uuid(18), "name": "Front desk", "title": "Intake" }],
        "program": { "id": uuid(19), "name": "Safe Nights", "description": "Beds through the winter" },
        "attributes": [term(20, "emergency_shelter"), term(22, "licensed_for_minors"), term(24, "accepts_siblings"), term(26, "no_lockdown")],
        "service_at_locations": [{ "id": uuid(30), "location": { "id": uuid(31), "location_type": "physical", "name": "The house",
            "transportation": "Bus 7 to the last stop", "accessibility": [{ "id": uuid(32), "description": "A ramp at the side door" }],
            "addresses": [{ "id": uuid(33), "address_1": "1 Example Road", "city": "Fairview", "state_province": "TX",
                "postal_code": "00000", "country": "US", "address_type": "physical" }] } }],
    })
}

async fn take(app: &App, services: Value) -> Result<(), Refusal> {
    let unwritable = |_| Fault::Broken("the demonstration's source cannot be written");
    let path = app.settings().data.join("demo-services.json");
    std::fs::create_dir_all(&app.settings().data).map_err(unwritable)?;
    std::fs::write(&path, services.to_string()).map_err(unwritable)?;
    let asked = Asked {
        organization: ORGANIZATION.to_owned(),
        source: "Lakeside".to_owned(),
        version: None,
        licence: None,
        defaults: Defaults::default(),
        dry_run: false,
    };
    let done = import(app, &path, &asked, &mut |_| {}).await;
    std::fs::remove_file(&path).map_err(unwritable)?;
    done.map(drop)
}
