//! Stages of change in GraphQL, for staff alone.

use std::sync::Arc;

use async_graphql::{Context, Object, Result};
use chrono::{DateTime, Utc};

use crate::access::Class;
use crate::cases::CaseRow;
use crate::error::Fault;
use crate::graphql::{Day, answer, policy};
use crate::people::User;
use crate::plans::change::place;
use crate::plans::graphql::Goal;
use crate::plans::support::stage::StageOfChange;
use crate::plans::support::stage_entry;

/// Where staff think somebody stands with one goal or topic, on one day.
pub struct StageEntry {
    row: stage_entry::Model,
    case: Arc<CaseRow>,
}

impl StageEntry {
    /// The entry of `row`, which is on `case`.
    pub fn of(row: stage_entry::Model, case: Arc<CaseRow>) -> Self {
        Self { row, case }
    }
}

/// Where staff think somebody stands with one goal or topic, on one day (rule 70). It says
/// how to meet them and nothing about their worth; going back is part of the way.
#[Object]
impl StageEntry {
    /// The stage.
    #[graphql(directive = policy::apply(Class::StaffNote))]
    async fn stage(&self, ctx: &Context<'_>) -> Result<Option<StageOfChange>> {
        let place = place("stage_entry", "stage", self.row.id);
        let opened = self
            .case
            .permit
            .open(Class::StaffNote, place, &self.row.stage);
        let stage = answer(ctx, opened)?.map(|code| {
            let unknown = Fault::Broken("a stage that is none").into();
            StageOfChange::parse(&code).ok_or(unknown)
        });
        answer(ctx, stage.transpose())
    }

    /// With which goal; null when it is a topic.
    #[graphql(directive = policy::apply(Class::StaffNote))]
    async fn goal(&self, ctx: &Context<'_>) -> Result<Option<Goal>> {
        match self.row.goal_id {
            Some(goal) => Goal::of_id(ctx, goal, &self.case).await,
            None => Ok(None),
        }
    }

    /// With which topic; null when it is a goal.
    #[graphql(directive = policy::apply(Class::StaffNote))]
    async fn topic(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let place = place("stage_entry", "topic", self.row.id);
        let topic = self.row.topic.as_ref();
        let opened = self.case.permit.open_some(Class::StaffNote, place, topic);
        answer(ctx, opened)
    }

    /// The day it is about.
    #[graphql(directive = policy::apply(Class::StaffNote))]
    async fn noted_on(&self) -> Day {
        Day(self.row.noted_on)
    }

    /// Who noted it.
    #[graphql(directive = policy::apply(Class::StaffNote))]
    async fn noted_by(&self, ctx: &Context<'_>) -> Result<Option<User>> {
        User::load(ctx, self.row.by_user).await
    }

    /// When it was noted.
    #[graphql(directive = policy::apply(Class::StaffNote))]
    async fn noted_at(&self) -> DateTime<Utc> {
        self.row.at
    }
}
