//! What would be shared, before it is (rule 28).

use async_graphql::{Context, Object, Result, SimpleObject};

use super::SharedContent;
use super::inputs::{DisclosurePreviewInput, DisclosureWithoutConsentInput};
use crate::access::{Act, Class, Viewer};
use crate::disclosures::DisclosureLoaders;
use crate::disclosures::catalogue::DisclosureField;
use crate::disclosures::make::{Looked, look};
use crate::disclosures::model::{DisclosureRefusal, ReportKind};
use crate::error::Refusal;
use crate::graphql::{answer, policy, viewer};
use crate::input::Check;
use crate::releases::Release;
use crate::releases::model::InformationCategory;
use crate::store::Reading;

/// What would be shared: all of it and nothing else, and whether it may be.
#[derive(SimpleObject)]
pub struct DisclosurePreview {
    /// What would be shared.
    #[graphql(directive = policy::apply(Class::Narrative))]
    content: SharedContent,
    /// Why nothing permits it; null when it may be shared now.
    #[graphql(directive = policy::apply(Class::Legal))]
    refusal: Option<DisclosureRefusal>,
    /// The release that permits it; null without consent.
    #[graphql(directive = policy::apply(Class::Legal))]
    release: Option<Release>,
    /// Stands for all of this; to be sent with the sharing.
    #[graphql(directive = policy::apply(Class::Pointer))]
    content_hash: String,
}

/// What belongs into a report that a statute demands (rule 23); nothing else leaves in one.
#[derive(SimpleObject)]
pub struct MandatedReport {
    /// Which report.
    #[graphql(directive = policy::apply(Class::Public))]
    report: ReportKind,
    /// The categories of which something may be in it.
    #[graphql(directive = policy::apply(Class::Public))]
    categories: Vec<InformationCategory>,
    /// The fields that leave, of what is known.
    #[graphql(directive = policy::apply(Class::Public))]
    fields: Vec<DisclosureField>,
    /// The categories in which something may be said in words.
    #[graphql(directive = policy::apply(Class::Public))]
    words: Vec<InformationCategory>,
}

/// Reads about disclosures.
#[derive(Default)]
pub struct DisclosureQuery;

#[Object]
impl DisclosureQuery {
    /// What belongs into each report that a statute demands (rule 23).
    #[graphql(directive = policy::apply(Class::Public))]
    async fn mandated_reports(&self, ctx: &Context<'_>) -> Result<Vec<MandatedReport>> {
        viewer(ctx)?;
        let report = |kind: &ReportKind| MandatedReport {
            report: *kind,
            categories: kind.categories().to_vec(),
            fields: kind.fields().to_vec(),
            words: kind.words().to_vec(),
        };
        Ok(ReportKind::ALL.iter().map(report).collect())
    }

    /// What would be shared by this, and whether it may be: by consent, or as `without` says.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn disclosure_preview(
        &self,
        ctx: &Context<'_>,
        input: DisclosurePreviewInput,
        without: Option<DisclosureWithoutConsentInput>,
    ) -> Result<DisclosurePreview> {
        let looked = answer(ctx, preview(viewer(ctx)?, input, without).await)?;
        let release = looked.verdict.as_ref().ok().copied().flatten();
        let release = match release {
            Some(id) => answer(ctx, ctx.data::<DisclosureLoaders>()?.release(id).await)?,
            None => None,
        };
        Ok(DisclosurePreview {
            content: looked.payload.into(),
            refusal: looked.verdict.err(),
            release,
            content_hash: hex::encode(looked.hash),
        })
    }
}

async fn preview(
    viewer: &Viewer,
    input: DisclosurePreviewInput,
    without: Option<DisclosureWithoutConsentInput>,
) -> std::result::Result<Looked, Refusal> {
    let mut check = Check::default();
    let without = without
        .map(|without| without.parse(viewer, &mut check))
        .transpose()?;
    check.done()?;
    let act = match without {
        None => Act::DisclosureMake,
        Some(_) => Act::DisclosureCompel,
    };
    let ask = input.parse(viewer, without)?;
    let permit = viewer.case(ask.case, act).await?;
    let now = viewer.app().clock().now();
    look(viewer, Reading::Answer(viewer), &permit, &ask, now).await
}
