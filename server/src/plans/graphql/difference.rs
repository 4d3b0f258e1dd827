//! What is different between two moments of a plan, in GraphQL.

use async_graphql::{Context, Object, Result, SimpleObject};
use uuid::Uuid;

use crate::access::Class;
use crate::directory::Service;
use crate::graphql::policy;
use crate::people::User;
use crate::plans::content::{Content, Difference, DifferenceKind, Field, Part, compare};

/// Two moments of a plan beside one another.
#[derive(SimpleObject)]
pub struct PlanComparison {
    /// What is different, in the order in which a plan is read; then what went.
    #[graphql(directive = policy::apply(Class::Narrative))]
    differences: Vec<PlanDifference>,
    /// Whether any of it touches what was agreed on: an approval does not cover it.
    #[graphql(directive = policy::apply(Class::Pointer))]
    material: bool,
}

impl PlanComparison {
    /// Of `after` with `before`.
    pub(super) fn of(before: &Content, after: &Content) -> Self {
        let differences = compare(before, after);
        Self {
            material: differences.iter().any(|difference| difference.material),
            differences: differences.into_iter().map(PlanDifference).collect(),
        }
    }

    /// Whether any of it touches what was agreed on.
    pub(super) fn is_material(&self) -> bool {
        self.material
    }
}

/// One difference.
pub struct PlanDifference(Difference);

impl PlanDifference {
    /// The record that a value of the field names.
    fn named(&self, part: Part, field: Field, value: Option<&String>) -> Option<Uuid> {
        let is_it = self.0.part == part && self.0.field == Some(field);
        value.filter(|_| is_it).and_then(|id| id.parse().ok())
    }

    fn colleague(&self, value: Option<&String>) -> Option<Uuid> {
        self.named(Part::Step, Field::Owner, value)
    }

    fn service(&self, value: Option<&String>) -> Option<Uuid> {
        self.named(Part::Step, Field::Service, value)
    }

    fn text(&self, value: Option<&String>) -> Option<String> {
        let record = self.colleague(value).or(self.service(value));
        value.filter(|_| record.is_none()).cloned()
    }
}

/// One difference between two moments of a plan. Codes are in capitals, days as in `Day`.
#[Object]
impl PlanDifference {
    /// Whether something came, went, or says something else.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn kind(&self) -> DifferenceKind {
        self.0.kind
    }

    /// Which part of the plan.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn part(&self) -> Part {
        self.0.part
    }

    /// By what a reader knows the thing: a goal's text, a line.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn label(&self) -> &str {
        &self.0.label
    }

    /// Which field says something else, or of which list a line is.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn field(&self) -> Option<Field> {
        self.0.field
    }

    /// What it said before; null when it said nothing, or named a record.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn before(&self) -> Option<String> {
        self.text(self.0.before.as_ref())
    }

    /// What it says after; null when it says nothing, or names a record.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn after(&self) -> Option<String> {
        self.text(self.0.after.as_ref())
    }

    /// The colleague whom it named before.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn colleague_before(&self, ctx: &Context<'_>) -> Result<Option<User>> {
        match self.colleague(self.0.before.as_ref()) {
            Some(user) => User::load(ctx, user).await,
            None => Ok(None),
        }
    }

    /// The colleague whom it names after.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn colleague_after(&self, ctx: &Context<'_>) -> Result<Option<User>> {
        match self.colleague(self.0.after.as_ref()) {
            Some(user) => User::load(ctx, user).await,
            None => Ok(None),
        }
    }

    /// The service that it named before.
    #[graphql(directive = policy::apply(Class::Health))]
    async fn service_before(&self, ctx: &Context<'_>) -> Result<Option<Service>> {
        match self.service(self.0.before.as_ref()) {
            Some(service) => Service::load(ctx, service).await,
            None => Ok(None),
        }
    }

    /// The service that it names after.
    #[graphql(directive = policy::apply(Class::Health))]
    async fn service_after(&self, ctx: &Context<'_>) -> Result<Option<Service>> {
        match self.service(self.0.after.as_ref()) {
            Some(service) => Service::load(ctx, service).await,
            None => Ok(None),
        }
    }

    /// Whether it touches what was agreed on: an approval does not cover it.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn material(&self) -> bool {
        self.0.material
    }
}
