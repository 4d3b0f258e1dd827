//! What is done and told while she is away, and when she is back.

use serde_json::{Value, json};

use super::Story;
use crate::world::text;

/// How a clock stands.
const RUNS: &str = "code status dueAt";
/// The same, with both times of how it ended.
const ENDED: &str = "code status dueAt metAt endedAt backDated";

impl Story<'_> {
    /// She is missing from care. Gives the time away.
    pub(super) async fn leaves(&mut self, title: &str, heard: &str) -> Value {
        let shown = format!(
            "episode {{ id version whereabouts report {{ id version stillOpen }} clocks {{ {RUNS} }} }}"
        );
        let input = json!({ "case": self.case, "type": "ENDANGERED_RUNAWAY", "whereabouts": "MISSING", "infoReceivedAt": heard });
        self.does(title, "episodeOpen", &shown, input).await["episode"].clone()
    }

    pub(super) async fn tells(
        &mut self,
        title: &str,
        episode: &Value,
        party: &str,
        agency: &str,
        at: Value,
    ) {
        let shown = "notice { party at recordedAt backDated askedNotToRevealCare }";
        let input = json!({
            "case": self.case, "episode": episode["id"], "party": party, "at": at, "method": "PHONE",
            "agency": agency, "personSpokenTo": "Whoever answered, badge 14", "reference": "EC-0041",
        });
        self.does(title, "noticeRecord", shown, input).await;
    }

    pub(super) async fn is_back(&mut self, title: &str, episode: &Value, how: Value) {
        let shown = format!("episode {{ whereabouts recoveredAt stillOpen clocks {{ {RUNS} }} }}");
        let mut input = json!({ "id": episode["id"], "expectedVersion": episode["version"] });
        input
            .as_object_mut()
            .unwrap()
            .extend(how.as_object().unwrap().clone());
        self.does(title, "recoveryRecord", &shown, input).await;
    }

    /// The report and the call to the police, in time.
    pub(super) async fn is_reported(&mut self, away: &Value) {
        self.does("The report holds what is known; what is not stays listed (rule 52)", "missingReportSave", "report { stillOpen unknown }", json!({
            "id": away["report"]["id"], "expectedVersion": away["report"]["version"], "photo": "PROVIDED", "unknown": ["ACCOMPANIED_BY"],
            "description": "Brown hair, a green raincoat.", "endangerment": ["TRAFFICKING_VULNERABILITY"],
        })).await;
        self.tells(
            "The police are told in time",
            away,
            "LAW_ENFORCEMENT",
            "Example County Sheriff",
            Value::Null,
        )
        .await;
    }

    /// What will be done when she is found is written while nobody knows where she is.
    pub(super) async fn the_first_hours_are_planned(&mut self) {
        let shown = "plan { id state sections { section } }";
        let case = json!({ "case": self.case });
        let plan = self
            .does(
                "The immediate plan is begun while she is missing (rule 63)",
                "immediatePlanStart",
                shown,
                case,
            )
            .await["plan"]
            .clone();
        for step in plan["sections"].as_array().unwrap() {
            let (title, says) = match step["section"].as_str().unwrap() {
                "WHO_MEETS" => (
                    Some("Who meets her"),
                    Some("Wren and her aunt, at the side door."),
                ),
                "WHAT_NOT_TO_SAY_OR_DO" => (
                    Some("What not to say"),
                    Some("Do not ask why she left. Do not take her phone."),
                ),
                "WHERE_TONIGHT" => (
                    Some("Where she will sleep is not known yet, and that is said (rule 64)"),
                    None,
                ),
                _ => (None, None),
            };
            let input = json!({
                "plan": plan["id"], "section": step["section"], "expectedVersion": 1, "content": says, "unknownYet": says.is_none(),
            });
            // The others are not known yet either, and need not be told one by one.
            match title {
                Some(title) => {
                    _ = self
                        .does(title, "immediateSectionWrite", "plan { state }", input)
                        .await
                }
                None => {
                    _ = self
                        .world
                        .act(&self.wren, "immediateSectionWrite", "plan { state }", input)
                        .await
                        .done()
                }
            }
        }
    }

    /// All that ran on the case, the first due first.
    pub(super) async fn clocks(&mut self, title: &str) {
        let all = "[NOT_DUE, DUE_SOON, OVERDUE, MET, MET_LATE, WAIVED, NOT_APPLICABLE]";
        let query = format!(
            "clocks(first: 50, filter: {{ case: $id, status: {all} }}) {{ edges {{ node {{ {ENDED} }} }} }}"
        );
        let case = text(&self.case);
        self.told.ask(title, &self.wren, &query, &case).await;
    }

    /// With the return each section became a step that is stamped.
    pub(super) async fn the_first_hours_are_lived(&mut self) {
        let shown = "immediatePlan { id state recoveredAt activatedBy { id } sections { section content unknownYet openedAt version } }";
        let plan = self
            .sees(
                "The immediate plan is active, each step stamped (rule 63)",
                shown,
            )
            .await["immediatePlan"]
            .clone();
        self.does("Her aunt and Wren were there", "immediateSectionDone", "plan { sections { section doneAt } }", json!({
            "plan": plan["id"], "section": "WHO_MEETS", "expectedVersion": plan["sections"][0]["version"], "doneAt": "2026-03-07T16:00:00Z",
        })).await;
    }
}
