use chrono::Duration;
use serde_json::json;
use server::clocks::remind;

use super::desk::{Desk, IN_CARE, open};
use crate::both;
use crate::database::Kind;

/// Running clocks that are due in a year, beside those that are due soon.
const LATER: i64 = 3_000;

/// Makes running clocks of the one there is, in turn on each case: `due` of them due soon.
async fn multiply(desk: &Desk, due: i64) {
    let all = due + LATER;
    let (rows, id, later) = match desk.world.database.kind() {
        Kind::Sqlite => (
            format!(
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {all})"
            ),
            "randomblob(16)",
            "'2027-03-04 15:00:00+00:00'",
        ),
        Kind::Postgres => (
            format!("WITH n(i) AS (SELECT generate_series(1, {all}))"),
            "gen_random_uuid()",
            "'2027-03-04 15:00:00+00:00'::timestamptz",
        ),
    };
    let kept = "org_id, version, episode_id, code, jurisdiction, definition_version, body, party, responsible, \
        recommended, started_at, soon_at, due_at, state, closed_at, owner_told, created_at";
    desk.world
        .execute(&format!(
            "INSERT INTO case_clock (id, remind_at, case_id, {kept}) {rows} \
             SELECT {id}, CASE WHEN n.i <= {due} THEN remind_at ELSE {later} END, of_case, {kept} \
             FROM (SELECT * FROM case_clock WHERE code = 'court_notice') one, n, \
             (SELECT case_id AS of_case, row_number() OVER (ORDER BY case_id) - 1 AS place, count(*) OVER () AS cases \
              FROM case_board) board \
             WHERE n.i % board.cases = board.place"
        ))
        .await;
}

async fn mails(desk: &Desk) -> i64 {
    let sql = "SELECT count(*) FROM outbox WHERE template = 'clock_due'";
    desk.world.number(sql).await
}

async fn told(desk: &Desk) -> i64 {
    let sql = "SELECT count(*) FROM case_clock WHERE owner_told";
    desk.world.number(sql).await
}

both! {
    async fn rule_062_only_what_is_due_is_touched_and_all_of_it(world) {
        let mut desk = Desk::new(world).await;
        desk.open(json!({})).await;
        multiply(&desk, 1_200).await;
        desk.later(Duration::hours(18)).await;
        let (one, two) = tokio::join!(remind(&desk.world.app), remind(&desk.world.app));
        let left = remind(&desk.world.app).await.unwrap();
        assert_eq!(one.unwrap() + two.unwrap() + left, 1_203);
        assert_eq!((told(&desk).await, mails(&desk).await), (1_203, 1));
        assert_eq!(remind(&desk.world.app).await.unwrap(), 0);
    }

    async fn rule_062_a_case_is_not_parted_where_a_batch_ends(world) {
        let mut desk = Desk::new(world).await;
        desk.open(json!({})).await;
        for alias in ["Briar", "Clover", "Dune", "Elm"] {
            open(&desk.world, &desk.team.supervisor, alias, IN_CARE).await;
        }
        multiply(&desk, 6_000).await;
        desk.later(Duration::hours(18)).await;
        let (one, two) = tokio::join!(remind(&desk.world.app), remind(&desk.world.app));
        let left = remind(&desk.world.app).await.unwrap();
        assert_eq!(one.unwrap() + two.unwrap() + left, 6_003);
        assert_eq!((told(&desk).await, mails(&desk).await), (6_003, 5));
    }

    async fn rule_062_a_case_that_no_batch_can_hold_is_told_in_parts(world) {
        let mut desk = Desk::new(world).await;
        desk.open(json!({})).await;
        multiply(&desk, 6_000).await;
        desk.later(Duration::hours(18)).await;
        assert_eq!(remind(&desk.world.app).await.unwrap(), 6_003);
        assert_eq!((told(&desk).await, mails(&desk).await), (6_003, 2));
    }
}
