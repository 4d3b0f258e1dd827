//! A server in a process of its own, and what the system says of it.

use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

use tokio::process::{Child, Command};

use super::wire::Wire;

/// Ticks of processor time in a second, as Linux has them in `/proc`.
const TICKS: f64 = 100.0;

/// A running server.
pub struct Process {
    child: Child,
    /// Where it answers.
    pub address: String,
    /// Where it tells its metrics, if it does.
    pub metrics: Option<String>,
    /// From its start to its first answer.
    pub started_in: Duration,
}

/// What it had used up at one moment.
#[derive(Clone, Copy, Debug, Default)]
pub struct Used {
    /// Processor time, in seconds.
    pub processor: f64,
    /// SQL statements, and the requests they were for.
    pub statements: f64,
    pub requests: f64,
}

impl Process {
    /// `trellis serve` on the database at `url` with the keys in `data`.
    pub async fn trellis(program: &Path, url: &str, data: &Path, connections: Option<u32>) -> Self {
        let (address, metrics) = (free_address(), free_address());
        let mut command = Command::new(program);
        command
            .arg("serve")
            .env_clear()
            .env("TRELLIS_DATA", data)
            .env("TRELLIS_DATABASE_URL", url)
            .env("TRELLIS_LISTEN", &address)
            .env("TRELLIS_METRICS_LISTEN", &metrics)
            .env("TRELLIS_LOG", "warn");
        if let Some(connections) = connections {
            command.env("TRELLIS_DATABASE_CONNECTIONS", connections.to_string());
        }
        Self::start(command, address, Some(metrics), "/readyz").await
    }

    /// The bare handler on the database at `url`.
    pub async fn bare(url: &str, connections: u32) -> Self {
        let address = free_address();
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.args(["bare", "--listen", &address, "--database-url", url]);
        command.args(["--connections", &connections.to_string()]);
        Self::start(command, address, None, "/ready").await
    }

    async fn start(
        mut command: Command,
        address: String,
        metrics: Option<String>,
        ready: &str,
    ) -> Self {
        let begun = Instant::now();
        let mut child = command
            .stdout(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .unwrap();
        loop {
            if let Ok(mut wire) = Wire::open(&address).await
                && wire.get(ready).await.is_ok_and(|reply| reply.status == 200)
            {
                break;
            }
            if let Some(status) = child.try_wait().unwrap() {
                panic!("the server ended at once: {status}");
            }
            assert!(
                begun.elapsed() < Duration::from_secs(60),
                "the server does not get ready"
            );
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
        Self {
            child,
            address,
            metrics,
            started_in: begun.elapsed(),
        }
    }

    fn proc(&self, file: &str) -> String {
        let pid = self.child.id().expect("a server that runs");
        std::fs::read_to_string(format!("/proc/{pid}/{file}")).unwrap()
    }

    pub async fn used(&self) -> Used {
        let stat = self.proc("stat");
        // The name, which may hold spaces, is in parentheses; user and system time are the
        // twelfth and thirteenth field after it.
        let fields: Vec<&str> = stat
            .rsplit_once(')')
            .unwrap()
            .1
            .split_whitespace()
            .collect();
        let ticks: f64 = fields[11..13]
            .iter()
            .map(|n| n.parse::<f64>().unwrap())
            .sum();
        let mut used = Used {
            processor: ticks / TICKS,
            ..Used::default()
        };
        if let Some(metrics) = &self.metrics {
            let mut wire = Wire::open(metrics).await.unwrap();
            let text = wire.get("/metrics").await.unwrap().text();
            let value = |name: &str| {
                let line = text
                    .lines()
                    .find_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
                line.map_or(0.0, |n| n.parse().unwrap())
            };
            used.statements = value("trellis_statements_sum");
            used.requests = value("trellis_statements_count");
        }
        used
    }

    /// Memory now and at its most, in megabytes.
    pub fn memory(&self) -> (f64, f64) {
        let status = self.proc("status");
        let value = |name: &str| {
            let line = status
                .lines()
                .find_map(|line| line.strip_prefix(name))
                .unwrap();
            line.trim().trim_end_matches(" kB").parse::<f64>().unwrap() / 1024.0
        };
        (value("VmRSS:"), value("VmHWM:"))
    }

    pub async fn stop(mut self) {
        self.child.kill().await.unwrap();
    }
}

/// An address that nobody listens on.
fn free_address() -> String {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap().to_string()
}
