//! How the work on a case stands, in GraphQL. Numbers of work, none about a child; null for
//! those who do not work on it (rule 32).

use std::sync::Arc;

use async_graphql::Object;
use chrono::{DateTime, Utc};

use super::never;
use crate::access::Class;
use crate::cases::CaseRow;
use crate::graphql::{Day, policy};

/// How the work on a case stands.
pub struct OnCase(pub Arc<CaseRow>);

/// How the work on a case stands.
#[Object(name = "CaseBoard")]
impl OnCase {
    /// Goals that are being worked on.
    #[graphql(directive = policy::apply(Class::Work))]
    async fn open_goals(&self) -> Option<i32> {
        self.0.work(self.0.board.open_goals)
    }

    /// Referrals without an outcome yet.
    #[graphql(directive = policy::apply(Class::Work))]
    async fn open_referrals(&self) -> Option<i32> {
        self.0.work(self.0.board.open_referrals)
    }

    /// Support contacts logged.
    #[graphql(directive = policy::apply(Class::Work))]
    async fn contacts_logged(&self) -> Option<i32> {
        self.0.work(self.0.board.contacts_logged)
    }

    /// The last contact with the family, if there was one.
    #[graphql(directive = policy::apply(Class::Work))]
    async fn last_contact_at(&self) -> Option<DateTime<Utc>> {
        self.0
            .work(self.0.board.last_contact_at)
            .filter(|_| self.0.board.has_contact)
    }

    /// The next contact that was agreed.
    #[graphql(directive = policy::apply(Class::Work))]
    async fn next_contact_on(&self) -> Option<Day> {
        self.0.work(self.0.board.next_contact_on).flatten().map(Day)
    }

    /// The day on which the plan is to be reviewed.
    #[graphql(directive = policy::apply(Class::Work))]
    async fn next_review_on(&self) -> Option<Day> {
        self.0
            .work(self.0.board.next_review_on)
            .filter(|day| *day < never())
            .map(Day)
    }
}
