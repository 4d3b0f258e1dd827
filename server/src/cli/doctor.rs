//! `trellis doctor`: what is wrong, and how to mend it.

use clap::Args;

use super::{Failure, open, say};
use crate::config::Options;
use crate::vault::{KeySource, Keyring};

/// Checks settings, keys, database, schema, mail and the trace.
#[derive(Args, Debug)]
pub(super) struct Doctor {}

/// One thing that was looked at.
struct Checked {
    what: &'static str,
    result: Result<String, String>,
}

impl Doctor {
    pub(super) async fn run(self, options: &Options) -> Result<(), Failure> {
        let mut checks = Vec::new();
        match options.settings() {
            Err(fault) => checks.push(Checked {
                what: "settings",
                result: Err(fault.to_string()),
            }),
            Ok(settings) => {
                checks.push(Checked {
                    what: "settings",
                    result: Ok(format!("site at {}", settings.public_url)),
                });
                checks.push(keys(&settings.keys));
                checks.extend(database(options).await);
            }
        }
        let mut wrong = 0;
        for check in &checks {
            match &check.result {
                Ok(found) => say(format_args!("ok     {:<9} {found}", check.what)),
                Err(mend) => {
                    wrong += 1;
                    say(format_args!("WRONG  {:<9} {mend}", check.what));
                }
            }
        }
        if wrong == 0 {
            Ok(())
        } else {
            Err(Failure::Failed(format!("{wrong} thing(s) to mend")))
        }
    }
}

fn keys(source: &KeySource) -> Checked {
    let result = Keyring::load(source.clone())
        .map(|ring| {
            format!(
                "master key {} of {}",
                ring.current_master(),
                ring.master_kids().len()
            )
        })
        .map_err(|fault| fault.to_string());
    Checked {
        what: "keys",
        result,
    }
}

async fn database(options: &Options) -> Vec<Checked> {
    let app = match open::unmigrated(options).await {
        Err(failure) => {
            return vec![Checked {
                what: "database",
                result: Err(failure.to_string()),
            }];
        }
        Ok(app) => app,
    };
    let kind = if app.store().is_postgres() {
        "PostgreSQL"
    } else {
        "SQLite"
    };
    let steps = app.store().migrations().await;
    let schema = match steps {
        Err(error) => Err(format!(
            "{error}; check that the database is up and this user may read it"
        )),
        Ok(steps) => {
            let missing = steps.iter().filter(|(_, applied)| !applied).count();
            if missing == 0 {
                Ok(format!("all {} steps", steps.len()))
            } else {
                Err(format!(
                    "{missing} step(s) missing; run `trellis migrate up`"
                ))
            }
        }
    };
    let current = schema.is_ok();
    let mut checks = vec![
        Checked {
            what: "database",
            result: Ok(format!("{kind} answers")),
        },
        Checked {
            what: "schema",
            result: schema,
        },
    ];
    if current {
        checks.extend(
            crate::app::health::findings(&app)
                .await
                .into_iter()
                .map(|(what, result)| Checked { what, result }),
        );
    }
    checks
}
