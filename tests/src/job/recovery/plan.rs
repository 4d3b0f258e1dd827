//! Her plan, from her own words to what became of them.

use serde_json::{Value, json};

use super::Story;

/// The plan as it is known to whoever changes it next.
const PLAN: &str = "plan { id version state }";

impl Story<'_> {
    /// Her plan, of which the first words are hers. Gives its id.
    pub(super) async fn she_sets_her_goals(&mut self) -> Value {
        let case = json!({ "case": self.case });
        let plan = self
            .does("Her plan is begun", "planStart", PLAN, case)
            .await["plan"]
            .clone();
        let pin = json!({ "plan": plan["id"], "pin": "4711" });
        self.does("Wren hands her the tablet", "togetherStart", "done", pin)
            .await;
        self.told
            .ask(
                "In her hands it opens her plan",
                &self.wren,
                "together { name words goals { text } }",
                "",
            )
            .await;
        let cases = self
            .world
            .ask(&self.wren, "{ cases { totalCount } }", json!({}))
            .await;
        assert_eq!(cases.codes(), ["TOGETHER"], "and nothing else (rule 77)");
        let view = "together { words goals { text domain state agreement } }";
        self.does(
            "She was told that she need not take part (rule 74)",
            "togetherRightExplained",
            "together { rightExplainedOn }",
            json!({}),
        )
        .await;
        self.does(
            "What she says is kept as she says it (rule 10)",
            "togetherVoiceRecord",
            view,
            json!({ "words": "i want to see my cousin, and nobody locks the door" }),
        )
        .await;
        for (domain, goal) in [
            ("FAMILY_RELATIONSHIPS", "sundays at my cousins"),
            ("RECREATION_JOY", "swim again"),
        ] {
            self.does(
                "She sets a goal of her own",
                "togetherGoalAdd",
                view,
                json!({ "domain": domain, "text": goal }),
            )
            .await;
        }
        self.does(
            "The PIN leads out",
            "togetherLeave",
            "done",
            json!({ "pin": "4711" }),
        )
        .await;
        plan["id"].clone()
    }

    /// What the team adds, and the version that is frozen.
    pub(super) async fn the_plan_becomes_active(&mut self, plan: &Value) {
        let found = self
            .plan(
                "The team reads what she set",
                "voice { kind words } goals { id owner inYouthWords text } together { kind words }",
            )
            .await;
        self.does("A strength", "planStrengthAdd", PLAN, json!({
            "plan": plan, "expectedVersion": found["version"], "kind": "RELATIONSHIP", "text": "Her cousin, whom she trusts.",
        })).await;
        self.does("A step towards her first goal", "planStepAdd", "goal { steps { text dueOn state } }", json!({
            "goal": found["goals"][0]["id"], "text": "Ask the county about Sunday visits", "owner": self.wren.opaque, "dueOn": "2026-03-12",
        })).await;
        self.is_frozen(
            "It becomes active, and what was agreed is frozen",
            "She set the goals herself.",
        )
        .await;
    }

    pub(super) async fn is_frozen(&mut self, title: &str, why: &str) {
        let now = self.plan("The plan now", "state draft { material }").await;
        self.does(title, "planActivate", "plan { state activatedAt reviewOn }", json!({
            "id": now["id"], "expectedVersion": now["version"], "youthAgreement": "YOUTH_AGREES", "note": why,
        })).await;
    }

    /// She is asked what changed, and whether she agrees.
    pub(super) async fn is_reviewed(&mut self) {
        let now = self.plan("What calls for a review", "prompts").await;
        let input = |changed: &str| {
            json!({
                "id": now["id"], "expectedVersion": now["version"], "changed": changed, "youthAgreement": "YOUTH_PARTLY",
                "youthWords": "sundays yes. swimming is too far",
            })
        };
        self.told
            .refused(
                "A review says what changed (rule 72)",
                &self.wren,
                "planReviewHold",
                input(" "),
            )
            .await;
        let shown = "plan { state reviewOn reviewCalls { trigger answered } reviews { dueOn changed youthAgreement youthWords heldBy { id } nextOn } }";
        self.does(
            "and whether she agrees, in her words",
            "planReviewHold",
            shown,
            input("She came back by herself; the visits had not begun."),
        )
        .await;
        let goals = self.plan("Her goals", "goals { id version text }").await["goals"].clone();
        self.does("What she wants now takes the place of what she wanted", "planGoalChange", "goal { text state agreement }", json!({
            "id": goals[1]["id"], "expectedVersion": goals[1]["version"], "domain": "RECREATION_JOY", "text": "dance class, near home",
            "inYouthWords": true, "owner": "YOUTH", "agreement": "YOUTH_AGREES", "state": "ACCEPTED",
        })).await;
    }

    pub(super) async fn plan(&mut self, title: &str, fields: &str) -> Value {
        self.sees(title, &format!("plan {{ id version {fields} }}"))
            .await["plan"]
            .clone()
    }

    /// What the plan said on a day.
    pub(super) async fn reads_back(&mut self, title: &str, day: &str) {
        let reading = "version state reviewOn voiceWords strengths { text } goals { text state agreement steps { text state } }";
        self.sees(
            title,
            &format!("plan {{ at(on: \"{day}\") {{ {reading} }} }}"),
        )
        .await;
    }

    /// The version that was frozen last is approved, and not by who wrote it.
    pub(super) async fn is_approved(&mut self) {
        let plan = self
            .plan(
                "The version, with the hash that an approval holds to",
                "versions { number contentHash frozenBy { id } }",
            )
            .await;
        let version = plan["versions"].as_array().unwrap().last().unwrap().clone();
        let input = json!({
            "plan": plan["id"], "number": version["number"], "contentHash": version["contentHash"], "decision": "APPROVED",
        });
        self.told
            .refused(
                "Wren, who wrote it, does not approve it (rule 71)",
                &self.wren,
                "planApprove",
                input.clone(),
            )
            .await;
        let shown = "plan { approval { state version { number approvals { by { id } decision contentHash } } } }";
        self.told
            .act(
                "The supervisor does, and only of what she looked at",
                &self.sage,
                "planApprove",
                shown,
                input,
            )
            .await;
    }
}
