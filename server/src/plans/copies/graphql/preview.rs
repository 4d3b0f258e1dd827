//! What will stand on a copy, before it is made.

use std::sync::Arc;

use async_graphql::{Context, ID, Result, SimpleObject};

use crate::access::{Act, Class, Locale};
use crate::cases::CaseRow;
use crate::cases::entity::case_person;
use crate::cases::model::PersonRole;
use crate::graphql::{answer, policy, viewer};
use crate::input::Check;
use crate::paper::{Block, Part, Sheet, unprintable};
use crate::people::colleagues_by_id;
use crate::plans::copies::told::{Source, figures, hash_of, people_in};
use crate::plans::copies::{CopyAudience, inputs, sharing};
use crate::plans::graphql::RecoveryPlan;
use crate::plans::support::open_safety;
use crate::plans::{PlanLoaders, SupportLoaders};
use crate::store::Reading;
use crate::store::prelude::*;

/// What will stand on a copy: all of it, and nothing else.
#[derive(SimpleObject)]
pub struct PlanCopyPreview {
    /// For whom.
    #[graphql(directive = policy::apply(Class::Pointer))]
    audience: CopyAudience,
    /// In which language its own words are.
    #[graphql(directive = policy::apply(Class::Pointer))]
    language: Locale,
    /// At the top; null on what is unlabelled.
    #[graphql(directive = policy::apply(Class::Narrative))]
    title: Option<String>,
    /// Under the title.
    #[graphql(directive = policy::apply(Class::Narrative))]
    notice: Option<String>,
    /// The parts, in the order in which they are read; none when there is nothing yet.
    #[graphql(directive = policy::apply(Class::Narrative))]
    parts: Vec<Part>,
    /// Signs that the fonts do not have: a mark will stand in their place.
    #[graphql(directive = policy::apply(Class::Narrative))]
    unprintable: Vec<String>,
    /// Stands for all of this; to be sent with the making.
    #[graphql(directive = policy::apply(Class::Pointer))]
    content_hash: String,
}

/// The preview for `audience`; `None` when there is nothing to copy, and for those who may
/// not.
pub async fn preview(
    ctx: &Context<'_>,
    case: &Arc<CaseRow>,
    audience: CopyAudience,
    of: Option<ID>,
    language: Option<Locale>,
    pictured: bool,
) -> Result<Option<PlanCopyPreview>> {
    let viewer = viewer(ctx)?;
    let permit = &case.permit;
    let prints = permit.allows(viewer, Act::PlanPrint) && permit.sees(Class::Narrative);
    if !prints || !audience.seen_by(viewer, permit) {
        return Ok(None);
    }
    let mut check = Check::default();
    let of = answer(ctx, inputs::of(viewer, &mut check, audience, of.as_ref()))?;
    inputs::pictured(&mut check, audience, pictured);
    answer(ctx, check.done())?;
    let language = match language {
        Some(language) => language,
        None => spoken(ctx, case).await?.unwrap_or(viewer.locale()),
    };
    let source = match audience {
        CopyAudience::Accounting | CopyAudience::ReleaseForm => {
            let of = of.unwrap_or_default();
            let now = viewer.app().clock().now();
            let source = sharing::source(Reading::Answer(viewer), permit, audience, of, now);
            Some(answer(ctx, source.await)?)
        }
        CopyAudience::SafetyPlan => safety(ctx, case).await?,
        CopyAudience::Youth | CopyAudience::Team => {
            plan(ctx, case, pictured.then_some(language)).await?
        }
    };
    let Some(source) = source else {
        return Ok(None);
    };
    let sheet = answer(ctx, source.sheet(audience, language))?;
    let hash = answer(ctx, hash_of(viewer, &sheet))?;
    Ok(Some(PlanCopyPreview {
        audience,
        language,
        unprintable: unprintable(texts(&sheet)),
        content_hash: hex::encode(hash),
        title: sheet.title,
        notice: sheet.notice,
        parts: sheet.parts,
    }))
}

fn texts(sheet: &Sheet) -> impl Iterator<Item = &str> {
    let blocks = sheet.parts.iter().flat_map(|part| &part.blocks);
    let said = blocks.flat_map(|Block { text, note, .. }| [Some(text), note.as_ref()]);
    let title = sheet.title.as_deref();
    said.flatten().map(String::as_str).chain(title)
}

/// The plan, with the pictures in a language where one is named.
async fn plan(
    ctx: &Context<'_>,
    case: &Arc<CaseRow>,
    pictured: Option<Locale>,
) -> Result<Option<Source>> {
    let found = ctx.data::<PlanLoaders>()?.plan(case.case.id).await;
    let Some(row) = answer(ctx, found)? else {
        return Ok(None);
    };
    let plan = RecoveryPlan::of(row, case.clone());
    let Some(content) = plan.now(ctx).await? else {
        return Ok(None);
    };
    let people = colleagues_by_id(viewer(ctx)?, &people_in(&content)).await;
    let alias = case.place("alias");
    let alias = case.permit.open(Class::Pointer, alias, &case.case.alias);
    let figures = match pictured {
        Some(language) => {
            let found = figures(viewer(ctx)?, case, content.frame.plan, language).await;
            Some(Box::new(answer(ctx, found)?))
        }
        None => None,
    };
    Ok(Some(Source::Plan {
        figures,
        content: Box::new(content),
        alias: answer(ctx, alias)?.unwrap_or_default(),
        names: answer(ctx, people)?
            .into_iter()
            .map(|(id, colleague)| (id, colleague.display_name))
            .collect(),
    }))
}

async fn safety(ctx: &Context<'_>, case: &Arc<CaseRow>) -> Result<Option<Source>> {
    let found = ctx.data::<SupportLoaders>()?.safety(case.case.id).await;
    let Some(row) = answer(ctx, found)? else {
        return Ok(None);
    };
    let opened = answer(ctx, open_safety(&case.permit, &row))?;
    Ok(opened.map(|safety| Source::Safety {
        safety,
        version: row.version,
    }))
}

/// The young person's language, where it is one that paper speaks.
async fn spoken(ctx: &Context<'_>, case: &Arc<CaseRow>) -> Result<Option<Locale>> {
    let child = viewer(ctx)?
        .select::<case_person::Entity>()
        .filter(case_person::Column::CaseId.eq(case.case.id))
        .filter(case_person::Column::Role.eq(PersonRole::Child))
        .order(case_person::Column::Id, Order::Asc)
        .limit(1)
        .one()
        .await;
    let language = answer(ctx, child)?.and_then(|child| child.language);
    Ok(language.and_then(|language| {
        let tongue = language.split(['-', '_']).next().unwrap_or_default();
        Locale::parse(&tongue.to_lowercase())
    }))
}
