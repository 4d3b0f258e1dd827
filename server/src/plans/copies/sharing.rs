//! What of sharing there is to put on paper, read for the preview and for the making alike.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::CopyAudience;
use super::told::{Names, Source};
use crate::access::{Act, CasePermit, Class, Viewer};
use crate::cases::entity::case_person;
use crate::cases::model::PersonRole;
use crate::disclosures::accounting;
use crate::error::{FieldCode, Refusal, Wrong};
use crate::graphql::Kind;
use crate::people::entity::user;
use crate::releases::form;
use crate::store::Reading;
use crate::store::prelude::*;

impl CopyAudience {
    /// What such a copy is of, beside the case: none of a plan.
    pub(super) const fn kind(self) -> Option<Kind> {
        match self {
            Self::Youth | Self::Team | Self::SafetyPlan => None,
            Self::Accounting => Some(Kind::CasePerson),
            Self::ReleaseForm => Some(Kind::Release),
        }
    }

    /// What one must be allowed to see for it, beside printing.
    pub(super) fn seen_by(self, viewer: &Viewer, permit: &CasePermit) -> bool {
        let act = match self {
            Self::Youth | Self::Team | Self::SafetyPlan => return true,
            Self::Accounting => Act::DisclosureView,
            Self::ReleaseForm => Act::ReleaseView,
        };
        permit.allows(viewer, act) && permit.sees(Class::Legal)
    }
}

/// The accounting of a young person, or the form of a release: `of` says of which.
pub(super) async fn source(
    rows: Reading<'_>,
    permit: &CasePermit,
    audience: CopyAudience,
    of: Uuid,
    now: DateTime<Utc>,
) -> Result<Source, Refusal> {
    if audience == CopyAudience::ReleaseForm {
        let form = form(rows, permit, of, now).await?;
        let names = names(rows, vec![form.explained_by]).await?;
        let form = Box::new(form);
        return Ok(Source::Release { form, names });
    }
    let young = Condition::all()
        .add(case_person::Column::Id.eq(of))
        .add(case_person::Column::CaseId.eq(permit.case()))
        .add(case_person::Column::Role.eq(PersonRole::Child));
    if rows.all::<case_person::Entity>(young).await?.is_empty() {
        let message = "Choose the young person of this case.";
        return Err(Wrong::at("of", FieldCode::UnknownId, message).into());
    }
    let shared = accounting(rows, permit, of).await?;
    let names = names(rows, shared.iter().map(|one| one.made_by).collect()).await?;
    Ok(Source::Accounting { shared, names })
}

async fn names(rows: Reading<'_>, ids: Vec<Uuid>) -> Result<Names, Refusal> {
    let these = Condition::all().add(user::Column::Id.is_in(ids));
    let found = rows.all::<user::Entity>(these).await?;
    Ok(found
        .into_iter()
        .map(|one| (one.id, one.display_name))
        .collect())
}
