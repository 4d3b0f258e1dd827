//! What the together view shows: an allow-list, opened (rule 77). No indicators, nobody else's
//! goals, no steps, no notes or stages of staff, no contacts, nothing of other people on the
//! case; of the support profile what is the young person's, not what sets them off.

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use crate::access::{Act, CasePermit, Class, Viewer};
use crate::cases::entity::{case, case_person};
use crate::error::Refusal;
use crate::plans::change::place;
use crate::plans::entity::{goal, plan, strength};
use crate::plans::support::{
    Profile, Safety, open_profile, open_safety, safety_plan, support_profile,
};
use crate::store::prelude::*;
use crate::vault::SealedBytes;

/// One of the young person's goals.
pub(super) struct Goal {
    pub row: goal::Model,
    pub text: String,
}

/// All that is shown.
pub(super) struct Shown {
    pub case: Uuid,
    pub plan: Uuid,
    pub alias: String,
    pub name: Option<String>,
    pub words: Option<String>,
    pub recorded_at: Option<DateTime<Utc>>,
    pub right_explained_on: Option<NaiveDate>,
    pub goals: Vec<Goal>,
    pub strengths: Vec<String>,
    pub profile: Profile,
    pub safety: Safety,
}

/// What is shown now, in a fixed number of statements; not found for who is not in the view.
pub(super) async fn shown(viewer: &Viewer) -> Result<Shown, Refusal> {
    viewer.may(Act::TogetherView)?;
    let view = viewer.together().ok_or(Refusal::NotFound)?;
    let permit = viewer.case(view.case, Act::TogetherView).await?;
    let plan = viewer.select::<plan::Entity>().one().await?;
    let plan = plan.ok_or(Refusal::NotFound)?;
    let case = viewer.select::<case::Entity>().one().await?;
    let case = case.ok_or(Refusal::NotFound)?;
    let open = |table, column, id, sealed: &SealedBytes| {
        permit.open(Class::Narrative, place(table, column, id), sealed)
    };
    let alias = permit.open(
        Class::Pointer,
        place("cases", "alias", case.id),
        &case.alias,
    )?;
    let words = plan.voice_words.as_ref();
    let words = words.map(|words| open("plan", "voice_words", plan.id, words));
    let mut goals = Vec::new();
    for row in goals_of(viewer).await? {
        let text = open("goal", "text", row.id, &row.text)?.unwrap_or_default();
        goals.push(Goal { row, text });
    }
    let mut strengths = Vec::new();
    for row in strengths_of(viewer).await? {
        strengths.extend(open("strength", "text", row.id, &row.text)?);
    }
    let (profile, safety) = papers(viewer, &permit).await?;
    Ok(Shown {
        case: view.case,
        plan: view.plan,
        alias: alias.unwrap_or_default(),
        name: name(viewer, &permit).await?,
        words: words.transpose()?.flatten(),
        recorded_at: plan.voice_recorded_at,
        right_explained_on: plan.right_explained_on,
        goals,
        strengths,
        profile,
        safety,
    })
}

async fn goals_of(viewer: &Viewer) -> Result<Vec<goal::Model>, Refusal> {
    let rows = viewer.select::<goal::Entity>();
    let rows = rows.order(goal::Column::Position, Order::Asc);
    rows.order(goal::Column::Id, Order::Asc).all().await
}

async fn strengths_of(viewer: &Viewer) -> Result<Vec<strength::Model>, Refusal> {
    let rows = viewer.select::<strength::Entity>();
    rows.order(strength::Column::Id, Order::Asc).all().await
}

/// The name in daily use, if the young person is on the case.
async fn name(viewer: &Viewer, permit: &CasePermit) -> Result<Option<String>, Refusal> {
    let child = viewer.select::<case_person::Entity>();
    let child = child.order(case_person::Column::Id, Order::Asc).limit(1);
    match child.one().await? {
        Some(row) => {
            let place = place("case_person", "name", row.id);
            permit.open(Class::Identity, place, &row.name)
        }
        None => Ok(None),
    }
}

async fn papers(viewer: &Viewer, permit: &CasePermit) -> Result<(Profile, Safety), Refusal> {
    let profile = viewer.select::<support_profile::Entity>().one().await?;
    let safety = viewer.select::<safety_plan::Entity>().one().await?;
    let profile = profile.map(|row| open_profile(permit, &row)).transpose()?;
    let safety = safety.map(|row| open_safety(permit, &row)).transpose()?;
    Ok((
        profile.flatten().unwrap_or_default(),
        safety.flatten().unwrap_or_default(),
    ))
}
