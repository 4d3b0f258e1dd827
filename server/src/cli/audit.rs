//! `trellis audit`

use clap::Subcommand;

use super::{Failure, open, say};
use crate::audit::{self, Finding, Head};
use crate::config::Options;
use crate::vault::Purpose;

/// The trace of what was read and done.
#[derive(Subcommand, Debug)]
pub(super) enum Audit {
    /// Walk the chain and report every entry that was changed, removed, put in or moved
    Verify {
        /// A head that was kept elsewhere (NUMBER:HASH): proves that the end was not cut off
        #[arg(long, value_name = "NUMBER:HASH", value_parser = parse_head)]
        head: Option<Head>,
    },
}

fn parse_head(text: &str) -> Result<Head, String> {
    let wrong = || "write it as it was printed: a number, a colon, 64 hex digits".to_owned();
    let (seq, hash) = text.split_once(':').ok_or_else(wrong)?;
    let hash = hex::decode(hash)
        .ok()
        .filter(|hash| hash.len() == 32)
        .ok_or_else(wrong)?;
    Ok(Head {
        seq: seq.parse().map_err(|_| wrong())?,
        hash,
    })
}

impl Audit {
    pub(super) async fn run(self, options: &Options) -> Result<(), Failure> {
        let Self::Verify { head } = self;
        let app = open::app(options).await?;
        let key = app.keyring().purpose(Purpose::AuditChain);
        let report = audit::verify(app.store(), &key, app.clock().now(), head.as_ref())
            .await
            .map_err(|error| Failure::because("the trace cannot be read", error))?;
        for finding in &report.findings {
            say(words(finding));
        }
        say(format_args!(
            "{} entries in the chain, {} not linked yet",
            report.head.seq, report.unsealed
        ));
        say(format_args!(
            "head {}:{}",
            report.head.seq,
            hex::encode(&report.head.hash)
        ));
        if report.findings.is_empty() {
            Ok(())
        } else {
            Err(Failure::Refused(format!(
                "{} place(s) are not as they were written",
                report.findings.len()
            )))
        }
    }
}

fn words(finding: &Finding) -> String {
    match finding {
        Finding::Changed { seq, entry } => {
            format!("number {seq}: entry {entry} or its link was changed")
        }
        Finding::Removed { seq, entry } => format!("number {seq}: entry {entry} is gone"),
        Finding::Broken { seq } => format!("number {seq}: does not follow the one before it"),
        Finding::Unsealed { entry } => {
            format!("entry {entry} was never linked: put in past the server, or its link is gone")
        }
        Finding::HeadMissing { seq } => format!(
            "the kept head, number {seq}, is not in the chain: its end was cut off or written anew"
        ),
    }
}
