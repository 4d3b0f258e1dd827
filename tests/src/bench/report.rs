//! The table, in words that say what was measured where.

use std::fmt::Write as _;
use std::time::Duration;

use chrono::DateTime;

use super::acts::Act;
use super::drive::Measured;
use super::long::Heavy;
use super::office::Office;

/// Everything measured on one server with one database.
#[derive(Debug)]
pub struct Part {
    /// `PostgreSQL`, `SQLite` or `bare handler, PostgreSQL`.
    pub name: &'static str,
    pub cases: u64,
    pub measured: Vec<Measured>,
    pub started_in: Duration,
    /// Megabytes after the run, and at most.
    pub memory: (f64, f64),
    /// What is heavy for one, where it was measured.
    pub heavy: Vec<Heavy>,
    /// Which answers the limit.
    pub bare: bool,
}

impl Part {
    pub fn of(&self, act: Act, clients: u64) -> Option<&Measured> {
        self.measured
            .iter()
            .find(|one| one.act == act && one.clients == clients)
    }

    fn table(&self, text: &mut String) {
        writeln!(
            text,
            "\n### {}, {} cases\n",
            self.name,
            thousands(self.cases)
        )
        .unwrap();
        let started = self.started_in.as_millis();
        let (now, most) = self.memory;
        writeln!(
            text,
            "Ready after {started} ms; {now:.0} MB at the end, {most:.0} MB at most.\n"
        )
        .unwrap();
        writeln!(
            text,
            "| act | clients | answers/s | p50 ms | p95 ms | p99 ms | statements | server CPU µs |"
        )
        .unwrap();
        writeln!(
            text,
            "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
        )
        .unwrap();
        for one in &self.measured {
            let statements = if self.bare {
                "–".to_owned()
            } else {
                format!("{:.1}", one.statements)
            };
            writeln!(
                text,
                "| {} | {} | {:.0} | {:.2} | {:.2} | {:.2} | {statements} | {:.0} |",
                one.act.name(),
                one.clients,
                one.rate,
                one.p50 / 1e3,
                one.p95 / 1e3,
                one.p99 / 1e3,
                one.processor
            )
            .unwrap();
        }
    }
}

/// The whole report.
pub fn report(
    parts: &[Part],
    (sizes, services): (&[u64], u64),
    machine: &str,
    on: &str,
    seconds: f64,
) -> String {
    let people: Vec<String> = sizes.iter().map(|cases| people(*cases)).collect();
    let people = people.join(", ");
    let services = thousands(services);
    let mut text = String::new();
    writeln!(
        text,
        "# The bench\n\nMade by `make bench` on {on}, on {machine}: clients, server and database share it. Each cell is \
         {seconds} s after a fifth of that unmeasured. Trellis answers through GraphQL with sign-in, policy, encryption \
         and audit; the bare handler answers the same from hand-written, prepared SQL on plain tables, with none of \
         these. Both databases wait for the disk. Statements are those of the viewer: one more reads the session, and \
         the audit entries of concurrent reads share a commit. Nobody in an organisation has fewer cases because there are \
         more: {people}. The directory holds {services} services. Where the time goes stands in [bench-notes.md](bench-notes.md)."
    )
    .unwrap();
    aims(&mut text, parts);
    heavy(&mut text, parts);
    for part in parts {
        part.table(&mut text);
    }
    text
}

/// What one client asked for, one thing after the other.
fn heavy(text: &mut String, parts: &[Part]) {
    text.push_str("\n## Heavy for one\n\n| what | where | measured | aim | |\n| --- | --- | --- | --- | --- |\n");
    for part in parts {
        for one in &part.heavy {
            let (aim, met) = match one.aim {
                Some((aim, true)) => (aim, "met"),
                Some((aim, false)) => (aim, "**falls short**"),
                None => ("–", ""),
            };
            let (what, place, measured) = (&one.what, part.name, &one.measured);
            writeln!(
                text,
                "| {what} | {place}, {} cases | {measured} | {aim} | {met} |",
                thousands(part.cases)
            )
            .unwrap();
        }
    }
}

/// How many work there.
fn people(cases: u64) -> String {
    let office = Office {
        cases,
        services: 0,
        now: DateTime::UNIX_EPOCH,
    };
    let (specialists, supervisors) = (office.specialists(), office.supervisors());
    format!(
        "at {} cases {specialists} specialists with {} each and {supervisors} supervisors with {}",
        thousands(cases),
        cases / specialists,
        thousands(cases / supervisors)
    )
}

fn aims(text: &mut String, parts: &[Part]) {
    writeln!(
        text,
        "\n## Aims\n\n| aim | measured | |\n| --- | --- | --- |"
    )
    .unwrap();
    let mut line = |aim: &str, measured: String, met: bool| {
        let verdict = if met { "met" } else { "**falls short**" };
        writeln!(text, "| {aim} | {measured} | {verdict} |").unwrap();
    };
    let find = |name: &str, cases: u64| {
        parts
            .iter()
            .find(|part| part.name == name && part.cases == cases)
    };
    let mut sizes: Vec<u64> = parts.iter().map(|part| part.cases).collect();
    sizes.sort_unstable();
    sizes.dedup();
    for &cases in &sizes {
        let (Some(ours), Some(bare)) = (
            find("PostgreSQL", cases),
            find("Bare handler, PostgreSQL", cases),
        ) else {
            continue;
        };
        for act in [
            Act::Mix,
            Act::Caseload,
            Act::Detail,
            Act::Dashboard,
            Act::Directory,
        ] {
            if let (Some(one), Some(two)) = (ours.of(act, 32), bare.of(act, 32)) {
                let times = two.rate / one.rate;
                let (aim, most) = if act == Act::Mix {
                    ("no slower than", 1.0)
                } else {
                    ("at most 1.5 times", 1.5)
                };
                line(
                    &format!(
                        "{}, {} cases, 32 clients: {aim} the bare handler",
                        act.name(),
                        thousands(cases)
                    ),
                    format!(
                        "{times:.2} times ({:.0} against {:.0} a second)",
                        one.rate, two.rate
                    ),
                    times <= most,
                );
            }
        }
    }
    for part in parts.iter().filter(|part| !part.bare) {
        let place = format!("{}, {} cases", part.name, thousands(part.cases));
        if let Some(mix) = part.of(Act::Mix, 32) {
            line(
                &format!("{place}: server CPU under 400 µs a request of the mix"),
                format!("{:.0} µs", mix.processor),
                mix.processor < 400.0,
            );
        }
        if let Some(one) = part.of(Act::Dashboard, 1) {
            line(
                &format!("{place}: dashboard under 50 ms at one client"),
                format!("p50 {:.1} ms, p99 {:.1} ms", one.p50 / 1e3, one.p99 / 1e3),
                one.p50 < 50e3,
            );
        }
        if let Some(one) = part.of(Act::Directory, 1) {
            line(
                &format!("{place}: first results of the directory under 50 ms at one client"),
                format!("p50 {:.1} ms, p99 {:.1} ms", one.p50 / 1e3, one.p99 / 1e3),
                one.p99 < 50e3,
            );
        }
        line(
            &format!("{place}: memory under 100 MB"),
            format!("{:.0} MB, {:.0} at most", part.memory.0, part.memory.1),
            part.memory.0 < 100.0,
        );
        let started = part.started_in.as_millis();
        line(
            &format!("{place}: ready within 300 ms"),
            format!("{started} ms"),
            started < 300,
        );
    }
    if let [small, .., large] = sizes[..] {
        for name in ["PostgreSQL", "SQLite"] {
            let (Some(few), Some(many)) = (find(name, small), find(name, large)) else {
                continue;
            };
            for act in Act::ALL {
                if let (Some(one), Some(two)) = (few.of(act, 1), many.of(act, 1)) {
                    let times = two.p50 / one.p50;
                    line(
                        &format!(
                            "{name}: {} at {} cases at most 1.3 times {}",
                            act.name(),
                            thousands(large),
                            thousands(small)
                        ),
                        format!("{times:.2} times (p50 at one client)"),
                        times <= 1.3,
                    );
                }
            }
        }
    }
}

fn thousands(n: u64) -> String {
    if n < 1_000 {
        n.to_string()
    } else {
        format!("{},{:03}", n / 1_000, n % 1_000)
    }
}
