//! Makes a copy: numbers it, and keeps what stands on it.

use uuid::Uuid;

use super::entity::plan_copy;
use super::told::{Figures, Names, Source, figures, hash_of, people_in, written};
use super::{CopyAudience, sharing};
use crate::access::{Act, CasePermit, Class, Locale, Viewer};
use crate::cases::entity::case;
use crate::cases::{case_place, cases_of};
use crate::error::{FieldCode, Refusal, Wrong};
use crate::people::entity::user;
use crate::plans::change::place;
use crate::plans::content::Content;
use crate::plans::entity::{plan, strength};
use crate::plans::model::PlanState;
use crate::plans::read::plans_of;
use crate::plans::support::{open_safety, safety_plan};
use crate::store::prelude::*;
use crate::store::{Reading, Tx};

/// The copy that is wanted.
#[derive(Debug)]
pub(super) struct CopyMake {
    pub key: Uuid,
    pub case: Uuid,
    pub audience: CopyAudience,
    /// The young person, or the release; none of a plan.
    pub of: Option<Uuid>,
    pub language: Locale,
    /// With the pictures.
    pub figures: bool,
    /// Stands for what was shown before.
    pub content_hash: Vec<u8>,
}

#[derive(FromQueryResult)]
struct Latest {
    number: Option<i32>,
}

/// Makes it. Returns the copy.
pub(super) async fn make(viewer: &Viewer, input: CopyMake) -> Result<Uuid, Refusal> {
    let pictures = pictures(viewer, &input).await?;
    let mut tx = viewer.begin(Act::PlanPrint, input.key, &input).await?;
    let permit = tx.case(input.case).await?;
    // Held until the end: numbers of a case are given one after the other.
    let case = tx.find::<case::Entity>(input.case).await?;
    let source = match input.of {
        Some(of) if input.audience.seen_by(viewer, &permit) => {
            let rows = Reading::Change(&tx);
            sharing::source(rows, &permit, input.audience, of, tx.now()).await?
        }
        Some(_) => return Err(Refusal::NotFound),
        None => source(&mut tx, &permit, &case, input.audience, pictures).await?,
    };
    let (of_version, plan) = (source.version(), source.plan());
    let mut sheet = source.sheet(input.audience, input.language)?;
    if sheet.parts.is_empty() {
        let message = "There is nothing to put on paper yet.";
        return Err(Wrong::at("audience", FieldCode::NotAllowedHere, message).into());
    }
    let hash = hash_of(viewer, &sheet)?;
    if hash.as_slice() != input.content_hash {
        let message = "It has changed since. Look again at what will be on paper.";
        return Err(Wrong::at("contentHash", FieldCode::NotAllowedHere, message).into());
    }
    let number = next_number(&tx, &permit).await?;
    // The plain copy carries nothing that leads anywhere.
    if input.audience != CopyAudience::SafetyPlan {
        let words = super::words::Words(input.language);
        sheet.foot = Some(words.with("sheet", "copy", &number.to_string()));
    }
    let id = tx.new_id();
    let content = place("plan_copy", "content", id);
    let row = plan_copy::ActiveModel {
        id: Set(id),
        org_id: Set(permit.org()),
        case_id: Set(input.case),
        plan_id: Set(plan),
        number: Set(number),
        audience: Set(input.audience),
        language: Set(input.language),
        of_version: Set(of_version),
        content: Set(permit.seal(content, &written(&sheet)?)?),
        content_hash: Set(hash.to_vec()),
        made_by: Set(viewer.user()),
        session_id: Set(viewer.session()),
        made_at: Set(tx.now()),
        taken_at: Set(None),
    };
    tx.insert(&permit.grant()?, row).await?;
    tx.commit(id).await
}

async fn next_number(tx: &Tx, permit: &CasePermit) -> Result<i32, Refusal> {
    let query = Query::select()
        .expr_as(Expr::col(plan_copy::Column::Number).max(), "number")
        .from(plan_copy::Entity)
        .and_where(plan_copy::Column::CaseId.eq(permit.case()))
        .take();
    let latest = tx.unscoped_rows::<Latest>(&permit.grant()?, &query).await?;
    Ok(1 + latest.first().and_then(|latest| latest.number).unwrap_or(0))
}

/// What the pictures are drawn of, where they are wanted. Read before the change begins: what
/// changes meanwhile is not what was shown, and is refused by its hash.
async fn pictures(viewer: &Viewer, input: &CopyMake) -> Result<Option<Figures>, Refusal> {
    if !input.figures {
        return Ok(None);
    }
    let cases = cases_of(viewer, [input.case].into_iter()).await?;
    let case = cases.get(&input.case).ok_or(Refusal::NotFound)?;
    let plan = plans_of(viewer, &[input.case]).await?.remove(&input.case);
    let plan = plan.ok_or(Refusal::NotFound)?.id;
    figures(viewer, case, plan, input.language).await.map(Some)
}

/// What there is to copy, read in the change that is under way.
async fn source(
    tx: &mut Tx,
    permit: &CasePermit,
    case: &case::Model,
    audience: CopyAudience,
    figures: Option<Figures>,
) -> Result<Source, Refusal> {
    if audience == CopyAudience::SafetyPlan {
        let of_case = safety_plan::Column::CaseId.eq(case.id);
        let row = tx.find_where::<safety_plan::Entity>(of_case).await?;
        let row = row.ok_or(Refusal::NotFound)?;
        return Ok(Source::Safety {
            safety: open_safety(permit, &row)?.ok_or(Refusal::NotFound)?,
            version: row.version,
        });
    }
    let live = Condition::all()
        .add(plan::Column::CaseId.eq(case.id))
        .add(plan::Column::State.ne(PlanState::Superseded));
    let plan = tx.find_where::<plan::Entity>(live).await?;
    let plan = plan.ok_or(Refusal::NotFound)?;
    let of_plan = strength::Column::PlanId.eq(plan.id);
    let strengths = tx.find_all::<strength::Entity>(of_plan).await?;
    let content = Content::now(tx, permit, &plan, &strengths).await?;
    let people = user::Column::Id.is_in(people_in(&content));
    let people = tx.find_all::<user::Entity>(people).await?;
    let alias = permit.open(Class::Pointer, case_place("alias", case.id), &case.alias)?;
    Ok(Source::Plan {
        content: Box::new(content),
        alias: alias.unwrap_or_default(),
        names: people
            .into_iter()
            .map(|person| (person.id, person.display_name))
            .collect::<Names>(),
        figures: figures.map(Box::new),
    })
}
