//! Tells a team by the mail that says nothing (rule 122) that a release asks for something: a
//! week before it ends (`release_expiry_warning`, vocabulary 12.7), and thirty days before the
//! young person comes of age where somebody else signed for them (rule 16).
//!
//! Several servers may do so at once: a mail's own key keeps it from being written twice. No
//! table says when somebody comes of age, since that would be their birth date again. It is
//! opened here, compared, and forgotten.

use chrono::{DateTime, Duration, Utc};
use sea_orm::sea_query::IntoColumnRef;
use sea_orm::{DbErr, QueryResult};
use uuid::Uuid;

use super::entity::release;
use super::majority::majority;
use super::model::SignerPolicy;
use super::standing::BEFORE;
use crate::access::KeyParts;
use crate::app::App;
use crate::boards::board;
use crate::cases::entity::case_person;
use crate::cases::person_place;
use crate::error::Refusal;
use crate::graphql::{Kind, id};
use crate::outbox::{self, Letter, Template};
use crate::store::prelude::*;
use crate::vault::{self, SealedBytes};

/// Releases looked at in one transaction.
const BATCH: u64 = 500;
/// So long before its end one is warned of.
const WARNED: Duration = Duration::days(7);

/// A release that runs, with what tells whether it asks for something.
struct Running {
    id: Uuid,
    org: Uuid,
    case: Uuid,
    person: Uuid,
    expires_at: DateTime<Utc>,
    policy: SignerPolicy,
    birth_date: Option<SealedBytes>,
    /// Who hears of it: the specialist, or the supervisor where there is none.
    to: Uuid,
    key: KeyParts,
}

impl FromQueryResult for Running {
    fn from_query_result(row: &QueryResult, pre: &str) -> Result<Self, DbErr> {
        let specialist: Option<Uuid> = row.try_get(pre, "specialist_id")?;
        Ok(Self {
            id: row.try_get(pre, "id")?,
            org: row.try_get(pre, "org_id")?,
            case: row.try_get(pre, "case_id")?,
            person: row.try_get(pre, "person_id")?,
            expires_at: row.try_get(pre, "expires_at")?,
            policy: row.try_get(pre, "signer_policy")?,
            birth_date: row.try_get(pre, "birth_date")?,
            to: match specialist {
                Some(specialist) => specialist,
                None => row.try_get(pre, "supervisor_id")?,
            },
            key: KeyParts::from_query_result(row, "key_")?,
        })
    }
}

/// Tells of all that asks now, batch by batch; returns how many releases were looked at.
pub async fn remind(app: &App) -> Result<u64, Refusal> {
    let (mut done, mut after) = (0, None);
    loop {
        let (count, last) = batch(app, after).await?;
        done += count;
        if count < BATCH {
            return Ok(done);
        }
        after = last;
    }
}

/// The place of a release in the order of their ends.
type Ends = (DateTime<Utc>, Uuid);

async fn batch(app: &App, after: Option<Ends>) -> Result<(u64, Option<Ends>), Refusal> {
    let now = app.clock().now();
    let tx = app.store().unscoped_begin().await?;
    let found = running(now, after).into_model::<Running>().all(&tx).await?;
    let count = found.len() as u64;
    let last = found.last().map(|one| (one.expires_at, one.id));
    let mut letters = Vec::new();
    for one in found {
        let case = id::id_of(app, Kind::Case, one.case)?;
        let about = |what: &str| Letter {
            id: app.clock().new_id(),
            org: one.org,
            to: one.to,
            template: Template::ReleaseAsks,
            link: format!("/cases/{case}"),
            dedupe_key: format!("release:{}:{what}", one.id),
            at: now,
        };
        if one.expires_at - now <= WARNED {
            letters.push(about("ends"));
        }
        let others = one.policy.signers().iter().any(|signer| !signer.is_self());
        let letter = about("of_age");
        if others && comes_of_age(app, one, now)? {
            letters.push(letter);
        }
    }
    outbox::enqueue_new(&tx, letters).await?;
    tx.commit().await?;
    Ok((count, last))
}

/// Releases of open cases that were not withdrawn and have not ended, those that end first at
/// the head, with the young person's sealed birth date and the case's wrapped key.
fn running(now: DateTime<Utc>, after: Option<Ends>) -> Select<release::Entity> {
    use release::Column as R;
    let mut all = Condition::all()
        .add(R::ExpiresAt.gt(now))
        .add(R::WithdrawnAt.is_null())
        .add(board::Column::Open.eq(true));
    if let Some((ends, id)) = after {
        let same = Condition::all()
            .add(R::ExpiresAt.eq(ends))
            .add(R::Id.gt(id));
        all = all.add(Condition::any().add(R::ExpiresAt.gt(ends)).add(same));
    }
    let known = [
        R::Id,
        R::OrgId,
        R::CaseId,
        R::PersonId,
        R::ExpiresAt,
        R::SignerPolicy,
    ];
    let mut select = release::Entity::find()
        .select_only()
        .columns(known)
        .filter(all)
        .order_by_asc(R::ExpiresAt)
        .order_by_asc(R::Id)
        .limit(BATCH);
    let query = QueryTrait::query(&mut select);
    let of = |column: R| (release::Entity, column).into_column_ref();
    query
        .inner_join(
            board::Entity,
            Expr::col((board::Entity, board::Column::CaseId)).eq(Expr::col(of(R::CaseId))),
        )
        .inner_join(
            case_person::Entity,
            Expr::col((case_person::Entity, case_person::Column::Id))
                .eq(Expr::col(of(R::PersonId))),
        )
        .expr_as(
            Expr::col((board::Entity, board::Column::SpecialistId)),
            "specialist_id",
        )
        .expr_as(
            Expr::col((board::Entity, board::Column::SupervisorId)),
            "supervisor_id",
        )
        .expr_as(
            Expr::col((case_person::Entity, case_person::Column::BirthDate)),
            "birth_date",
        );
    KeyParts::select(select, of(R::CaseId), "key_")
}

/// Whether the young person comes of age within thirty days, or has just done so.
fn comes_of_age(app: &App, of: Running, now: DateTime<Utc>) -> Result<bool, Refusal> {
    let Some((sealed, key)) = of.birth_date.zip(of.key.unscoped_unwrap(app)?) else {
        return Ok(false);
    };
    let birth = vault::open(&key, person_place("birth_date", of.person), &sealed)?;
    let soon = majority(&birth).filter(|of_age| now >= of_age.earliest - BEFORE);
    Ok(soon.is_some_and(|of_age| now < of_age.latest + BEFORE))
}
