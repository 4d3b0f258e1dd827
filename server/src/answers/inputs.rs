//! Inputs of questions to services, as GraphQL has them, and what they become.

use async_graphql::{ID, InputObject};

use super::MOST_ASKED;
use super::again::LinkSend;
use super::enquire::CapacityAsk;
use crate::access::Viewer;
use crate::cases::model::State;
use crate::directory::model::{Capability, ServiceCategory};
use crate::directory::need::{AgeBand, NeededLanguage};
use crate::error::{FieldCode, Refusal};
use crate::graphql::{Day, Kind, id};
use crate::input::Check;

/// Sends the service of a referral a new link by which it answers.
#[derive(InputObject)]
pub struct ReferralLinkSendInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The referral.
    id: ID,
}

impl ReferralLinkSendInput {
    pub(super) fn parse(self, viewer: &Viewer) -> Result<LinkSend, Refusal> {
        let mut check = Check::default();
        let key = check.key(&self.client_mutation_key);
        check.done()?;
        Ok(LinkSend {
            key,
            id: id::open(viewer.app(), Kind::Referral, &self.id)?,
        })
    }
}

/// Asks services whether they have room. What is asked is vocabulary alone: there is no place
/// in it for anything of anybody (rule 86). The services are not told of which case it is.
#[derive(InputObject)]
pub struct CapacityAskInput {
    /// A UUID of the client's making, new for each change; a retry sends the same.
    client_mutation_key: ID,
    /// The case for which the team asks. It is not told.
    case: ID,
    /// The services, 1 to 20, each of which has an e-mail address in the directory.
    services: Vec<ID>,
    /// What kind of help is needed.
    category: ServiceCategory,
    /// For what age.
    age_band: Option<AgeBand>,
    /// What the service would have to be able to do.
    accepts: Vec<Capability>,
    /// The languages it would have to speak.
    languages: Vec<NeededLanguage>,
    /// In which state or territory.
    state: State,
    /// By which day.
    needed_by: Option<Day>,
}

impl CapacityAskInput {
    pub(super) fn parse(self, viewer: &Viewer) -> Result<CapacityAsk, Refusal> {
        let (mut check, app) = (Check::default(), viewer.app());
        let key = check.key(&self.client_mutation_key);
        if self.services.is_empty() {
            check.wrong(
                "services",
                FieldCode::Required,
                "Choose at least one service.",
            );
        }
        if self.services.len() > MOST_ASKED {
            let message = "Ask at most 20 services at once.";
            check.wrong("services", FieldCode::TooLong, message);
        }
        let mut services = Vec::new();
        for (at, service) in self.services.iter().enumerate().take(MOST_ASKED) {
            let path = format!("services.{at}");
            let service = check.id(id::field(app, &path, Kind::Service, service))?;
            if services.contains(&service) {
                check.wrong(&path, FieldCode::NotAllowedHere, "Name each service once.");
            }
            services.push(service);
        }
        check.done()?;
        Ok(CapacityAsk {
            key,
            case: id::open(app, Kind::Case, &self.case)?,
            services,
            category: self.category,
            age_band: self.age_band,
            accepts: self.accepts,
            languages: self.languages,
            state: self.state,
            needed_by: self.needed_by.map(|day| day.0),
        })
    }
}
