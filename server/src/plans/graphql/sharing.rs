//! Whether what a step needs to share is covered by a release (rule 73).

use std::sync::Arc;

use async_graphql::{Context, Result, SimpleObject};
use uuid::Uuid;

use crate::access::Class;
use crate::cases::CaseRow;
use crate::directory::Service;
use crate::disclosures::check::Recipient;
use crate::disclosures::model::DisclosureRefusal;
use crate::graphql::policy;
use crate::releases::{Release, coverage};

/// What a step needs to share, held against the releases of its case.
#[derive(SimpleObject)]
pub struct StepSharing {
    /// With whom: the step's service, exactly; null while it names none of the directory, which no
    /// release can cover then.
    #[graphql(directive = policy::apply(Class::Health))]
    recipient: Option<Service>,
    /// Why no release covers it, of the one that comes nearest; null when one does.
    #[graphql(directive = policy::apply(Class::Legal))]
    refusal: Option<DisclosureRefusal>,
    /// The release that covers it now: of what, what for and how says the release itself. What is
    /// shared in the end is checked in full.
    #[graphql(directive = policy::apply(Class::Legal))]
    release: Option<Release>,
}

impl StepSharing {
    /// Of a step on `case` that is about `service`.
    pub(super) async fn of(
        ctx: &Context<'_>,
        case: &Arc<CaseRow>,
        service: Option<Uuid>,
    ) -> Result<Self> {
        let recipient = match service {
            Some(service) => Service::load(ctx, service).await?,
            None => None,
        };
        let Some(found) = &recipient else {
            return Ok(Self {
                recipient,
                refusal: Some(DisclosureRefusal::NoRelease),
                release: None,
            });
        };
        let exactly = Recipient {
            entry: found.0.service.id,
            organization: found.0.service.organization_name.clone(),
        };
        let covered = coverage(ctx, case, &exactly).await?;
        Ok(Self {
            recipient,
            refusal: covered.as_ref().err().copied(),
            release: covered.ok(),
        })
    }

    /// Whether a release covers it.
    pub(super) fn is_covered(&self) -> bool {
        self.refusal.is_none()
    }
}
