//! A hundred thousand clocks of which little time is left, some on each case, looked at in one
//! pass.

use std::time::Instant;

use sea_orm::{ConnectionTrait, Database, Statement};
use server::app::App;
use server::clocks::remind;

use super::Heavy;

const CLOCKS: u64 = 100_000;

/// One clock in so many falls due in an ordinary pass.
const DUE: u64 = 100;

/// An ordinary pass, then the worst one: everything is due at once.
pub async fn measure(app: &App, url: &str) -> [Heavy; 2] {
    // What is due from before is not what is timed.
    while remind(app).await.unwrap() > 0 {}
    multiply(url, DUE).await;
    let ordinary = pass(app, url, CLOCKS / DUE).await;
    multiply(url, 1).await;
    let worst = pass(app, url, CLOCKS).await;
    let heavy = |what, (took, measured): (f64, String)| Heavy {
        what,
        measured,
        aim: Some(("under 5 s", took < 5.0)),
    };
    let due = CLOCKS / DUE;
    [
        heavy(
            format!("one pass over {CLOCKS} open clocks, {due} of them due"),
            ordinary,
        ),
        heavy(
            format!("one pass over {CLOCKS} clocks that are due all at once"),
            worst,
        ),
    ]
}

/// Seconds of one pass that reminds of so many, and the same in words.
async fn pass(app: &App, url: &str, due: u64) -> (f64, String) {
    let mails = mails(url).await;
    let before = forget_the_most();
    let begun = Instant::now();
    let done = remind(app).await.unwrap();
    let took = begun.elapsed().as_secs_f64();
    assert_eq!(done, due);
    let grown = status("VmHWM:") - before;
    let mails = self::mails(url).await - mails;
    (
        took,
        format!("{took:.2} s with {mails} mails, {grown:.0} MB more at most"),
    )
}

/// Clocks of all cases, made of the one that was due last: those of a case in turn for its
/// specialist and its advocate, so that there are as many mails as there can be. Their ids are
/// in the order of their making, as the server's are. One in `every` is to be told now.
async fn multiply(url: &str, every: u64) {
    let (numbers, id, [now, due]) = if url.starts_with("postgres") {
        (
            format!("WITH n(i) AS (SELECT generate_series(1, {CLOCKS}))"),
            "(lpad(to_hex(i), 12, '0') || substr(replace(gen_random_uuid()::text, '-', ''), 13))::uuid",
            ["now() - interval '1 hour'", "now() + interval '6 hours'"],
        )
    } else {
        (
            format!(
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {CLOCKS})"
            ),
            "unhex(printf('%012x', i) || hex(randomblob(10)))",
            [
                "strftime('%Y-%m-%d %H:%M:%f', 'now', '-1 hour') || '000+00:00'",
                "strftime('%Y-%m-%d %H:%M:%f', 'now', '+6 hours') || '000+00:00'",
            ],
        )
    };
    let kept = "org_id, version, episode_id, code, jurisdiction, definition_version, body, party, \
        recommended, started_at, soon_at, state, closed_at, created_at";
    let sql = format!(
        "INSERT INTO case_clock (id, case_id, responsible, remind_at, due_at, owner_told, {kept}) {numbers} \
         SELECT {id}, of_case, CASE WHEN i % 2 = 0 THEN 'resource_specialist' ELSE 'family_advocate' END, \
           CASE WHEN i % {every} = 0 THEN {now} ELSE {due} END, {due}, false, {kept} \
         FROM (SELECT * FROM case_clock WHERE state = 'open' LIMIT 1) one, n, \
         (SELECT case_id AS of_case, row_number() OVER (ORDER BY case_id) - 1 AS place FROM case_board) board \
         WHERE board.place = (n.i - 1) * (SELECT count(*) FROM case_board) / {CLOCKS}"
    );
    let database = Database::connect(url).await.unwrap();
    let made = database.execute_unprepared(&sql).await.unwrap();
    assert_eq!(made.rows_affected(), CLOCKS);
    if url.starts_with("postgres") {
        // As autovacuum would have, had they come one by one.
        let analyze = "ANALYZE case_clock";
        database.execute_unprepared(analyze).await.unwrap();
    }
    database.close().await.unwrap();
}

/// Mails about clocks that have been written.
async fn mails(url: &str) -> i64 {
    let database = Database::connect(url).await.unwrap();
    let sql = "SELECT count(*) FROM outbox WHERE template = 'clock_due'";
    let statement = Statement::from_string(database.get_database_backend(), sql);
    let row = database.query_one_raw(statement).await.unwrap().unwrap();
    database.close().await.unwrap();
    row.try_get_by_index(0).unwrap()
}

/// Lets the system forget how much memory this process had at most; how much it has now, in MB.
pub(super) fn forget_the_most() -> f64 {
    std::fs::write("/proc/self/clear_refs", "5").unwrap();
    status("VmRSS:")
}

pub(super) fn status(name: &str) -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix(name))
        .unwrap();
    line.trim().trim_end_matches(" kB").parse::<f64>().unwrap() / 1024.0
}
