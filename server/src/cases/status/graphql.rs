//! The status of a case in GraphQL.

use std::sync::Arc;

use async_graphql::{Context, Object, Result};
use chrono::{DateTime, Utc};

use super::act::{self, place};
use super::close;
use super::entity::case_status_change;
use super::inputs::{CaseCloseInput, CaseReopenInput, CaseStatusMoveInput};
use super::model::ClosureReason;
use crate::access::{Act, Class, Viewer};
use crate::cases::model::CaseStatus;
use crate::cases::{CaseRow, one};
use crate::error::Refusal;
use crate::graphql::{Case, answer, policy, settle, viewer};
use crate::outcome;
use crate::people::User;
use crate::plans::ContactWishKind;

/// Where a case stood from then on.
pub struct CaseStatusChange {
    /// The row.
    pub row: case_status_change::Model,
    /// Its case.
    pub case: Arc<CaseRow>,
}

/// Where a case stood from then on.
#[Object]
impl CaseStatusChange {
    /// Where it stood before; null at its opening.
    #[graphql(directive = policy::apply(Class::Work))]
    async fn was(&self) -> Option<CaseStatus> {
        self.row.was
    }

    /// Where it stands from then on.
    #[graphql(directive = policy::apply(Class::Work))]
    async fn now(&self) -> CaseStatus {
        self.row.now
    }

    /// Why it was closed; null for what is no closing.
    #[graphql(directive = policy::apply(Class::Work))]
    async fn reason(&self) -> Option<ClosureReason> {
        self.row.reason
    }

    /// A word on it; of a closing, what remains to be done or to be watched.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn note(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let place = place("note", self.row.id);
        let permit = &self.case.permit;
        answer(
            ctx,
            permit.open_some(Class::Narrative, place, self.row.note.as_ref()),
        )
    }

    /// Of a closing: how the young person wanted to hear from us afterwards.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn aftercare(&self) -> Option<ContactWishKind> {
        self.row
            .aftercare
            .filter(|_| self.case.permit.sees(Class::Narrative))
    }

    /// A word on that.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn aftercare_note(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let place = place("aftercare_note", self.row.id);
        let permit = &self.case.permit;
        answer(
            ctx,
            permit.open_some(Class::Narrative, place, self.row.aftercare_note.as_ref()),
        )
    }

    /// Who did it.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn by(&self, ctx: &Context<'_>) -> Result<Option<User>> {
        User::load(ctx, self.row.by_user).await
    }

    /// When.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn at(&self) -> DateTime<Utc> {
        self.row.at
    }
}

outcome!(CaseStatusMoveResult, CaseStatusMoveSuccess { case: Case });
outcome!(CaseCloseResult, CaseCloseSuccess { case: Case });
outcome!(CaseReopenResult, CaseReopenSuccess { case: Case });

async fn load(viewer: &Viewer, id: uuid::Uuid) -> std::result::Result<Case, Refusal> {
    one(viewer, id).await.map(Case::of)
}

/// Changes of a case's status.
#[derive(Default)]
pub struct StatusMutation;

#[Object]
impl StatusMutation {
    /// Moves a case among the states in which there is work to do.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn case_status_move(
        &self,
        ctx: &Context<'_>,
        input: CaseStatusMoveInput,
    ) -> Result<CaseStatusMoveResult> {
        let viewer = viewer(ctx)?;
        let done = async { act::go(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::CaseStatusMove, done).await?;
        let shown = settled.load(ctx, async |id| load(viewer, id).await).await?;
        Ok(CaseStatusMoveResult::of(shown))
    }

    /// Closes a case, with why, what remains, and how to stay in touch. `caseReopen` opens it
    /// again in one act.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn case_close(
        &self,
        ctx: &Context<'_>,
        input: CaseCloseInput,
    ) -> Result<CaseCloseResult> {
        let viewer = viewer(ctx)?;
        let done = async { close::close(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::CaseClose, done).await?;
        let shown = settled.load(ctx, async |id| load(viewer, id).await).await?;
        Ok(CaseCloseResult::of(shown))
    }

    /// Reopens a case that was closed; what is kept of its closing stays.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn case_reopen(
        &self,
        ctx: &Context<'_>,
        input: CaseReopenInput,
    ) -> Result<CaseReopenResult> {
        let viewer = viewer(ctx)?;
        let done = async { act::reopen(viewer, input.parse(viewer)?).await }.await;
        let settled = settle(ctx, Act::CaseReopen, done).await?;
        let shown = settled.load(ctx, async |id| load(viewer, id).await).await?;
        Ok(CaseReopenResult::of(shown))
    }
}
