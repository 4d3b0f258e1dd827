//! What the together view shows, in GraphQL.

use async_graphql::{Context, ID, Object, Result, SimpleObject};
use chrono::{DateTime, Utc};

use crate::access::{Class, Viewer};
use crate::error::Refusal;
use crate::graphql::{Day, Kind, found, id, policy, viewer};
use crate::plans::model::{Agreement, GoalState, PlanDomain};
use crate::plans::support::{Calming, ContactWish, SafePerson, SafetySectionText, sections_of};
use crate::plans::together::view::{Goal, shown};

/// What a young person sees of their plan, with a worker beside them (rules 68, 77).
#[derive(SimpleObject)]
pub struct Together {
    /// The case, for the worker's way back.
    #[graphql(directive = policy::apply(Class::Pointer))]
    case_id: ID,
    /// The plan.
    #[graphql(directive = policy::apply(Class::Pointer))]
    plan_id: ID,
    /// The name the team works with.
    #[graphql(directive = policy::apply(Class::Pointer))]
    alias: String,
    /// The young person's name in daily use.
    #[graphql(directive = policy::apply(Class::Identity))]
    name: Option<String>,
    /// Their words, exactly as they were said.
    #[graphql(directive = policy::apply(Class::Narrative))]
    words: Option<String>,
    /// When there was last something of their voice; send it with the next words.
    #[graphql(directive = policy::apply(Class::Pointer))]
    voice_recorded_at: Option<DateTime<Utc>>,
    /// When the right not to engage was explained.
    #[graphql(directive = policy::apply(Class::Narrative))]
    right_explained_on: Option<Day>,
    /// Their own goals, in the order in which they were told.
    #[graphql(directive = policy::apply(Class::Narrative))]
    goals: Vec<TogetherGoal>,
    /// What is strong.
    #[graphql(directive = policy::apply(Class::Narrative))]
    strengths: Vec<String>,
    /// What calms.
    #[graphql(directive = policy::apply(Class::Narrative))]
    calming: Vec<Calming>,
    /// How they want to be reached.
    #[graphql(directive = policy::apply(Class::Narrative))]
    contact: Vec<ContactWish>,
    /// What makes a welcome.
    #[graphql(directive = policy::apply(Class::Narrative))]
    welcome_items: Vec<String>,
    /// The safety plan, all sections in their order.
    #[graphql(directive = policy::apply(Class::Narrative))]
    safety: Vec<SafetySectionText>,
    /// Safe people.
    #[graphql(directive = policy::apply(Class::Narrative))]
    safe_people: Vec<SafePerson>,
}

/// One of the young person's own goals.
#[derive(SimpleObject)]
pub struct TogetherGoal {
    /// Opaque id, the goal's.
    #[graphql(directive = policy::apply(Class::Pointer))]
    id: ID,
    /// Send it back with an answer.
    #[graphql(directive = policy::apply(Class::Pointer))]
    version: i32,
    /// The part of life it is about.
    #[graphql(directive = policy::apply(Class::Narrative))]
    domain: PlanDomain,
    /// The goal.
    #[graphql(directive = policy::apply(Class::Narrative))]
    text: String,
    /// Where it stands.
    #[graphql(directive = policy::apply(Class::Narrative))]
    state: GoalState,
    /// What they think of it.
    #[graphql(directive = policy::apply(Class::Narrative))]
    agreement: Agreement,
    /// Whether it may be set aside from where it stands.
    #[graphql(directive = policy::apply(Class::Pointer))]
    may_set_aside: bool,
    /// Whether it may be taken up from where it stands.
    #[graphql(directive = policy::apply(Class::Pointer))]
    may_take_up: bool,
}

impl TogetherGoal {
    fn of(viewer: &Viewer, goal: Goal) -> std::result::Result<Self, Refusal> {
        let row = goal.row;
        let moves = row.state.moves();
        Ok(Self {
            id: ID(id::id_of(viewer.app(), Kind::Goal, row.id)?),
            version: row.version,
            domain: row.domain,
            text: goal.text,
            state: row.state,
            agreement: row.agreement,
            may_set_aside: moves.contains(&GoalState::SetAside),
            may_take_up: moves.contains(&GoalState::Accepted),
        })
    }
}

impl Together {
    /// What is shown now.
    pub(super) async fn load(viewer: &Viewer) -> std::result::Result<Self, Refusal> {
        let shown = shown(viewer).await?;
        let goals = shown.goals.into_iter();
        let goals = goals.map(|goal| TogetherGoal::of(viewer, goal));
        let id = |kind, row| id::id_of(viewer.app(), kind, row).map(ID);
        Ok(Self {
            case_id: id(Kind::Case, shown.case)?,
            plan_id: id(Kind::Plan, shown.plan)?,
            alias: shown.alias,
            name: shown.name,
            words: shown.words,
            voice_recorded_at: shown.recorded_at,
            right_explained_on: shown.right_explained_on.map(Day),
            goals: goals.collect::<std::result::Result<_, _>>()?,
            strengths: shown.strengths,
            calming: shown.profile.calming,
            contact: shown.profile.contact,
            welcome_items: shown.profile.welcome_items,
            safety: sections_of(&shown.safety),
            safe_people: shown.safety.safe_people,
        })
    }
}

/// Reads in the together view.
#[derive(Default)]
pub struct TogetherQuery;

#[Object]
impl TogetherQuery {
    /// What this session is narrowed to; null while it is not.
    #[graphql(directive = policy::apply(Class::Own))]
    async fn together(&self, ctx: &Context<'_>) -> Result<Option<Together>> {
        found(ctx, Together::load(viewer(ctx)?).await)
    }
}
