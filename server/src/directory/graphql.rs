//! The directory in GraphQL.

use async_graphql::{Context, ID, Object, Result};

use super::found::ServiceConnection;
use super::hsds::details::ServiceDetails;
use super::inputs::{ServiceFilterInput, ServiceRecordInput, ServiceVerifyInput};
use super::loaders::DirectoryLoaders;
use super::model::{Capability, Capacity, ServiceCategory, Verification, fresh_since};
use super::places::{DirectoryPlace, cities};
use super::read::{self, one};
use super::row::ServiceRow;
use super::vetting::StatedCapability;
use super::{record, verify};
use crate::access::{Act, Class, Viewer};
use crate::cases::model::State;
use crate::error::Refusal;
use crate::graphql::{Day, Kind, answer, found, id, policy, settle, viewer};
use crate::outcome;
use crate::people::User;
use crate::store::page::Asked;

/// A service that can help.
pub struct Service(pub ServiceRow);

/// A service that can help.
#[Object]
impl Service {
    /// Opaque id.
    #[graphql(directive = policy::apply(Class::Public))]
    pub async fn id(&self, ctx: &Context<'_>) -> Result<ID> {
        id::seal(ctx, Kind::Service, self.0.service.id)
    }

    /// Send it back with a change.
    #[graphql(directive = policy::apply(Class::Public))]
    async fn version(&self) -> i32 {
        self.0.service.version
    }

    /// Its name.
    #[graphql(directive = policy::apply(Class::Public))]
    async fn name(&self) -> &str {
        &self.0.service.name
    }

    /// Whose service it is.
    #[graphql(directive = policy::apply(Class::Public))]
    async fn organization_name(&self) -> &str {
        &self.0.service.organization_name
    }

    /// What kind of help it gives.
    #[graphql(directive = policy::apply(Class::Public))]
    async fn category(&self) -> ServiceCategory {
        self.0.service.category
    }

    /// What it does.
    #[graphql(directive = policy::apply(Class::Public))]
    async fn description(&self) -> &str {
        &self.0.service.description
    }

    /// The states it serves.
    #[graphql(directive = policy::apply(Class::Public))]
    async fn states(&self) -> &[State] {
        &self.0.states
    }

    /// What it is able to do and whom it accepts.
    #[graphql(directive = policy::apply(Class::Public))]
    async fn capabilities(&self) -> &[Capability] {
        &self.0.capabilities
    }

    /// The same, each with how it is known (rule 82).
    #[graphql(directive = policy::apply(Class::Public))]
    async fn stated_capabilities(&self, ctx: &Context<'_>) -> Result<Vec<StatedCapability>> {
        let loaders = ctx.data::<DirectoryLoaders>()?;
        answer(ctx, loaders.stated(&self.0).await)
    }

    /// What its source tells of it beside that; null of what was recorded here.
    #[graphql(directive = policy::apply(Class::Public))]
    async fn details(&self, ctx: &Context<'_>) -> Result<Option<ServiceDetails>> {
        let loaders = ctx.data::<DirectoryLoaders>()?;
        answer(ctx, loaders.details(&self.0).await)
    }

    /// The youngest it takes, in years.
    #[graphql(directive = policy::apply(Class::Public))]
    async fn minimum_age(&self) -> Option<i32> {
        self.0.service.minimum_age
    }

    /// The oldest it takes, in years.
    #[graphql(directive = policy::apply(Class::Public))]
    async fn maximum_age(&self) -> Option<i32> {
        self.0.service.maximum_age
    }

    /// The languages it speaks.
    #[graphql(directive = policy::apply(Class::Public))]
    async fn languages(&self) -> &[String] {
        &self.0.languages
    }

    /// A telephone number for workers.
    #[graphql(directive = policy::apply(Class::Public))]
    async fn phone(&self) -> Option<&str> {
        self.0.service.phone.as_deref()
    }

    /// An e-mail address for workers.
    #[graphql(directive = policy::apply(Class::Public))]
    async fn email(&self) -> Option<&str> {
        self.0.service.email.as_deref()
    }

    /// Its site.
    #[graphql(directive = policy::apply(Class::Public))]
    async fn url(&self) -> Option<&str> {
        self.0.service.url.as_deref()
    }

    /// Whether there was room when it was last asked.
    #[graphql(directive = policy::apply(Class::Public))]
    async fn capacity(&self) -> Capacity {
        self.0.service.capacity
    }

    /// When it was last asked whether there is room.
    #[graphql(directive = policy::apply(Class::Public))]
    async fn capacity_on(&self) -> Option<Day> {
        self.0.service.capacity_on.map(Day)
    }

    /// Whether the service itself told whether there is room, in answer to a question of ours.
    #[graphql(directive = policy::apply(Class::Public))]
    async fn capacity_by_service(&self) -> bool {
        self.0.service.capacity_by_service
    }

    /// How far this entry can be relied on today; stale 180 days after it was checked, or what
    /// the server is set up for (rule 81).
    #[graphql(directive = policy::apply(Class::Public))]
    async fn verification(&self, ctx: &Context<'_>) -> Result<Verification> {
        Ok(self.0.verification(fresh_since(viewer(ctx)?.app())))
    }

    /// When somebody last checked it.
    #[graphql(directive = policy::apply(Class::Public))]
    async fn verified_on(&self) -> Option<Day> {
        self.0.verified_on().map(Day)
    }

    /// Who last checked it.
    #[graphql(directive = policy::apply(Class::StaffOnly))]
    async fn verified_by(&self, ctx: &Context<'_>) -> Result<Option<User>> {
        match self.0.service.verified_by {
            Some(user) => User::load(ctx, user).await,
            None => Ok(None),
        }
    }

    /// The city it is in; null where its location is confidential (rule 45).
    #[graphql(directive = policy::apply(Class::Public))]
    async fn city(&self) -> Option<&str> {
        self.0.city()
    }

    /// Whether nobody but those who work here may know of it (rule 80).
    #[graphql(directive = policy::apply(Class::Public))]
    async fn internal_only(&self) -> bool {
        self.0.service.internal_only
    }

    /// The state it is in.
    #[graphql(directive = policy::apply(Class::Public))]
    async fn state(&self) -> State {
        self.0.service.state
    }
}

impl Service {
    /// The service `id`, if one may see it.
    pub async fn load(ctx: &Context<'_>, id: uuid::Uuid) -> Result<Option<Self>> {
        let loaders = ctx.data::<DirectoryLoaders>()?;
        answer(ctx, loaders.service(id).await).map(|found| found.map(Self))
    }
}

/// Reads of the directory.
#[derive(Default)]
pub struct DirectoryQuery;

#[Object]
impl DirectoryQuery {
    /// The services that are open, those checked most lately first; of words, those that they
    /// name first, and what is stale below what is verified (rule 81). Words that more than 2,000
    /// services have put them in no order.
    #[graphql(directive = policy::apply(Class::Public))]
    async fn services(
        &self,
        ctx: &Context<'_>,
        filter: Option<ServiceFilterInput>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<ServiceConnection> {
        let filter = filter.unwrap_or_default();
        answer(ctx, list(viewer(ctx)?, filter, first, after).await)
    }

    /// The cities of the directory's own locations that begin so, ten at most: places near which
    /// services can be sought.
    #[graphql(directive = policy::apply(Class::Public))]
    async fn directory_places(
        &self,
        ctx: &Context<'_>,
        beginning: String,
    ) -> Result<Vec<DirectoryPlace>> {
        answer(ctx, cities(viewer(ctx)?, &beginning).await)
    }

    /// One service, open or ended.
    #[graphql(directive = policy::apply(Class::Public))]
    async fn service(&self, ctx: &Context<'_>, id: ID) -> Result<Option<Service>> {
        found(ctx, by_id(viewer(ctx)?, &id).await)
    }
}

async fn by_id(viewer: &Viewer, id: &ID) -> std::result::Result<Service, Refusal> {
    let id = id::open(viewer.app(), Kind::Service, id)?;
    one(viewer, id).await.map(Service)
}

async fn list(
    viewer: &Viewer,
    filter: ServiceFilterInput,
    first: Option<i32>,
    after: Option<String>,
) -> std::result::Result<ServiceConnection, Refusal> {
    let filter = filter.parse()?;
    let after = read::place(viewer, after.as_deref())?;
    let found = read::page(viewer, &filter, Asked::rows(first)?, after.as_ref()).await?;
    ServiceConnection::of(viewer, found)
}

outcome!(
    ServiceRecordResult,
    ServiceRecordSuccess { service: Service }
);
outcome!(
    ServiceVerifyResult,
    ServiceVerifySuccess { service: Service }
);

/// Changes of the directory.
#[derive(Default)]
pub struct DirectoryMutation;

#[Object]
impl DirectoryMutation {
    /// Records a service, or what has become known of one. It is not verified by that.
    #[graphql(directive = policy::apply(Class::Public))]
    async fn service_record(
        &self,
        ctx: &Context<'_>,
        input: ServiceRecordInput,
    ) -> Result<ServiceRecordResult> {
        let viewer = viewer(ctx)?;
        let done = async { record::record(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::ServiceRecord, done).await?;
        let load = async |id| one(viewer, id).await.map(Service);
        Ok(ServiceRecordResult::of(settled.load(ctx, load).await?))
    }

    /// Says that somebody has checked a service today (rule 81).
    #[graphql(directive = policy::apply(Class::Public))]
    async fn service_verify(
        &self,
        ctx: &Context<'_>,
        input: ServiceVerifyInput,
    ) -> Result<ServiceVerifyResult> {
        let viewer = viewer(ctx)?;
        let done = async { verify::verify(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::ServiceRecord, done).await?;
        let load = async |id| one(viewer, id).await.map(Service);
        Ok(ServiceVerifyResult::of(settled.load(ctx, load).await?))
    }
}
