//! The help: contacts, referrals, staffings.

use chrono::Duration;
use serde_json::json;

use super::{Story, one, versioned};
use crate::demo::actor::Stage;
use crate::demo::services::Offer;
use crate::demo::words::{AGREED, NEEDS, NOTES};
use crate::error::Refusal;

impl Story {
    pub(super) async fn contact(&mut self, stage: &mut Stage<'_>) -> Result<(), Refusal> {
        let Some(case) = &self.case else {
            return Ok(());
        };
        let n = usize::try_from(self.dice.between(0, 63)).unwrap_or(0);
        let next = stage.app.clock().now().date_naive() + Duration::days(self.dice.between(2, 9));
        let input = json!({
            "case": case, "person": self.caregiver, "channel": self.dice.pick("PHONE", &["TEXT", "VIDEO", "IN_PERSON", "PHONE"]),
            "direction": self.dice.pick("OUT", &["IN", "OUT"]), "outcome": self.dice.pick("REACHED", &["REACHED", "NO_ANSWER", "LEFT_AGREED_MESSAGE"]),
            "type": self.dice.pick("CHECK_IN", &["EMOTIONAL_SUPPORT", "INFORMATION", "CASE_UPDATE"]), "minutes": self.dice.between(3, 45),
            "needs": [self.dice.pick("TRANSPORT", &["SCHOOL", "MENTAL_HEALTH", "FINANCES", "RESPITE"])],
            "crises": if n % 9 == 0 { json!(["CAREGIVER_OVERWHELM"]) } else { json!([]) },
            "note": one(&NOTES, n), "agreed": one(&AGREED, n), "nextContactOn": next.to_string(),
        });
        stage
            .act(self.advocate, "contactLog", "contact { id }", input)
            .await
            .map(drop)
    }

    pub(super) async fn referred(
        &mut self,
        stage: &mut Stage<'_>,
        offers: &[Offer],
    ) -> Result<(), Refusal> {
        let Some(case) = &self.case else {
            return Ok(());
        };
        let near: Vec<_> = offers.iter().filter(|offer| offer.near).collect();
        let n = usize::try_from(self.dice.between(0, 100)).unwrap_or(0);
        let Some(offer) = one(&near, n) else {
            return Ok(());
        };
        let input = json!({
            "case": case, "service": offer.id, "need": one(&NEEDS, n), "send": true,
            "profile": { "category": offer.category, "languages": ["ENGLISH"] },
        });
        let made = stage
            .act(
                self.specialist,
                "referralMake",
                "referral { id version case { people { id role } } }",
                input,
            )
            .await?;
        self.referral = versioned(&made, "referral");
        self.accepted = false;
        self.released(stage, &made, &offer.id).await
    }

    pub(super) async fn answered(&mut self, stage: &mut Stage<'_>) -> Result<(), Refusal> {
        let Some((id, version)) = self.referral.clone() else {
            return Ok(());
        };
        self.accepted = self.dice.chance(70);
        let input = if self.accepted {
            json!({ "id": id, "expectedVersion": version, "to": "ACCEPTED" })
        } else {
            let reason = self
                .dice
                .pick("AT_CAPACITY", &["INELIGIBLE_AGE", "FUNDING"]);
            json!({ "id": id, "expectedVersion": version, "to": "REJECTED", "reason": reason, "text": "They said so on the telephone." })
        };
        let made = stage
            .act(
                self.specialist,
                "referralMove",
                "referral { id version }",
                input,
            )
            .await?;
        self.referral = versioned(&made, "referral").filter(|_| self.accepted);
        Ok(())
    }

    pub(super) async fn closed(&mut self, stage: &mut Stage<'_>) -> Result<(), Refusal> {
        let Some((id, version)) = self.referral.take().filter(|_| self.accepted) else {
            return Ok(());
        };
        self.accepted = false;
        let outcome = self.dice.pick(
            "SERVICE_RECEIVED",
            &["SERVICE_RECEIVED", "YOUTH_CHOSE_NOT_TO"],
        );
        let input = json!({ "id": id, "expectedVersion": version, "to": "COMPLETED", "outcome": outcome, "helpful": "YES" });
        stage
            .act(self.specialist, "referralMove", "referral { id }", input)
            .await
            .map(drop)
    }

    pub(super) async fn staffing(&mut self, stage: &mut Stage<'_>) -> Result<(), Refusal> {
        let Some(case) = &self.case else {
            return Ok(());
        };
        let at = stage.app.clock().now() + Duration::days(self.dice.between(6, 20));
        let input = json!({ "type": "SUPERVISOR_CASE_STAFFING", "at": at.to_rfc3339(), "purpose": "What does the young person want next?", "cases": [case] });
        stage
            .act(
                self.supervisor,
                "staffingSchedule",
                "staffing { id }",
                input,
            )
            .await
            .map(drop)
    }
}
