//! Asks services whether they have room, before anybody is spoken of (rule 86).

use chrono::NaiveDate;
use uuid::Uuid;

use super::entity::capacity_enquiry;
use super::send::{Subject, address_of, ask};
use crate::access::{Act, Viewer};
use crate::cases::model::State;
use crate::directory::model::{Capability, ServiceCategory};
use crate::directory::need::{AgeBand, NeededLanguage, joined};
use crate::directory::{self, entity::service};
use crate::error::{FieldCode, Refusal, Wrong};
use crate::input::Check;
use crate::referrals::reference;
use crate::store::prelude::*;

/// A need in vocabulary alone, and whom it is put to.
#[derive(Debug)]
pub(super) struct CapacityAsk {
    pub key: Uuid,
    pub case: Uuid,
    pub services: Vec<Uuid>,
    pub category: ServiceCategory,
    pub age_band: Option<AgeBand>,
    pub accepts: Vec<Capability>,
    pub languages: Vec<NeededLanguage>,
    pub state: State,
    pub needed_by: Option<NaiveDate>,
}

/// Asks each of the services. Returns the enquiry.
pub(super) async fn enquire(viewer: &Viewer, input: CapacityAsk) -> Result<Uuid, Refusal> {
    let mut tx = viewer.begin(Act::CapacityAsk, input.key, &input).await?;
    let permit = tx.case(input.case).await?;
    let grant = permit.grant()?;
    let mut check = Check::default();
    check.ahead("neededBy", input.needed_by, tx.now());
    check.done()?;
    let services = reachable(viewer, &input.services).await?;
    let id = tx.new_id();
    let row = capacity_enquiry::ActiveModel {
        id: Set(id),
        org_id: Set(permit.org()),
        case_id: Set(permit.case()),
        reference: Set(reference(tx.new_id())),
        category: Set(input.category),
        age_band: Set(input.age_band),
        accepts: Set(joined(&input.accepts, Capability::code)),
        languages: Set(joined(&input.languages, NeededLanguage::code)),
        state: Set(input.state),
        needed_by: Set(input.needed_by),
        asked_by: Set(viewer.user()),
        asked_at: Set(tx.now()),
    };
    tx.insert(&grant, row).await?;
    for service in &services {
        ask(&mut tx, &permit, Subject::Enquiry(id), service).await?;
    }
    tx.commit(id).await
}

/// The services, each of which is offered and can be written to.
async fn reachable(viewer: &Viewer, ids: &[Uuid]) -> Result<Vec<service::Model>, Refusal> {
    directory::all_offered(viewer, "services", ids).await?;
    let mut found = directory::by_ids(viewer, ids).await?;
    let (mut services, mut wrong) = (Vec::with_capacity(ids.len()), Vec::new());
    for (at, id) in ids.iter().enumerate() {
        match found.remove(id).map(|row| row.service) {
            Some(service) if address_of(&service).is_some() => services.push(service),
            _ => {
                let message = "The directory has no e-mail address of this service. Call it.";
                let path = format!("services.{at}");
                wrong.push(Wrong::at(&path, FieldCode::NotAllowedHere, message));
            }
        }
    }
    if wrong.is_empty() {
        Ok(services)
    } else {
        Err(Refusal::Invalid(wrong))
    }
}
