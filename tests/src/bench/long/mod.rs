//! What is heavy for one: a case with five years of history, two long versions of a plan,
//! a hundred thousand clocks. Measured one after the other, by one client.

mod case;
mod clocks;
mod desk;
mod import;
mod known;
mod paper;

use server::app::App;

use super::office::Office;
use super::process::Process;

/// One thing that was measured.
#[derive(Debug)]
pub struct Heavy {
    /// What was done.
    pub what: String,
    /// What came out.
    pub measured: String,
    /// The aim, and whether it is met; none where there is only something to know.
    pub aim: Option<(&'static str, bool)>,
}

/// Milliseconds.
#[derive(Clone, Copy)]
struct Times {
    p50: f64,
    p99: f64,
}

impl Times {
    fn of(mut all: Vec<f64>) -> Self {
        all.sort_by(f64::total_cmp);
        let at = |part: f64| all[((all.len() - 1) as f64 * part).round() as usize];
        Self {
            p50: at(0.5),
            p99: at(0.99),
        }
    }
}

impl std::fmt::Display for Times {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "p50 {:.1} ms, p99 {:.1} ms", self.p50, self.p99)
    }
}

/// Measures all of it on a filled database; the rows stay.
pub async fn measure(server: Process, app: &App, url: &str, office: &Office) -> Vec<Heavy> {
    let mut all = case::measure(&server, app, office).await;
    // The server's own job would take clocks away from the one that is timed.
    server.stop().await;
    all.extend(clocks::measure(app, url).await);
    all.push(import::measure(app).await);
    all
}
