//! The plan: begun, the voice heard, made active.

use chrono::Duration;
use serde_json::{Value, json};

use super::{Story, one, text, versioned};
use crate::demo::actor::Stage;
use crate::demo::words::{GOALS, STEPS, STRENGTHS, WANTS};
use crate::error::Refusal;

impl Story {
    pub(super) async fn plan_started(&mut self, stage: &mut Stage<'_>) -> Result<(), Refusal> {
        let Some(case) = &self.case else {
            return Ok(());
        };
        let made = stage
            .act(
                self.specialist,
                "planStart",
                "plan { id version }",
                json!({ "case": case }),
            )
            .await?;
        self.plan = versioned(&made, "plan");
        for n in 0..2 {
            let (Some((plan, version)), Some((kind, words))) =
                (self.plan.clone(), one(&STRENGTHS, self.number + n))
            else {
                break;
            };
            let input =
                json!({ "plan": plan, "expectedVersion": version, "kind": kind, "text": words });
            let made = stage
                .act(
                    self.specialist,
                    "planStrengthAdd",
                    "plan { id version }",
                    input,
                )
                .await?;
            self.plan = versioned(&made, "plan");
        }
        let today = stage.app.clock().now().date_naive();
        for n in 0..3 {
            let (Some((plan, version)), Some((domain, words, owner, own))) =
                (self.plan.clone(), one(&GOALS, self.number * 3 + n))
            else {
                break;
            };
            let input = json!({
                "plan": plan, "expectedVersion": version, "domain": domain, "text": words, "inYouthWords": own, "owner": owner,
                "targetOn": (today + Duration::days(60)).to_string(), "agreement": if own { "YOUTH_AGREES" } else { "YOUTH_PARTLY" },
            });
            let made = stage
                .act(
                    self.specialist,
                    "planGoalAdd",
                    "plan { id version goals { id text } }",
                    input,
                )
                .await?;
            self.plan = versioned(&made, "plan");
            let goals = made
                .get("plan")
                .and_then(|plan| plan.get("goals"))
                .and_then(Value::as_array)
                .cloned()
                .unwrap_or_default();
            let goal = goals
                .iter()
                .find(|goal| goal.get("text").and_then(Value::as_str) == Some(words))
                .map(|goal| text(goal, &["id"]));
            let (Some(goal), Some(step)) = (goal, one(&STEPS, self.number + n)) else {
                continue;
            };
            let owner = stage.colleague(self.specialist)?;
            let input = json!({ "goal": goal, "text": step, "owner": owner, "dueOn": (today + Duration::days(14)).to_string() });
            stage
                .act(self.specialist, "planStepAdd", "goal { id }", input)
                .await?;
        }
        Ok(())
    }

    pub(super) async fn voice(&mut self, stage: &mut Stage<'_>) -> Result<(), Refusal> {
        let Some((plan, version)) = self.plan.clone() else {
            return Ok(());
        };
        let input = json!({ "id": plan, "expectedVersion": version, "kind": "OWN_WORDS", "words": one(&WANTS, self.number) });
        let made = stage
            .act(
                self.specialist,
                "planVoiceRecord",
                "plan { id version }",
                input,
            )
            .await?;
        self.plan = versioned(&made, "plan");
        Ok(())
    }

    pub(super) async fn activated(&mut self, stage: &mut Stage<'_>) -> Result<(), Refusal> {
        self.supported(stage).await?;
        let Some((plan, version)) = self.plan.clone() else {
            return Ok(());
        };
        let input = json!({
            "id": plan, "expectedVersion": version, "note": "The first version that we made together.",
            "youthAgreement": if self.number % 3 == 1 { "YOUTH_PARTLY" } else { "YOUTH_AGREES" },
        });
        let made = stage
            .act(
                self.specialist,
                "planActivate",
                "plan { id version versions { number contentHash } }",
                input,
            )
            .await?;
        self.plan = versioned(&made, "plan");
        self.frozen = frozen(&made);
        Ok(())
    }
}

/// The number and the hash of the version that was frozen.
fn frozen(made: &Value) -> Option<(i64, String)> {
    let version = made.get("plan")?.get("versions")?.as_array()?.last()?;
    Some((
        version.get("number")?.as_i64()?,
        text(version, &["contentHash"]),
    ))
}
