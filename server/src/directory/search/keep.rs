//! Writes what services are found by. However many there are, each table is written a fixed
//! number of times.

use std::collections::HashMap;

use sea_orm::ConnectionTrait;
use sea_orm::sea_query::LockType;
use uuid::Uuid;

use super::entity::directory_text::{self, Column as T};
use super::vocabulary;
use crate::error::Refusal;
use crate::people::entity::organization;
use crate::store::prelude::*;
use crate::store::search::normal_form;

/// Rows in one statement: within what either database binds.
const ROWS: usize = 500;

/// What a service is found by. The city is not among it: for some it is not to be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::directory) struct Text {
    /// The service, or the record that waits to be one.
    pub of: Uuid,
    /// Whether it is a service: words of what nobody can find are no corrections.
    pub found: bool,
    name: String,
    organization: String,
    description: String,
}

impl Text {
    pub(in crate::directory) fn new(
        of: Uuid,
        found: bool,
        name: &str,
        organization: &str,
        description: &str,
    ) -> Self {
        Self {
            of,
            found,
            name: normal_form(name),
            organization: normal_form(organization),
            description: normal_form(description),
        }
    }

    fn is(&self, row: &directory_text::Model) -> bool {
        let parts = (&row.name, &row.organization, &row.description);
        (&self.name, &self.organization, &self.description) == parts
    }
}

/// Writes the texts of one organisation's services, and what its vocabulary gains and loses.
pub(in crate::directory) async fn keep<C: ConnectionTrait>(
    connection: &C,
    org: Uuid,
    texts: &[Text],
) -> Result<(), Refusal> {
    if texts.is_empty() {
        return Ok(());
    }
    one_at_a_time(connection, org).await?;
    let known = directory_text::Entity::find()
        .filter(T::OfId.is_in(texts.iter().map(|text| text.of)))
        .all(connection)
        .await?;
    let known: HashMap<Uuid, _> = known.into_iter().map(|row| (row.of_id, row)).collect();
    let (mut words, mut rows) = (vocabulary::Change::default(), Vec::new());
    for text in texts {
        let was = known.get(&text.of);
        if was.is_some_and(|row| text.is(row)) {
            continue;
        }
        if text.found {
            words.add([&text.name, &text.organization, &text.description], 1);
            if let Some(row) = was {
                words.add([&row.name, &row.organization, &row.description], -1);
            }
        }
        rows.push(directory_text::ActiveModel {
            number: NotSet,
            of_id: Set(text.of),
            org_id: Set(org),
            name: Set(text.name.clone()),
            organization: Set(text.organization.clone()),
            description: Set(text.description.clone()),
        });
    }
    let newer = OnConflict::column(T::OfId)
        .update_columns([T::Name, T::Organization, T::Description])
        .to_owned();
    for rows in rows.chunks(ROWS) {
        directory_text::Entity::insert_many(rows.to_vec())
            .on_conflict(newer.clone())
            .exec_without_returning(connection)
            .await?;
    }
    words.write(connection, org).await
}

/// Takes out what waited and waits no more: it is found as the service that it has become.
pub(in crate::directory) async fn forget<C: ConnectionTrait>(
    connection: &C,
    waited: Vec<Uuid>,
) -> Result<(), Refusal> {
    if !waited.is_empty() {
        directory_text::Entity::delete_many()
            .filter(T::OfId.is_in(waited))
            .exec(connection)
            .await?;
    }
    Ok(())
}

/// Two changes of one vocabulary wait for each other; SQLite has one writer anyway.
async fn one_at_a_time<C: ConnectionTrait>(connection: &C, org: Uuid) -> Result<(), Refusal> {
    if connection.get_database_backend() == sea_orm::DbBackend::Postgres {
        organization::Entity::find_by_id(org)
            .lock(LockType::NoKeyUpdate)
            .one(connection)
            .await?;
    }
    Ok(())
}
