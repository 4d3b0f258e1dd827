//! Colleagues in GraphQL.

use async_graphql::{Context, ID, Object, Result};
use uuid::Uuid;

use super::entity::organization;
use super::read::{self, Colleague};
use crate::access::{self, Act, Class, Locale, Role};
use crate::connection;
use crate::error::Refusal;
use crate::graphql::{Kind, Loaders, answer, id, page, policy, viewer};
use crate::store::page::{Asked, Cursor};

/// Somebody who works here.
#[derive(Clone)]
pub struct User(pub Colleague);

/// Somebody who works here.
#[Object]
impl User {
    /// Opaque id.
    #[graphql(directive = policy::apply(Class::Pointer))]
    pub async fn id(&self, ctx: &Context<'_>) -> Result<ID> {
        id::seal(ctx, Kind::User, self.0.id)
    }

    /// The name that colleagues know.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn name(&self) -> &str {
        &self.0.display_name
    }

    /// The roles held now.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn roles(&self, ctx: &Context<'_>) -> Result<Vec<Role>> {
        let held = answer(ctx, ctx.data::<Loaders>()?.roles(self.0.id).await)?;
        Ok(held.iter().collect())
    }

    /// Whether this person can sign in.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn active(&self) -> bool {
        self.0.active()
    }
}

impl User {
    /// The colleague `id`, if it is one.
    pub async fn load(ctx: &Context<'_>, id: Uuid) -> Result<Option<Self>> {
        let loaders = ctx.data::<Loaders>()?;
        answer(ctx, loaders.colleague(id).await).map(|found| found.map(Self))
    }
}

/// An organisation: a tenant (rule 29).
pub struct Organization(pub organization::Model);

/// An organisation: a tenant (rule 29).
#[Object]
impl Organization {
    /// Opaque id.
    #[graphql(directive = policy::apply(Class::Pointer))]
    pub async fn id(&self, ctx: &Context<'_>) -> Result<ID> {
        id::seal(ctx, Kind::Organization, self.0.id)
    }

    /// Its name.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn name(&self) -> &str {
        &self.0.name
    }
}

/// The one who is signed in.
pub struct Viewer;

/// The one who is signed in.
#[Object]
impl Viewer {
    /// As colleagues see them.
    #[graphql(directive = policy::apply(Class::Own))]
    async fn user(&self, ctx: &Context<'_>) -> Result<User> {
        let me = viewer(ctx)?.user();
        User::load(ctx, me)
            .await?
            .ok_or_else(|| crate::graphql::refused(Refusal::NotFound, me))
    }

    /// Where they work.
    #[graphql(directive = policy::apply(Class::Own))]
    async fn organization(&self, ctx: &Context<'_>) -> Result<Organization> {
        let found = viewer(ctx)?
            .select::<organization::Entity>()
            .one()
            .await
            .and_then(|org| org.ok_or(Refusal::NotFound));
        answer(ctx, found).map(Organization)
    }

    /// The roles held now.
    #[graphql(directive = policy::apply(Class::Own))]
    async fn roles(&self, ctx: &Context<'_>) -> Result<Vec<Role>> {
        Ok(viewer(ctx)?.roles().iter().collect())
    }

    /// What they may do at all, for menus and buttons; it is decided again each time.
    #[graphql(directive = policy::apply(Class::Own))]
    async fn can(&self, ctx: &Context<'_>) -> Result<Vec<Act>> {
        let viewer = viewer(ctx)?;
        Ok(Act::ALL
            .iter()
            .copied()
            .filter(|act| viewer.might(*act))
            .collect())
    }

    /// The language they read.
    #[graphql(directive = policy::apply(Class::Own))]
    async fn locale(&self, ctx: &Context<'_>) -> Result<Locale> {
        Ok(viewer(ctx)?.locale())
    }
}

connection!(UserConnection, UserEdge, User);

/// Reads about colleagues.
#[derive(Default)]
pub struct PeopleQuery;

#[Object]
impl PeopleQuery {
    /// The one who is signed in.
    #[graphql(directive = policy::apply(Class::Own))]
    async fn viewer(&self) -> Viewer {
        Viewer
    }

    /// Active colleagues by name, for a choice: those with `role`, or all.
    #[graphql(directive = policy::apply(Class::StaffOnly))]
    async fn colleagues(&self, ctx: &Context<'_>, role: Option<Role>) -> Result<Vec<User>> {
        let viewer = viewer(ctx)?;
        answer(ctx, viewer.may(Act::ColleagueView))?;
        Ok(answer(ctx, read::active(viewer, role).await)?
            .into_iter()
            .map(User)
            .collect())
    }

    /// All people of the organisation, oldest account first. For administrators.
    #[graphql(directive = policy::apply(Class::StaffOnly))]
    async fn users(
        &self,
        ctx: &Context<'_>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<UserConnection> {
        let viewer = viewer(ctx)?;
        answer(ctx, users(viewer, first, after).await)
    }
}

async fn users(
    viewer: &access::Viewer,
    first: Option<i32>,
    after: Option<String>,
) -> std::result::Result<UserConnection, Refusal> {
    viewer.may(Act::UserView)?;
    let after = page::place(viewer, read::BY_AGE, after.as_deref())?;
    let found = read::page(viewer, Asked::rows(first)?, after).await?;
    let mut edges = Vec::with_capacity(found.rows.len());
    for row in found.rows {
        let place = Cursor::of_instant(read::BY_AGE, row.created_at, row.id);
        edges.push((page::cursor(viewer, &place)?, User(row)));
    }
    Ok(UserConnection::of(edges, found.before, found.more))
}
