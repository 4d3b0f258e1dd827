//! One case, and how each thing that happens in it is done.

mod away;
mod helping;
mod observing;
mod opening;
mod planning;
mod sharing;
mod supporting;

use serde_json::Value;

use super::actor::{Actor, Stage};
use super::dice::Dice;
use super::people::Cast;
use super::plot::Event;
use super::services::Offer;
use crate::error::Refusal;

/// What has come of a case so far.
pub(super) struct Story {
    dice: Dice,
    number: usize,
    supervisor: Actor,
    specialist: Actor,
    advocate: Actor,
    request: Option<String>,
    case: Option<String>,
    caregiver: Option<String>,
    plan: Option<(String, i64)>,
    /// The version that was frozen last: its number, and the hash of what it says.
    frozen: Option<(i64, String)>,
    /// Reviews that were held.
    held: usize,
    referral: Option<(String, i64)>,
    accepted: bool,
    away: Option<String>,
}

pub(super) fn text(value: &Value, path: &[&str]) -> String {
    path.iter()
        .fold(value, |value, key| value.get(key).unwrap_or(&Value::Null))
        .as_str()
        .unwrap_or_default()
        .to_owned()
}

fn versioned(value: &Value, key: &str) -> Option<(String, i64)> {
    let version = value.get(key)?.get("version")?.as_i64()?;
    Some((text(value, &[key, "id"]), version))
}

fn one<T: Copy>(list: &[T], n: usize) -> Option<T> {
    list.get(n % list.len().max(1)).copied()
}

impl Story {
    pub(super) fn new(number: usize, cast: &Cast) -> Self {
        let (supervisor, specialist, advocate) = cast.team(number);
        Self {
            dice: Dice::of(500 + number),
            number,
            supervisor,
            specialist,
            advocate,
            request: None,
            case: None,
            caregiver: None,
            plan: None,
            frozen: None,
            held: 0,
            referral: None,
            accepted: false,
            away: None,
        }
    }

    pub(super) async fn happens(
        &mut self,
        stage: &mut Stage<'_>,
        cast: &Cast,
        offers: &[Offer],
        event: Event,
    ) -> Result<(), Refusal> {
        match event {
            Event::Asked => self.asked(stage, cast).await,
            Event::Opened => self.opened(stage).await,
            Event::SpecialistAssigned => {
                self.assigned(stage, self.specialist, "RESOURCE_SPECIALIST")
                    .await
            }
            Event::AdvocateAssigned => self.assigned(stage, self.advocate, "FAMILY_ADVOCATE").await,
            Event::FamilyAdded => self.family(stage).await,
            Event::PlanStarted => self.plan_started(stage).await,
            Event::VoiceHeard => self.voice(stage).await,
            Event::PlanActivated => self.activated(stage).await,
            Event::PlanApproved => self.approved(stage).await,
            Event::PlanReviewed => self.reviewed(stage).await,
            Event::Contact => self.contact(stage).await,
            Event::Referred => self.referred(stage, offers).await,
            Event::ReferralAnswered => self.answered(stage).await,
            Event::ReferralClosed => self.closed(stage).await,
            Event::StaffingPlanned => self.staffing(stage).await,
            Event::WentMissing => self.went_missing(stage).await,
            Event::PoliceTold => self.told(stage, "LAW_ENFORCEMENT").await,
            Event::CenterTold => self.told(stage, "NCMEC").await,
            Event::Found => self.found(stage).await,
            Event::Talked => self.talked(stage).await,
            Event::TalkDeclined => self.declined(stage).await,
            Event::AwayClosed => self.away_closed(stage).await,
            Event::Noticed => self.noticed(stage).await,
            Event::ToldMore => self.told_more(stage).await,
            Event::Noted => self.noted(stage).await,
        }
    }
}
