//! Writes down that something was sought and not found (rule 84).

use uuid::Uuid;

use super::entity::unmet_need::Model;
use super::model::Population;
use crate::access::{Act, Viewer};
use crate::cases::model::State;
use crate::directory::model::ServiceCategory;
use crate::error::Refusal;
use crate::store::prelude::*;

/// What was sought, where and for whom.
#[derive(Debug)]
pub(super) struct UnmetNeedRecord {
    pub key: Uuid,
    pub state: State,
    /// Three digits, or empty.
    pub county: String,
    pub category: ServiceCategory,
    pub population: Population,
}

impl UnmetNeedRecord {
    /// The row that it becomes, without an id.
    pub fn row(&self, viewer: &Viewer) -> Model {
        Model {
            id: Uuid::nil(),
            org_id: viewer.org(),
            state: self.state,
            county: self.county.clone(),
            category: self.category,
            population: self.population.kept(),
            recorded_on: viewer.app().clock().now().date_naive(),
        }
    }
}

/// Records. Who did so stands in the audit alone.
pub(super) async fn record(viewer: &Viewer, input: UnmetNeedRecord) -> Result<Uuid, Refusal> {
    let mut tx = viewer
        .begin(Act::UnmetNeedRecord, input.key, &input)
        .await?;
    let grant = tx.may()?;
    let id = tx.new_id();
    let row = Model {
        id,
        ..input.row(viewer)
    };
    tx.insert(&grant, row.into_active_model().reset_all())
        .await?;
    tx.commit(id).await
}
