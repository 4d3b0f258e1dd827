//! Evidence for what a service is able to do (rule 82): kept with what the service states, and
//! gone with it.

use chrono::NaiveDate;
use uuid::Uuid;

use super::entity::capability_evidence::{self, Column as C, Entity as Rows, Model};
use super::model::CheckMethod;
use crate::access::Grant;
use crate::directory::entity::service_capability;
use crate::directory::model::Capability;
use crate::error::{FieldCode, Refusal, Wrong};
use crate::store::Tx;
use crate::store::prelude::*;

/// What was seen or heard of one capability.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::directory) struct Evidence {
    pub capability: Capability,
    pub method: CheckMethod,
    pub words: String,
    pub on: NaiveDate,
}

impl Evidence {
    fn same(&self, row: &Model) -> bool {
        (self.capability, self.method, self.on) == (row.capability, row.method, row.checked_on)
            && self.words == row.words
    }
}

/// Keeps what there is for `capabilities` and lets go of the rest; `given`, when it is, is all
/// the evidence that there is.
pub(in crate::directory) async fn keep(
    tx: &mut Tx,
    grant: &Grant,
    service: Uuid,
    capabilities: &[Capability],
    given: Option<&[Evidence]>,
) -> Result<(), Refusal> {
    let known = tx.find_all::<Rows>(C::ServiceId.eq(service)).await?;
    let wanted: Vec<Model> = match given {
        None => known
            .iter()
            .filter(|row| capabilities.contains(&row.capability))
            .cloned()
            .collect(),
        Some(given) => given
            .iter()
            .map(|one| known_or_new(tx, service, &known, one))
            .collect(),
    };
    write(tx, grant, service, &known, wanted).await
}

/// Adds to what there is, or takes the place of it, for what the service states already.
pub(in crate::directory) async fn add(
    tx: &mut Tx,
    grant: &Grant,
    service: Uuid,
    given: &[Evidence],
) -> Result<(), Refusal> {
    if given.is_empty() {
        return Ok(());
    }
    use service_capability::Column as A;
    let stated = tx.find_all::<service_capability::Entity>(A::ServiceId.eq(service));
    let stated: Vec<_> = stated
        .await?
        .into_iter()
        .map(|row| row.capability)
        .collect();
    within("evidence", given, &stated)?;
    let known = tx.find_all::<Rows>(C::ServiceId.eq(service)).await?;
    let named = |row: &&Model| given.iter().any(|one| one.capability == row.capability);
    let mut wanted: Vec<Model> = known.iter().filter(|row| !named(row)).cloned().collect();
    wanted.extend(
        given
            .iter()
            .map(|one| known_or_new(tx, service, &known, one)),
    );
    write(tx, grant, service, &known, wanted).await
}

/// Refuses evidence for what is not stated.
pub(in crate::directory) fn within(
    path: &str,
    given: &[Evidence],
    stated: &[Capability],
) -> Result<(), Refusal> {
    let unstated = |one: &&Evidence| !stated.contains(&one.capability);
    match given.iter().find(unstated) {
        None => Ok(()),
        Some(_) => {
            let message = "The service does not state this: name it among its capabilities first.";
            Err(Wrong::at(path, FieldCode::NotAllowedHere, message).into())
        }
    }
}

fn known_or_new(tx: &Tx, service: Uuid, known: &[Model], one: &Evidence) -> Model {
    let there = known.iter().find(|row| one.same(row));
    there.cloned().unwrap_or_else(|| Model {
        service_id: service,
        capability: one.capability,
        method: one.method,
        words: one.words.clone(),
        checked_on: one.on,
        recorded_by: Some(tx.viewer().user()),
        recorded_at: tx.now(),
    })
}

async fn write(
    tx: &mut Tx,
    grant: &Grant,
    service: Uuid,
    known: &[Model],
    wanted: Vec<Model>,
) -> Result<(), Refusal> {
    if known.len() == wanted.len() && wanted.iter().all(|row| known.contains(row)) {
        return Ok(());
    }
    tx.delete::<Rows>(grant, C::ServiceId.eq(service)).await?;
    let rows = wanted
        .into_iter()
        .map(|row| row.into_active_model().reset_all());
    tx.insert_all::<capability_evidence::ActiveModel>(grant, rows.collect())
        .await
}
