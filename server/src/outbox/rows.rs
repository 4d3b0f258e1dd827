//! The table of messages.

use sea_orm::Condition;
use sea_orm::entity::prelude::*;

use super::Template;
use crate::access::{Act, Trace, Traced, Viewer, Visible, nothing};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "outbox")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub org_id: Uuid,
    pub kind: String,
    pub recipient_id: Uuid,
    pub template: Template,
    pub link: String,
    pub payload: String,
    pub dedupe_key: String,
    pub created_at: DateTimeUtc,
    pub not_before: DateTimeUtc,
    pub attempts: i32,
    pub lease_until: Option<DateTimeUtc>,
    pub leased_by: Option<Uuid>,
    pub last_error: Option<String>,
    pub done_at: Option<DateTimeUtc>,
    pub parked_at: Option<DateTimeUtc>,
    pub address: Option<String>,
    /// When it was found not to be worth sending any more; it is done then, too.
    pub cancelled_at: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Traced for Model {
    fn trace(&self) -> Option<Trace> {
        None
    }
}

impl Visible for Entity {
    fn visible_to(viewer: &Viewer) -> Condition {
        if viewer.may(Act::MailView).is_ok() {
            Condition::all().add(Column::OrgId.eq(viewer.org()))
        } else {
            nothing()
        }
    }
}
