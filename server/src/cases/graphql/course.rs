//! How a case went on, in GraphQL.

use std::sync::Arc;

use async_graphql::{Context, Object, Result};

use super::Assignment;
use crate::access::Class;
use crate::cases::facts::CaseFactChange;
use crate::cases::loaders::CaseLoaders;
use crate::cases::model::CaseStatus;
use crate::cases::row::CaseRow;
use crate::cases::status::CaseStatusChange;
use crate::graphql::{answer, policy};

/// Parts of a former team that are shown.
const FORMER: u64 = 50;

/// How a case went on.
pub struct OnCase(pub Arc<CaseRow>);

/// How a case went on.
#[Object(name = "CaseCourse")]
impl OnCase {
    /// Where the case may go from where it stands; nowhere for those who do not work on it.
    #[graphql(directive = policy::apply(Class::Work))]
    async fn allowed_statuses(&self) -> Vec<CaseStatus> {
        self.0
            .work(self.0.case.status.moves().to_vec())
            .unwrap_or_default()
    }

    /// Where the case stood, the newest first; empty for those who do not work on it.
    #[graphql(directive = policy::apply(Class::Work))]
    async fn status_changes(&self, ctx: &Context<'_>) -> Result<Vec<CaseStatusChange>> {
        if !self.0.permit.sees(Class::Work) {
            return Ok(Vec::new());
        }
        let loaders = ctx.data::<CaseLoaders>()?;
        let rows = answer(ctx, loaders.status_changes(self.0.case.id).await)?;
        let case = &self.0;
        let with = |row| CaseStatusChange {
            row,
            case: case.clone(),
        };
        Ok(rows.into_iter().rev().map(with).collect())
    }

    /// Who was on the team before, whoever left last first; at most 50 parts.
    #[graphql(directive = policy::apply(Class::Pointer))]
    async fn former_team(&self, ctx: &Context<'_>) -> Result<Vec<Assignment>> {
        let loaders = ctx.data::<CaseLoaders>()?;
        let rows = answer(ctx, loaders.former_team(self.0.case.id, FORMER).await)?;
        let case = &self.0;
        let with = |row| Assignment {
            row,
            case: case.clone(),
        };
        Ok(rows.into_iter().map(with).collect())
    }

    /// What changed of custody, community and jurisdiction, the newest first; empty for
    /// those who may not see them.
    #[graphql(directive = policy::apply(Class::Legal))]
    async fn fact_changes(&self, ctx: &Context<'_>) -> Result<Vec<CaseFactChange>> {
        if !self.0.permit.sees(Class::Legal) {
            return Ok(Vec::new());
        }
        let loaders = ctx.data::<CaseLoaders>()?;
        let rows = answer(ctx, loaders.fact_changes(self.0.case.id).await)?;
        let case = &self.0;
        let with = |row| CaseFactChange {
            row,
            case: case.clone(),
        };
        Ok(rows.into_iter().rev().map(with).collect())
    }
}
