//! What somebody noticed: each time one thing, with where it is known from and what follows.

use chrono::Days;
use serde_json::{Value, json};

use super::{Story, text};
use crate::demo::actor::Stage;
use crate::error::Refusal;

impl Story {
    /// Something that the grandmother told, and who is asked about it next.
    pub(super) async fn noticed(&mut self, stage: &mut Stage<'_>) -> Result<(), Refusal> {
        self.observed(stage, self.advocate, json!({
            "kind": "INDICATOR", "code": "PHYS_SECRET_PHONE_OR_MULTIPLE_NUMBER_APPS", "source": "TOLD_BY_FAMILY",
            "observer": "Grandmother",
            "narrative": "On the phone, in passing: a second phone lay under the pillow. Nobody had given it. She asked that we speak with the young person first.",
            "followUp": "ASK_MORE", "followUpReason": "The specialist asks on Thursday, when they walk the dog.",
        })).await?;
        self.observed(stage, self.specialist, json!({
            "kind": "PROTECTIVE_FACTOR", "code": "OTHER", "codeText": "Sings in the school choir", "source": "TOLD_BY_YOUTH",
            "narrative": "\"choir is the one hour nobody wants anything from me\" The teacher keeps a place for every rehearsal.",
            "followUp": "CONNECT_RESOURCE", "followUpReason": "Rides to the rehearsals.",
        })).await?;
        self.known(
            stage,
            "NOT_YET_KNOWN",
            "We have not asked, and nobody has to tell.",
        )
        .await
    }

    /// Something that is hard to read, of which a report was made; and screening by a clinic.
    pub(super) async fn told_more(&mut self, stage: &mut Stage<'_>) -> Result<(), Refusal> {
        self.observed(stage, self.specialist, json!({
            "kind": "INDICATOR", "code": "PHYS_SIGNS_SEXUAL_OR_PHYSICAL_ABUSE", "source": "TOLD_BY_PROFESSIONAL",
            "observer": "School nurse", "graphic": true, "contentNote": "About marks of violence.",
            "narrative": "The nurse saw bruises on both arms while she bandaged a finger. She did not ask how they came about, and called us.",
            "followUp": "CYBERTIPLINE_REPORT",
        })).await?;
        let Some(case) = self.case.clone() else {
            return Ok(());
        };
        let today = stage.app.clock().now().date_naive();
        let report = json!({
            "case": case, "reportedTo": "CYBERTIPLINE", "kind": "CHILD_SEX_TRAFFICKING", "method": "ONLINE",
            "reference": format!("CT-{:04}", 500 + self.number),
        });
        let screening = json!({
            "case": case, "tool": "The clinic's own questions", "toolVersion": "2024", "administrator": "Dr. Rowan, Example County Clinic",
            "administeredOn": today.to_string(), "resultText": "The clinic sees reason to talk again, with an advocate there.",
            "licenceConfirmed": true,
        });
        let who = self.specialist;
        stage
            .act(who, "reportMadeRecord", "report { id }", report)
            .await?;
        stage
            .act(who, "screeningRecord", "screening { id }", screening)
            .await?;
        self.known(stage, "FAMILIAL", "As the young person tells it.")
            .await
    }

    /// Something of which nothing else follows: it waits for a supervisor's look. It was
    /// written down in a hurry, and corrected.
    pub(super) async fn noted(&mut self, stage: &mut Stage<'_>) -> Result<(), Refusal> {
        let said = json!({
            "kind": "RISK_FACTOR", "code": "HOUSING_INSTABILITY_HOMELESSNESS", "source": "RECORD",
            "narrative": "Three moves since summer, says the school's file.",
            "followUp": "RECORDED_REVIEWED", "followUpReason": "A referral for housing is under way already.",
        });
        let id = self.observed(stage, self.specialist, said.clone()).await?;
        let Some(id) = id else { return Ok(()) };
        let today = stage.app.clock().now().date_naive();
        let mut input = said;
        if let Some(fields) = input.as_object_mut() {
            fields.insert("id".to_owned(), json!(id));
            fields.insert("expectedVersion".to_owned(), json!(1));
            fields.insert("reason".to_owned(), json!("The file says two."));
            fields.insert("observedOn".to_owned(), json!(today.to_string()));
            let narrative = "Two moves since summer, says the school's file.";
            fields.insert("narrative".to_owned(), json!(narrative));
        }
        stage
            .act(
                self.specialist,
                "observationCorrect",
                "observation { id }",
                input,
            )
            .await
            .map(drop)
    }

    async fn observed(
        &self,
        stage: &mut Stage<'_>,
        who: crate::demo::actor::Actor,
        mut said: Value,
    ) -> Result<Option<String>, Refusal> {
        let Some(case) = &self.case else {
            return Ok(None);
        };
        let today = stage.app.clock().now().date_naive();
        let day = today.checked_sub_days(Days::new(1)).unwrap_or(today);
        if let Some(fields) = said.as_object_mut() {
            fields.insert("case".to_owned(), json!(case));
            fields.insert("observedOn".to_owned(), json!(day.to_string()));
        }
        let made = stage
            .act(who, "observationRecord", "observation { id }", said)
            .await?;
        Ok(Some(text(&made, &["observation", "id"])))
    }

    async fn known(&self, stage: &mut Stage<'_>, what: &str, note: &str) -> Result<(), Refusal> {
        let Some(case) = &self.case else {
            return Ok(());
        };
        let today = stage.app.clock().now().date_naive();
        let input = json!({
            "case": case, "type": what, "asOf": today.to_string(), "source": "TOLD_BY_YOUTH", "note": note,
        });
        stage
            .act(
                self.specialist,
                "traffickingTypeRecord",
                "entry { id }",
                input,
            )
            .await
            .map(drop)
    }
}
