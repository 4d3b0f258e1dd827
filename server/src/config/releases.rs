//! What the organisation's counsel settles about sharing.

use clap::Args;

use super::ConfigFault;
use crate::cases::model::State;
use crate::releases::ReleaseDays;

/// Options of releases.
#[derive(Args, Clone, Debug)]
#[command(next_help_heading = "Sharing")]
pub struct ReleaseOptions {
    /// Days for which a release lasts when nobody says otherwise
    #[arg(
        long,
        env = "TRELLIS_RELEASE_DAYS",
        value_name = "DAYS",
        default_value_t = 30,
        global = true
    )]
    pub release_days: i64,
    /// Days that need no supervisor's reason; never more than 365 with one
    #[arg(
        long,
        env = "TRELLIS_RELEASE_DAYS_LONG",
        value_name = "DAYS",
        default_value_t = 90,
        global = true
    )]
    pub release_days_long: i64,
    /// States whose law lets a subpoena do nothing here, even where counsel approved, such as TX,GU
    #[arg(
        long,
        env = "TRELLIS_SUBPOENA_NEVER",
        value_name = "STATES",
        value_delimiter = ',',
        global = true
    )]
    pub subpoena_never: Vec<String>,
}

impl ReleaseOptions {
    pub(super) fn subpoena_never(&self) -> Result<Vec<State>, ConfigFault> {
        let state = |text: &String| {
            State::parse(text.trim()).ok_or_else(|| {
                let mend = "Write the two letters of states and territories, such as TX,GU";
                ConfigFault::new("--subpoena-never", "not a state or territory", mend)
            })
        };
        self.subpoena_never.iter().map(state).collect()
    }

    pub(super) fn days(&self) -> Result<ReleaseDays, ConfigFault> {
        ReleaseDays::of(self.release_days, self.release_days_long).ok_or_else(|| {
            ConfigFault::new(
                "--release-days",
                "not from 1 to --release-days-long, or that is more than 365",
                "Write both, such as 30 and 90",
            )
        })
    }
}
