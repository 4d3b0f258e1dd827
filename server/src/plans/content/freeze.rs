//! Freezes a plan as it stands: what was agreed on stays to be read (rule 71).

use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::told::{Rows, Told};
use super::{Content, Frozen};
use crate::access::{CasePermit, Class};
use crate::clock::random;
use crate::error::{Fault, Refusal};
use crate::plans::change::place;
use crate::plans::entity::{goal, plan, plan_version, step, strength};
use crate::plans::model::Agreement;
use crate::plans::support::papers_of;
use crate::store::Tx;
use crate::store::prelude::*;

/// What was said when the plan was activated.
pub(in crate::plans) struct Occasion<'a> {
    /// What the young person thinks of the plan (rule 71).
    pub agreement: Agreement,
    /// Why there is a new version.
    pub why: Option<&'a str>,
}

impl Content {
    /// What `plan` says now, read in the change that is under way.
    pub async fn now(
        tx: &mut Tx,
        permit: &CasePermit,
        plan: &plan::Model,
        strengths: &[strength::Model],
    ) -> Result<Self, Refusal> {
        let of_plan = goal::Column::PlanId.eq(plan.id);
        let goals = tx.find_all::<goal::Entity>(of_plan).await?;
        let ids = goals.iter().map(|goal| goal.id);
        let steps = tx
            .find_all::<step::Entity>(step::Column::GoalId.is_in(ids))
            .await?;
        let (profile, safety) = papers_of(tx, permit).await?;
        Told(permit).content(Rows {
            plan,
            strengths,
            goals: &goals,
            steps,
            profile,
            safety,
        })
    }
}

/// Freezes what `plan`, which has just become active, says. Its number is the plan's version.
pub(in crate::plans) async fn freeze(
    tx: &mut Tx,
    permit: &CasePermit,
    content: Content,
    occasion: Occasion<'_>,
) -> Result<(), Refusal> {
    let (plan, number) = (content.frame.plan, content.frame.version);
    let frozen = Frozen {
        content,
        youth_agreement: Some(occasion.agreement),
        why: occasion.why.map(str::to_owned),
        salt: hex::encode(random::<16>()),
    };
    let text = serde_json::to_string(&frozen)
        .map_err(|_| Fault::Broken("a plan that cannot be written down"))?;
    let id = tx.new_id();
    let row = plan_version::ActiveModel {
        id: Set(id),
        org_id: Set(permit.org()),
        plan_id: Set(plan),
        number: Set(number),
        snapshot: Set(permit.seal(place("plan_version", "snapshot", id), &text)?),
        content_hash: Set(Sha256::digest(&text).to_vec()),
        frozen_at: Set(tx.now()),
        by_user: Set(tx.viewer().user()),
        youth_agreement: Set(Some(occasion.agreement)),
        why: Set(permit.seal_some(place("plan_version", "why", id), occasion.why)?),
    };
    tx.insert(&permit.grant()?, row).await?;
    Ok(())
}

/// What a version says. `None` for one who may not read it.
pub(in crate::plans) fn open_frozen(
    permit: &CasePermit,
    row: &plan_version::Model,
) -> Result<Option<Frozen>, Refusal> {
    let place = place("plan_version", "snapshot", row.id);
    let text = permit.open(Class::Narrative, place, &row.snapshot)?;
    text.map(|text| {
        if Sha256::digest(&text).as_slice() != row.content_hash {
            return Err(Fault::Broken("a version that is not what was frozen").into());
        }
        serde_json::from_str(&text)
            .map_err(|_| Fault::Broken("a version that cannot be read").into())
    })
    .transpose()
}

/// The version of `plan` that was frozen last.
pub(in crate::plans) async fn latest_frozen(
    tx: &Tx,
    plan: Uuid,
) -> Result<Option<plan_version::Model>, Refusal> {
    let of_plan = plan_version::Column::PlanId.eq(plan);
    let all = tx.find_all::<plan_version::Entity>(of_plan).await?;
    Ok(all.into_iter().max_by_key(|version| version.number))
}
