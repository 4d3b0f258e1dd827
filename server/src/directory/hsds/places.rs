//! Where the services of a batch are, and which counties they serve, from what is kept open of
//! them: whatever came in which order, and in a fixed number of statements.

use std::collections::{BTreeSet, HashMap, HashSet};

use serde_json::{Map, Value};
use uuid::Uuid;

use super::batch::{Batch, ROWS};
use super::document::parsed;
use super::entity::{RecordKind, directory_record};
use super::promote::{address, areas};
use super::tree::Found;
use crate::directory::entity::service_capability;
use crate::directory::model::Capability;
use crate::directory::places::{county, point, service_county, service_place};
use crate::error::Refusal;
use crate::store::prelude::*;
use crate::store::search::normal_form;

/// Writes it anew for each service that the batch speaks of.
pub(super) async fn keep(batch: &Batch<'_>, open: &[Found]) -> Result<(), Refusal> {
    let services = spoken_of(batch, open).await?;
    if services.is_empty() {
        return Ok(());
    }
    let ids: Vec<Uuid> = services.iter().map(|(_, id, _)| *id).collect();
    let hidden = hidden(batch, &ids).await?;
    let at = locations_of(batch, services.iter().map(|(hsds, ..)| *hsds).collect()).await?;
    let locations = documents(batch, at.iter().map(|(_, location)| *location).collect()).await?;
    let (mut places, mut counties) = (Vec::new(), Vec::new());
    for (hsds, id, document) in &services {
        let names = areas(document).filter_map(|name| county(&name));
        let names: BTreeSet<String> = names.collect();
        counties.extend(names.into_iter().map(|county| service_county::ActiveModel {
            service_id: Set(*id),
            county: Set(county),
        }));
        if hidden.contains(id) {
            continue;
        }
        let there = at.iter().filter(|(service, _)| service == hsds);
        let there: BTreeSet<Uuid> = there.map(|(_, location)| *location).collect();
        places.extend(
            there
                .into_iter()
                .filter_map(|location| place(batch.org, *id, location, locations.get(&location)?)),
        );
    }
    let of = service_place::Column::ServiceId.is_in(ids.iter().copied());
    service_place::Entity::delete_many()
        .filter(of)
        .exec(batch.tx)
        .await?;
    let of = service_county::Column::ServiceId.is_in(ids);
    service_county::Entity::delete_many()
        .filter(of)
        .exec(batch.tx)
        .await?;
    for rows in places.chunks(ROWS) {
        let rows = service_place::Entity::insert_many(rows.to_vec());
        rows.exec_without_returning(batch.tx).await?;
    }
    for rows in counties.chunks(ROWS) {
        let rows = service_county::Entity::insert_many(rows.to_vec());
        rows.exec_without_returning(batch.tx).await?;
    }
    Ok(())
}

/// A location's row, when its source tells where it is.
fn place(
    org: Uuid,
    service: Uuid,
    location: Uuid,
    document: &Map<String, Value>,
) -> Option<service_place::ActiveModel> {
    let degrees = |field: &str, most: f64| {
        let told = document.get(field)?.as_f64()?;
        (-most..=most).contains(&told).then_some(told)
    };
    let (latitude, longitude) = (degrees("latitude", 90.0)?, degrees("longitude", 180.0)?);
    let (state, city) = address(document)?;
    let city = city.unwrap_or_default();
    let [x, y, z] = point(latitude, longitude);
    Some(service_place::ActiveModel {
        service_id: Set(service),
        location_hsds: Set(location),
        org_id: Set(org),
        city_key: Set(normal_form(&city)),
        city: Set(city),
        state: Set(state),
        latitude: Set(latitude),
        longitude: Set(longitude),
        x: Set(x),
        y: Set(y),
        z: Set(z),
    })
}

fn of(batch: &Batch<'_>, kind: RecordKind) -> Select<directory_record::Entity> {
    use directory_record::Column as R;
    directory_record::Entity::find()
        .select_only()
        .filter(R::OrgId.eq(batch.org))
        .filter(R::Source.eq(batch.asked.source.as_str()))
        .filter(R::Kind.eq(kind))
}

/// The services that the batch tells, and those that are at a location that it tells: the
/// source's ids, ours, and their documents.
async fn spoken_of(
    batch: &Batch<'_>,
    open: &[Found],
) -> Result<Vec<(Uuid, Uuid, Map<String, Value>)>, Refusal> {
    use directory_record::Column as R;
    let told = |kind| open.iter().filter(move |found| found.kind == kind);
    let locations: HashSet<Uuid> = told(RecordKind::Location).map(|one| one.id).collect();
    let there: Vec<Option<Uuid>> = of(batch, RecordKind::ServiceAtLocation)
        .column(R::ServiceHsds)
        .filter(R::LocationHsds.is_in(locations))
        .into_tuple()
        .all(batch.tx)
        .await?;
    let services: HashSet<Uuid> = told(RecordKind::Service)
        .map(|one| one.id)
        .chain(told(RecordKind::ServiceAtLocation).filter_map(|one| one.service))
        .chain(there.into_iter().flatten())
        .collect();
    let rows: Vec<(Uuid, Uuid, String)> = of(batch, RecordKind::Service)
        .columns([R::HsdsId, R::ServiceId, R::Document])
        .filter(R::HsdsId.is_in(services))
        .filter(R::ServiceId.is_not_null())
        .into_tuple()
        .all(batch.tx)
        .await?;
    rows.into_iter()
        .map(|(hsds, id, document)| Ok((hsds, id, parsed(&document)?)))
        .collect()
}

/// The services among `ids` whose location is told to nobody.
async fn hidden(batch: &Batch<'_>, ids: &[Uuid]) -> Result<HashSet<Uuid>, Refusal> {
    use service_capability::Column as C;
    let rows: Vec<Uuid> = service_capability::Entity::find()
        .select_only()
        .column(C::ServiceId)
        .filter(C::Capability.eq(Capability::ConfidentialLocation))
        .filter(C::ServiceId.is_in(ids.iter().copied()))
        .into_tuple()
        .all(batch.tx)
        .await?;
    Ok(rows.into_iter().collect())
}

/// Which services are at which locations, by the source's ids.
async fn locations_of(
    batch: &Batch<'_>,
    services: Vec<Uuid>,
) -> Result<Vec<(Uuid, Uuid)>, Refusal> {
    use directory_record::Column as R;
    Ok(of(batch, RecordKind::ServiceAtLocation)
        .columns([R::ServiceHsds, R::LocationHsds])
        .filter(R::ServiceHsds.is_in(services))
        .filter(R::LocationHsds.is_not_null())
        .into_tuple()
        .all(batch.tx)
        .await?)
}

async fn documents(
    batch: &Batch<'_>,
    locations: HashSet<Uuid>,
) -> Result<HashMap<Uuid, Map<String, Value>>, Refusal> {
    use directory_record::Column as R;
    let rows: Vec<(Uuid, String)> = of(batch, RecordKind::Location)
        .columns([R::HsdsId, R::Document])
        .filter(R::HsdsId.is_in(locations))
        .into_tuple()
        .all(batch.tx)
        .await?;
    rows.into_iter()
        .map(|(hsds, document)| Ok((hsds, parsed(&document)?)))
        .collect()
}
