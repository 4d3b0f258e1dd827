//! What a service may be told, by consent.

use serde_json::{Value, json};

use super::{Story, text};
use crate::demo::actor::Stage;
use crate::error::Refusal;

impl Story {
    /// In some cases the young person and who cares for them let the service that was asked
    /// know more; in a few of those only the young person has signed so far.
    pub(super) async fn released(
        &mut self,
        stage: &mut Stage<'_>,
        made: &Value,
        service: &str,
    ) -> Result<(), Refusal> {
        let (Some(case), Some(caregiver)) = (self.case.clone(), self.caregiver.clone()) else {
            return Ok(());
        };
        let people = made
            .pointer("/referral/case/people")
            .and_then(Value::as_array);
        let mut people = people.into_iter().flatten();
        let child = people.find(|one| one.get("role") == Some(&json!("CHILD")));
        let Some(child) = child.filter(|_| self.number % 4 == 1) else {
            return Ok(());
        };
        let child = text(child, &["id"]);
        let draft = json!({
            "case": case, "person": child, "recipient": service, "categories": ["IDENTITY", "CONTACT", "PLAN_GOALS"],
            "purpose": "REFERRAL", "methods": ["VERBAL", "PAPER", "SECURE_PORTAL"],
            "explainedHow": "Read together at the kitchen table; each line in plain words, and what can come of it.",
            "explainedLanguage": "English", "consequencesExplained": true, "servicesDoNotDepend": true,
            "signerPolicy": "MINOR_AND_PARENT",
        });
        let who = self.specialist;
        let drafted = stage
            .act(who, "releaseDraft", "release { id }", draft)
            .await?;
        let release = text(&drafted, &["release", "id"]);
        for (signer, capacity) in [(child, "MINOR"), (caregiver, "PARENT_GUARDIAN")] {
            let waits = self.number % 8 == 1 && capacity == "PARENT_GUARDIAN";
            if waits {
                continue;
            }
            let sign = json!({ "id": release, "signer": signer, "capacity": capacity, "witness": "The specialist of the case" });
            stage
                .act(who, "releaseSign", "release { id }", sign)
                .await?;
        }
        Ok(())
    }
}
