//! A missing report in GraphQL.

use std::collections::BTreeSet;
use std::sync::Arc;

use async_graphql::{Context, ID, Object, Result};
use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::access::{Class, Viewer};
use crate::cases::{CaseRow, cases_of};
use crate::clocks::model::NotifiedParty;
use crate::episodes::change::place;
use crate::episodes::entity::report;
use crate::episodes::items::{open_of_report, supplied};
use crate::episodes::loaders::EpisodeLoaders;
use crate::episodes::model::{Endangerment, ReportItem, ReportPhoto};
use crate::episodes::read;
use crate::episodes::words::{Told, text};
use crate::error::Refusal;
use crate::graphql::{Kind, answer, id, policy};
use crate::people::User;
use crate::vault::SealedBytes;

/// Those of the reports `ids` whose case is in reach.
pub async fn reports_by_id(
    viewer: &Viewer,
    ids: &[Uuid],
) -> std::result::Result<Vec<(Uuid, MissingReport)>, Refusal> {
    let rows = read::reports_by_ids(viewer, ids).await?;
    let cases = cases_of(viewer, rows.iter().map(|row| row.case_id)).await?;
    let with = |row: report::Model| {
        let case = cases.get(&row.case_id)?.clone();
        Some((row.id, MissingReport { row, case }))
    };
    Ok(rows.into_iter().filter_map(with).collect())
}

/// What is told to those who search.
pub struct MissingReport {
    row: report::Model,
    case: Arc<CaseRow>,
}

impl MissingReport {
    /// The report of `row`, which is on `case`.
    pub(super) fn of(row: report::Model, case: Arc<CaseRow>) -> Self {
        Self { row, case }
    }

    /// The report `id`, if its case is in reach.
    pub(super) async fn load(viewer: &Viewer, id: Uuid) -> std::result::Result<Self, Refusal> {
        let found = reports_by_id(viewer, &[id]).await?.pop();
        found.map(|(_, report)| report).ok_or(Refusal::NotFound)
    }

    fn told(
        &self,
        ctx: &Context<'_>,
        class: Class,
        column: &'static str,
        sealed: Option<&SealedBytes>,
    ) -> Result<Option<String>> {
        let place = place("missing_report", column, self.row.id);
        answer(ctx, self.case.permit.open_some(class, place, sealed))
    }

    async fn endangers(&self, ctx: &Context<'_>) -> Result<Vec<Endangerment>> {
        if !self.case.permit.sees(Class::Health) {
            return Ok(Vec::new());
        }
        let loaders = ctx.data::<EpisodeLoaders>()?;
        answer(ctx, loaders.endangerment(self.row.id).await)
    }

    async fn unknown_items(&self, ctx: &Context<'_>) -> Result<Vec<ReportItem>> {
        let loaders = ctx.data::<EpisodeLoaders>()?;
        answer(ctx, loaders.unknown(self.row.id).await)
    }
}

/// What is told to those who search. What is missing holds nothing up (rule 52).
#[Object]
impl MissingReport {
    /// Opaque id.
    #[graphql(directive = policy::apply(Class::Pointer))]
    pub async fn id(&self, ctx: &Context<'_>) -> Result<ID> {
        id::seal(ctx, Kind::MissingReport, self.row.id)
    }

    /// Send it back with a change.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn version(&self) -> i32 {
        self.row.version
    }

    /// Whether a photo was given.
    #[graphql(directive = policy::apply(Class::Work))]
    async fn photo(&self) -> Option<ReportPhoto> {
        self.row.photo
    }

    /// What they look like.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn description(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let sealed = self.row.description.as_ref();
        self.told(ctx, Class::Narrative, "description", sealed)
    }

    /// What makes it more dangerous to be away, in no order of weight.
    #[graphql(directive = policy::apply(Class::Health))]
    async fn endangerment(&self, ctx: &Context<'_>) -> Result<Vec<Endangerment>> {
        self.endangers(ctx).await
    }

    /// Nothing of that kind is known.
    #[graphql(directive = policy::apply(Class::Health))]
    async fn no_endangerment_known(&self) -> bool {
        self.row.no_endangerment_known
    }

    /// When they were last seen.
    #[graphql(directive = policy::apply(Class::Location))]
    async fn last_seen_at(&self) -> Option<DateTime<Utc>> {
        self.row.last_seen_at
    }

    /// Where they were last seen.
    #[graphql(directive = policy::apply(Class::Location))]
    async fn last_seen_place(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let sealed = self.row.last_seen_place.as_ref();
        self.told(ctx, Class::Location, "last_seen_place", sealed)
    }

    /// What they wore.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn clothing(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let sealed = self.row.clothing.as_ref();
        self.told(ctx, Class::Narrative, "clothing", sealed)
    }

    /// Who was with them.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn accompanied_by(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let sealed = self.row.accompanied_by.as_ref();
        self.told(ctx, Class::Narrative, "accompanied_by", sealed)
    }

    /// How the guardian is reached.
    #[graphql(directive = policy::apply(Class::Location))]
    async fn guardian_contact(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let sealed = self.row.guardian_contact.as_ref();
        self.told(ctx, Class::Location, "guardian_contact", sealed)
    }

    /// How the agency is reached.
    #[graphql(directive = policy::apply(Class::Location))]
    async fn agency_contact(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let sealed = self.row.agency_contact.as_ref();
        self.told(ctx, Class::Location, "agency_contact", sealed)
    }

    /// What is marked as unknown.
    #[graphql(directive = policy::apply(Class::Work))]
    async fn unknown(&self, ctx: &Context<'_>) -> Result<Vec<ReportItem>> {
        self.unknown_items(ctx).await
    }

    /// What is neither there nor marked as unknown.
    #[graphql(directive = policy::apply(Class::Work))]
    async fn still_open(&self, ctx: &Context<'_>) -> Result<Vec<ReportItem>> {
        let (endangers, unknown) = futures::join!(self.endangers(ctx), self.unknown_items(ctx));
        let unknown: BTreeSet<_> = unknown?.into_iter().collect();
        let there = supplied(&self.row, !endangers?.is_empty());
        Ok(open_of_report(&there, &unknown))
    }

    /// The report as text, to be read out or put into a form. For the national center it asks
    /// not to reveal that the young person is in foster care, unless told not to (rule 53).
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn text(
        &self,
        ctx: &Context<'_>,
        party: Option<NotifiedParty>,
        ask_not_to_reveal_care: Option<bool>,
    ) -> Result<Option<String>> {
        if !self.case.permit.sees(Class::Narrative) {
            return Ok(None);
        }
        let row = &self.row;
        let open = |column, sealed: &Option<SealedBytes>| {
            self.told(ctx, Class::Narrative, column, sealed.as_ref())
        };
        let (endangerment, unknown) = futures::join!(self.endangers(ctx), self.unknown_items(ctx));
        let told = Told {
            photo: row.photo,
            description: open("description", &row.description)?,
            endangerment: endangerment?,
            no_endangerment_known: row.no_endangerment_known,
            last_seen_at: row.last_seen_at,
            last_seen_place: open("last_seen_place", &row.last_seen_place)?,
            clothing: open("clothing", &row.clothing)?,
            accompanied_by: open("accompanied_by", &row.accompanied_by)?,
            guardian_contact: open("guardian_contact", &row.guardian_contact)?,
            agency_contact: open("agency_contact", &row.agency_contact)?,
            unknown: unknown?,
        };
        let ask = ask_not_to_reveal_care.unwrap_or(party == Some(NotifiedParty::Ncmec));
        Ok(Some(text(&told, ask)))
    }

    /// Who wrote it last.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn changed_by(&self, ctx: &Context<'_>) -> Result<Option<User>> {
        User::load(ctx, self.row.changed_by).await
    }

    /// When it was written last.
    #[graphql(directive = policy::apply(Class::Work))]
    async fn changed_at(&self) -> DateTime<Utc> {
        self.row.changed_at
    }
}
