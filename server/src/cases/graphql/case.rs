//! A case in GraphQL: what it is and who is on it.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, Result};
use chrono::{DateTime, Utc};

use super::{Assignment, CasePerson};
use crate::access::{Act, Class};
use crate::cases::model::{CaseOrigin, CaseStatus, CommunityType, LegalCustody, State};
use crate::cases::row::CaseRow;
use crate::graphql::{Kind, Loaders, MaskedText, answer, id, policy, viewer};
use crate::people::User;

/// A case: what it is and who is on it. Other slices add what is theirs.
pub struct CaseFacts(pub Arc<CaseRow>);

/// A case: what it is and who is on it.
#[Object]
impl CaseFacts {
    /// Opaque id.
    #[graphql(directive = policy::apply(Class::Pointer))]
    pub async fn id(&self, ctx: &Context<'_>) -> Result<ID> {
        id::seal(ctx, Kind::Case, self.0.case.id)
    }

    /// Send it back with a change.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn version(&self) -> i32 {
        self.0.case.version
    }

    /// The name the team works with; never the legal name.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn alias(&self, ctx: &Context<'_>) -> Result<String> {
        let alias = self
            .0
            .permit
            .open(Class::Pointer, self.0.place("alias"), &self.0.case.alias);
        Ok(answer(ctx, alias)?.unwrap_or_default())
    }

    /// The case number, masked; null for those who could not reveal it.
    #[graphql(directive = policy::apply(Class::Identity))]
    async fn number(&self) -> Option<MaskedText> {
        let seen = self.0.permit.sees(Class::Identity);
        seen.then(MaskedText::hidden)
    }

    /// Where it stands; null for those who do not work on it (rule 32), as with all that
    /// tells how the work stands.
    #[graphql(directive = policy::apply(Class::Work))]
    async fn status(&self) -> Option<CaseStatus> {
        self.0.work(self.0.case.status)
    }

    /// Where it came from.
    #[graphql(directive = policy::apply(Class::Work))]
    async fn origin(&self) -> Option<CaseOrigin> {
        self.0.work(self.0.case.origin)
    }

    /// When it was opened.
    #[graphql(directive = policy::apply(Class::Work))]
    async fn opened_at(&self) -> Option<DateTime<Utc>> {
        self.0.work(self.0.case.opened_at)
    }

    /// When it was closed; null while there is work to do.
    #[graphql(directive = policy::apply(Class::Work))]
    async fn closed_at(&self) -> Option<DateTime<Utc>> {
        self.0.work(self.0.case.closed_at).flatten()
    }

    /// The state or territory; null for those who may not see it.
    #[graphql(directive = policy::apply(Class::Legal))]
    async fn jurisdiction(&self) -> Option<State> {
        self.0
            .permit
            .sees(Class::Legal)
            .then_some(self.0.case.jurisdiction)
    }

    /// The kind of community.
    #[graphql(directive = policy::apply(Class::Legal))]
    async fn community_type(&self) -> Option<CommunityType> {
        self.0
            .case
            .community_type
            .filter(|_| self.0.permit.sees(Class::Legal))
    }

    /// Who has legal custody.
    #[graphql(directive = policy::apply(Class::Legal))]
    async fn legal_custody(&self) -> Option<LegalCustody> {
        self.0
            .case
            .legal_custody
            .filter(|_| self.0.permit.sees(Class::Legal))
    }

    /// What is known, in the workers' words; null for those who may not read it.
    #[graphql(directive = policy::apply(Class::Narrative))]
    async fn summary(&self, ctx: &Context<'_>) -> Result<Option<String>> {
        let row = &self.0;
        answer(
            ctx,
            row.permit.open_some(
                Class::Narrative,
                row.place("summary"),
                row.case.summary.as_ref(),
            ),
        )
    }

    /// The resource specialist on the team.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn specialist(&self, ctx: &Context<'_>) -> Result<Option<User>> {
        match self.0.board.specialist_id {
            Some(user) => User::load(ctx, user).await,
            None => Ok(None),
        }
    }

    /// The family advocate on the team.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn advocate(&self, ctx: &Context<'_>) -> Result<Option<User>> {
        match self.0.board.advocate_id {
            Some(user) => User::load(ctx, user).await,
            None => Ok(None),
        }
    }

    /// The supervisor on the team.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn supervisor(&self, ctx: &Context<'_>) -> Result<Option<User>> {
        User::load(ctx, self.0.board.supervisor_id).await
    }

    /// The team now.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn team(&self, ctx: &Context<'_>) -> Result<Vec<Assignment>> {
        let team = answer(ctx, ctx.data::<Loaders>()?.team(self.0.case.id).await)?;
        Ok(team
            .into_iter()
            .map(|row| Assignment {
                row,
                case: self.0.clone(),
            })
            .collect())
    }

    /// The young person and the people around; nobody for those who may not see them.
    #[graphql(directive = policy::apply(Class::Identity))]
    async fn people(&self, ctx: &Context<'_>) -> Result<Vec<CasePerson>> {
        if !self.0.permit.sees(Class::Identity) {
            return Ok(Vec::new());
        }
        let people = answer(ctx, ctx.data::<Loaders>()?.people(self.0.case.id).await)?;
        Ok(people
            .into_iter()
            .map(|row| CasePerson {
                row,
                case: self.0.clone(),
            })
            .collect())
    }

    /// What the viewer may do to this case.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn can(&self, ctx: &Context<'_>) -> Result<Vec<Act>> {
        let viewer = viewer(ctx)?;
        let may = |act: &Act| act.about_a_case() && self.0.permit.allows(viewer, *act);
        Ok(Act::ALL.iter().copied().filter(may).collect())
    }
}
