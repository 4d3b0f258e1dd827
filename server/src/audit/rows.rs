//! The table of entries. Append-only: both databases refuse to change or delete a row.

use sea_orm::ActiveValue::Set;
use sea_orm::entity::prelude::*;
use sea_orm::{Condition, ConnectionTrait};

use super::{Entry, Outcome};
use crate::access::{Act, Trace, Traced, Viewer, Visible, cases_in_reach, nothing};
use crate::error::Refusal;
use crate::vault::SealedBytes;

/// A written entry.
pub type AuditEntry = Model;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "audit_entry")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub org_id: Uuid,
    pub at: DateTimeUtc,
    pub actor_id: Option<Uuid>,
    pub session_id: Option<Uuid>,
    pub request_id: Uuid,
    pub act: String,
    pub outcome: Outcome,
    pub why: Option<String>,
    pub target_type: Option<String>,
    pub target_id: Option<Uuid>,
    pub case_id: Option<Uuid>,
    pub ids: Option<String>,
    pub fields: Option<String>,
    pub purpose: Option<String>,
    pub reason: Option<SealedBytes>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Traced for Model {
    fn trace(&self) -> Option<Trace> {
        // Reading the trace is itself a read, and leaves one.
        Some(Trace {
            kind: "audit_entry",
            id: self.id,
            case: self.case_id,
        })
    }
}

impl Visible for Entity {
    fn visible_to(viewer: &Viewer) -> Condition {
        let mut any = Condition::any();
        if viewer.may(Act::AuditView).is_ok() {
            any = any.add(Column::OrgId.eq(viewer.org()));
        }
        match cases_in_reach(viewer) {
            Some(reach) if viewer.might(Act::CaseHistory) => {
                any = any.add(Column::CaseId.in_subquery(reach))
            }
            _ => {}
        }
        // An empty `any` would hold for every row.
        if any.is_empty() { nothing() } else { any }
    }
}

/// Writes entries on a connection that somebody else commits.
pub async fn insert(connection: &impl ConnectionTrait, entries: &[Entry]) -> Result<(), Refusal> {
    if entries.is_empty() {
        return Ok(());
    }
    let rows = entries.iter().map(row);
    Entity::insert_many(rows)
        .exec_without_returning(connection)
        .await?;
    Ok(())
}

fn row(entry: &Entry) -> ActiveModel {
    let ids: Vec<String> = entry.ids.iter().map(Uuid::to_string).collect();
    ActiveModel {
        id: Set(entry.id),
        org_id: Set(entry.org),
        at: Set(entry.at),
        actor_id: Set(entry.actor),
        session_id: Set(entry.session),
        request_id: Set(entry.request),
        act: Set(entry.act.to_owned()),
        outcome: Set(entry.outcome),
        why: Set(entry.why.map(str::to_owned)),
        target_type: Set(entry.target_kind.map(str::to_owned)),
        target_id: Set(entry.target),
        case_id: Set(entry.case),
        ids: Set((!ids.is_empty()).then(|| ids.join(" "))),
        fields: Set((!entry.fields.is_empty())
            .then(|| entry.fields.iter().copied().collect::<Vec<_>>().join(" "))),
        purpose: Set(None),
        reason: Set(entry.reason.clone()),
    }
}
