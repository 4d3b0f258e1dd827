//! Something that was shared, in GraphQL.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, Result};
use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::SharedContent;
use crate::access::{Class, Viewer};
use crate::answers::AnswerLink;
use crate::cases::{CasePerson, CaseRow, cases_of};
use crate::directory::Service;
use crate::disclosures::entity::disclosure;
use crate::disclosures::make::read_payload;
use crate::disclosures::model::{DisclosureBasis, ReportKind, ToldPerson};
use crate::disclosures::{DisclosureLoaders, place, read};
use crate::error::Refusal;
use crate::graphql::{Case, Kind, answer, id, policy};
use crate::people::User;
use crate::referrals::Referral;
use crate::releases::model::{DisclosureMethod, DisclosurePurpose, InformationCategory};
use crate::releases::{Release, person_on};
use crate::vault::SealedBytes;

/// Those of the disclosures `ids` whose case is in reach.
pub async fn by_ids(
    viewer: &Viewer,
    ids: &[Uuid],
) -> std::result::Result<Vec<(Uuid, Disclosure)>, Refusal> {
    let rows = read::by_ids(viewer, ids).await?;
    let cases = cases_of(viewer, rows.iter().map(|row| row.case_id)).await?;
    let with = |row: disclosure::Model| {
        let case = cases.get(&row.case_id)?.clone();
        Some((row.id, Disclosure::of(row, case)))
    };
    Ok(rows.into_iter().filter_map(with).collect())
}

/// Something that was shared.
pub struct Disclosure {
    row: disclosure::Model,
    case: Arc<CaseRow>,
}

impl Disclosure {
    /// Of `row`, which is on `case`.
    pub(super) fn of(row: disclosure::Model, case: Arc<CaseRow>) -> Self {
        Self { row, case }
    }

    /// The one with this id, if its case is in reach.
    pub(super) async fn load(viewer: &Viewer, id: Uuid) -> std::result::Result<Self, Refusal> {
        let found = by_ids(viewer, &[id]).await?.pop();
        found.map(|(_, one)| one).ok_or(Refusal::NotFound)
    }

    /// Those of a referral, which is on `case`, newest first.
    pub(crate) async fn of_referral(
        ctx: &Context<'_>,
        referral: Uuid,
        case: &Arc<CaseRow>,
    ) -> Result<Vec<Self>> {
        let rows = ctx.data::<DisclosureLoaders>()?.of_referral(referral).await;
        let rows = answer(ctx, rows)?.into_iter();
        Ok(rows.map(|row| Self::of(row, case.clone())).collect())
    }

    fn told(
        &self,
        ctx: &Context<'_>,
        column: &'static str,
        sealed: Option<&SealedBytes>,
    ) -> Result<Option<String>> {
        let place = place(column, self.row.id);
        answer(ctx, self.case.permit.open_some(Class::Legal, place, sealed))
    }
}

/// Something that was shared: what, with whom, when, by whom and on what basis. It stays.
#[Object]
impl Disclosure {
    /// Opaque id.
    #[graphql(directive = policy::apply(Class::Pointer))]
    pub async fn id(&self, ctx: &Context<'_>) -> Result<ID> {
        id::seal(ctx, Kind::Disclosure, self.row.id)
    }

    /// The case.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn case(&self) -> Case {
        Case::of(self.case.clone())
    }

    /// About whom.
    #[graphql(directive = policy::apply(Class::Identity))]
    async fn person(&self, ctx: &Context<'_>) -> Result<Option<CasePerson>> {
        person_on(ctx, &self.case, self.row.person_id).await
    }

    /// On what it rests.
    #[graphql(directive = policy::apply(Class::Legal))]
    async fn basis(&self) -> DisclosureBasis {
        self.row.basis
    }

    /// The release; null without consent.
    #[graphql(directive = policy::apply(Class::Legal))]
    async fn release(&self, ctx: &Context<'_>) -> Result<Option<Release>> {
        let Some(id) = self.row.release_id else {
            return Ok(None);
        };
        answer(ctx, ctx.data::<DisclosureLoaders>()?.release(id).await)
    }

    /// The recipient's entry in the directory, where there is one.
    #[graphql(directive = policy::apply(Class::Legal))]
    async fn recipient(&self, ctx: &Context<'_>) -> Result<Option<Service>> {
        match self.row.recipient_service_id {
            Some(id) => Service::load(ctx, id).await,
            None => Ok(None),
        }
    }

    /// Who received it, as they were called then.
    #[graphql(directive = policy::apply(Class::Legal))]
    async fn recipient_name(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        self.told(ctx, "recipient_name", Some(&self.row.recipient_name))
    }

    /// What was shared, in the vocabulary's order.
    #[graphql(directive = policy::apply(Class::Legal))]
    async fn categories(&self, ctx: &Context<'_>) -> Result<Vec<InformationCategory>> {
        let loaders = ctx.data::<DisclosureLoaders>()?;
        answer(ctx, loaders.categories(self.row.id).await)
    }

    /// What for.
    #[graphql(directive = policy::apply(Class::Legal))]
    async fn purpose(&self) -> DisclosurePurpose {
        self.row.purpose
    }

    /// How.
    #[graphql(directive = policy::apply(Class::Legal))]
    async fn method(&self) -> DisclosureMethod {
        self.row.method
    }

    /// All that was shared, exactly as it left.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn content(&self, ctx: &Context<'_>) -> Result<SharedContent> {
        let place = place("payload", self.row.id);
        let opened = self
            .case
            .permit
            .open(Class::Narrative, place, &self.row.payload);
        let text = answer(ctx, opened)?.unwrap_or_default();
        Ok(answer(ctx, read_payload(&text))?.into())
    }

    /// The hash of it, in hexadecimal digits.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn content_hash(&self) -> String {
        hex::encode(&self.row.payload_hash)
    }

    /// The reference of the document, without consent.
    #[graphql(directive = policy::apply(Class::Legal))]
    async fn document(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        self.told(ctx, "document", self.row.document.as_ref())
    }

    /// The report that a statute demanded.
    #[graphql(directive = policy::apply(Class::Legal))]
    async fn report(&self) -> Option<ReportKind> {
        self.row.report_kind
    }

    /// Whether the court's paper was a subpoena.
    #[graphql(directive = policy::apply(Class::Legal))]
    async fn subpoena(&self) -> bool {
        self.row.subpoena
    }

    /// Who of counsel approved.
    #[graphql(directive = policy::apply(Class::Legal))]
    async fn counsel_approval(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let approval = self.row.counsel_approval.as_ref();
        self.told(ctx, "counsel_approval", approval)
    }

    /// The supervisor who approved what a court demanded.
    #[graphql(directive = policy::apply(Class::Legal))]
    async fn approved_by(&self, ctx: &Context<'_>) -> Result<Option<User>> {
        match self.row.approved_by {
            Some(by) => User::load(ctx, by).await,
            None => Ok(None),
        }
    }

    /// Whether the person heard of it, without consent.
    #[graphql(directive = policy::apply(Class::Legal))]
    async fn told_person(&self) -> Option<ToldPerson> {
        self.row.told_person
    }

    /// How it was tried, or why it was unsafe.
    #[graphql(directive = policy::apply(Class::Legal))]
    async fn told_person_words(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let words = self.row.told_person_words.as_ref();
        self.told(ctx, "told_person_words", words)
    }

    /// What was done to keep them safe.
    #[graphql(directive = policy::apply(Class::Legal))]
    async fn safety_steps(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        self.told(ctx, "safety_steps", self.row.safety_steps.as_ref())
    }

    /// Who shared it; without consent, who answers for it.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn made_by(&self, ctx: &Context<'_>) -> Result<Option<User>> {
        User::load(ctx, self.row.made_by).await
    }

    /// The referral with whose service it was shared, if it was.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn referral(&self, ctx: &Context<'_>) -> Result<Option<Referral>> {
        match self.row.referral_id {
            Some(referral) => Referral::of_id(ctx, referral).await,
            None => Ok(None),
        }
    }

    /// The links by which the recipient opens it, oldest first: each when it was opened, while it
    /// waits, or how it ended.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn links(&self, ctx: &Context<'_>) -> Result<Vec<AnswerLink>> {
        AnswerLink::of_disclosure(ctx, self.row.id).await
    }

    /// When the recipient saw it, by a link (rule 26).
    #[graphql(directive = policy::apply(Class::Legal))]
    async fn seen_at(&self, ctx: &Context<'_>) -> Result<Vec<DateTime<Utc>>> {
        let links = AnswerLink::of_disclosure(ctx, self.row.id).await?;
        Ok(links.iter().filter_map(|link| link.0.answered_at).collect())
    }

    /// When.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn made_at(&self) -> DateTime<Utc> {
        self.row.made_at
    }
}
