//! Takes a service's answer: the only change that nobody who is signed in makes to a case. It
//! is in the trail as the service's own, without a colleague's name.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::LockType;
use uuid::Uuid;

use super::door;
use super::entity::answer_link;
use super::live::{Live, Question, live};
use super::model::ServiceAnswer;
use super::text_place;
use super::told::tell_the_team;
use crate::app::{App, keys};
use crate::audit::{self, Entry, Outcome};
use crate::boards;
use crate::cases::entity::case;
use crate::directory;
use crate::directory::model::Capacity;
use crate::error::{Fault, Refusal};
use crate::referrals::entity::{referral, referral_event};
use crate::referrals::event_place;
use crate::referrals::model::{ReferralOutcome, ReferralReason, ReferralState};
use crate::store::UnscopedTx;
use crate::store::prelude::*;
use crate::vault::{DataKey, seal};

/// What a service says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Said {
    pub answer: ServiceAnswer,
    pub reason: Option<ReferralReason>,
    pub text: Option<String>,
    pub outcome: Option<ReferralOutcome>,
    pub capacity: Option<Capacity>,
}

impl Said {
    /// Where a referral goes by it, if anywhere.
    fn to(&self) -> Option<ReferralState> {
        match self.answer {
            ServiceAnswer::Accepted => Some(ReferralState::Accepted),
            ServiceAnswer::Declined => Some(ReferralState::Rejected),
            ServiceAnswer::Outcome => Some(ReferralState::Completed),
            ServiceAnswer::CallUs | ServiceAnswer::Capacity => None,
        }
    }
}

/// The question of a link that is good now; looking uses nothing up.
pub(super) async fn look(app: &App, hash: &[u8; 32]) -> Result<Option<Question>, Refusal> {
    let now = app.clock().now();
    let Some(found) = live(&app.store().unscoped_reader(), hash, now).await? else {
        return Ok(None);
    };
    if let Question::Door(..) = found.question {
        let open = door::is_open(app, &found, now).await?;
        return Ok(open.then_some(found.question));
    }
    Ok(Some(found.question))
}

/// Takes an answer, once. `read` makes it of what the link asks, or says why it cannot; then
/// nothing is used up. `None` when the link is not good (any more).
pub(super) async fn take<W>(
    app: &App,
    request: Uuid,
    hash: &[u8; 32],
    read: impl FnOnce(&Question) -> Result<Said, W>,
) -> Result<Option<Result<(), (Question, W)>>, Refusal> {
    let tx = app.store().unscoped_begin().await?;
    let now = app.clock().now();
    let Some(Live { link, question }) = held(app, &tx, hash, now).await? else {
        return Ok(None);
    };
    let said = match read(&question) {
        Ok(said) => said,
        Err(wrong) => return Ok(Some(Err((question, wrong)))),
    };
    let answering = Answering {
        app,
        tx: &tx,
        link: &link,
        said: &said,
        now,
    };
    answering.all(&question, request).await?;
    tx.commit().await?;
    Ok(Some(Ok(())))
}

/// The link with this hash, if it is good, with its case locked until the end of `tx`.
pub(super) async fn held(
    app: &App,
    tx: &UnscopedTx,
    hash: &[u8; 32],
    now: DateTime<Utc>,
) -> Result<Option<Live>, Refusal> {
    let Some(found) = live(tx, hash, now).await? else {
        return Ok(None);
    };
    if !app.store().is_postgres() {
        return Ok(Some(found));
    }
    // Every change of a case waits for the others here; what was read before may have changed.
    case::Entity::find_by_id(found.link.case_id)
        .lock(LockType::NoKeyUpdate)
        .one(tx)
        .await?;
    live(tx, hash, now).await
}

/// An answer on its way into the database.
struct Answering<'a> {
    app: &'a App,
    tx: &'a UnscopedTx,
    link: &'a answer_link::Model,
    said: &'a Said,
    now: DateTime<Utc>,
}

impl Answering<'_> {
    async fn all(&self, question: &Question, request: Uuid) -> Result<(), Refusal> {
        let key = self.key().await?;
        self.keep(&key).await?;
        let moved = match question {
            Question::Place(referral) | Question::Outcome(referral) => {
                self.moved(referral, &key).await?
            }
            Question::Room(_) | Question::Door(..) => false,
        };
        if let Some(capacity) = self.said.capacity {
            directory::told_by_service(self.tx, self.link.service_id, capacity, self.now).await?;
        }
        tell_the_team(self.app, self.tx, self.link, self.now).await?;
        audit::insert(self.tx, &[self.entry(moved, request)]).await
    }

    /// The case's key, for what the service wrote.
    async fn key(&self) -> Result<DataKey, Refusal> {
        let mut found = keys::find(self.app, self.tx, &[self.link.case_id]).await?;
        let (_, key) = found.pop().ok_or(Fault::KeyDestroyed)?;
        Ok(key)
    }

    /// Keeps the answer with the link, which is used up by it.
    async fn keep(&self, key: &DataKey) -> Result<(), Refusal> {
        let text = self.said.text.as_deref();
        let row = answer_link::ActiveModel {
            id: Set(self.link.id),
            answered_at: Set(Some(self.now)),
            answer: Set(Some(self.said.answer)),
            reason_code: Set(self.said.reason),
            outcome: Set(self.said.outcome),
            capacity: Set(self.said.capacity),
            text: Set(text
                .map(|text| seal(key, text_place(self.link.id), text))
                .transpose()?),
            ..Default::default()
        };
        answer_link::Entity::update(row).exec(self.tx).await?;
        Ok(())
    }

    /// Moves the referral as a colleague would, by the same table of moves (rule 88).
    async fn moved(&self, found: &referral::Model, key: &DataKey) -> Result<bool, Refusal> {
        let Some(to) = self.said.to() else {
            return Ok(false);
        };
        let from = found.state;
        from.moved(to).map_err(Refusal::Move)?;
        let row = referral::ActiveModel {
            id: Set(found.id),
            version: Set(found.version + 1),
            state: Set(to),
            waiting_since: Set(None),
            outcome: Set(self.said.outcome),
            ..Default::default()
        };
        referral::Entity::update(row).exec(self.tx).await?;
        let id = self.app.clock().new_id();
        let text = self.said.text.as_deref();
        let event = referral_event::ActiveModel {
            id: Set(id),
            org_id: Set(self.link.org_id),
            case_id: Set(self.link.case_id),
            referral_id: Set(found.id),
            from_state: Set(Some(from)),
            to_state: Set(to),
            at: Set(self.now),
            // Whose question it answers; that the service did it is told by the link.
            by_user: Set(self.link.sent_by),
            reason_code: Set(self.said.reason),
            text: Set(text
                .map(|text| seal(key, event_place(id), text))
                .transpose()?),
            link_id: Set(Some(self.link.id)),
        };
        referral_event::Entity::insert(event)
            .exec_without_returning(self.tx)
            .await?;
        if !to.may_share() {
            self.close_doors(found.id).await?;
        }
        let change = |board: &mut boards::board::Model| {
            board.open_referrals += i32::from(to.is_open()) - i32::from(from.is_open());
            board.waiting_referrals += i32::from(to.waits()) - i32::from(from.waits());
        };
        boards::unscoped_change(self.app, self.tx, self.link.case_id, change).await?;
        Ok(true)
    }

    /// What was shared of a referral that has come to its end is opened by nobody any more.
    async fn close_doors(&self, referral: Uuid) -> Result<(), Refusal> {
        use answer_link::Column as L;
        answer_link::Entity::update_many()
            .col_expr(L::RevokedAt, Expr::value(self.now))
            .filter(L::ReferralId.eq(referral))
            .filter(L::DisclosureId.is_not_null())
            .filter(L::AnsweredAt.is_null())
            .filter(L::RevokedAt.is_null())
            .exec(self.tx)
            .await?;
        Ok(())
    }

    /// The entry of the trail: nobody of ours, with the link that was used.
    fn entry(&self, moved: bool, request: Uuid) -> Entry {
        let (kind, target) = match self.link.referral_id {
            Some(referral) => ("referral", referral),
            None => ("answer_link", self.link.id),
        };
        let mut fields = std::collections::BTreeSet::from(["answer"]);
        if moved {
            fields.insert("state");
        }
        if self.said.capacity.is_some() {
            fields.insert("capacity");
        }
        Entry {
            id: self.app.clock().new_id(),
            at: self.now,
            org: self.link.org_id,
            actor: None,
            session: None,
            request,
            act: "answer_by_link",
            outcome: Outcome::Done,
            why: None,
            target_kind: Some(kind),
            target: Some(target),
            case: Some(self.link.case_id),
            ids: vec![self.link.id],
            fields,
            reason: None,
        }
    }
}
