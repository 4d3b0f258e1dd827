//! A plan as it was at one moment, in GraphQL.

use async_graphql::{Context, ID, Object, Result};

use crate::access::Class;
use crate::directory::Service;
use crate::graphql::{Day, Kind, id, policy};
use crate::people::User;
use crate::plans::content::{self, Content};
use crate::plans::model::{
    Agreement, GoalOwner, GoalState, PlanDomain, PlanState, StepState, StrengthKind, VoiceKind,
};
use crate::plans::support::{
    Calming, ContactWish, SafePerson, SafetySectionText, ToldTopic, Trigger, sections_of,
};

/// A plan as it was at one moment.
pub struct PlanReading(pub(in crate::plans) Content);

/// A plan as it was at one moment: when a version was frozen, or on a day. It is for reading;
/// nothing in it has a version to change it from.
#[Object]
impl PlanReading {
    /// The version that the plan had.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn version(&self) -> i32 {
        self.0.frame.version
    }

    /// Where it stood; null in what was frozen before that was kept.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn state(&self) -> Option<PlanState> {
        self.0.frame.state
    }

    /// The day on which it was to be looked at.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn review_on(&self) -> Option<Day> {
        self.0.frame.review_on.map(Day)
    }

    /// What there was of the young person's voice.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn voice_kind(&self) -> Option<VoiceKind> {
        self.0.frame.voice.kind
    }

    /// The words, exactly as they were said.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn voice_words(&self) -> Option<&str> {
        self.0.frame.voice.words.as_deref()
    }

    /// How it came to this.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn voice_note(&self) -> Option<&str> {
        self.0.frame.voice.note.as_deref()
    }

    /// When the right not to engage had been explained.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn right_explained_on(&self) -> Option<Day> {
        self.0.frame.right.map(|right| Day(right.explained_on))
    }

    /// What was strong.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn strengths(&self) -> Vec<StrengthReading> {
        self.0
            .strengths
            .iter()
            .cloned()
            .map(StrengthReading)
            .collect()
    }

    /// The goals, the young person's own first.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn goals(&self) -> Vec<GoalReading> {
        self.0.goals.iter().cloned().map(GoalReading).collect()
    }

    /// What can set the young person off.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn triggers(&self) -> &[Trigger] {
        self.0.profile.as_ref().map_or(&[], |says| &says.triggers)
    }

    /// What calms.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn calming(&self) -> &[Calming] {
        self.0.profile.as_ref().map_or(&[], |says| &says.calming)
    }

    /// How the young person wanted to be reached.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn contact(&self) -> &[ContactWish] {
        self.0.profile.as_ref().map_or(&[], |says| &says.contact)
    }

    /// What was not to be asked again.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn do_not_ask(&self) -> &[ToldTopic] {
        self.0.profile.as_ref().map_or(&[], |says| &says.do_not_ask)
    }

    /// What makes a welcome.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn welcome_items(&self) -> &[String] {
        self.0
            .profile
            .as_ref()
            .map_or(&[], |says| &says.welcome_items)
    }

    /// The sections of the safety plan; null while there was none.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn safety(&self) -> Option<Vec<SafetySectionText>> {
        self.0.safety.as_ref().map(sections_of)
    }

    /// Safe people.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn safe_people(&self) -> &[SafePerson] {
        self.0.safety.as_ref().map_or(&[], |says| &says.safe_people)
    }
}

/// A strength as it was.
pub struct StrengthReading(content::Strength);

/// A strength as it was.
#[Object]
impl StrengthReading {
    /// What kind.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn kind(&self) -> StrengthKind {
        self.0.kind
    }

    /// The strength.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn text(&self) -> &str {
        &self.0.text
    }
}

/// A goal as it was.
pub struct GoalReading(content::Goal);

/// A goal as it was.
#[Object]
impl GoalReading {
    /// The id of the goal, by which it is known again.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn goal(&self, ctx: &Context<'_>) -> Result<ID> {
        id::seal(ctx, Kind::Goal, self.0.id)
    }

    /// The part of life it was about.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn domain(&self) -> PlanDomain {
        self.0.domain
    }

    /// The goal.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn text(&self) -> &str {
        &self.0.text
    }

    /// Whether these were the young person's own words.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn in_youth_words(&self) -> bool {
        self.0.in_youth_words
    }

    /// Whose goal it was.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn owner(&self) -> GoalOwner {
        self.0.owner
    }

    /// Where it stood.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn state(&self) -> GoalState {
        self.0.state
    }

    /// By when, if a day was named.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn target_on(&self) -> Option<Day> {
        self.0.target_on.map(Day)
    }

    /// What the young person thought of it.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn agreement(&self) -> Agreement {
        self.0.agreement
    }

    /// The steps towards it, by their day.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn steps(&self) -> Vec<StepReading> {
        self.0.steps.iter().cloned().map(StepReading).collect()
    }
}

/// A step as it was.
pub struct StepReading(content::Step);

/// A step as it was.
#[Object]
impl StepReading {
    /// The id of the step, by which it is known again.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn step(&self, ctx: &Context<'_>) -> Result<ID> {
        id::seal(ctx, Kind::Step, self.0.id)
    }

    /// The step.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn text(&self) -> &str {
        &self.0.text
    }

    /// The colleague who did it.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn owner(&self, ctx: &Context<'_>) -> Result<Option<User>> {
        match self.0.owner {
            Some(user) => User::load(ctx, user).await,
            None => Ok(None),
        }
    }

    /// Somebody else who did it.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn owner_name(&self) -> Option<&str> {
        self.0.owner_name.as_deref()
    }

    /// By when.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn due_on(&self) -> Day {
        Day(self.0.due_on)
    }

    /// Where it stood.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn state(&self) -> StepState {
        self.0.state
    }

    /// Whether doing it meant telling somebody outside.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn needs_sharing(&self) -> bool {
        self.0.needs_sharing
    }

    /// With whom.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn share_with(&self) -> Option<&str> {
        self.0.share_with.as_deref()
    }

    /// The service that it was about.
    #[graphql(directive = policy::apply(Class::Health))]
    async fn service(&self, ctx: &Context<'_>) -> Result<Option<Service>> {
        match self.0.service {
            Some(service) => Service::load(ctx, service).await,
            None => Ok(None),
        }
    }
}
