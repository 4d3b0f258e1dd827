//! What goes with a plan: what helps the young person, a supervisor's word, reviews.

use serde_json::{Value, json};

use super::{Story, one, versioned};
use crate::demo::actor::Stage;
use crate::demo::words::{CALMS, REVIEWED, SAFE_LINES, SETS_OFF};
use crate::error::Refusal;

impl Story {
    /// What calms, what sets off, and what keeps safe; the right not to engage.
    pub(super) async fn supported(&mut self, stage: &mut Stage<'_>) -> Result<(), Refusal> {
        let (Some(case), Some((plan, version))) = (self.case.clone(), self.plan.clone()) else {
            return Ok(());
        };
        let today = stage.app.clock().now().date_naive();
        let right =
            json!({ "id": plan, "expectedVersion": version, "explainedOn": today.to_string() });
        let made = stage
            .act(
                self.specialist,
                "planRightExplained",
                "plan { id version }",
                right,
            )
            .await?;
        self.plan = versioned(&made, "plan");
        let kinded = |pair: Option<(&str, &str)>| {
            let pair = pair.map(|(kind, text)| json!({ "kind": kind, "text": text }));
            pair.into_iter().collect::<Value>()
        };
        let profile = json!({
            "case": case, "expectedVersion": 0, "triggers": kinded(one(&SETS_OFF, self.number)),
            "calming": kinded(one(&CALMS, self.number)), "contact": [{ "kind": "TEXT", "text": "After school." }],
            "doNotAsk": [{ "topic": "The summer before", "instead": "It is written down; ask the specialist." }],
            "welcomeItems": ["A soft blanket", "A journal and pens"],
        });
        stage
            .act(
                self.specialist,
                "supportProfileWrite",
                "case { id }",
                profile,
            )
            .await?;
        if self.number % 3 == 2 {
            return Ok(()); // no safety plan yet
        }
        let sections =
            SAFE_LINES.map(|(section, line)| json!({ "section": section, "lines": [line] }));
        let safety = json!({
            "case": case, "expectedVersion": 0, "sections": sections,
            "safePeople": [{ "name": "Grandma", "reach": "555-0142, any hour", "chosenByYouth": true }],
        });
        stage
            .act(self.specialist, "safetyPlanWrite", "case { id }", safety)
            .await?;
        let settle = json!({ "case": case, "expectedVersion": 1 });
        stage
            .act(self.specialist, "safetyPlanSettle", "case { id }", settle)
            .await?;
        Ok(())
    }

    /// The supervisor's word on the version.
    pub(super) async fn approved(&mut self, stage: &mut Stage<'_>) -> Result<(), Refusal> {
        let (Some((plan, _)), Some((number, hash))) = (&self.plan, &self.frozen) else {
            return Ok(());
        };
        let input =
            json!({ "plan": plan, "number": number, "contentHash": hash, "decision": "APPROVED" });
        stage
            .act(self.supervisor, "planApprove", "plan { id }", input)
            .await?;
        Ok(())
    }

    /// A review on its day.
    pub(super) async fn reviewed(&mut self, stage: &mut Stage<'_>) -> Result<(), Refusal> {
        let Some((plan, version)) = self.plan.clone() else {
            return Ok(());
        };
        self.held += 1;
        let input = json!({
            "id": plan, "expectedVersion": version, "changed": one(&REVIEWED, self.number + self.held),
            "youthAgreement": if self.held % 4 == 3 { "YOUTH_PARTLY" } else { "YOUTH_AGREES" },
        });
        let made = stage
            .act(
                self.specialist,
                "planReviewHold",
                "plan { id version }",
                input,
            )
            .await?;
        self.plan = versioned(&made, "plan");
        Ok(())
    }
}
