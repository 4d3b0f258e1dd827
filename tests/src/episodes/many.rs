use chrono::Duration;
use server::clocks::remind;

use super::desk::Desk;
use crate::both;
use crate::database::Kind;

/// Running clocks, and those of them that are due soon: more than are taken at once.
const ALL: i64 = 4_000;
const DUE: i64 = 1_200;

/// Makes running clocks of the one there is: `DUE` of them due soon, the others in a year.
async fn multiply(desk: &Desk) {
    let (rows, id, later) = match desk.world.database.kind() {
        Kind::Sqlite => (
            format!(
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {ALL})"
            ),
            "randomblob(16)",
            "'2027-03-04 15:00:00+00:00'",
        ),
        Kind::Postgres => (
            format!("WITH n(i) AS (SELECT generate_series(1, {ALL}))"),
            "gen_random_uuid()",
            "'2027-03-04 15:00:00+00:00'::timestamptz",
        ),
    };
    let kept = "org_id, version, case_id, episode_id, code, jurisdiction, definition_version, body, party, responsible, \
        recommended, started_at, soon_at, due_at, state, closed_at, owner_told, created_at";
    desk.world
        .execute(&format!(
            "INSERT INTO case_clock (id, remind_at, {kept}) {rows} \
             SELECT {id}, CASE WHEN n.i <= {DUE} THEN remind_at ELSE {later} END, {kept} \
             FROM case_clock, n WHERE code = 'court_notice'"
        ))
        .await;
}

both! {
    async fn rule_062_only_what_is_due_is_touched_and_all_of_it(world) {
        let mut desk = Desk::new(world).await;
        desk.open(serde_json::json!({})).await;
        multiply(&desk).await;
        desk.later(Duration::hours(18)).await;
        let due = u64::try_from(DUE).unwrap() + 3;
        let (one, two) = tokio::join!(remind(&desk.world.app), remind(&desk.world.app));
        let left = remind(&desk.world.app).await.unwrap();
        assert_eq!(one.unwrap() + two.unwrap() + left, due);
        let told = "SELECT count(*) FROM case_clock WHERE owner_told";
        assert_eq!(desk.world.number(told).await, DUE + 3);
        let mails = "SELECT count(*) FROM outbox WHERE template = 'clock_due'";
        assert_eq!(desk.world.number(mails).await, DUE + 3);
        assert_eq!(remind(&desk.world.app).await.unwrap(), 0);
    }
}
