//! Clients that ask one thing after the other, and what they see.

use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::task::JoinSet;

use super::acts::{Act, Target};
use super::office::Office;
use super::process::Process;
use super::wire::Wire;

/// Times of answers, in microseconds, and what they cost the server.
#[derive(Clone, Debug)]
pub struct Measured {
    pub act: Act,
    pub clients: u64,
    /// Answers in a second.
    pub rate: f64,
    pub p50: f64,
    pub p95: f64,
    pub p99: f64,
    /// Statements for an answer, as the server counts them.
    pub statements: f64,
    /// Processor time of the server for an answer, in microseconds.
    pub processor: f64,
}

/// `clients` at once, each on its own connection, for `time` after a tenth of it unmeasured.
pub async fn measure(
    server: &Process,
    target: &Arc<Target>,
    office: Office,
    act: Act,
    clients: u64,
    time: Duration,
) -> Measured {
    run(
        server,
        target,
        office,
        act,
        clients,
        (time / 5).max(Duration::from_millis(200)),
        0,
    )
    .await;
    let before = server.used().await;
    let begun = Instant::now();
    let mut times = run(server, target, office, act, clients, time, 1).await;
    let took = begun.elapsed().as_secs_f64();
    let after = server.used().await;
    times.sort_unstable();
    let at = |part: f64| {
        let place = ((times.len() - 1) as f64 * part).round() as usize;
        times[place] as f64
    };
    let answers = times.len() as f64;
    Measured {
        act,
        clients,
        rate: answers / took,
        p50: at(0.5),
        p95: at(0.95),
        p99: at(0.99),
        statements: (after.statements - before.statements)
            / (after.requests - before.requests).max(1.0),
        processor: (after.processor - before.processor) * 1e6 / answers,
    }
}

/// Asks each act once and holds the answer against what has to be in it: what is measured
/// must not be how fast nothing is found.
pub async fn rehearse(server: &Process, target: &Target, office: Office) {
    let mut wire = Wire::open(&server.address).await.unwrap();
    let cases = (office.cases / office.specialists()).min(25);
    for (act, least) in [
        (Act::Caseload, cases * 3),
        (Act::Detail, 1 + 3 + 2 + 1 + 5 + 5 + 10 + 4),
        (Act::Dashboard, 1),
        (Act::LogContact, 1),
        (Act::Directory, 25),
        (Act::Misspelt, 25),
        (Act::Referrals, 25),
        (Act::Disclosure, 0),
    ] {
        if matches!(target, Target::Bare) && !act.is_bare() {
            continue;
        }
        let (path, more, body) = target.request(&office, act, 0, 7);
        let reply = wire.post(path, &more, &body).await.unwrap();
        let text = reply.text();
        assert!(reply.good(), "{act:?}: {} {text}", reply.status);
        // Ids end in `id":` in both answers.
        let found = text.matches("id\":").count() as u64;
        assert!(found >= least, "{act:?}: {found} of {least} ids in {text}");
    }
}

async fn run(
    server: &Process,
    target: &Arc<Target>,
    office: Office,
    act: Act,
    clients: u64,
    time: Duration,
    round: u64,
) -> Vec<u64> {
    let mut running = JoinSet::new();
    for client in 0..clients {
        let (target, address) = (Arc::clone(target), server.address.clone());
        running.spawn(async move {
            let mut wire = Wire::open(&address).await.unwrap();
            let (begun, mut times) = (Instant::now(), Vec::with_capacity(4096));
            for n in (round << 32).. {
                let (path, more, body) = target.request(&office, act, client, n);
                let asked = Instant::now();
                let reply = wire.post(path, &more, &body).await.unwrap();
                times.push(u64::try_from(asked.elapsed().as_micros()).unwrap());
                assert!(reply.good(), "{act:?}: {} {}", reply.status, reply.text());
                if begun.elapsed() >= time {
                    break;
                }
            }
            times
        });
    }
    let mut all = Vec::new();
    while let Some(times) = running.join_next().await {
        all.extend(times.unwrap());
    }
    all
}
