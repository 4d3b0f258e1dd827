//! The states of a referral and the moves between them, as the Gravity SDOH guide's task
//! has them (rule 88), and the vocabularies of why and how it ended (12.9, rule 90).

use crate::codes;
use crate::error::MoveRefused;

codes! {
    /// Where a referral stands.
    pub enum ReferralState {
        /// Not sent yet.
        Draft = "draft",
        /// Sent; the service has not answered.
        Requested = "requested",
        Accepted = "accepted",
        Rejected = "rejected",
        Cancelled = "cancelled",
        InProgress = "in_progress",
        OnHold = "on_hold",
        Failed = "failed",
        Completed = "completed",
        EnteredInError = "entered_in_error",
    }
}

codes! {
    /// Why a referral was rejected, cancelled, put on hold or failed.
    pub enum ReferralReason {
        AtCapacity = "at_capacity",
        IneligibleAge = "ineligible_age",
        IneligibleGender = "ineligible_gender",
        IneligibleArea = "ineligible_area",
        IneligibleOther = "ineligible_other",
        UnsafeMatch = "unsafe_match",
        NoResponse = "no_response",
        Funding = "funding",
        YouthDeclined = "youth_declined",
        YouthUnavailable = "youth_unavailable",
        Duplicate = "duplicate",
        ServiceClosed = "service_closed",
        Other = "other",
    }
}

codes! {
    /// What became of a referral. What the service decided and what the young person
    /// chose are told apart (rule 90).
    pub enum ReferralOutcome {
        ServiceReceived = "service_received",
        ServiceDeclined = "service_declined",
        YouthChoseNotTo = "youth_chose_not_to",
    }
}

codes! {
    /// Whether the young person found it helpful.
    pub enum Helpful {
        Yes = "yes",
        Partly = "partly",
        No = "no",
        ChoseNotToSay = "chose_not_to_say",
    }
}

codes! {
    /// How the young person wants to meet a service (rule 92).
    pub enum IntroductionPreference {
        /// The worker calls, with the young person there.
        Together = "together",
        /// The worker calls and tells them afterwards.
        WorkerAlone = "worker_alone",
        /// They call themselves.
        YouthAlone = "youth_alone",
        /// Somebody they chose goes along.
        SupporterAlong = "supporter_along",
        NoPreference = "no_preference",
        NotAskedYet = "not_asked_yet",
    }
}

impl ReferralState {
    /// The states to which a referral may go from this one; no other move exists (rule 88).
    pub const fn moves(self) -> &'static [Self] {
        use ReferralState::{
            Accepted, Cancelled, Completed, EnteredInError, Failed, InProgress, OnHold, Rejected,
            Requested,
        };
        match self {
            Self::Draft => &[Requested, EnteredInError],
            Self::Requested => &[Accepted, Rejected, Cancelled, EnteredInError],
            Self::Accepted => &[
                InProgress,
                OnHold,
                Cancelled,
                Completed,
                Failed,
                EnteredInError,
            ],
            Self::InProgress => &[OnHold, Cancelled, Completed, Failed, EnteredInError],
            Self::OnHold => &[InProgress, Cancelled, Completed, Failed, EnteredInError],
            Self::Rejected | Self::Cancelled | Self::Failed | Self::Completed => &[EnteredInError],
            Self::EnteredInError => &[],
        }
    }

    /// This state after the move `to`, or the refusal that says where it may go.
    pub fn moved(self, to: Self) -> Result<Self, MoveRefused> {
        if self.moves().contains(&to) {
            return Ok(to);
        }
        let shown = |state: &Self| state.code().to_uppercase();
        Err(MoveRefused {
            from: shown(&self),
            to: shown(&to),
            allowed: self.moves().iter().map(shown).collect(),
        })
    }

    /// Whether it still waits for an outcome (rule 89).
    pub const fn is_open(self) -> bool {
        match self {
            Self::Draft | Self::Requested | Self::Accepted | Self::InProgress | Self::OnHold => {
                true
            }
            Self::Rejected
            | Self::Cancelled
            | Self::Failed
            | Self::Completed
            | Self::EnteredInError => false,
        }
    }

    /// Whether the service has not answered yet (rule 89).
    pub const fn waits(self) -> bool {
        matches!(self, Self::Requested)
    }

    /// Whether the service has accepted it and it has not come to its end: who it is about may be
    /// shared then, and not before (rule 87).
    pub const fn may_share(self) -> bool {
        matches!(self, Self::Accepted | Self::InProgress | Self::OnHold)
    }

    /// Whether the service has heard of it, and it was no mistake.
    pub const fn was_sent(self) -> bool {
        !matches!(self, Self::Draft | Self::EnteredInError)
    }

    /// Whether going there needs a reason and a text (rule 88).
    pub const fn needs_reason(self) -> bool {
        matches!(
            self,
            Self::Rejected | Self::Cancelled | Self::OnHold | Self::Failed
        )
    }

    /// The states that wait for an outcome.
    pub fn open() -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(|state| state.is_open())
    }
}
