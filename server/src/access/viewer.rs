//! The one who asks: the only door to data.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use sea_orm::Condition;
use uuid::Uuid;

use super::{
    Act, CasePermit, Class, Grant, Relation, RoleSet, Together, Trace, Traced, Visible, classes,
};
use crate::app::App;
use crate::audit::{Entry, Outcome};
use crate::codes;
use crate::error::Refusal;
use crate::store::{Lease, Reader, Scoped, Tx};

codes! {
    /// The language a person reads.
    pub enum Locale {
        En = "en",
        Es = "es",
    }
}

/// Who somebody is, as read from the database for this request.
#[derive(Clone, Copy, Debug)]
pub struct Who {
    /// The user.
    pub user: Uuid,
    /// The organisation one works in.
    pub org: Uuid,
    /// The session one is signed in with.
    pub session: Uuid,
    /// The roles one holds now.
    pub roles: RoleSet,
    /// The language one reads.
    pub locale: Locale,
    /// What the session is narrowed to, while it is.
    pub together: Option<Together>,
}

/// One person during one request. Clones share what was noted for the audit.
#[derive(Clone)]
pub struct Viewer(Arc<Inner>);

struct Inner {
    app: App,
    who: Who,
    request: Uuid,
    seen: Mutex<BTreeSet<Trace>>,
    statements: Arc<AtomicU32>,
    lease: Lease,
}

impl Viewer {
    /// Only for the sign-in, which has read `who` for this request, on `lease`.
    pub(crate) fn new(app: App, who: Who, request: Uuid, lease: Lease) -> Self {
        Self(Arc::new(Inner {
            app,
            who,
            request,
            seen: Mutex::default(),
            statements: Arc::default(),
            lease,
        }))
    }

    /// The user.
    pub fn user(&self) -> Uuid {
        self.0.who.user
    }

    /// The organisation one works in.
    pub fn org(&self) -> Uuid {
        self.0.who.org
    }

    /// The session one is signed in with.
    pub fn session(&self) -> Uuid {
        self.0.who.session
    }

    /// The roles one holds.
    pub fn roles(&self) -> RoleSet {
        self.0.who.roles
    }

    /// The language one reads.
    pub fn locale(&self) -> Locale {
        self.0.who.locale
    }

    /// What the session is narrowed to, while it is.
    pub fn together(&self) -> Option<Together> {
        self.0.who.together
    }

    /// How one stands to a case, or to one's organisation, if one would otherwise stand in
    /// `relation` to it: while the session is in the together view, that comes before all,
    /// and another case than its own might as well be another organisation's.
    pub(super) fn standing(&self, relation: Relation, case: Option<Uuid>) -> Relation {
        match self.together() {
            None => relation,
            Some(view) if case.is_none_or(|case| case == view.case) => Relation::Together,
            Some(_) => Relation::OtherOrganisation,
        }
    }

    /// The rows of `E` that one sees, as the condition of every query.
    pub(crate) fn scope<E: Visible>(&self) -> Condition {
        match self.together() {
            None => E::visible_to(self),
            Some(view) => E::visible_together(&view),
        }
    }

    /// The request's id, as logs, audit and faults name it.
    pub fn request(&self) -> Uuid {
        self.0.request
    }

    pub(crate) fn app(&self) -> &App {
        &self.0.app
    }

    /// SQL statements sent so far for this request.
    pub fn statements(&self) -> u32 {
        self.0.statements.load(Ordering::Relaxed)
    }

    pub(crate) fn statement_counter(&self) -> Arc<AtomicU32> {
        self.0.statements.clone()
    }

    pub(crate) fn reader(&self) -> Reader<'_, Lease> {
        self.0.lease.reader(self.statement_counter())
    }

    /// Gives the request's connection back before it waits for a writer.
    pub(crate) async fn give_back(&self) {
        self.0.lease.give_back().await;
    }

    /// The rows of `E` that one may see.
    pub fn select<E: Visible>(&self) -> Scoped<'_, E> {
        Scoped::new(self)
    }

    /// Asks whether one may do `act` in one's organisation.
    pub fn may(&self, act: Act) -> Result<Grant, Refusal> {
        Grant::ask(self, Relation::SameOrganisation, act, self.org(), None)
            .map_err(Refusal::Forbidden)
    }

    /// Whether one may do `act` to anything at all: for menus, never for access.
    pub fn might(&self, act: Act) -> bool {
        self.grant_for_some(act).is_some()
    }

    /// Whether one sees fields of `class` of the cases in one's reach. Rights add up over
    /// the roles, so that it is of all of them or of none.
    pub fn sees(&self, class: Class) -> bool {
        let near = [Relation::Assigned, Relation::Supervises];
        let near = near.map(|relation| self.standing(relation, None));
        self.roles().iter().any(|role| {
            near.iter()
                .any(|relation| classes(role, *relation).has(class))
        })
    }

    /// A grant for what an act on anything at all would show.
    pub(super) fn grant_for_some(&self, act: Act) -> Option<Grant> {
        [
            Relation::Assigned,
            Relation::Supervises,
            Relation::SameOrganisation,
        ]
        .into_iter()
        .find_map(|relation| Grant::ask(self, relation, act, self.org(), None).ok())
    }

    /// The case `id`, if it is in reach and one may do `act` to it.
    pub async fn case(&self, id: Uuid, act: Act) -> Result<CasePermit, Refusal> {
        let permit = CasePermit::find(self, &self.reader(), &[id])
            .await?
            .pop()
            .ok_or(Refusal::NotFound)?;
        permit.allowing(self, act)
    }

    /// Those of the cases `ids` that are in reach, in one statement.
    pub async fn cases(&self, ids: &[Uuid]) -> Result<Vec<CasePermit>, Refusal> {
        CasePermit::find(self, &self.reader(), ids).await
    }

    /// Begins a change. `Refusal::Replayed` when this client key was applied before with
    /// the same input; a wrong field when it was applied with another.
    pub async fn begin(
        &self,
        act: Act,
        key: Uuid,
        input: &(impl std::fmt::Debug + Sync),
    ) -> Result<Tx, Refusal> {
        Box::pin(Tx::begin(self, act, key, input)).await
    }

    pub(crate) fn note_all<'r, T: Traced + 'r>(&self, rows: impl Iterator<Item = &'r T>) {
        let mut seen = self.0.seen.lock().unwrap_or_else(PoisonError::into_inner);
        seen.extend(rows.filter_map(Traced::trace));
    }

    /// Writes down what was seen, durably; to be called before the answer leaves. If it
    /// fails there is no answer (rule 35).
    pub async fn flush_reads(&self) -> Result<(), Refusal> {
        self.give_back().await;
        let seen = std::mem::take(&mut *self.0.seen.lock().unwrap_or_else(PoisonError::into_inner));
        self.app().reads().write(Entry::seen(self, &seen)).await
    }

    /// Writes down that `act` was refused.
    pub async fn note_refusal(
        &self,
        act: Act,
        target: Option<Uuid>,
        why: &'static str,
    ) -> Result<(), Refusal> {
        let entry = Entry {
            target,
            why: Some(why),
            ..Entry::of(self, act.code(), Outcome::Refused)
        };
        self.give_back().await;
        self.app().reads().write(vec![entry]).await
    }
}
