//! Puts a message into the outbox.

use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
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
    let row = rows::ActiveModel {
        id: Set(id),
        org_id: Set(org),
        kind: Set(super::MAIL.to_owned()),
        recipient_id: Set(to),
        template: Set(template),
        link: Set(link.to_owned()),
        payload: Set("{}".to_owned()),
        dedupe_key: Set(id.to_string()),
        created_at: Set(now),
        not_before: Set(now),
        attempts: Set(0),
        lease_until: Set(None),
        leased_by: Set(None),
        last_error: Set(None),
        done_at: Set(None),
        parked_at: Set(None),
    };
    rows::Entity::insert(row)
        .exec_without_returning(connection)
        .await?;
    Ok(())
}
