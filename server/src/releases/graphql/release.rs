//! A release, in GraphQL.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, Result};
use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::signature::ReleaseSignature;
use crate::access::{Class, Viewer};
use crate::cases::{CasePerson, CaseRow, cases_of};
use crate::directory::Service;
use crate::disclosures::check::{self, Around, Release as Facts};
use crate::error::{Fault, Refusal};
use crate::graphql::{Case, Kind, Loaders, answer, id, policy, viewer};
use crate::people::User;
use crate::releases::entity::release;
use crate::releases::facts::{around, release_of};
use crate::releases::model::{
    DisclosureMethod, DisclosurePurpose, InformationCategory, ReleasePrompt, ReleaseStatus,
    SignerCapacity, SignerPolicy, WithdrawalHow,
};
use crate::releases::{ReleaseLoaders, place, read, standing};
use crate::vault::SealedBytes;

/// Those of the releases `ids` whose case is in reach.
pub async fn by_ids(
    viewer: &Viewer,
    ids: &[Uuid],
) -> std::result::Result<Vec<(Uuid, Release)>, Refusal> {
    let rows = read::by_ids(viewer, ids).await?;
    let cases = cases_of(viewer, rows.iter().map(|row| row.case_id)).await?;
    let with = |row: release::Model| {
        let case = cases.get(&row.case_id)?.clone();
        Some((row.id, Release::of(row, case)))
    };
    Ok(rows.into_iter().filter_map(with).collect())
}

/// Somebody on a case.
pub(crate) async fn person_on(
    ctx: &Context<'_>,
    case: &Arc<CaseRow>,
    id: Uuid,
) -> Result<Option<CasePerson>> {
    let people = answer(ctx, ctx.data::<Loaders>()?.people(case.case.id).await)?;
    let found = people.into_iter().find(|one| one.id == id);
    Ok(found.map(|row| CasePerson {
        row,
        case: case.clone(),
    }))
}

/// A release: who may be told what about a young person, why, how and until when.
#[derive(Clone)]
pub struct Release {
    pub(super) row: release::Model,
    case: Arc<CaseRow>,
}

impl Release {
    /// Of `row`, which is on `case`.
    pub(super) fn of(row: release::Model, case: Arc<CaseRow>) -> Self {
        Self { row, case }
    }

    /// The one with this id, if its case is in reach.
    pub async fn load(viewer: &Viewer, id: Uuid) -> std::result::Result<Self, Refusal> {
        let found = by_ids(viewer, &[id]).await?.pop();
        found.map(|(_, one)| one).ok_or(Refusal::NotFound)
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

    /// What is never empty; whoever finds the row sees its class.
    fn needed(&self, ctx: &Context<'_>, column: &'static str, of: &SealedBytes) -> Result<String> {
        let found = self.told(ctx, column, Some(of))?;
        answer(
            ctx,
            found.ok_or(Refusal::Fault(Fault::Broken("a row that is not shown"))),
        )
    }

    /// What the check knows of it.
    pub(super) async fn facts(&self, ctx: &Context<'_>) -> Result<(Facts, Around)> {
        let loaders = ctx.data::<ReleaseLoaders>()?;
        let codes = answer(ctx, loaders.codes(self.row.id).await)?;
        let signatures = answer(ctx, loaders.signatures(self.row.id).await)?;
        let people = ctx.data::<Loaders>()?.people(self.case.case.id).await;
        let people = answer(ctx, people)?;
        let permit = &self.case.permit;
        let about = people.iter().find(|one| one.id == self.row.person_id);
        let known = about
            .map(|about| around(permit, about, &people))
            .transpose();
        let of = release_of(
            permit,
            &self.row,
            codes.categories,
            codes.methods,
            signatures.iter(),
        );
        Ok((answer(ctx, of)?, answer(ctx, known)?.unwrap_or_default()))
    }

    /// What it asks for.
    pub(super) async fn asks(&self, ctx: &Context<'_>) -> Result<Vec<ReleasePrompt>> {
        let (facts, around) = self.facts(ctx).await?;
        Ok(standing::prompts(&facts, &around, now(ctx)?))
    }
}

pub(super) fn now(ctx: &Context<'_>) -> Result<DateTime<Utc>> {
    Ok(viewer(ctx)?.app().clock().now())
}

/// A release: who may be told what about a young person, why, how and until when. It is not
/// edited; another one is drafted.
#[Object]
impl Release {
    /// Opaque id.
    #[graphql(directive = policy::apply(Class::Pointer))]
    pub async fn id(&self, ctx: &Context<'_>) -> Result<ID> {
        id::seal(ctx, Kind::Release, self.row.id)
    }

    /// The case.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn case(&self) -> Case {
        Case::of(self.case.clone())
    }

    /// Where it stands now. It is not kept: it follows from the rest and the time.
    #[graphql(directive = policy::apply(Class::Legal))]
    async fn status(&self, ctx: &Context<'_>) -> Result<ReleaseStatus> {
        let (facts, around) = self.facts(ctx).await?;
        Ok(standing::status(&facts, &around, now(ctx)?))
    }

    /// What it asks for; nothing, once it has ended.
    #[graphql(directive = policy::apply(Class::Legal))]
    async fn prompts(&self, ctx: &Context<'_>) -> Result<Vec<ReleasePrompt>> {
        self.asks(ctx).await
    }

    /// About whom.
    #[graphql(directive = policy::apply(Class::Identity))]
    async fn person(&self, ctx: &Context<'_>) -> Result<Option<CasePerson>> {
        person_on(ctx, &self.case, self.row.person_id).await
    }

    /// The recipient's entry in the directory.
    #[graphql(directive = policy::apply(Class::Legal))]
    async fn recipient(&self, ctx: &Context<'_>) -> Result<Option<Service>> {
        Service::load(ctx, self.row.recipient_service_id).await
    }

    /// The one organisation that may receive it, as it was called when this was drafted.
    #[graphql(directive = policy::apply(Class::Legal))]
    async fn recipient_name(&self, ctx: &Context<'_>) -> Result<String> {
        self.needed(ctx, "recipient_name", &self.row.recipient_name)
    }

    /// What may be shared, in the vocabulary's order.
    #[graphql(directive = policy::apply(Class::Legal))]
    async fn categories(&self, ctx: &Context<'_>) -> Result<Vec<InformationCategory>> {
        let codes = ctx.data::<ReleaseLoaders>()?.codes(self.row.id).await;
        Ok(answer(ctx, codes)?.categories.into_iter().collect())
    }

    /// What for.
    #[graphql(directive = policy::apply(Class::Legal))]
    async fn purpose(&self) -> DisclosurePurpose {
        self.row.purpose
    }

    /// What for, in words, of `OTHER_SPECIFIED`.
    #[graphql(directive = policy::apply(Class::Legal))]
    async fn purpose_words(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        self.told(ctx, "purpose_words", self.row.purpose_words.as_ref())
    }

    /// How it may be shared, in the vocabulary's order.
    #[graphql(directive = policy::apply(Class::Legal))]
    async fn methods(&self, ctx: &Context<'_>) -> Result<Vec<DisclosureMethod>> {
        let codes = ctx.data::<ReleaseLoaders>()?.codes(self.row.id).await;
        Ok(answer(ctx, codes)?.methods.into_iter().collect())
    }

    /// From this instant on.
    #[graphql(directive = policy::apply(Class::Legal))]
    async fn starts_at(&self) -> DateTime<Utc> {
        self.row.starts_at
    }

    /// Before this one.
    #[graphql(directive = policy::apply(Class::Legal))]
    async fn expires_at(&self) -> DateTime<Utc> {
        self.row.expires_at
    }

    /// A supervisor's reason for more than ninety days.
    #[graphql(directive = policy::apply(Class::Legal))]
    async fn longer_reason(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        self.told(ctx, "longer_reason", self.row.longer_reason.as_ref())
    }

    /// How it was explained.
    #[graphql(directive = policy::apply(Class::Legal))]
    async fn explained_how(&self, ctx: &Context<'_>) -> Result<String> {
        self.needed(ctx, "explained_how", &self.row.explained_how)
    }

    /// In which language.
    #[graphql(directive = policy::apply(Class::Legal))]
    async fn explained_language(&self, ctx: &Context<'_>) -> Result<String> {
        self.needed(ctx, "explained_language", &self.row.explained_language)
    }

    /// By whom.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn explained_by(&self, ctx: &Context<'_>) -> Result<Option<User>> {
        User::load(ctx, self.row.explained_by).await
    }

    /// That it was explained what can come of it.
    #[graphql(directive = policy::apply(Class::Legal))]
    async fn consequences_explained(&self) -> bool {
        self.row.consequences_explained
    }

    /// That it was said that no service depends on it.
    #[graphql(directive = policy::apply(Class::Legal))]
    async fn services_do_not_depend(&self) -> bool {
        self.row.services_do_not_depend
    }

    /// Whether it was explained that whoever receives it may not pass it on (rule 24).
    #[graphql(directive = policy::apply(Class::Legal))]
    async fn redisclosure_notice(&self) -> bool {
        self.row.redisclosure_notice
    }

    /// Who has to sign.
    #[graphql(directive = policy::apply(Class::Legal))]
    async fn signer_policy(&self) -> SignerPolicy {
        self.row.signer_policy
    }

    /// Why the law lets a young person sign alone.
    #[graphql(directive = policy::apply(Class::Legal))]
    async fn signer_basis(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        self.told(ctx, "signer_basis", self.row.signer_basis.as_ref())
    }

    /// In which capacities somebody still has to sign.
    #[graphql(directive = policy::apply(Class::Legal))]
    async fn signers_missing(&self, ctx: &Context<'_>) -> Result<Vec<SignerCapacity>> {
        let (facts, around) = self.facts(ctx).await?;
        Ok(check::missing(&facts, &around, now(ctx)?))
    }

    /// The names under it, in the order in which they were written down.
    #[graphql(directive = policy::apply(Class::Legal))]
    async fn signatures(&self, ctx: &Context<'_>) -> Result<Vec<ReleaseSignature>> {
        let rows = ctx.data::<ReleaseLoaders>()?.signatures(self.row.id).await;
        let with = |row| ReleaseSignature {
            row,
            case: self.case.clone(),
        };
        Ok(answer(ctx, rows)?.into_iter().map(with).collect())
    }

    /// Who drafted it.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn drafted_by(&self, ctx: &Context<'_>) -> Result<Option<User>> {
        User::load(ctx, self.row.drafted_by).await
    }

    /// When.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn drafted_at(&self) -> DateTime<Utc> {
        self.row.drafted_at
    }

    /// Since when it does not hold any more.
    #[graphql(directive = policy::apply(Class::Legal))]
    async fn withdrawn_at(&self) -> Option<DateTime<Utc>> {
        self.row.withdrawn_at
    }

    /// How it was withdrawn.
    #[graphql(directive = policy::apply(Class::Legal))]
    async fn withdrawn_how(&self) -> Option<WithdrawalHow> {
        self.row.withdrawn_how
    }

    /// What was said then.
    #[graphql(directive = policy::apply(Class::Legal))]
    async fn withdrawn_words(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        self.told(ctx, "withdrawn_words", self.row.withdrawn_words.as_ref())
    }

    /// Who wrote that down.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn withdrawn_by(&self, ctx: &Context<'_>) -> Result<Option<User>> {
        match self.row.withdrawn_by {
            Some(user) => User::load(ctx, user).await,
            None => Ok(None),
        }
    }
}
