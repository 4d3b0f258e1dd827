//! Reads it: four statements, however many services are asked for.

use std::collections::HashMap;

use serde_json::{Map, Value};
use uuid::Uuid;

use super::model::{
    ServiceDetails, ToldAttribute, ToldChange, ToldContact, ToldCost, ToldPhone, ToldPlace,
    ToldSchedule, ToldText,
};
use crate::access::Viewer;
use crate::directory::hsds::document::parsed;
use crate::directory::hsds::entity::{RecordKind, directory_record};
use crate::directory::hsds::promote::{list, text};
use crate::directory::hsds::tree::link;
use crate::error::Refusal;
use crate::store::prelude::*;

type Document = Map<String, Value>;

/// Of each list no more is shown.
const MOST: usize = 50;

/// What is told of those of `services` that a source tells of. Confidential places are in no
/// record (rule 45).
pub(in crate::directory) async fn of_services(
    viewer: &Viewer,
    services: &[Uuid],
) -> Result<HashMap<Uuid, ServiceDetails>, Refusal> {
    use directory_record::Column as R;
    let rows = || viewer.select::<directory_record::Entity>();
    let records = rows()
        .filter(R::Kind.eq(RecordKind::Service))
        .filter(R::ServiceId.is_in(services.iter().copied()))
        .filter(R::Source.ne(""))
        .all()
        .await?;
    if records.is_empty() {
        return Ok(HashMap::new());
    }
    let at = rows()
        .filter(R::Kind.eq(RecordKind::ServiceAtLocation))
        .filter(R::Source.is_in(records.iter().map(|record| record.source.as_str())))
        .filter(R::ServiceHsds.is_in(records.iter().map(|record| record.hsds_id)))
        .order(R::Id, Order::Asc)
        .all()
        .await?;
    let locations = rows()
        .filter(R::Kind.eq(RecordKind::Location))
        .filter(R::Source.is_in(records.iter().map(|record| record.source.as_str())))
        .filter(R::HsdsId.is_in(at.iter().filter_map(|row| row.location_hsds)))
        .all()
        .await?;
    let licensed = rows()
        .filter(R::Kind.eq(RecordKind::Taxonomy))
        .filter(R::Licence.is_not_null())
        .all()
        .await?;
    let licences: HashMap<Uuid, String> = licensed
        .into_iter()
        .filter_map(|row| Some((row.hsds_id, row.licence?)))
        .collect();
    let mut places: HashMap<(&str, Uuid), Document> = HashMap::new();
    for row in &locations {
        let place = (row.source.as_str(), row.hsds_id);
        places.insert(place, parsed(&row.document)?);
    }
    let mut found = HashMap::new();
    for record in &records {
        let (mut there, mut here) = (Vec::new(), Vec::new());
        for row in &at {
            if (row.source.as_str(), row.service_hsds) != (&record.source, Some(record.hsds_id)) {
                continue;
            }
            there.push(parsed(&row.document)?);
            let id = row.location_hsds;
            let place = id.and_then(|id| places.get(&(record.source.as_str(), id)));
            here.extend(place);
        }
        if let Some(service) = record.service_id {
            let document = parsed(&record.document)?;
            found.insert(
                service,
                details(record, &document, &there, &here, &licences),
            );
        }
    }
    Ok(found)
}

fn details(
    record: &directory_record::Model,
    document: &Document,
    at: &[Document],
    places: &[&Document],
    licences: &HashMap<Uuid, String>,
) -> ServiceDetails {
    let everywhere = || {
        std::iter::once(document)
            .chain(at)
            .chain(places.iter().copied())
    };
    ServiceDetails {
        source: record.source.clone(),
        source_version: record.source_version.clone(),
        imported_at: record.imported_at,
        modified_at: record.modified_at,
        alert: text(document, "alert"),
        application_process: text(document, "application_process"),
        eligibility: text(document, "eligibility_description"),
        fees: text(document, "fees_description").or_else(|| text(document, "fees")),
        interpretation: text(document, "interpretation_services"),
        accreditations: text(document, "accreditations").or_else(|| text(document, "licenses")),
        schedules: some(everywhere(), "schedules", schedule),
        places: places.iter().take(MOST).copied().map(place).collect(),
        areas: some([document], "service_areas", |one| {
            named(one, &["name", "extent"], "description", "uri")
        }),
        languages: some(everywhere(), "languages", |one| {
            named(one, &["name", "code"], "note", "")
        }),
        accessibility: some(places.iter().copied(), "accessibility", |one| {
            named(one, &["description", "details"], "details", "url")
        }),
        costs: some([document], "cost_options", cost),
        required_documents: some([document], "required_documents", |one| {
            named(one, &["document"], "", "uri")
        }),
        contacts: some(everywhere(), "contacts", contact),
        phones: some(everywhere(), "phones", phone),
        programs: programs(document),
        attributes: some([document], "attributes", |one| attribute(one, licences)),
        changes: some([document], "metadata", change),
    }
}

/// What `read` makes of the objects in the list `field` of each of `of`.
fn some<'d, T>(
    of: impl IntoIterator<Item = &'d Document>,
    field: &'static str,
    read: impl Fn(&'d Document) -> Option<T>,
) -> Vec<T> {
    let all = of.into_iter().flat_map(|document| list(document, field));
    all.filter_map(read).take(MOST).collect()
}

fn named(of: &Document, names: &[&str], about: &str, at: &str) -> Option<ToldText> {
    let name = names.iter().find_map(|field| text(of, field))?;
    let about = text(of, about).filter(|about| *about != name);
    Some(ToldText {
        name,
        text: about,
        url: site(text(of, at)),
    })
}

/// A link is followed by people: nothing but a site's address may stand there.
fn site(url: Option<String>) -> Option<String> {
    url.filter(|url| url.starts_with("https://") || url.starts_with("http://"))
}

fn schedule(of: &Document) -> Option<ToldSchedule> {
    let told = ToldSchedule {
        days: text(of, "byday"),
        opens_at: text(of, "opens_at"),
        closes_at: text(of, "closes_at"),
        valid_from: text(of, "valid_from"),
        valid_to: text(of, "valid_to"),
        text: text(of, "description").or_else(|| text(of, "notes")),
    };
    let says = told.days.is_some() || told.opens_at.is_some() || told.text.is_some();
    says.then_some(told)
}

fn place(of: &Document) -> ToldPlace {
    let fields = [
        "address_1",
        "address_2",
        "city",
        "state_province",
        "postal_code",
    ];
    let address = list(of, "addresses").next().map(|address| {
        let parts = fields.iter().filter_map(|field| text(address, field));
        parts.collect::<Vec<_>>().join(", ")
    });
    ToldPlace {
        name: text(of, "name"),
        address: address.filter(|address| !address.is_empty()),
        text: text(of, "transportation").or_else(|| text(of, "description")),
    }
}

fn cost(of: &Document) -> Option<ToldCost> {
    let amount = of.get("amount").and_then(Value::as_f64);
    let currency = text(of, "currency").unwrap_or_default();
    let told = ToldCost {
        option: text(of, "option"),
        amount: amount.map(|amount| format!("{amount} {currency}").trim().to_owned()),
        text: text(of, "amount_description"),
    };
    (told.option.is_some() || told.amount.is_some() || told.text.is_some()).then_some(told)
}

fn contact(of: &Document) -> Option<ToldContact> {
    if of.get("confidential") == Some(&Value::Bool(true)) {
        return None;
    }
    let told = ToldContact {
        name: text(of, "name"),
        title: text(of, "title").or_else(|| text(of, "department")),
        email: text(of, "email"),
        phones: some([of], "phones", phone),
    };
    (told.name.is_some() || told.title.is_some() || told.email.is_some()).then_some(told)
}

fn phone(of: &Document) -> Option<ToldPhone> {
    if of.get("confidential") == Some(&Value::Bool(true)) {
        return None;
    }
    let number = text(of, "number")?;
    let extension = of.get("extension").map(|extension| match extension {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    });
    let extension = extension.filter(|extension| !extension.is_empty() && extension != "null");
    Some(ToldPhone {
        number: match extension {
            Some(extension) => format!("{number} ext. {extension}"),
            None => number,
        },
        kind: text(of, "type"),
        text: text(of, "description"),
    })
}

fn programs(document: &Document) -> Vec<ToldText> {
    let one = document.get("program").and_then(Value::as_object);
    let all = one.into_iter().chain(list(document, "programs"));
    all.filter_map(|program| named(program, &["name"], "description", ""))
        .take(MOST)
        .collect()
}

fn attribute(of: &Document, licences: &HashMap<Uuid, String>) -> Option<ToldAttribute> {
    let term = of.get("taxonomy_term").and_then(Value::as_object)?;
    let name = text(term, "name").or_else(|| text(term, "code"))?;
    let detail = term.get("taxonomy_detail").and_then(Value::as_object);
    let taxonomy = detail
        .and_then(|detail| link(detail, "id"))
        .or_else(|| link(term, "taxonomy_id"));
    Some(ToldAttribute {
        value: text(of, "value").filter(|value| *value != name),
        taxonomy: detail
            .and_then(|detail| text(detail, "name"))
            .or_else(|| text(term, "taxonomy")),
        licence: taxonomy.and_then(|id| licences.get(&id).cloned()),
        name,
    })
}

fn change(of: &Document) -> Option<ToldChange> {
    Some(ToldChange {
        at: text(of, "last_action_date")?,
        action: text(of, "last_action_type"),
        field: text(of, "field_name"),
    })
}
