//! The case as the graph shows it: what each slice knows of it, put together.

use std::sync::Arc;

use async_graphql::{Context, ID, MergedObject, Result};

use crate::answers::OnCase as Enquiries;
use crate::boards::OnCase as Boards;
use crate::cases::{CaseFacts, CaseRow, OnCase as Course};
use crate::clocks::OnCase as Clocks;
use crate::contacts::OnCase as Contacts;
use crate::disclosures::OnCase as Disclosures;
use crate::episodes::OnCase as Episodes;
use crate::observations::OnCase as Observations;
use crate::plans::OnCase as Plan;
use crate::referrals::OnCase as Referrals;
use crate::releases::OnCase as Releases;
use crate::requests::OnCase as CaseRequest;
use crate::staffings::OnCase as Staffings;
use crate::timeline::OnCase as Timeline;
use crate::trail::OnCase as CaseTrail;

/// A case: who is helped, who helps, and how the work stands.
#[derive(MergedObject)]
pub struct Case(
    CaseFacts,
    CaseRequest,
    Plan,
    Contacts,
    Referrals,
    Staffings,
    Boards,
    CaseTrail,
    CaseTime,
    CaseSharing,
);

/// What may be shared with others, what was, and what they were asked.
#[derive(MergedObject)]
pub struct CaseSharing(Releases, Disclosures, Enquiries);

/// What runs on a case, where the young person is, what was observed, and how it went on.
#[derive(MergedObject)]
pub struct CaseTime(Episodes, Clocks, Observations, Course, Timeline);

impl Case {
    /// Opaque id, as every node has one.
    pub async fn id(&self, ctx: &Context<'_>) -> Result<ID> {
        self.0.id(ctx).await
    }

    /// The case of a row that was read within scope.
    pub fn of(row: impl Into<Arc<CaseRow>>) -> Self {
        let row = row.into();
        Self(
            CaseFacts(row.clone()),
            CaseRequest(row.clone()),
            Plan(row.clone()),
            Contacts(row.clone()),
            Referrals(row.clone()),
            Staffings(row.clone()),
            Boards(row.clone()),
            CaseTrail(row.clone()),
            CaseTime(
                Episodes(row.clone()),
                Clocks(row.clone()),
                Observations(row.clone()),
                Course(row.clone()),
                Timeline(row.clone()),
            ),
            CaseSharing(
                Releases(row.clone()),
                Disclosures(row.clone()),
                Enquiries(row),
            ),
        )
    }
}
