//! Loads an organisation's own definitions, for the operator: `trellis clocks load`. A
//! definition that is already so stays; one that is not becomes a new version, for new
//! clocks only (rule 46).

use std::collections::BTreeMap;

use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
};
use uuid::Uuid;

use super::definition::{Definition, DefinitionFile};
use super::entity::{definition, holiday, office};
use super::office::text_of;
use super::shipped::shipped;
use crate::app::App;
use crate::audit::{self, Entry, Outcome};
use crate::error::{FieldCode, Refusal, Wrong};
use crate::people::entity::organization;
use crate::store::UnscopedTx;

/// What came of a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Loaded {
    /// Definitions that became a new version.
    pub new: usize,
    /// Definitions that were so already.
    pub same: usize,
}

/// Loads `text` for the organisation named `organization`.
pub async fn load(
    app: &App,
    organization: &str,
    text: &str,
    request: Uuid,
) -> Result<Loaded, Refusal> {
    let file = DefinitionFile::parse(text).map_err(|fault| wrong(fault.to_string()))?;
    if !file.holiday.is_empty() || !file.zones.is_empty() || file.version != 0 {
        let message = "version, holiday and zones are for what ships; use days_off and zone";
        return Err(wrong(message.to_owned()));
    }
    check_law(&file.clock)?;
    let days = file.days().map_err(|fault| wrong(fault.to_string()))?;
    let tx = app.store().unscoped_begin().await?;
    let found = organization::Entity::find()
        .filter(organization::Column::Name.eq(organization))
        .one(&tx)
        .await?;
    let org = found.ok_or(Refusal::NotFound)?.id;
    set_office(app, &tx, org, &file).await?;
    let days: Vec<_> = days
        .into_iter()
        .map(|day| holiday::ActiveModel {
            org_id: Set(org),
            day: Set(day),
        })
        .collect();
    if !days.is_empty() {
        holiday::Entity::insert_many(days)
            .on_conflict(OnConflict::new().do_nothing().to_owned())
            .exec_without_returning(&tx)
            .await?;
    }
    let loaded = keep(app, &tx, org, &file.clock).await?;
    audit::insert(&tx, &[entry(app, org, request)]).await?;
    tx.commit().await?;
    Ok(loaded)
}

fn wrong(message: String) -> Refusal {
    Wrong::at("file", FieldCode::Malformed, message).into()
}

/// What is law can be made stricter and not undone (rule 48).
fn check_law(clocks: &[Definition]) -> Result<(), Refusal> {
    let shipped = shipped()?;
    for one in clocks {
        for jurisdiction in ["US", one.jurisdiction.as_str()] {
            if let Some((_, law)) = shipped.named(jurisdiction, &one.code)
                && !law.configurable
                && !one.is_as_strict_as(law)
            {
                return Err(wrong(format!(
                    "{} of {}: the law of {jurisdiction} asks for more, and can only be made shorter or extended to more",
                    one.code, one.jurisdiction
                )));
            }
        }
    }
    Ok(())
}

async fn set_office(
    app: &App,
    tx: &UnscopedTx,
    org: Uuid,
    file: &DefinitionFile,
) -> Result<(), Refusal> {
    let kept = office::Entity::find_by_id(org).one(tx).await?;
    let was = kept.as_ref();
    let row = office::Model {
        org_id: org,
        official: file.official.unwrap_or(was.is_some_and(|was| was.official)),
        zone: file
            .zone
            .clone()
            .or_else(|| was.and_then(|was| was.zone.clone())),
        loaded_at: app.clock().now(),
    };
    let row = row.into_active_model().reset_all();
    if kept.is_some() {
        office::Entity::update(row).exec(tx).await?;
    } else {
        office::Entity::insert(row)
            .exec_without_returning(tx)
            .await?;
    }
    Ok(())
}

async fn keep(
    app: &App,
    tx: &UnscopedTx,
    org: Uuid,
    clocks: &[Definition],
) -> Result<Loaded, Refusal> {
    let rows = definition::Entity::find()
        .filter(definition::Column::OrgId.eq(org))
        .order_by_asc(definition::Column::Version)
        .all(tx)
        .await?;
    let newest: BTreeMap<(String, String), definition::Model> = rows
        .into_iter()
        .map(|row| ((row.jurisdiction.clone(), row.code.clone()), row))
        .collect();
    let shipped = shipped()?;
    let mut loaded = Loaded::default();
    for one in clocks {
        let body = text_of(one)?;
        let kept = newest.get(&(one.jurisdiction.clone(), one.code.clone()));
        if kept.is_some_and(|kept| kept.body == body) {
            loaded.same += 1;
            continue;
        }
        let before = shipped.named(&one.jurisdiction, &one.code);
        let before = kept.map_or(before.map_or(0, |(version, _)| version), |kept| {
            kept.version
        });
        let row = definition::ActiveModel {
            id: Set(app.clock().new_id()),
            org_id: Set(org),
            jurisdiction: Set(one.jurisdiction.clone()),
            code: Set(one.code.clone()),
            version: Set(before + 1),
            body: Set(body),
            loaded_at: Set(app.clock().now()),
        };
        definition::Entity::insert(row)
            .exec_without_returning(tx)
            .await?;
        loaded.new += 1;
    }
    Ok(loaded)
}

fn entry(app: &App, org: Uuid, request: Uuid) -> Entry {
    Entry {
        id: app.clock().new_id(),
        at: app.clock().now(),
        org,
        actor: None,
        session: None,
        request,
        act: "clocks_load",
        outcome: Outcome::Done,
        why: None,
        target_kind: Some("organization"),
        target: Some(org),
        case: None,
        ids: Vec::new(),
        fields: std::collections::BTreeSet::new(),
        reason: None,
    }
}
