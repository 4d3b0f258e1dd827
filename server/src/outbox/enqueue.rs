//! Puts a message into the outbox.

use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ConnectionTrait, EntityTrait};
use uuid::Uuid;

use super::rows;
use crate::codes;
use crate::error::Refusal;

codes! {
    /// Which text is sent. All of them say the same: that there is an update.
    pub enum Template {
        /// Somebody was assigned to a case.
        CaseAssigned = "case_assigned",
        /// A referral waits for somebody.
        ReferralAssigned = "referral_assigned",
        /// Somebody was asked to come to a staffing.
        StaffingInvited = "staffing_invited",
        /// A clock is due soon, or overdue.
        ClockDue = "clock_due",
        /// A request waits for its first answer, and little time is left or none.
        RequestDue = "request_due",
        /// A service is asked, who has no account here.
        ServiceAsked = "service_asked",
        /// A service has answered.
        ServiceAnswered = "service_answered",
        /// A release asks for something.
        ReleaseAsks = "release_asks",
    }
}

/// A message to be written.
pub struct Letter {
    /// Its row's id.
    pub id: Uuid,
    /// The organisation it is of.
    pub org: Uuid,
    /// The user it is to.
    pub to: Uuid,
    /// Which text.
    pub template: Template,
    /// A path of the site with opaque ids only.
    pub link: String,
    /// What it is about, so that it is written once.
    pub dedupe_key: String,
    /// When.
    pub at: DateTime<Utc>,
}

impl Letter {
    fn row(self) -> rows::ActiveModel {
        rows::ActiveModel {
            id: Set(self.id),
            org_id: Set(self.org),
            kind: Set(super::MAIL.to_owned()),
            recipient_id: Set(self.to),
            template: Set(self.template),
            link: Set(self.link),
            payload: Set("{}".to_owned()),
            dedupe_key: Set(self.dedupe_key),
            created_at: Set(self.at),
            not_before: Set(self.at),
            attempts: Set(0),
            lease_until: Set(None),
            leased_by: Set(None),
            last_error: Set(None),
            done_at: Set(None),
            parked_at: Set(None),
            address: Set(None),
            cancelled_at: Set(None),
        }
    }
}

/// Enqueues a message to the user `to`, on a connection that somebody else commits.
/// `link` is a path of the site with opaque ids only.
pub async fn enqueue(
    connection: &impl ConnectionTrait,
    id: Uuid,
    org: Uuid,
    to: Uuid,
    template: Template,
    link: &str,
    now: DateTime<Utc>,
) -> Result<(), Refusal> {
    let letter = Letter {
        id,
        org,
        to,
        template,
        link: link.to_owned(),
        dedupe_key: id.to_string(),
        at: now,
    };
    rows::Entity::insert(letter.row())
        .exec_without_returning(connection)
        .await?;
    Ok(())
}

/// Enqueues a question to somebody who has no account, at `address`, sent by the user `by`.
/// Where its link leads follows from `id` alone ([`super::AnswerToken`]); it is kept nowhere.
pub async fn enqueue_question(
    connection: &impl ConnectionTrait,
    id: Uuid,
    org: Uuid,
    by: Uuid,
    address: &str,
    now: DateTime<Utc>,
) -> Result<(), Refusal> {
    let letter = Letter {
        id,
        org,
        to: by,
        template: Template::ServiceAsked,
        // Its number leads who finds it to the first page, and says no more.
        link: "/".to_owned(),
        dedupe_key: id.to_string(),
        at: now,
    };
    let row = rows::ActiveModel {
        address: Set(Some(address.to_owned())),
        ..letter.row()
    };
    rows::Entity::insert(row)
        .exec_without_returning(connection)
        .await?;
    Ok(())
}

/// Enqueues those messages that were not written before.
pub async fn enqueue_new(
    connection: &impl ConnectionTrait,
    letters: Vec<Letter>,
) -> Result<(), Refusal> {
    if letters.is_empty() {
        return Ok(());
    }
    let once = OnConflict::column(rows::Column::DedupeKey)
        .do_nothing()
        .to_owned();
    rows::Entity::insert_many(letters.into_iter().map(Letter::row))
        .on_conflict(once)
        .exec_without_returning(connection)
        .await?;
    Ok(())
}
