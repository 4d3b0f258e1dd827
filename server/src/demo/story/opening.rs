//! The beginning: a request, a case, a team, a family.

use serde_json::json;

use super::{Story, one, text};
use crate::demo::actor::{Actor, Stage};
use crate::demo::people::Cast;
use crate::demo::plot::has_specialist;
use crate::demo::words::{ALIASES, FAMILY, GIVEN};
use crate::error::Refusal;

impl Story {
    pub(super) async fn asked(
        &mut self,
        stage: &mut Stage<'_>,
        cast: &Cast,
    ) -> Result<(), Refusal> {
        let urgency = self.dice.pick(
            "ROUTINE",
            &["CHILD_JUST_FOUND", "URGENT", "CHILD_JUST_FOUND"],
        );
        let kind = self.dice.pick(
            "CHILD_WELFARE_WORKER",
            &["FOSTER_PARENT", "LAW_ENFORCEMENT", "CHILD_WELFARE_WORKER"],
        );
        let input = json!({
            "requesterKind": kind, "requesterName": format!("Hazel {}", one(&FAMILY, self.number).unwrap_or_default()),
            "requesterPhone": format!("(555) 555-01{:02}", self.number), "requesterOrganization": "Example County Children's Services",
            "jurisdiction": if self.number % 4 == 3 { "OK" } else { "TX" }, "urgency": urgency,
            "topics": ["IMMEDIATE_RECOVERY_PLAN", "FIND_RESOURCE"],
            "situation": "A young person who had left foster care was found. The worker asks what to do first and who can help.",
        });
        let asker = if self.number.is_multiple_of(3) {
            cast.intake
        } else {
            self.supervisor
        };
        let made = stage
            .act(asker, "requestRecord", "request { id }", input)
            .await?;
        self.request = Some(text(&made, &["request", "id"]));
        Ok(())
    }

    pub(super) async fn opened(&mut self, stage: &mut Stage<'_>) -> Result<(), Refusal> {
        let (Some(request), Some(alias)) = (&self.request, ALIASES.get(self.number)) else {
            return Ok(());
        };
        let name = format!(
            "{} {}",
            one(&GIVEN, self.number).unwrap_or_default(),
            one(&FAMILY, self.number / 3).unwrap_or_default()
        );
        let input = json!({
            "id": request, "expectedVersion": 1, "alias": alias, "legalName": name, "birthDate": format!("20{:02}-0{}", 9 + self.number % 5, 1 + self.number % 9),
            "pronouns": if self.number.is_multiple_of(4) { "they/them" } else { "she/her" },
            "communityType": self.dice.pick("SUBURBAN", &["RURAL", "URBAN", "TRIBAL_LANDS"]),
            "legalCustody": self.dice.pick("STATE_CHILD_WELFARE", &["PARENT", "KIN", "STATE_CHILD_WELFARE"]),
            "summary": "Found safe in Example County. Wants to be asked before anything is decided.",
        });
        let made = stage
            .act(self.supervisor, "requestOpenCase", "case { id }", input)
            .await?;
        self.case = Some(text(&made, &["case", "id"]));
        Ok(())
    }

    pub(super) async fn assigned(
        &mut self,
        stage: &mut Stage<'_>,
        who: Actor,
        role: &str,
    ) -> Result<(), Refusal> {
        let Some(case) = &self.case else {
            return Ok(());
        };
        // The first assignment finds version 1; each makes the next.
        let version = if role == "FAMILY_ADVOCATE" && has_specialist(self.number) {
            2
        } else {
            1
        };
        // One in twenty comes with something that the colleague is to read.
        let note = (self.number % 20 == 3)
            .then_some("Please call the worker today. An aunt answers best in the evening.");
        let input = json!({
            "id": case, "expectedVersion": version, "user": stage.colleague(who)?, "role": role,
            "reason": "Has room for one more.", "note": note,
        });
        stage
            .act(self.supervisor, "caseAssign", "case { id }", input)
            .await
            .map(drop)
    }

    pub(super) async fn family(&mut self, stage: &mut Stage<'_>) -> Result<(), Refusal> {
        let Some(case) = &self.case else {
            return Ok(());
        };
        let (name, relation) = *self.dice.pick(
            &("Grandmother Juniper", "grandmother"),
            &[&("Aunt Clove", "aunt"), &("Father Ash", "father")],
        );
        let input = json!({
            "case": case, "role": "CAREGIVER", "name": name, "relation": relation, "phone": format!("(555) 555-01{:02}", 99 - self.number),
            "address": format!("{} Acorn Lane, Fairview, Example County", 100 + self.number), "language": "English", "safeToContact": true,
        });
        let made = stage
            .act(self.specialist, "casePersonAdd", "person { id }", input)
            .await?;
        self.caregiver = Some(text(&made, &["person", "id"]));
        Ok(())
    }
}
