use serde_json::{Value, json};

use super::desk::Desk;
use crate::both;

both! {
    async fn rule_074_that_the_right_not_to_engage_was_explained_is_recorded_with_day_and_person(world) {
        let desk = Desk::new(world).await;
        let fields = "rightExplained { on by { name } }";
        assert_eq!(desk.see(fields).await["rightExplained"], Value::Null);
        let ahead = json!({ "explainedOn": "2026-03-06" });
        assert_eq!(desk.act("planRightExplained", ahead).await.wrong(), ["explainedOn IN_THE_FUTURE"]);
        let nobody = json!({ "explainedOn": "2026-03-04", "by": desk.plan });
        assert_eq!(desk.act("planRightExplained", nobody).await.wrong(), ["by UNKNOWN_ID"]);
        let by = json!({ "explainedOn": "2026-03-03", "by": desk.team.advocate.opaque });
        desk.act("planRightExplained", by).await.done();
        let recorded = json!({ "on": "2026-03-03", "by": { "name": desk.team.advocate.name } });
        assert_eq!(desk.see(fields).await["rightExplained"], recorded);
        let stale = json!({ "explainedOn": "2026-03-04", "expectedVersion": 1 });
        let conflict = desk.act("planRightExplained", stale).await;
        assert_eq!(conflict.outcome()["fields"][0], json!({ "path": ["explainedOn"], "yours": "2026-03-04", "theirs": "2026-03-03" }));
        desk.act("planRightExplained", json!({ "explainedOn": "2026-03-04" })).await.done();
        assert_eq!(desk.see(fields).await["rightExplained"]["by"]["name"], "Wren Cedar");
    }
}
