//! Where nothing is, in GraphQL.

use async_graphql::{Context, ID, Object, Result};
use uuid::Uuid;

use super::deserts::{self, Desert};
use super::entity::unmet_need::Model;
use super::inputs::{PopulationInput, UnmetNeedFilterInput, UnmetNeedRecordInput};
use super::model::{DesertLevel, Population};
use super::read::{self, Row};
use super::record;
use crate::access::{Act, Class, Viewer};
use crate::cases::model::State;
use crate::directory::model::{Capability, ServiceCategory};
use crate::directory::need::{AgeBand, NeededLanguage};
use crate::error::{FieldCode, Refusal};
use crate::graphql::{Day, Kind, answer, id, page, policy, settle, viewer};
use crate::input::Check;
use crate::store::page::{Asked, Cursor};
use crate::{connection, outcome};

/// How many services are few when nobody says otherwise (rule 85).
const THIN: i32 = 2;

/// Something that was sought in the directory and not found. It names nobody (rule 84).
pub struct UnmetNeed(Row);

/// Something that was sought in the directory and not found. It names nobody (rule 84).
#[Object]
impl UnmetNeed {
    /// Opaque id.
    #[graphql(directive = policy::apply(Class::Public))]
    pub async fn id(&self, ctx: &Context<'_>) -> Result<ID> {
        id::seal(ctx, Kind::UnmetNeed, self.0.need.id)
    }

    /// The day on which it was sought.
    #[graphql(directive = policy::apply(Class::Public))]
    async fn recorded_on(&self) -> Day {
        Day(self.0.need.recorded_on)
    }

    /// What kind of help was sought.
    #[graphql(directive = policy::apply(Class::Public))]
    async fn category(&self) -> ServiceCategory {
        self.0.need.category
    }

    /// Where; null while fewer than five of twelve months say the same of the same place.
    #[graphql(directive = policy::apply(Class::Public))]
    async fn state(&self) -> Option<State> {
        self.0.placed().then_some(self.0.need.state)
    }

    /// The three digits of the county's FIPS code, if one was named; null where `state` is.
    #[graphql(directive = policy::apply(Class::Public))]
    async fn county(&self) -> Option<&str> {
        let county = self.0.need.county.as_str();
        (self.0.placed() && !county.is_empty()).then_some(county)
    }

    /// How old they are for whom it was sought.
    #[graphql(directive = policy::apply(Class::Public))]
    async fn age_band(&self) -> Option<AgeBand> {
        self.sought().age
    }

    /// What a service had to be able to do.
    #[graphql(directive = policy::apply(Class::Public))]
    async fn accepts(&self) -> Vec<Capability> {
        self.sought().accepts
    }

    /// What had to be spoken.
    #[graphql(directive = policy::apply(Class::Public))]
    async fn languages(&self) -> Vec<NeededLanguage> {
        self.sought().languages
    }
}

/// Those of `ids` that one may see.
pub async fn by_ids(
    viewer: &Viewer,
    ids: &[Uuid],
) -> std::result::Result<Vec<(Uuid, UnmetNeed)>, Refusal> {
    let rows = read::by_ids(viewer, ids).await?;
    Ok(rows
        .into_iter()
        .map(|row| (row.need.id, UnmetNeed(row)))
        .collect())
}

impl UnmetNeed {
    fn sought(&self) -> Population {
        Population::read(&self.0.need.population)
    }
}

connection!(UnmetNeedConnection, UnmetNeedEdge, UnmetNeed);

/// What there is in a state or territory, and what was sought there in vain (rule 85).
pub struct ResourceDesert(Desert);

/// What there is in a state or territory, and what was sought there in vain (rule 85).
#[Object]
impl ResourceDesert {
    /// The state; null for the tribal programs of all states together.
    #[graphql(directive = policy::apply(Class::Public))]
    async fn state(&self) -> Option<State> {
        self.0.state
    }

    /// Services that are open, were verified within 180 days (or what the server is set up
    /// for), did not say that they have no room, and cover it.
    #[graphql(directive = policy::apply(Class::Public))]
    async fn services(&self) -> i32 {
        self.0.services
    }

    /// What that means.
    #[graphql(directive = policy::apply(Class::Public))]
    async fn coverage(&self) -> DesertLevel {
        self.0.level
    }

    /// Whether the directory has anything at all of this place, of any kind, open or not. Where
    /// not, nothing is known of it; that is not to say that nothing is needed.
    #[graphql(directive = policy::apply(Class::Public))]
    async fn listed(&self) -> bool {
        self.0.listed
    }

    /// Unmet needs of the last twelve months: at least so many, in steps of five. Null when
    /// there are fewer than five, or none.
    #[graphql(directive = policy::apply(Class::Public))]
    async fn unmet_needs_at_least(&self) -> Option<i32> {
        self.0.unmet_needs
    }

    /// Referrals of the last twelve months for which a service in this state had no room,
    /// told like `unmetNeedsAtLeast`.
    #[graphql(directive = policy::apply(Class::Public))]
    async fn at_capacity_at_least(&self) -> Option<i32> {
        self.0.at_capacity
    }
}

/// Reads of where nothing is.
#[derive(Default)]
pub struct GapQuery;

#[Object]
impl GapQuery {
    /// What was sought and not found in the last twelve months, newest first. For
    /// supervisors, specialists, curators and analysts.
    #[graphql(directive = policy::apply(Class::Public))]
    async fn unmet_needs(
        &self,
        ctx: &Context<'_>,
        filter: Option<UnmetNeedFilterInput>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<UnmetNeedConnection> {
        let filter = filter.unwrap_or_default();
        answer(ctx, list(viewer(ctx)?, filter, first, after).await)
    }

    /// All 56 states and territories, then the tribal programs: what there is of `category` for
    /// `population`, where up to `thinAtMost` services (1 to 20; 2 when absent) are few. For
    /// supervisors, specialists, curators and analysts.
    #[graphql(directive = policy::apply(Class::Public))]
    async fn resource_deserts(
        &self,
        ctx: &Context<'_>,
        category: ServiceCategory,
        population: Option<PopulationInput>,
        thin_at_most: Option<i32>,
    ) -> Result<Vec<ResourceDesert>> {
        let population = population.unwrap_or_default();
        let thin = thin_at_most.unwrap_or(THIN);
        answer(ctx, map(viewer(ctx)?, category, population, thin).await)
    }
}

async fn list(
    viewer: &Viewer,
    filter: UnmetNeedFilterInput,
    first: Option<i32>,
    after: Option<String>,
) -> std::result::Result<UnmetNeedConnection, Refusal> {
    let after = page::place(viewer, read::NEWEST, after.as_deref())?;
    let found = read::page(
        viewer,
        &filter.parse()?,
        Asked::rows(first)?,
        after.as_ref(),
    )
    .await?;
    let mut edges = Vec::with_capacity(found.rows.len());
    for row in found.rows {
        let place = Cursor::of_day(read::NEWEST, row.need.recorded_on, row.need.id);
        edges.push((page::cursor(viewer, &place)?, UnmetNeed(row)));
    }
    Ok(UnmetNeedConnection::of(edges, found.before, found.more))
}

async fn map(
    viewer: &Viewer,
    category: ServiceCategory,
    population: PopulationInput,
    thin: i32,
) -> std::result::Result<Vec<ResourceDesert>, Refusal> {
    let mut check = Check::default();
    let population = population.parse(&mut check);
    if !(1..=20).contains(&thin) {
        let message = "Between 1 and 20 services.";
        check.wrong("thinAtMost", FieldCode::NotAllowedHere, message);
    }
    check.done()?;
    let found = deserts::deserts(viewer, category, &population, thin.into()).await?;
    Ok(found.into_iter().map(ResourceDesert).collect())
}

outcome!(
    UnmetNeedRecordResult,
    UnmetNeedRecordSuccess {
        unmet_need: UnmetNeed
    }
);

/// Changes of where nothing is.
#[derive(Default)]
pub struct GapMutation;

#[Object]
impl GapMutation {
    /// Writes down that the directory has nothing that fits: where, what and for whom, and
    /// nothing by which anybody could be known (rule 84).
    #[graphql(directive = policy::apply(Class::Public))]
    async fn unmet_need_record(
        &self,
        ctx: &Context<'_>,
        input: UnmetNeedRecordInput,
    ) -> Result<UnmetNeedRecordResult> {
        let viewer = viewer(ctx)?;
        let mut told = None;
        let done = async {
            let input = input.parse()?;
            told = Some(input.row(viewer));
            record::record(viewer, input).await
        }
        .await;
        let settled = settle(ctx, Act::UnmetNeedRecord, done).await?;
        // Who records does not read: what they are shown is what they said.
        let load = async |id| {
            let row = told.ok_or(Refusal::NotFound)?;
            Ok(UnmetNeed(Row::said(Model { id, ..row })))
        };
        Ok(UnmetNeedRecordResult::of(settled.load(ctx, load).await?))
    }
}
