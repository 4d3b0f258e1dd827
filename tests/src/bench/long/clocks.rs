//! A hundred thousand clocks of which little time is left, looked at in one pass.

use std::time::Instant;

use server::app::App;
use server::clocks::remind;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{AssertSqlSafe, ConnectOptions as _, raw_sql};

use super::Heavy;
use crate::bench::statement;

const CLOCKS: u64 = 100_000;

/// One clock in so many falls due in an ordinary pass.
const DUE: u64 = 100;

/// An ordinary pass, then the worst one: everything is due at once.
pub async fn measure(app: &App, url: &str) -> [Heavy; 2] {
    // What is due from before is not what is timed.
    while remind(app).await.unwrap() > 0 {}
    multiply(app, url, DUE).await;
    let ordinary = pass(app, CLOCKS / DUE).await;
    multiply(app, url, 1).await;
    let worst = pass(app, CLOCKS).await;
    let heavy = |what, (took, measured): (f64, String)| Heavy {
        what,
        measured,
        aim: Some(("under 5 s", took < 5.0)),
    };
    let due = CLOCKS / DUE;
    [
        heavy(
            format!(
                "one pass over {CLOCKS} open clocks, {due} of them due, with a mail for each of these"
            ),
            ordinary,
        ),
        heavy(
            format!("one pass over {CLOCKS} clocks that are due all at once, with a mail for each"),
            worst,
        ),
    ]
}

/// Seconds of one pass that reminds of so many, and the same in words.
async fn pass(app: &App, due: u64) -> (f64, String) {
    let before = forget_the_most();
    let begun = Instant::now();
    let done = remind(app).await.unwrap();
    let took = begun.elapsed().as_secs_f64();
    assert_eq!(done, due);
    let grown = status("VmHWM:") - before;
    (took, format!("{took:.2} s, {grown:.0} MB more at most"))
}

/// Makes the clocks of the one that was due last; one in `every` is to be told now.
async fn multiply(app: &App, url: &str, every: u64) {
    let (numbers, id, [now, due]) = if app.store().is_postgres() {
        (
            format!("WITH n(i) AS (SELECT generate_series(1, {CLOCKS}))"),
            "gen_random_uuid()",
            ["now() - interval '1 hour'", "now() + interval '6 hours'"],
        )
    } else {
        (
            format!(
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {CLOCKS})"
            ),
            "randomblob(16)",
            [
                "strftime('%Y-%m-%d %H:%M:%f', 'now', '-1 hour') || '000+00:00'",
                "strftime('%Y-%m-%d %H:%M:%f', 'now', '+6 hours') || '000+00:00'",
            ],
        )
    };
    let kept = "org_id, version, case_id, episode_id, code, jurisdiction, definition_version, body, party, responsible, \
        recommended, started_at, soon_at, state, closed_at, created_at";
    let sql = format!(
        "INSERT INTO case_clock (id, remind_at, due_at, owner_told, {kept}) {numbers} SELECT {id}, CASE WHEN i % {every} = 0 THEN {now} ELSE {due} END, {due}, false, {kept} \
         FROM (SELECT * FROM case_clock WHERE state = 'open' LIMIT 1) one, n"
    );
    if app.store().is_postgres() {
        statement(url, &sql).await;
    } else {
        let options: SqliteConnectOptions = url.parse().unwrap();
        let mut connection = options.connect().await.unwrap();
        raw_sql(AssertSqlSafe(sql))
            .execute(&mut connection)
            .await
            .unwrap();
    }
}

/// Lets the system forget how much memory this process had at most; how much it has now, in MB.
fn forget_the_most() -> f64 {
    std::fs::write("/proc/self/clear_refs", "5").unwrap();
    status("VmRSS:")
}

fn status(name: &str) -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix(name))
        .unwrap();
    line.trim().trim_end_matches(" kB").parse::<f64>().unwrap() / 1024.0
}
