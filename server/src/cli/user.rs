//! `trellis user`

use std::io::Read;
use std::path::PathBuf;

use clap::{Subcommand, ValueEnum};
use uuid::Uuid;

use super::{Failure, open, say};
use crate::access::{Locale, Role};
use crate::accounts::users::{self, NewUser};
use crate::app::App;
use crate::config::Options;

/// The people who sign in.
#[derive(Subcommand, Debug)]
pub(super) enum User {
    /// Make an account; the password is read from a file or from standard input, never from a flag
    Create {
        /// The organisation; made when there is none of that name
        #[arg(long)]
        organization: String,
        /// The address to sign in with, and for mail
        #[arg(long)]
        email: String,
        /// The name that colleagues see
        #[arg(long)]
        name: String,
        /// What they work as; several with commas
        #[arg(long, value_delimiter = ',', required = true, value_parser = parse_role)]
        roles: Vec<Role>,
        /// The language they read
        #[arg(long, value_enum, default_value = "en")]
        locale: LocaleOption,
        /// File that holds the password; without it, standard input
        #[arg(long, value_name = "FILE")]
        password_file: Option<PathBuf>,
    },
    /// End somebody's access now; every session dies with it
    Disable {
        /// The address they sign in with
        email: String,
    },
    /// Let one person supervise another, and reach what they are assigned to
    Supervise {
        /// The supervisor's address
        supervisor: String,
        /// The address of whom they supervise
        user: String,
    },
    /// List everybody
    List {
        /// One JSON object a line
        #[arg(long)]
        json: bool,
    },
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum LocaleOption {
    En,
    Es,
}

fn parse_role(code: &str) -> Result<Role, String> {
    Role::parse(code).ok_or_else(|| {
        let all: Vec<_> = Role::ALL.iter().map(|role| role.code()).collect();
        format!("choose from {}", all.join(", "))
    })
}

impl User {
    pub(super) async fn run(self, options: &Options) -> Result<(), Failure> {
        let app = open::app(options).await?;
        // The command is a request of its own in the trace.
        let request = app.clock().new_id();
        match self {
            Self::Create {
                organization,
                email,
                name,
                roles,
                locale,
                password_file,
            } => {
                let password = password(password_file)?;
                let locale = match locale {
                    LocaleOption::En => Locale::En,
                    LocaleOption::Es => Locale::Es,
                };
                let person = Person {
                    organization,
                    email,
                    name,
                    roles,
                    locale,
                };
                let id = create(&app, person, &password, request)
                    .await
                    .map_err(open::refusal)?;
                say(format_args!("made {id}"));
            }
            Self::Disable { email } => {
                let id = users::disable_user(&app, &email, request)
                    .await
                    .map_err(open::refusal)?;
                say(format_args!("disabled {id}; every session has ended"));
            }
            Self::Supervise { supervisor, user } => {
                users::supervise(&app, &supervisor, &user, request)
                    .await
                    .map_err(open::refusal)?;
                say(format_args!("{supervisor} supervises {user}"));
            }
            Self::List { json } => {
                for user in users::list_users(&app).await.map_err(open::refusal)? {
                    let status = user.status.code();
                    if json {
                        say(serde_json::json!({
                            "id": user.id, "organization": user.organization, "email": user.email,
                            "name": user.display_name, "status": status,
                        }));
                    } else {
                        say(format_args!(
                            "{status:<9} {:<36} {:<28} {}",
                            user.email, user.display_name, user.organization
                        ));
                    }
                }
            }
        }
        Ok(())
    }
}

struct Person {
    organization: String,
    email: String,
    name: String,
    roles: Vec<Role>,
    locale: Locale,
}

async fn create(
    app: &App,
    person: Person,
    password: &str,
    request: Uuid,
) -> Result<Uuid, crate::error::Refusal> {
    let org = users::organization_named(app, &person.organization).await?;
    users::judge_password(app, org, &person.email, &person.name, password).await?;
    let password_hash = app.passwords().hash(password).await?;
    let Person {
        email,
        name,
        roles,
        locale,
        ..
    } = person;
    users::create_user(
        app,
        NewUser {
            org,
            email,
            name,
            roles,
            locale,
            password_hash,
        },
        request,
    )
    .await
}

fn password(file: Option<PathBuf>) -> Result<String, Failure> {
    let mut text = String::new();
    match file {
        Some(path) => {
            text = std::fs::read_to_string(&path).map_err(|error| {
                Failure::because(&format!("{} cannot be read", path.display()), error)
            })?;
        }
        None => {
            std::io::stdin()
                .read_to_string(&mut text)
                .map_err(|error| Failure::because("no password on standard input", error))?;
        }
    }
    Ok(text.trim_end_matches(['\r', '\n']).to_owned())
}
