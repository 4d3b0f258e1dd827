//! A time away: what was heard, who was told, and the return.

use chrono::Duration;
use serde_json::{Value, json};

use super::{Story, text, versioned};
use crate::demo::actor::Stage;
use crate::error::Refusal;

impl Story {
    pub(super) async fn went_missing(&mut self, stage: &mut Stage<'_>) -> Result<(), Refusal> {
        let Some(case) = &self.case else {
            return Ok(());
        };
        let seen = stage.app.clock().now() - Duration::hours(5);
        let input = json!({
            "case": case, "type": "ENDANGERED_RUNAWAY", "whereabouts": "MISSING",
            "known": "Did not come home from school. Had asked on the day before when a visit to a cousin would be possible.",
            "lastSeenAt": seen.to_rfc3339(), "lastSeenPlace": "The bus stop at Example County High School",
        });
        let shown = "episode { id report { id } case { plan { id version } } }";
        let made = stage
            .act(self.specialist, "episodeOpen", shown, input)
            .await?;
        // A plan that is lived by is called to a review, and so has a new version.
        if let Some(case) = made.get("episode").and_then(|episode| episode.get("case")) {
            self.plan = versioned(case, "plan").or(self.plan.take());
        }
        self.away = Some(text(&made, &["episode", "id"]));
        let report = json!({
            "id": text(&made, &["episode", "report", "id"]), "expectedVersion": 1, "photo": "PROVIDED",
            "description": "Brown hair to the shoulders, about 5 feet 4.", "endangerment": ["TRAFFICKING_VULNERABILITY"],
            "lastSeenAt": seen.to_rfc3339(), "lastSeenPlace": "The bus stop at Example County High School",
            "clothing": "A green raincoat", "agencyContact": "Example County Children's Services, 555-0100",
        });
        stage
            .act(
                self.specialist,
                "missingReportSave",
                "report { id }",
                report,
            )
            .await
            .map(drop)
    }

    pub(super) async fn told(&mut self, stage: &mut Stage<'_>, party: &str) -> Result<(), Refusal> {
        let (Some(case), Some(episode)) = (&self.case, &self.away) else {
            return Ok(());
        };
        let (agency, person) = match party {
            "NCMEC" => ("National center, call center", "Operator Aspen"),
            _ => ("Example County Sheriff", "Deputy Larch, badge 14"),
        };
        let input = json!({
            "case": case, "episode": episode, "party": party, "method": "PHONE", "agency": agency,
            "personSpokenTo": person, "reference": format!("EC-{:04}", 100 + self.number),
        });
        stage
            .act(self.specialist, "noticeRecord", "notice { id }", input)
            .await
            .map(drop)
    }

    pub(super) async fn found(&mut self, stage: &mut Stage<'_>) -> Result<(), Refusal> {
        let Some(episode) = &self.away else {
            return Ok(());
        };
        let input = json!({
            "id": episode, "expectedVersion": 1, "how": "RECOVERED", "location": "RELATIVE",
            "note": "Found safe at a cousin's. Ate, slept, and asked who would be there in the morning.",
        });
        stage
            .act(self.specialist, "recoveryRecord", "episode { id }", input)
            .await?;
        self.told(stage, "LAW_ENFORCEMENT").await?;
        self.told(stage, "NCMEC").await
    }

    pub(super) async fn talked(&mut self, stage: &mut Stage<'_>) -> Result<(), Refusal> {
        let Some(episode) = &self.away else {
            return Ok(());
        };
        let input = json!({
            "episode": episode, "answer": "ANSWERED", "factors": ["WANTED_FAMILY"],
            "experiences": ["HAD_SAFE_PLACE", "MET_HELPFUL_PEOPLE"],
            "youthWords": "i just wanted to see my cousin. nobody said when so i went",
        });
        stage
            .act(
                self.advocate,
                "returnConversationRecord",
                "conversation { id }",
                input,
            )
            .await
            .map(drop)
    }

    pub(super) async fn declined(&mut self, stage: &mut Stage<'_>) -> Result<(), Refusal> {
        let Some(episode) = &self.away else {
            return Ok(());
        };
        let again = stage.app.clock().now().date_naive() + Duration::days(3);
        let input = json!({
            "episode": episode, "answer": "DECLINED_BY_YOUTH", "youthWords": "not today",
            "reOfferOn": again.to_string(),
        });
        stage
            .act(
                self.advocate,
                "returnConversationRecord",
                "conversation { id }",
                input,
            )
            .await
            .map(drop)
    }

    pub(super) async fn away_closed(&mut self, stage: &mut Stage<'_>) -> Result<(), Refusal> {
        let Some(episode) = self.away.take() else {
            return Ok(());
        };
        let input = json!({
            "id": episode, "expectedVersion": 2, "screening": "DONE", "screeningNote": "The result is with the clinic.",
            "placementResponse": "The cousin comes on Sundays. Rides are arranged.",
        });
        stage
            .act(
                self.specialist,
                "returnFollowUpRecord",
                "episode { id }",
                input,
            )
            .await?;
        let input = json!({ "id": episode, "expectedVersion": 3 });
        let shown = "episode { clocks { id version endedAt required } }";
        let closed = stage
            .act(self.specialist, "episodeClose", shown, input)
            .await?;
        let clocks = closed.pointer("/episode/clocks").and_then(Value::as_array);
        for clock in clocks.into_iter().flatten() {
            if clock.get("endedAt").is_some_and(Value::is_null) {
                let input = json!({
                    "id": clock.get("id"), "expectedVersion": clock.get("version"),
                    "reason": "Home again before it was due.",
                });
                stage
                    .act(
                        self.specialist,
                        "clockMarkNotApplicable",
                        "clock { id }",
                        input,
                    )
                    .await?;
            }
        }
        Ok(())
    }
}
