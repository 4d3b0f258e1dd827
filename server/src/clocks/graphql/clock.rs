//! A clock in GraphQL.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, Result};
use chrono::{DateTime, Duration, Utc};
use uuid::Uuid;

use super::Notice;
use crate::access::{Class, Locale, Viewer};
use crate::cases::model::TeamRole;
use crate::cases::{CaseRow, cases_of};
use crate::clocks::close::place;
use crate::clocks::definition::Definition;
use crate::clocks::entity::clock;
use crate::clocks::loaders::ClockLoaders;
use crate::clocks::model::{ClockState, ClockStatus, ClockUnit, NotifiedParty};
use crate::clocks::office::body;
use crate::clocks::read;
use crate::clocks::remind::{Team, owner};
use crate::clocks::status::status;
use crate::error::Refusal;
use crate::graphql::{Case, Kind, answer, id, policy, viewer};
use crate::people::User;
use crate::vault::SealedBytes;

/// What is written down later than this after it was is flagged (rule 49).
const AT_ONCE: Duration = Duration::minutes(5);

/// Whether something of `at` was written down at `recorded`, and not at once.
pub(super) fn back_dated(at: DateTime<Utc>, recorded: DateTime<Utc>) -> bool {
    recorded - at > AT_ONCE
}

/// Those of the clocks `ids` whose case is in reach.
pub async fn by_ids(
    viewer: &Viewer,
    ids: &[Uuid],
) -> std::result::Result<Vec<(Uuid, Clock)>, Refusal> {
    let rows = read::by_ids(viewer, ids).await?;
    let cases = cases_of(viewer, rows.iter().map(|row| row.case_id)).await?;
    let mut found = Vec::with_capacity(rows.len());
    for row in rows {
        if let Some(case) = cases.get(&row.case_id) {
            found.push((row.id, Clock::of(row, case.clone())?));
        }
    }
    Ok(found)
}

/// A clock of a case.
pub struct Clock {
    row: clock::Model,
    definition: Definition,
    case: Arc<CaseRow>,
}

impl Clock {
    /// The clock of `row`, which is on `case`.
    pub fn of(row: clock::Model, case: Arc<CaseRow>) -> std::result::Result<Self, Refusal> {
        let definition = body(&row.body)?;
        Ok(Self {
            row,
            definition,
            case,
        })
    }

    /// The clock `id`, if its case is in reach.
    pub(super) async fn load(viewer: &Viewer, id: Uuid) -> std::result::Result<Self, Refusal> {
        let found = by_ids(viewer, &[id]).await?.pop();
        found.map(|(_, clock)| clock).ok_or(Refusal::NotFound)
    }

    fn told(
        &self,
        ctx: &Context<'_>,
        column: &'static str,
        sealed: Option<&SealedBytes>,
    ) -> Result<Option<String>> {
        let place = place(column, self.row.id);
        let permit = &self.case.permit;
        answer(ctx, permit.open_some(Class::Narrative, place, sealed))
    }
}

/// Something that is to be done by a time, by law or by agreement, and what came of it.
/// How it stands is computed when asked (rule 61).
#[Object]
impl Clock {
    /// Opaque id.
    #[graphql(directive = policy::apply(Class::Pointer))]
    pub async fn id(&self, ctx: &Context<'_>) -> Result<ID> {
        id::seal(ctx, Kind::Clock, self.row.id)
    }

    /// Send it back with a change.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn version(&self) -> i32 {
        self.row.version
    }

    /// The case.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn case(&self) -> Case {
        Case::of(self.case.clone())
    }

    /// The definition's code; an organisation may have codes of its own.
    #[graphql(directive = policy::apply(Class::Work))]
    async fn code(&self) -> &str {
        &self.row.code
    }

    /// What is to be done, in the viewer's language.
    #[graphql(directive = policy::apply(Class::Work))]
    async fn title(&self, ctx: &Context<'_>) -> Result<&str> {
        Ok(match viewer(ctx)?.locale() {
            Locale::En => &self.definition.title.en,
            Locale::Es => &self.definition.title.es,
        })
    }

    /// Whose rule it is: `US`, or a state's letters.
    #[graphql(directive = policy::apply(Class::Legal))]
    async fn jurisdiction(&self) -> &str {
        &self.row.jurisdiction
    }

    /// The version of the definition it was made by (rule 46).
    #[graphql(directive = policy::apply(Class::Work))]
    async fn definition_version(&self) -> i32 {
        self.row.definition_version
    }

    /// How the time is counted.
    #[graphql(directive = policy::apply(Class::Work))]
    async fn unit(&self) -> ClockUnit {
        self.definition.unit
    }

    /// How it stands now.
    #[graphql(directive = policy::apply(Class::Work))]
    async fn status(&self, ctx: &Context<'_>) -> Result<ClockStatus> {
        Ok(status(&self.row, viewer(ctx)?.app().clock().now()))
    }

    /// Recommended here, and a duty elsewhere.
    #[graphql(directive = policy::apply(Class::Work))]
    async fn recommended(&self) -> bool {
        self.row.recommended
    }

    /// Whether it can be neither waived nor set aside (rule 60).
    #[graphql(directive = policy::apply(Class::Work))]
    async fn required(&self) -> bool {
        self.definition.required
    }

    /// When it began to run.
    #[graphql(directive = policy::apply(Class::Work))]
    async fn started_at(&self) -> DateTime<Utc> {
        self.row.started_at
    }

    /// When a quarter of the time was or will be left.
    #[graphql(directive = policy::apply(Class::Work))]
    async fn due_soon_at(&self) -> DateTime<Utc> {
        self.row.soon_at
    }

    /// By when it is to be done.
    #[graphql(directive = policy::apply(Class::Work))]
    async fn due_at(&self) -> DateTime<Utc> {
        self.row.due_at
    }

    /// As what somebody on the team sees to it.
    #[graphql(directive = policy::apply(Class::Work))]
    async fn responsible(&self) -> TeamRole {
        self.row.responsible
    }

    /// Who sees to it now: the supervisor where that part of the team is not taken.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn owner(&self, ctx: &Context<'_>) -> Result<Option<User>> {
        User::load(
            ctx,
            owner(&Team::of(&self.case.board), self.row.responsible),
        )
        .await
    }

    /// Who has to be told; a notice to them is its evidence.
    #[graphql(directive = policy::apply(Class::Work))]
    async fn party(&self) -> Option<NotifiedParty> {
        self.row.party
    }

    /// Whether it can be made longer where both offices agree (rule 60).
    #[graphql(directive = policy::apply(Class::Work))]
    async fn can_be_extended(&self) -> bool {
        self.definition.extension.is_some()
            && self.row.extended_by.is_none()
            && self.row.state == ClockState::Open
    }

    /// By how much it was made longer, in its unit.
    #[graphql(directive = policy::apply(Class::Work))]
    async fn extended_by(&self) -> Option<i32> {
        self.row.extended_by
    }

    /// Who agreed in the office that sends the young person.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn extended_by_sending_office(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        self.told(ctx, "extended_sending", self.row.extended_sending.as_ref())
    }

    /// Who agreed in the office that receives them.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn extended_by_receiving_office(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let sealed = self.row.extended_receiving.as_ref();
        self.told(ctx, "extended_receiving", sealed)
    }

    /// When it was done, as was told.
    #[graphql(directive = policy::apply(Class::Work))]
    async fn met_at(&self) -> Option<DateTime<Utc>> {
        self.row.met_at
    }

    /// When its end was written down.
    #[graphql(directive = policy::apply(Class::Work))]
    async fn ended_at(&self) -> Option<DateTime<Utc>> {
        (self.row.state != ClockState::Open).then_some(self.row.closed_at)
    }

    /// Whether it was written down some time after it was done (rule 49).
    #[graphql(directive = policy::apply(Class::Work))]
    async fn back_dated(&self) -> bool {
        let met = self.row.met_at;
        met.is_some_and(|at| back_dated(at, self.row.closed_at))
    }

    /// Who ended it: for a waiver, the supervisor who answers for it.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn ended_by(&self, ctx: &Context<'_>) -> Result<Option<User>> {
        match self.row.closed_by {
            Some(user) => User::load(ctx, user).await,
            None => Ok(None),
        }
    }

    /// The notice that is its evidence.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn notice(&self, ctx: &Context<'_>) -> Result<Option<Notice>> {
        let Some(notice) = self.row.notice_id else {
            return Ok(None);
        };
        let loaders = ctx.data::<ClockLoaders>()?;
        let found = answer(ctx, loaders.notice(notice).await)?;
        Ok(found.map(|row| Notice::of(row, self.case.clone())))
    }

    /// The agency of its evidence, where that is no notice.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn agency(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        self.told(ctx, "agency", self.row.agency.as_ref())
    }

    /// The person spoken to.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn person_spoken_to(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        self.told(ctx, "person", self.row.person.as_ref())
    }

    /// The number they gave.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn reference(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        self.told(ctx, "reference", self.row.reference.as_ref())
    }

    /// Why it was waived, or does not apply.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn reason(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        self.told(ctx, "reason", self.row.reason.as_ref())
    }
}
