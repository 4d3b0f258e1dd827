//! Opens the two papers of a case.

use serde::de::DeserializeOwned;

use super::{Profile, Safety, safety_plan, support_profile};
use crate::access::{CasePermit, Class};
use crate::error::{Fault, Refusal};
use crate::plans::change::place;
use crate::store::Tx;
use crate::store::prelude::*;

fn read<T: DeserializeOwned>(text: Option<String>) -> Result<Option<T>, Refusal> {
    text.map(|text| {
        serde_json::from_str(&text)
            .map_err(|_| Fault::Broken("a paper of a case that cannot be read").into())
    })
    .transpose()
}

/// What a support profile says; `None` for one who may not read it.
pub(in crate::plans) fn open_profile(
    permit: &CasePermit,
    row: &support_profile::Model,
) -> Result<Option<Profile>, Refusal> {
    let place = place("support_profile", "content", row.id);
    read(permit.open(Class::Narrative, place, &row.content)?)
}

/// What a safety plan says; `None` for one who may not read it.
pub(in crate::plans) fn open_safety(
    permit: &CasePermit,
    row: &safety_plan::Model,
) -> Result<Option<Safety>, Refusal> {
    let place = place("safety_plan", "content", row.id);
    read(permit.open(Class::Narrative, place, &row.content)?)
}

/// Both papers of the case, in the change that is under way.
pub(in crate::plans) async fn papers_of(
    tx: &mut Tx,
    permit: &CasePermit,
) -> Result<(Option<Profile>, Option<Safety>), Refusal> {
    let case = permit.case();
    let profile = tx
        .find_where::<support_profile::Entity>(support_profile::Column::CaseId.eq(case))
        .await?;
    let safety = tx
        .find_where::<safety_plan::Entity>(safety_plan::Column::CaseId.eq(case))
        .await?;
    let profile = profile.map(|row| open_profile(permit, &row)).transpose()?;
    let safety = safety.map(|row| open_safety(permit, &row)).transpose()?;
    Ok((profile.flatten(), safety.flatten()))
}
