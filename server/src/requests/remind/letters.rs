//! One mail for each person.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, EntityTrait, JoinType, QueryFilter, QuerySelect};
use uuid::Uuid;

use super::Due;
use crate::access::Role;
use crate::app::App;
use crate::error::Refusal;
use crate::outbox::{Letter, Template};
use crate::people::entity::{role_grant, user};
use crate::store::UnscopedTx;

/// Where the requests wait.
const INBOX: &str = "/requests";

/// As what somebody is told.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Stage {
    /// Little time is left.
    Soon,
    /// It is overdue.
    Overdue,
}

impl Stage {
    fn code(self) -> &'static str {
        match self {
            Self::Soon => "soon",
            Self::Overdue => "overdue",
        }
    }
}

/// The mails to be written, each named by the first of the requests that it is about.
pub(super) async fn letters(
    app: &App,
    tx: &UnscopedTx,
    due: &[Due],
    now: DateTime<Utc>,
) -> Result<Vec<Letter>, Refusal> {
    let staff = staff_of(tx, due).await?;
    let mut mails = BTreeMap::new();
    for one in due {
        let Some(staff) = staff.get(&one.org_id) else {
            continue;
        };
        let soon = (one.remind_at < one.due_at).then_some((staff.owners(), Stage::Soon));
        let overdue = (one.due_at <= now).then_some((&staff.supervisors, Stage::Overdue));
        for (people, stage) in soon.into_iter().chain(overdue) {
            for to in people {
                let this = (one.id, one.due_at, stage, one.org_id);
                let first = mails.entry(*to).or_insert(this);
                *first = this.min(*first);
            }
        }
    }
    let letters = mails.into_iter().map(|(to, (request, due, stage, org))| {
        let (due, stage) = (due.timestamp_micros(), stage.code());
        Letter {
            id: app.clock().new_id(),
            org,
            to,
            template: Template::RequestDue,
            link: INBOX.to_owned(),
            dedupe_key: format!("request:{request}:{due}:{stage}:{to}"),
            at: now,
        }
    });
    Ok(letters.collect())
}

/// Who sees to requests in an organisation.
#[derive(Default)]
struct Staff {
    intake: Vec<Uuid>,
    supervisors: Vec<Uuid>,
}

impl Staff {
    /// Who takes requests in: the supervisors where nobody does.
    fn owners(&self) -> &Vec<Uuid> {
        if self.intake.is_empty() {
            &self.supervisors
        } else {
            &self.intake
        }
    }
}

/// Those whose account is in use, by organisation.
async fn staff_of(tx: &UnscopedTx, due: &[Due]) -> Result<HashMap<Uuid, Staff>, Refusal> {
    let mut orgs: Vec<Uuid> = due.iter().map(|one| one.org_id).collect();
    orgs.sort_unstable();
    orgs.dedup();
    let held: Vec<(Uuid, Uuid, Role)> = user::Entity::find()
        .select_only()
        .columns([user::Column::OrgId, user::Column::Id])
        .column(role_grant::Column::Role)
        .join(
            JoinType::InnerJoin,
            user::Entity::belongs_to(role_grant::Entity)
                .from(user::Column::Id)
                .to(role_grant::Column::UserId)
                .into(),
        )
        .filter(user::Column::OrgId.is_in(orgs))
        .filter(user::Column::Status.eq(user::UserStatus::Active))
        .filter(role_grant::Column::Role.is_in([Role::Intake, Role::Supervisor]))
        .into_tuple()
        .all(tx)
        .await?;
    let mut staff: HashMap<Uuid, Staff> = HashMap::new();
    for (org, user, role) in held {
        let of_org = staff.entry(org).or_default();
        match role {
            Role::Intake => of_org.intake.push(user),
            _ => of_org.supervisors.push(user),
        }
    }
    Ok(staff)
}
